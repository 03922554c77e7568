package dev.moonbeam.core.builtin;

import dev.moonbeam.core.process.Fun;
import java.util.List;

/**
 * The rows that the annotation processor writes for one {@link BuiltinModule}. Making one costs
 * next to nothing.
 */
public interface BuiltinTable {
  /** Name of the library. */
  String module();

  /** Its functions, in source order. */
  List<BuiltinRow> rows();

  /**
   * Makes the function value of a row. Its small class (one a builtin, generated at compile time,
   * so that HotSpot can inline it) is loaded now. It charges the row's cost, adapts arguments where
   * arity is not strict, and calls the Java method. The policy has been asked by the caller.
   */
  Fun link(int row);
}
