package dev.moonbeam.core.term;

import java.math.BigInteger;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The standard order of terms, equality and hashing: number, atom, reference, function, opaque,
 * pid, tuple, map, nil, list, bit string (Erlang reference manual, "Term Comparisons"). Integers
 * and floats compare by their exact values, however large. Nothing here recurses in Java along a
 * term: lists are walked, deeper terms use a stack on the heap.
 *
 * <p>Each operation has a variant with a {@link WorkMeter}; whoever compares or hashes terms that a
 * script made uses that one.
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

  /** {@link #compareExact(Object, Object)} as a comparator, for keys of the core's own tables. */
  public static final Comparator<Object> EXACT = TermOrder::compareExact;

  private TermOrder() {}

  /** Erlang's {@code =:=}. */
  public static boolean exactlyEqual(@Nullable Object left, @Nullable Object right) {
    return exactlyEqual(left, right, WorkMeter.NONE);
  }

  /** Erlang's {@code =:=}, metered. */
  public static boolean exactlyEqual(
      @Nullable Object left, @Nullable Object right, WorkMeter meter) {
    if (left == right) {
      return true;
    }
    if (left == null || right == null || left instanceof Atom || right instanceof Atom) {
      return false;
    }
    if (left instanceof Long number) {
      return number.equals(right);
    }
    if (left instanceof Binary bytes) {
      return right instanceof Binary && bytes.equals(right);
    }
    return new TermComparison(true, true, meter).run(left, right) == 0;
  }

  /** Erlang's {@code ==}: numbers by value. */
  public static boolean equal(Object left, Object right) {
    return equal(left, right, WorkMeter.NONE);
  }

  /** Erlang's {@code ==}, metered. */
  public static boolean equal(Object left, Object right, WorkMeter meter) {
    if (left == right) {
      return true;
    }
    if (left instanceof Atom || right instanceof Atom) {
      return false;
    }
    if (left instanceof Long l && right instanceof Long r) {
      return l.longValue() == r.longValue();
    }
    if (left instanceof Binary l && right instanceof Binary r) {
      return l.equals(r);
    }
    return new TermComparison(false, true, meter).run(left, right) == 0;
  }

  /** Negative, zero or positive, in the standard order ({@code <}, {@code ==}). */
  public static int compare(Object left, Object right) {
    return compare(left, right, WorkMeter.NONE);
  }

  /** The standard order, metered. */
  public static int compare(Object left, Object right, WorkMeter meter) {
    if (left instanceof Long l && right instanceof Long r) {
      return Long.compare(l, r);
    }
    if (left instanceof Atom l && right instanceof Atom r) {
      return l.compareSameKind(r);
    }
    return new TermComparison(false, false, meter).run(left, right);
  }

  /** As map keys are ordered: integers before floats, else as {@link #compare}. */
  public static int compareExact(Object left, Object right) {
    return compareExact(left, right, WorkMeter.NONE);
  }

  /** The order of map keys, metered. */
  public static int compareExact(Object left, Object right, WorkMeter meter) {
    if (left instanceof Long l && right instanceof Long r) {
      return Long.compare(l, r);
    }
    if (left instanceof Atom l && right instanceof Atom r) {
      return l.compareSameKind(r);
    }
    return new TermComparison(true, false, meter).run(left, right);
  }

  /**
   * Consistent with {@link #exactlyEqual}; the same in every run but for functions and opaque
   * values.
   */
  public static int hash(Object term) {
    return hash(term, WorkMeter.NONE);
  }

  /** As {@link #hash(Object)}, metered. */
  public static int hash(Object term, WorkMeter meter) {
    return switch (term) {
      case Long number -> longHash(number);
      case Atom atom -> atom.termHash();
      case Cons _, Tuple _, TermMap _ -> new TermHash(meter).run(term);
      default -> leafHash(term);
    };
  }

  /** The place of a term's kind in the standard order. */
  public static int kindOf(Object term) {
    return switch (term) {
      case Long _, Double _, BigInteger _ -> NUMBER;
      case Cons _ -> LIST;
      case Tuple _ -> TUPLE;
      case Term other -> other.kind();
      default -> OPAQUE;
    };
  }

  /**
   * The exact order of two numbers of any of the three types; NaN, which only Lua makes, comes
   * last.
   */
  public static int compareNumbers(Object left, Object right) {
    return switch (left) {
      case Long l ->
          switch (right) {
            case Long r -> Long.compare(l, r);
            case Double r -> compareToReal(l, r);
            default -> -((BigInteger) right).signum();
          };
      case Double l ->
          switch (right) {
            case Long r -> -compareToReal(r, l);
            case Double r -> compareDoubles(l, r);
            default -> -compareToReal((BigInteger) right, l);
          };
      default -> {
        BigInteger l = (BigInteger) left;
        yield switch (right) {
          case Long _ -> l.signum();
          case Double r -> compareToReal(l, r);
          default -> l.compareTo((BigInteger) right);
        };
      }
    };
  }

  /** By value, with 0.0 and -0.0 equal. */
  private static int compareDoubles(double left, double right) {
    return left < right ? -1 : left > right ? 1 : left == right ? 0 : Double.compare(left, right);
  }

  /** An integer against a float, without rounding either. */
  public static int compareToReal(long integer, double real) {
    if (real >= 0x1p63 || Double.isNaN(real)) {
      return -1;
    }
    if (real < -0x1p63) {
      return 1;
    }
    long truncated = (long) real;
    if (integer != truncated) {
      return integer < truncated ? -1 : 1;
    }
    double fraction = real - truncated;
    return fraction > 0 ? -1 : fraction < 0 ? 1 : 0;
  }

  /** A big integer is outside the range of long, so only floats of that size need its digits. */
  private static int compareToReal(BigInteger integer, double real) {
    if (Double.isNaN(real)) {
      return -1;
    }
    if (Double.isInfinite(real) || Math.abs(real) < 0x1p63) {
      return Double.isInfinite(real) ? (real > 0 ? -1 : 1) : integer.signum();
    }
    return integer.compareTo(new java.math.BigDecimal(real).toBigInteger());
  }

  static int leafHash(Object term) {
    return switch (term) {
      case Long number -> longHash(number);
      // 0.0 and -0.0 are equal and so must hash alike.
      case Double real -> mix(Double.hashCode(real == 0 ? 0.0 : real) + 0x2545F491);
      case BigInteger number -> mix(number.hashCode() + 0x51ED270B);
      case Term other -> other.termHash();
      default -> System.identityHashCode(term);
    };
  }

  /**
   * Every bit of the number counts; {@code Long.hashCode} gives 0 for all of {@code I bsl 32 + I}.
   */
  private static int longHash(long number) {
    long h = number * 0x9E3779B97F4A7C15L;
    return mix((int) (h ^ h >>> 32));
  }

  /** Spreads every bit of the input over all bits of the result (the finisher of MurmurHash3). */
  static int mix(int value) {
    int h = value;
    h = (h ^ h >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
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
