package dev.moonbeam.cache;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.source.Diagnostic;
import java.util.List;

/**
 * What compiling a source gave. Immutable, of no node: engines under one policy share it.
 *
 * @param module the class files
 * @param warnings what the compiler had to say; told again at each request for the script
 */
public record CompiledScript(CompiledModule module, List<Diagnostic> warnings) {
  /**
   * What an entry costs beside its class files: records, strings, map nodes, the function table.
   */
  private static final int FIXED_BYTES = 1_024;

  /** What a constant is taken to cost; most are short strings, atoms and sites. */
  private static final int CONSTANT_BYTES = 64;

  public CompiledScript {
    warnings = List.copyOf(warnings);
  }

  /** An estimate of the bytes this holds on the heap. */
  int weight() {
    long bytes = FIXED_BYTES + (long) CONSTANT_BYTES * module.constants().size();
    for (byte[] file : module.classes().values()) {
      bytes += file.length;
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }
}
