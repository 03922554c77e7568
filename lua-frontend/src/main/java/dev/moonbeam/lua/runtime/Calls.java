package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calling values that may not be functions (manual, 2.4 {@code __call}). */
public final class Calls {
  /** A chain of __call longer than this is refused; each link adds an argument. */
  private static final int LONGEST_CHAIN = 200;

  private Calls() {}

  /**
   * What Lua's call protocol does with a callee that is no function; {@code site} is its {@link
   * VariableName}.
   */
  public static Object otherwise(
      Process process, Object callee, Object[] arguments, @Nullable Object site) {
    if (callee instanceof Fun builtin) {
      return builtin.callN(process, arguments); // in tail position, where the stack is deep
    }
    Object called = callee;
    Object[] all = arguments;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      Object handler = Metamethod.CALL.of(process, called);
      if (handler == null) {
        throw LuaError.operand(process, "call", called, (VariableName) site);
      }
      Object[] shifted = new Object[all.length + 1];
      shifted[0] = called;
      System.arraycopy(all, 0, shifted, 1, all.length);
      if (handler instanceof Fun function) {
        // A tail call through __call is one too.
        return process.room > process.tailFloor
            ? function.callN(process, shifted)
            : Special.tailCall(function, shifted);
      }
      process.charge(1 + (shifted.length >> 4));
      called = handler;
      all = shifted;
    }
    throw LuaError.raise(process, "stack overflow");
  }

  /** Calls any value, as a function of the library does, and gives its first result. */
  public static Object one(Process process, Object callee, Object... arguments) {
    LuaState state = LuaState.of(process);
    int nesting = state.nest(process);
    try {
      return callee instanceof Fun function
          ? process.call(function, arguments)
          : process.one(otherwise(process, callee, arguments, null));
    } finally {
      state.unnest(nesting);
    }
  }

  /**
   * Calls the handler of an event and gives its first result; a message about it names the event.
   */
  static Object metamethod(
      Process process, Metamethod event, Object handler, Object first, Object second) {
    return handler instanceof Fun function
        ? MetamethodCalls.call(process, event, function, first, second)
        : process.one(
            otherwise(
                process,
                handler,
                new Object[] {first, second},
                isInLibrary() ? null : new VariableName("metamethod", event.event())));
  }

  /** Whether a function of the library runs, whose operations have no names. */
  private static boolean isInLibrary() {
    List<Frames.Frame> frames = Frames.innermost(1);
    return !frames.isEmpty() && frames.getFirst().isLibrary();
  }

  /** As {@link #one}, giving all results. */
  public static Object[] all(Process process, Object callee, Object... arguments) {
    LuaState state = LuaState.of(process);
    int nesting = state.nest(process);
    try {
      return allHere(process, callee, arguments);
    } finally {
      state.unnest(nesting);
    }
  }

  /** As {@link #all}, where the level has been counted. */
  static Object[] allHere(Process process, Object callee, Object... arguments) {
    return callee instanceof Fun function
        ? process.callAll(function, arguments)
        : process.all(otherwise(process, callee, arguments, null));
  }
}
