package dev.moonbeam.lua.runtime;

import java.io.Serializable;

/**
 * How an error message calls the variable at fault, as in {@code (local 'x')}.
 *
 * @param kind global, local, upvalue, field, method, constant
 */
public record VariableName(String kind, String name) implements Serializable {
  public VariableName {
    name = toZero(name);
  }

  /** What a message shows of a name: it ends at a zero byte, as strings in C do. */
  public static String toZero(String name) {
    int zero = name.indexOf(0);
    return zero < 0 ? name : name.substring(0, zero);
  }

  /** With a leading blank, to stand behind "a nil value". */
  @Override
  public String toString() {
    return " (" + kind + " '" + name + "')";
  }
}
