package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/** Calls in protected mode (manual, 2.3): {@code pcall} and {@code xpcall}. Kills pass through. */
public final class Protected {
  private Protected() {}

  /** true and the results, or false and the error. */
  public static Object call(Process process, Object function, Object[] arguments) {
    return call(process, function, arguments, null);
  }

  /** As {@link #call}, the error going through a message handler first. */
  public static Object call(
      Process process, Object function, Object[] arguments, @Nullable Object handler) {
    LuaState state = LuaState.of(process);
    int room = process.room;
    int floor = process.tailFloor;
    boolean traces = process.traces;
    int open = state.toBeClosed.mark();
    int nesting = state.nesting();
    Activation activation = state.activation;
    process.traces = handler != null;
    try {
      state.nest(process);
      Object[] results = Calls.allHere(process, function, arguments);
      process.traces = traces;
      Object[] all = new Object[results.length + 1];
      all[0] = Atom.TRUE;
      System.arraycopy(results, 0, all, 1, results.length);
      return Special.values(all);
    } catch (Raise raise) {
      process.room = room;
      process.tailFloor = floor;
      state.unnest(nesting);
      state.activation = activation;
      Raise last =
          handler == null
              ? state.toBeClosed.unwind(process, open, raise)
              : state.toBeClosed.unwind(
                  process,
                  open,
                  handle(process, state, handler, raise),
                  again -> handle(process, state, handler, again));
      process.traces = traces;
      return Special.values(new Object[] {Atom.FALSE, last == null ? Atom.NIL : last.reason()});
    } finally {
      state.unnest(nesting);
    }
  }

  /**
   * A call whose results nobody wants. The process is left as it was found.
   *
   * @return the error it ended with; null when all went well
   */
  static @Nullable Raise run(Process process, Fun function, Object argument) {
    LuaState state = LuaState.of(process);
    int room = process.room;
    int floor = process.tailFloor;
    boolean traces = process.traces;
    int open = state.toBeClosed.mark();
    Activation activation = state.activation;
    process.traces = false;
    try {
      process.call(function, argument);
      return null;
    } catch (Raise raise) {
      process.room = room;
      process.tailFloor = floor;
      state.activation = activation;
      return state.toBeClosed.unwind(process, open, raise);
    } finally {
      process.traces = traces;
    }
  }

  /** A handler that needs the whole stack is not given it a second time. */
  private static boolean isOverflow(Raise error) {
    return error.reason() instanceof Binary text
        && text.toLatin1().endsWith("stack overflow")
        && !text.toLatin1().endsWith(LuaState.C_STACK_OVERFLOW);
  }

  /** What is left of an error when its message handler has failed for good. */
  static Raise errorInErrorHandling() {
    return new Raise(Atom.ERROR, LuaError.latin1("error in error handling"), false);
  }

  /**
   * The error as the handler words it. The stack is unwound already, but the handler sees the one
   * of the error: {@code debug.traceback} reads it from {@link LuaState#handled}.
   *
   * <p>An error in the handler is handed to the handler in turn, one level deeper each time, until
   * the levels are used up; the error that this is goes to the handler, too, and then a few more
   * levels are granted.
   */
  private static Raise handle(Process process, LuaState state, Object handler, Raise raise) {
    Raise before = state.handled;
    int nesting = state.nesting();
    int last = LuaState.MOST_NESTED + LuaState.NESTED_IN_HANDLERS;
    Raise current = raise;
    try {
      for (int level = nesting + 1; level < last; level++) {
        if (level == LuaState.MOST_NESTED) {
          current = new Raise(Atom.ERROR, LuaError.latin1(LuaState.C_STACK_OVERFLOW), false);
          continue;
        }
        state.handled = current;
        state.unnest(level);
        try {
          return new Raise(Atom.ERROR, Calls.one(process, handler, current.reason()), false);
        } catch (Raise again) {
          current = again;
          if (isOverflow(again)) {
            break;
          }
        }
      }
      return errorInErrorHandling();
    } finally {
      state.handled = before;
      state.unnest(nesting);
    }
  }
}
