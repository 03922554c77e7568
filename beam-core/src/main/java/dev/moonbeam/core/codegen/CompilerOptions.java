package dev.moonbeam.core.codegen;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a compilation is told beside the module.
 *
 * @param metering whether reductions and allocations are counted; false only for measurements
 * @param depth whether the depth of recursion is metered; false only for measurements
 * @param specialise whether loops get a copy that runs unboxed
 * @param lint whether the IR is checked after every pass (tests)
 * @param dump gets the name of each stage and the module printed after it; null for nobody
 */
public record CompilerOptions(
    boolean metering,
    boolean depth,
    boolean specialise,
    boolean lint,
    @Nullable BiConsumer<String, String> dump) {

  public static CompilerOptions standard() {
    return new CompilerOptions(true, true, true, false, null);
  }

  public CompilerOptions withMetering(boolean value) {
    return new CompilerOptions(value, depth, specialise, lint, dump);
  }

  public CompilerOptions withDepth(boolean value) {
    return new CompilerOptions(metering, value, specialise, lint, dump);
  }

  public CompilerOptions withSpecialise(boolean value) {
    return new CompilerOptions(metering, depth, value, lint, dump);
  }

  public CompilerOptions withLint(boolean value) {
    return new CompilerOptions(metering, depth, specialise, value, dump);
  }

  public CompilerOptions withDump(BiConsumer<String, String> value) {
    return new CompilerOptions(metering, depth, specialise, lint, value);
  }
}
