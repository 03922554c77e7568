package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running function as the debug library sees it: its function value, its local variables, where
 * it stands. Only code of chunks that look at such things keeps activations ({@link Traced}); the
 * library functions it calls have one, too. Those of one coroutine form a list from the innermost
 * to the outermost; {@link Frames} joins it with the Java stack.
 *
 * <p>Thread-safety: confined to the process.
 */
public final class Activation {
  private static final Binary VARARG = Binary.of("(vararg)");
  private static final Binary TEMPORARY = Binary.of("(temporary)");
  private static final Binary C_TEMPORARY = Binary.of("(C temporary)");

  final Fun function;
  final @Nullable Activation caller;

  /** Whether it took the place of who called it. */
  final boolean tail;

  /** Surplus arguments of a Lua function, all of a library function. */
  private final Object[] arguments;

  private final boolean library;
  private final List<Binary> names = new ArrayList<>();
  private final List<Object> cells = new ArrayList<>();

  /** Current line, or -1. */
  int line = -1;

  /** Line of the last line event; 0 when the next line is one whatever it is. */
  int seenLine;

  /** Whether the function has no debug information. */
  boolean stripped;

  /** Whether a loop of it has just jumped back. */
  boolean back;

  /** What its running call calls its function. */
  @Nullable VariableName calling;

  /** Whether a hook runs for it. */
  boolean hooked;

  /** What a call or return hands over, and the number of the first of these as a local. */
  private Object[] transfer = Fun.NO_ARGUMENTS;

  private int transferFirst;

  Activation(
      Fun function,
      @Nullable Activation caller,
      boolean tail,
      boolean library,
      Object[] arguments) {
    this.function = function;
    this.caller = caller;
    this.tail = tail;
    this.library = library;
    this.arguments = arguments;
  }

  boolean isLibrary() {
    return library;
  }

  public Fun function() {
    return function;
  }

  public boolean isTailCall() {
    return tail;
  }

  /** Brings a variable into scope as number {@code depth} from 0; those from there on are gone. */
  void declare(Binary name, Object cell, int depth) {
    leave(depth);
    names.add(name);
    cells.add(cell);
  }

  void leave(int depth) {
    while (names.size() > depth) {
      names.removeLast();
      cells.removeLast();
    }
  }

  void handOver(Object[] values, int first) {
    transfer = values;
    transferFirst = first;
  }

  /** How many locals are in scope. */
  int locals() {
    return library ? arguments.length : names.size();
  }

  public int transferFirst() {
    return transfer.length == 0 ? 0 : transferFirst;
  }

  public int transferCount() {
    return transfer.length;
  }

  /** Name of a local as {@code debug.getlocal} numbers them, or null. */
  public @Nullable Binary localName(long index) {
    if (index < 0) {
      return library || -index > arguments.length ? null : VARARG;
    }
    if (index >= 1 && index <= locals()) {
      return library ? C_TEMPORARY : stripped ? TEMPORARY : names.get((int) index - 1);
    }
    if (index >= transferFirst && index < transferFirst + transfer.length && index > 0) {
      return library ? C_TEMPORARY : TEMPORARY;
    }
    // While a hook runs for it, what it works with is on its stack.
    return hooked && index == locals() + 1L ? TEMPORARY : null;
  }

  /** Its value; the name is known not to be null. */
  public Object local(dev.moonbeam.core.process.Process process, long index) {
    if (index < 0) {
      return arguments[(int) -index - 1];
    }
    if (index <= locals()) {
      return library ? arguments[(int) index - 1] : Cell.get(process, cells.get((int) index - 1));
    }
    long handed = index - transferFirst;
    return handed >= 0 && handed < transfer.length ? transfer[(int) handed] : Atom.NIL;
  }

  /** Assigns it; the name is known not to be null. */
  public void setLocal(dev.moonbeam.core.process.Process process, long index, Object value) {
    if (index < 0) {
      arguments[(int) -index - 1] = value;
    } else if (index <= locals()) {
      if (library) {
        arguments[(int) index - 1] = value;
      } else {
        Cell.set(process, cells.get((int) index - 1), value);
      }
    }
  }
}
