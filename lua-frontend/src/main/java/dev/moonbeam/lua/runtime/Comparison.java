package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Equality, order and truth (manual, 3.4.4 and 3.4.5). Integers and floats compare by their exact
 * values.
 */
public final class Comparison {
  private static final double TWO_TO_63 = 0x1p63;
  private static final long EXACT = 1L << 53;

  /** Strings beyond this length are compared at a charge: 256 bytes take as long as a step. */
  private static final int LONG_TEXT = 4096;

  private Comparison() {}

  // ------------------------------------------------------------------------------------------------------- equality

  public static boolean eq(Process process, Object a, Object b) {
    if (a == b) {
      return !(a instanceof Double real) || !real.isNaN();
    }
    if (a instanceof LuaTable x && b instanceof LuaTable y
        || a instanceof LuaUserdata && b instanceof LuaUserdata) {
      Object handler = Metamethod.EQ.of(process, a);
      if (handler == null) {
        handler = Metamethod.EQ.of(process, b);
      }
      return handler != null && truthy(Calls.metamethod(process, Metamethod.EQ, handler, a, b));
    }
    if (a instanceof Binary x
        && x.length() > LONG_TEXT
        && b instanceof Binary y
        && x.length() == y.length()) {
      process.charge(x.length() >> 8);
    }
    return rawEqual(a, b);
  }

  public static boolean ne(Process process, Object a, Object b) {
    return !eq(process, a, b);
  }

  /** Equality without metamethods. */
  public static boolean rawEqual(Object a, Object b) {
    return switch (a) {
      case Long x ->
          b instanceof Long y
              ? (long) x == y
              : b instanceof Double real && eq((long) x, (double) real);
      case Double x ->
          b instanceof Double y
              ? (double) x == y
              : b instanceof Long integer && eq((long) integer, (double) x);
      case Binary x -> b instanceof Binary y && x.equals(y);
      default -> a == b || a.equals(b);
    };
  }

  public static boolean eq(long a, double b) {
    return (long) b == a && (double) a == b && b != TWO_TO_63;
  }

  public static boolean eq(double a, long b) {
    return eq(b, a);
  }

  public static boolean ne(long a, double b) {
    return !eq(a, b);
  }

  public static boolean ne(double a, long b) {
    return !eq(b, a);
  }

  public static boolean isNil(Object value) {
    return value == Atom.NIL;
  }

  public static boolean truthy(@Nullable Object value) {
    return value != Atom.NIL && value != Atom.FALSE;
  }

  public static boolean not(Object value) {
    return value == Atom.NIL || value == Atom.FALSE;
  }

  // ---------------------------------------------------------------------------------------------------------- order

  public static boolean lt(Process process, Object a, Object b) {
    if (a instanceof Long x) {
      if (b instanceof Long y) {
        return x < y;
      }
      if (b instanceof Double y) {
        return lt((long) x, (double) y);
      }
    } else if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x < y;
      }
      if (b instanceof Long y) {
        return lt((double) x, (long) y);
      }
    } else if (a instanceof Binary x && b instanceof Binary y) {
      return compare(process, x, y) < 0;
    }
    return byMetamethod(process, Metamethod.LT, a, b);
  }

  public static boolean le(Process process, Object a, Object b) {
    if (a instanceof Long x) {
      if (b instanceof Long y) {
        return x <= y;
      }
      if (b instanceof Double y) {
        return le((long) x, (double) y);
      }
    } else if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x <= y;
      }
      if (b instanceof Long y) {
        return le((double) x, (long) y);
      }
    } else if (a instanceof Binary x && b instanceof Binary y) {
      return compare(process, x, y) <= 0;
    }
    return byMetamethod(process, Metamethod.LE, a, b);
  }

  public static boolean gt(Process process, Object a, Object b) {
    return lt(process, b, a);
  }

  public static boolean ge(Process process, Object a, Object b) {
    return le(process, b, a);
  }

  public static boolean lt(long a, double b) {
    if (-EXACT <= a && a <= EXACT) {
      return a < b;
    }
    return b >= TWO_TO_63 || b > -TWO_TO_63 && a < (long) Math.ceil(b);
  }

  public static boolean le(long a, double b) {
    if (-EXACT <= a && a <= EXACT) {
      return a <= b;
    }
    return b >= TWO_TO_63 || b >= -TWO_TO_63 && a <= (long) Math.floor(b);
  }

  public static boolean lt(double a, long b) {
    if (-EXACT <= b && b <= EXACT) {
      return a < b;
    }
    return a < -TWO_TO_63 || a < TWO_TO_63 && (long) Math.floor(a) < b;
  }

  public static boolean le(double a, long b) {
    if (-EXACT <= b && b <= EXACT) {
      return a <= b;
    }
    return a < -TWO_TO_63 || a < TWO_TO_63 && (long) Math.ceil(a) <= b;
  }

  public static boolean gt(long a, double b) {
    return lt(b, a);
  }

  public static boolean gt(double a, long b) {
    return lt(b, a);
  }

  public static boolean ge(long a, double b) {
    return le(b, a);
  }

  public static boolean ge(double a, long b) {
    return le(b, a);
  }

  /** Strings are ordered by their bytes, as in the C locale. */
  static int compare(Process process, Binary a, Binary b) {
    process.charge(Math.min(a.length(), b.length()) >> 5);
    return Arrays.compareUnsigned(
        a.array(),
        a.offset(),
        a.offset() + a.length(),
        b.array(),
        b.offset(),
        b.offset() + b.length());
  }

  private static @Nullable Object handler(Process process, Metamethod event, Object a, Object b) {
    Object handler = event.of(process, a);
    return handler == null ? event.of(process, b) : handler;
  }

  private static boolean byMetamethod(Process process, Metamethod event, Object a, Object b) {
    Object handler = handler(process, event, a, b);
    if (handler == null) {
      // The reference implementation is built compatible with 5.3 unless told otherwise.
      Object less = event == Metamethod.LE ? handler(process, Metamethod.LT, b, a) : null;
      if (less != null) {
        return !truthy(Calls.metamethod(process, event, less, b, a));
      }
      throw error(process, a, b);
    }
    return truthy(Calls.metamethod(process, event, handler, a, b));
  }

  static Raise error(Process process, Object a, Object b) {
    String left = LuaError.typeName(process, a);
    String right = LuaError.typeName(process, b);
    return LuaError.raise(
        process,
        left.equals(right)
            ? "attempt to compare two " + left + " values"
            : "attempt to compare " + left + " with " + right);
  }
}
