package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The to-be-closed variables that are open in one coroutine (manual, 3.3.8), innermost last.
 * Generated code opens and closes them in pairs on every regular way out of a block. An error does
 * not run through the blocks it leaves: whoever catches it (pcall, xpcall, the end of a coroutine,
 * the base of a script) takes {@link #mark} before its call and {@link #unwind} after the error, as
 * Lua itself does. A kill runs nothing.
 *
 * <p>Each coroutine has its own list; who switches coroutines switches {@link LuaState#toBeClosed}.
 */
public final class ToBeClosed {
  private final List<Object> open = new ArrayList<>();

  static ToBeClosed of(Process process) {
    return LuaState.of(process).toBeClosed;
  }

  /**
   * Checks the value that a to-be-closed variable gets, notes it and gives it back. The site is the
   * variable's name.
   */
  public static Object open(Process process, Object value, @Nullable Object site) {
    Closing.check(process, value, site);
    if (value != Atom.NIL && value != Atom.FALSE) {
      of(process).open.add(value);
      process.allocated(value, 8);
    }
    return value;
  }

  /** Closes a variable at the regular end of its block. */
  public static Object close(Process process, Object value) {
    if (value == Atom.NIL || value == Atom.FALSE) {
      return value;
    }
    List<Object> open = of(process).open;
    // What an error left behind that nobody of ours caught is not closed any more.
    while (!open.isEmpty() && open.removeLast() != value) {}
    return Closing.close(process, value, Atom.NIL);
  }

  /** Takes out those opened since the mark without closing them: their run is undone. */
  void forget(int mark) {
    while (open.size() > mark) {
      open.removeLast();
    }
  }

  /** How many are open. */
  public int mark() {
    return open.size();
  }

  /**
   * Closes those opened since the mark, innermost first, each with the error as it then is: one
   * raised while closing takes the place of the one before.
   *
   * @param error what ends them, or null for a regular end (a coroutine closed from outside)
   * @return the error in the end
   */
  public @Nullable Raise unwind(Process process, int mark, @Nullable Raise error) {
    return unwind(process, mark, error, raised -> raised);
  }

  /** As {@link #unwind}, each error raised while closing going through a message handler first. */
  @Nullable Raise unwind(
      Process process, int mark, @Nullable Raise error, UnaryOperator<Raise> handler) {
    Raise last = error;
    while (open.size() > mark) {
      Object value = open.removeLast();
      try {
        Closing.unwind(process, value, last == null ? Atom.NIL : last.reason());
      } catch (Raise again) {
        last = handler.apply(again);
      }
    }
    return last;
  }
}
