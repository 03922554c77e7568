package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;

/**
 * Making terms and taking them apart, for compiled code. Compiled code charges what these allocate
 * unless said.
 */
public final class Construction {
  private static final int CELLS_A_REDUCTION = 10;

  private Construction() {}

  /** The array becomes the tuple. */
  public static Object tuple(Object[] elements) {
    return elements.length == 0 ? Tuple.EMPTY : new Tuple(elements);
  }

  public static Object list(Object[] elements, Object tail) {
    return Cons.listWithTail(tail, elements);
  }

  /** What a comprehension gathered, in order. Charges its allocation. */
  public static Object reverse(Process process, Object list) {
    Object reversed = Nil.EMPTY;
    int count = 0;
    for (Object rest = list; rest instanceof Cons cell; rest = cell.tail) {
      reversed = new Cons(cell.head, reversed);
      count++;
    }
    if (count > 0) {
      process.allocated(reversed, (long) count * Lists.CELL);
      process.charge(count / CELLS_A_REDUCTION);
    }
    return reversed;
  }

  /** {@code div} by a constant other than 0 and -1. */
  public static long quotient(long left, long right) {
    return left / right;
  }

  /** A reference that is nowhere else. */
  public static Object newReference(Process process) {
    return process.node().nextReference();
  }
}
