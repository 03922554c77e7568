package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/**
 * What each level of a recursion has still to do once the one above it has its result, where the
 * recursion runs as two loops: one that goes down and notes here what it will need, and one that
 * comes back. Each level notes equally many values, at most {@link #WIDEST}. Not seen by scripts;
 * used by the one process that made it.
 *
 * <p>The values lie in arrays that grow from level to level, so what a level takes is a few bytes
 * and no object of its own. They are charged to the process before they are used, and count against
 * the limit of depth as frames of the smallest functions would.
 */
public final class Levels {
  /** How many values a level may note. */
  public static final int WIDEST = 4;

  /** Values that the first array holds: recursion is mostly over short things. */
  private static final int FIRST = 16;

  /** And the largest: far below what the collectors treat in a way of its own. */
  private static final int LARGEST = 4096;

  /** Bytes of an array's header. */
  private static final int HEADER_BYTES = 16;

  private static final int REFERENCE_BYTES = 4;

  /**
   * Recursion leaves frames while a piece of stack has more room than this: to call is faster than
   * to note for what is not deep, such as a search tree, and some hundred frames do no harm. A
   * thread of the host has two thirds more.
   */
  private static final int ROOM = 96 * 1024;

  private static final Object[] NONE = {};

  private final int width;
  private final boolean numbered;
  private Object[] values = NONE;
  private int top;
  private @Nullable Full below;
  private long levelsBelow;

  /** An array that is full, and those before it. */
  private record Full(Object[] values, @Nullable Full below) {}

  private Levels(int width, boolean numbered) {
    this.width = width;
    this.numbered = numbered;
  }

  /** Whether recursion that can do without frames should, from here on. */
  public static boolean areDue(Process process) {
    return process.room < ROOM;
  }

  /**
   * For a recursion whose levels note {@code width} values, the first of which, where there are
   * several calls, says from which of {@code calls} a level was called: a number from 0.
   */
  public static Object make(long width, long calls) {
    return new Levels((int) width, calls > 1);
  }

  public static void push1(Process process, Object levels, Object a) {
    Levels all = (Levels) levels;
    int at = all.room(process);
    all.values[at] = a;
    all.top = at + 1;
  }

  public static void push2(Process process, Object levels, Object a, Object b) {
    Levels all = (Levels) levels;
    int at = all.room(process);
    Object[] values = all.values;
    values[at] = a;
    values[at + 1] = b;
    all.top = at + 2;
  }

  public static void push3(Process process, Object levels, Object a, Object b, Object c) {
    Levels all = (Levels) levels;
    int at = all.room(process);
    Object[] values = all.values;
    values[at] = a;
    values[at + 1] = b;
    values[at + 2] = c;
    all.top = at + 3;
  }

  public static void push4(Process process, Object levels, Object a, Object b, Object c, Object d) {
    Levels all = (Levels) levels;
    int at = all.room(process);
    Object[] values = all.values;
    values[at] = a;
    values[at + 1] = b;
    values[at + 2] = c;
    values[at + 3] = d;
    all.top = at + 4;
  }

  /** Whether no level is left. */
  public static boolean isEmpty(Object levels) {
    return ((Levels) levels).top == 0;
  }

  /** The value noted last, which is forgotten. Asked for when there is one. */
  public static Object pop(Object levels) {
    Levels all = (Levels) levels;
    int at = all.top - 1;
    Object value = all.values[at];
    // What is of no more use is not to be held for the time of what the levels below do.
    all.values[at] = null;
    all.top = at;
    if (at == 0) {
      all.back();
    }
    return value;
  }

  /** The calls that led to the present level, as {@link Raise.Turns} has them. */
  public static long history(Object levels) {
    Levels all = (Levels) levels;
    if (!all.numbered) {
      return all.top == 0 ? 0 : 1;
    }
    long history = 0;
    long latest = 0;
    int shift = 0;
    int at = all.top;
    Object[] values = all.values;
    Full below = all.below;
    while (at > 0 && shift < Long.SIZE) {
      at -= all.width;
      long call = 1 + (Long) values[at];
      if (call != latest) {
        history |= call << shift;
        shift += Raise.Turns.CALL_BITS;
        latest = call;
      }
      if (at == 0 && below != null) {
        values = below.values;
        at = values.length;
        below = below.below;
      }
    }
    return history;
  }

  /** Where the next level's values go. */
  private int room(Process process) {
    if (top == values.length) {
      grow(process);
    }
    return top;
  }

  private void grow(Process process) {
    int size = values.length == 0 ? FIRST : Math.min(4 * values.length, LARGEST);
    Object[] more = new Object[size - size % width];
    if (values.length > 0) {
      levelsBelow += values.length / width;
      long depth = process.depth() + levelsBelow * Calls.LEVEL_BYTES;
      if (Segment.left(process, depth) <= 0) {
        throw Segment.sneaky(process.depthExceeded());
      }
      below = new Full(values, below);
    }
    process.allocated(more, HEADER_BYTES + (long) REFERENCE_BYTES * more.length);
    values = more;
    top = 0;
  }

  private void back() {
    Full full = below;
    if (full != null) {
      values = full.values;
      top = values.length;
      below = full.below;
      levelsBelow -= values.length / width;
    }
  }
}
