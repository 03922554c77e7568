package dev.moonbeam.core.codegen;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a compilation is told beside the module.
 *
 * @param metering false only to measure what metering costs
 * @param specialise whether loops get a copy that runs unboxed
 * @param lint whether the IR is checked after every pass (tests)
 * @param dump gets the name of each stage and the module printed after it; null for nobody
 */
public record CompilerOptions(
    boolean metering, boolean specialise, boolean lint, @Nullable BiConsumer<String, String> dump) {

  public static CompilerOptions standard() {
    return new CompilerOptions(true, true, false, null);
  }

  public CompilerOptions withMetering(boolean value) {
    return new CompilerOptions(value, specialise, lint, dump);
  }

  public CompilerOptions withSpecialise(boolean value) {
    return new CompilerOptions(metering, value, lint, dump);
  }

  public CompilerOptions withLint(boolean value) {
    return new CompilerOptions(metering, specialise, value, dump);
  }

  public CompilerOptions withDump(BiConsumer<String, String> value) {
    return new CompilerOptions(metering, specialise, lint, value);
  }
}
