package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import org.jspecify.annotations.Nullable;

/** To-be-closed variables (manual, 3.3.8) and the errors that pass through them. */
public final class Closing {
  private Closing() {}

  /** Checks the value that a to-be-closed variable gets and gives it back. */
  public static Object check(Process process, Object value, @Nullable Object site) {
    if (value != Atom.NIL && value != Atom.FALSE && Metamethod.CLOSE.of(process, value) == null) {
      String name = site instanceof VariableName variable ? variable.name() : "?";
      throw LuaError.raise(process, "variable '" + name + "' got a non-closable value");
    }
    return value;
  }

  /**
   * Closes it: calls {@code __close} with the value and the error, which is nil where there is
   * none.
   */
  public static Object close(Process process, Object value, Object error) {
    if (value != Atom.NIL && value != Atom.FALSE) {
      Object handler = Metamethod.CLOSE.of(process, value);
      if (handler == null) {
        throw LuaError.operand(process, "call", Atom.NIL, " (metamethod 'close')");
      }
      Calls.metamethod(process, Metamethod.CLOSE, handler, value, error);
    }
    return Atom.NIL;
  }

  /**
   * As {@link #close}, where an error or the end of a coroutine closes it and no code of its
   * function.
   */
  static void unwind(Process process, Object value, Object error) {
    MetamethodCalls.unwinding(process, value, error);
  }

  /** The error value of what a Try has caught. */
  public static Object errorValue(Object raised) {
    return ((Raise) raised).reason();
  }

  /** Goes on with an error that was caught. Never returns. */
  public static Object rethrow(Object raised) {
    throw (Raise) raised;
  }
}
