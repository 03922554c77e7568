package dev.moonbeam.lua.runtime;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Site of an arithmetic, bitwise, length, concatenation or indexing operation: what its operands
 * are called in a message. Null where an operand has no name. One entry an operand, in order; fewer
 * entries mean that the rest have none.
 */
public record OperandNames(List<@Nullable VariableName> names) implements Serializable {
  /** Names of one or two operands. */
  public static @Nullable OperandNames of(@Nullable VariableName... names) {
    for (VariableName name : names) {
      if (name != null) {
        return new OperandNames(java.util.Arrays.asList(names));
      }
    }
    return null;
  }

  /** The text to put behind "a nil value" for an operand; empty when it has no name. */
  static String describe(@Nullable OperandNames site, int operand) {
    if (site == null || operand >= site.names.size()) {
      return "";
    }
    VariableName name = site.names.get(operand);
    return name == null ? "" : name.toString();
  }
}
