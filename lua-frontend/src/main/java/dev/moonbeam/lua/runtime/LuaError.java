package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Makes the errors that the runtime and the library raise: a {@link Raise} of class error whose
 * reason is the message as a Lua string, with {@code chunk:line:} of the Lua function at fault in
 * front. The methods return what the caller throws.
 */
public final class LuaError {
  private LuaError() {}

  /** An error at the innermost Lua function. */
  public static Raise raise(Process process, String message) {
    return raiseAt(process, 1, message);
  }

  /**
   * An error whose message blames the function at that level (1: the innermost Lua or library
   * function's caller).
   */
  public static Raise raiseAt(Process process, int level, String message) {
    return value(process, latin1(Frames.where(level) + message));
  }

  /** An error of a library function: the position is its caller's. */
  public static Raise library(Process process, String message) {
    return raiseAt(process, 2, message);
  }

  /** An error with a message of the script's that gets the position of the function at a level. */
  public static Raise valueAt(Process process, int level, Binary message) {
    String where = Frames.where(level);
    return value(
        process, where.isEmpty() ? message : Concatenation.append(process, latin1(where), message));
  }

  /** An error with any value, without position. */
  public static Raise value(Process process, Object value) {
    return new Raise(Atom.ERROR, value, process.traces);
  }

  /** Messages carry bytes of script strings one to one. */
  static Binary latin1(String text) {
    return Binary.ofLatin1(text);
  }

  /** "attempt to index a nil value (local 'x')" and its like. */
  static Raise operand(
      Process process, String operation, Object culprit, @Nullable VariableName name) {
    return operand(process, operation, culprit, name == null ? "" : name.toString());
  }

  static Raise operand(Process process, String operation, Object culprit, String name) {
    return raise(
        process, "attempt to " + operation + " a " + typeName(process, culprit) + " value" + name);
  }

  /** The type's word, or what the metatable's {@code __name} says. */
  public static String typeName(Process process, Object value) {
    if (value instanceof LuaTable || value instanceof LuaUserdata) {
      if (Metamethod.NAME.of(process, value) instanceof Binary name) {
        process.charge(name.length() >> 4);
        return VariableName.toZero(name.toLatin1());
      }
    }
    return LuaType.of(value).word();
  }
}
