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
  /**
   * Reductions for raising an error, for looking up where on the Java stack a script stands (1 to 2
   * us, some 10 ns each), and for keeping that stack for a message handler.
   */
  private static final int RAISING = 20;

  static final int LOOKING = 100;

  private static final int TRACING = 100;

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
    process.charge(LOOKING);
    return value(process, latin1(Frames.where(level) + message));
  }

  /** An error of a library function: the position is its caller's. */
  public static Raise library(Process process, String message) {
    return raiseAt(process, 2, message);
  }

  /** An error with a message of the script's that gets the position of the function at a level. */
  public static Raise valueAt(Process process, int level, Binary message) {
    process.charge(LOOKING);
    String where = Frames.where(level);
    return value(
        process, where.isEmpty() ? message : Concatenation.append(process, latin1(where), message));
  }

  /** An error with any value, without position. */
  public static Raise value(Process process, Object value) {
    process.charge(process.traces ? RAISING + TRACING : RAISING);
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
