package dev.moonbeam.lua.runtime;

import java.io.Serializable;

/**
 * How an error message calls the variable at fault, as in {@code (local 'x')}.
 *
 * @param kind global, local, upvalue, field, method, constant
 */
public record VariableName(String kind, String name) implements Serializable {
  /** With a leading blank, to stand behind "a nil value". */
  @Override
  public String toString() {
    return " (" + kind + " '" + name + "')";
  }
}
