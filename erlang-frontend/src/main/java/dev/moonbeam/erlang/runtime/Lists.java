package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import org.jspecify.annotations.Nullable;

/**
 * Lists to and from Java, charged by their length: one reduction for ten cells, 24 bytes a cell
 * made.
 */
public final class Lists {
  /** Bytes of one cell on the heap. */
  public static final int CELL = 24;

  private static final int CELLS_A_REDUCTION = 10;
  private static final int BATCH = 4096;

  private Lists() {}

  /** Length of a proper list, -1 for anything else. */
  public static int length(Process process, Object list) {
    int count = 0;
    Object rest = list;
    while (rest instanceof Cons cell) {
      if ((++count & BATCH - 1) == 0) {
        process.charge(BATCH / CELLS_A_REDUCTION);
      }
      rest = cell.tail;
    }
    if (count >= CELLS_A_REDUCTION) {
      process.charge((count & BATCH - 1) / CELLS_A_REDUCTION);
    }
    return rest == Nil.EMPTY ? count : -1;
  }

  /** The elements of a proper list in an array of the caller's own, null for anything else. */
  public static Object @Nullable [] toArray(Process process, Object list) {
    int count = length(process, list);
    if (count < 0) {
      return null;
    }
    if (count > BATCH) {
      process.reserve(8L * count);
    }
    Object[] elements = new Object[count];
    Object rest = list;
    for (int i = 0; i < count; i++) {
      Cons cell = (Cons) rest;
      elements[i] = cell.head;
      rest = cell.tail;
    }
    return elements;
  }

  /** A list of the elements in front of a tail. */
  public static Object fromArray(Process process, Object[] elements, Object tail) {
    return fromArray(process, elements, elements.length, tail);
  }

  /** A list of the first elements in front of a tail. */
  public static Object fromArray(Process process, Object[] elements, int count, Object tail) {
    if (count > BATCH) {
      process.reserve((long) CELL * count);
    }
    Object list = tail;
    for (int i = count - 1; i >= 0; i--) {
      list = new Cons(elements[i], list);
    }
    allocated(process, list, count);
    return list;
  }

  /** Charges for a list just made of so many new cells. */
  public static void allocated(Process process, Object list, long count) {
    if (count > 0) {
      process.allocated(list, CELL * count);
      if (count >= CELLS_A_REDUCTION) {
        process.charge(count / CELLS_A_REDUCTION);
      }
    }
  }

  /** The list of a text's code points. */
  public static Object ofText(Process process, String text) {
    Object list = Nil.EMPTY;
    int end = text.length();
    if (end > BATCH) {
      process.reserve((long) CELL * end);
    }
    for (int i = end; i > 0; ) {
      int c = text.codePointBefore(i);
      i -= Character.charCount(c);
      list = new Cons((long) c, list);
    }
    allocated(process, list, end);
    return list;
  }

  /** The list of a binary's bytes in front of a tail. */
  public static Object ofBytes(Process process, Binary binary, Object tail) {
    int count = binary.length();
    if (count > BATCH) {
      process.reserve((long) CELL * count);
    }
    Object list = tail;
    for (int i = count - 1; i >= 0; i--) {
      list = new Cons((long) binary.at(i), list);
    }
    allocated(process, list, count);
    return list;
  }

  /** The text of a list of characters, null when it is none. */
  public static @Nullable String toText(Process process, Object list) {
    StringBuilder text = new StringBuilder();
    Object rest = list;
    int count = 0;
    while (rest instanceof Cons cell) {
      if (!(cell.head instanceof Long c) || !Characters.isValid(c)) {
        return null;
      }
      text.appendCodePoint(c.intValue());
      rest = cell.tail;
      if ((++count & BATCH - 1) == 0) {
        process.charge(BATCH / CELLS_A_REDUCTION);
      }
    }
    return rest == Nil.EMPTY ? text.toString() : null;
  }
}
