package dev.moonbeam.core.term;

import org.jspecify.annotations.Nullable;

/**
 * The standard order of terms, equality and hashing: number, atom, reference, function, opaque, pid, tuple, map, nil,
 * list, bit string. Iterative on lists and bounded in Java stack on deep terms.
 */
public final class TermOrder {
  public static final int NUMBER = 0;
  public static final int ATOM = 1;
  public static final int REFERENCE = 2;
  public static final int FUN = 3;
  /** Host objects, Lua tables and other values that Erlang has no word for: where ports stand. */
  public static final int OPAQUE = 4;
  public static final int PID = 5;
  public static final int TUPLE = 6;
  public static final int MAP = 7;
  public static final int NIL = 8;
  public static final int LIST = 9;
  public static final int BITSTRING = 10;

  private TermOrder() {}

  /** Erlang's {@code =:=}. */
  public static boolean exactlyEqual(@Nullable Object left, @Nullable Object right) {
    throw new UnsupportedOperationException();
  }

  /** Erlang's {@code ==}: numbers by value. */
  public static boolean equal(Object left, Object right) {
    throw new UnsupportedOperationException();
  }

  /** Negative, zero or positive, in the standard order ({@code <}, {@code ==}). */
  public static int compare(Object left, Object right) {
    throw new UnsupportedOperationException();
  }

  /** As map keys are ordered: integers before floats, else as {@link #compare}. */
  public static int compareExact(Object left, Object right) {
    throw new UnsupportedOperationException();
  }

  /** Consistent with {@link #exactlyEqual}. */
  public static int hash(Object term) {
    throw new UnsupportedOperationException();
  }

  static int compareCodePoints(String left, String right) {
    int end = Math.min(left.length(), right.length());
    for (int i = 0; i < end; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        return Character.isSurrogate(l) == Character.isSurrogate(r)
            ? Character.compare(l, r)
            : Character.isSurrogate(l) ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
