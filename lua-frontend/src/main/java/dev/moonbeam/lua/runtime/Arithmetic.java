package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic and bitwise operators (manual, 3.4.1 to 3.4.3): integers wrap, a float operand makes
 * it a float operation, strings are converted, anything else asks its metatable.
 */
public final class Arithmetic {
  private Arithmetic() {}

  // ---------------------------------------------------------------------------------------------------- the operators

  public static Object add(Process process, Object a, Object b, @Nullable Object site) {
    if (a instanceof Long x && b instanceof Long y) {
      return x + y;
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x + y;
      }
      if (b instanceof Long y) {
        return x + y;
      }
    } else if (a instanceof Long x && b instanceof Double y) {
      return x + y;
    }
    return slow(process, Metamethod.ADD, a, b, site);
  }

  public static Object sub(Process process, Object a, Object b, @Nullable Object site) {
    if (a instanceof Long x && b instanceof Long y) {
      return x - y;
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x - y;
      }
      if (b instanceof Long y) {
        return x - y;
      }
    } else if (a instanceof Long x && b instanceof Double y) {
      return x - y;
    }
    return slow(process, Metamethod.SUB, a, b, site);
  }

  public static Object mul(Process process, Object a, Object b, @Nullable Object site) {
    if (a instanceof Long x && b instanceof Long y) {
      return x * y;
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x * y;
      }
      if (b instanceof Long y) {
        return x * y;
      }
    } else if (a instanceof Long x && b instanceof Double y) {
      return x * y;
    }
    return slow(process, Metamethod.MUL, a, b, site);
  }

  public static Object div(Process process, Object a, Object b, @Nullable Object site) {
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x / y;
      }
      if (b instanceof Long y) {
        return x / y;
      }
    } else if (a instanceof Long x) {
      if (b instanceof Double y) {
        return x / y;
      }
      if (b instanceof Long y) {
        return (double) x / (double) y;
      }
    }
    return slow(process, Metamethod.DIV, a, b, site);
  }

  public static Object mod(Process process, Object a, Object b, @Nullable Object site) {
    if (a instanceof Long x && b instanceof Long y) {
      return mod(process, (long) x, (long) y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return mod((double) x, (double) y);
    }
    return slow(process, Metamethod.MOD, a, b, site);
  }

  public static Object idiv(Process process, Object a, Object b, @Nullable Object site) {
    if (a instanceof Long x && b instanceof Long y) {
      return idiv(process, (long) x, (long) y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return idiv((double) x, (double) y);
    }
    return slow(process, Metamethod.IDIV, a, b, site);
  }

  public static Object pow(Process process, Object a, Object b, @Nullable Object site) {
    if (a instanceof Double x && b instanceof Double y) {
      return pow((double) x, (double) y);
    }
    return slow(process, Metamethod.POW, a, b, site);
  }

  public static Object unm(Process process, Object a, @Nullable Object site) {
    if (a instanceof Long x) {
      return -x;
    }
    if (a instanceof Double x) {
      return unm((double) x);
    }
    return slow(process, Metamethod.UNM, a, a, site);
  }

  public static Object band(Process process, Object a, Object b, @Nullable Object site) {
    return a instanceof Long x && b instanceof Long y
        ? (Object) (x & y)
        : bitwise(process, Metamethod.BAND, a, b, site);
  }

  public static Object bor(Process process, Object a, Object b, @Nullable Object site) {
    return a instanceof Long x && b instanceof Long y
        ? (Object) (x | y)
        : bitwise(process, Metamethod.BOR, a, b, site);
  }

  public static Object bxor(Process process, Object a, Object b, @Nullable Object site) {
    return a instanceof Long x && b instanceof Long y
        ? (Object) (x ^ y)
        : bitwise(process, Metamethod.BXOR, a, b, site);
  }

  public static Object shl(Process process, Object a, Object b, @Nullable Object site) {
    return a instanceof Long x && b instanceof Long y
        ? (Object) shl((long) x, (long) y)
        : bitwise(process, Metamethod.SHL, a, b, site);
  }

  public static Object shr(Process process, Object a, Object b, @Nullable Object site) {
    return a instanceof Long x && b instanceof Long y
        ? (Object) shr((long) x, (long) y)
        : bitwise(process, Metamethod.SHR, a, b, site);
  }

  public static Object bnot(Process process, Object a, @Nullable Object site) {
    return a instanceof Long x ? (Object) ~x : bitwise(process, Metamethod.BNOT, a, a, site);
  }

  // ------------------------------------------------------------------------------------------- on
  // numbers of one type

  public static double add(long a, double b) {
    return a + b;
  }

  public static double add(double a, long b) {
    return a + b;
  }

  public static double sub(long a, double b) {
    return a - b;
  }

  public static double sub(double a, long b) {
    return a - b;
  }

  public static double mul(long a, double b) {
    return a * b;
  }

  public static double mul(double a, long b) {
    return a * b;
  }

  public static double div(long a, double b) {
    return a / b;
  }

  public static double div(double a, long b) {
    return a / b;
  }

  public static double div(long a, long b) {
    return (double) a / (double) b;
  }

  /** The remainder has the divisor's sign. */
  public static long mod(Process process, long a, long b) {
    if (b == 0) {
      throw LuaError.raise(process, "attempt to perform 'n%0'");
    }
    return Math.floorMod(a, b);
  }

  public static double mod(double a, double b) {
    double rest = a % b;
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
  }

  public static long idiv(Process process, long a, long b) {
    if (b == 0) {
      throw LuaError.raise(process, "attempt to divide by zero");
    }
    return Math.floorDiv(a, b);
  }

  public static double idiv(double a, double b) {
    return Math.floor(a / b);
  }

  /**
   * C's pow, which unlike Java's gives 1 for 1 to the power of anything and for -1 to an infinite
   * power.
   */
  public static double pow(double a, double b) {
    if (b == 2) {
      return a * a;
    }
    if (b == 0.5 && a > 0) {
      return Math.sqrt(a);
    }
    return a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b);
  }

  /** Negation that a NaN remembers: see {@link Numbers#format(double)}. */
  public static double unm(double a) {
    return a != a ? Numbers.negatedNaN(a) : -a;
  }

  public static long shl(long a, long b) {
    return b <= -64 || b >= 64 ? 0 : b >= 0 ? a << b : a >>> -b;
  }

  public static long shr(long a, long b) {
    return b <= -64 || b >= 64 ? 0 : b >= 0 ? a >>> b : a << -b;
  }

  // -----------------------------------------------------------------------------------------
  // conversion, metamethods

  private static Object slow(
      Process process, Metamethod event, Object a, Object b, @Nullable Object site) {
    if (a instanceof Number && b instanceof Number) {
      return apply(process, event, a, b);
    }
    Object handler = event.of(process, a);
    if (handler == null) {
      handler = event.of(process, b);
    }
    if (handler == null) {
      throw operandError(process, "perform arithmetic on", a, b, (OperandNames) site);
    }
    if (handler instanceof StringArithmetic) {
      return onStrings(process, event, a, b);
    }
    return Calls.metamethod(process, event, handler, a, b);
  }

  /**
   * What the arithmetic metamethods of strings do: convert both operands, or leave it to the second
   * one's metatable.
   */
  static Object onStrings(Process process, Metamethod event, Object a, Object b) {
    Object x = Numbers.toNumber(process, a);
    Object y = x == null ? null : Numbers.toNumber(process, b);
    if (y != null) {
      return apply(process, event, x, y);
    }
    Object handler = b instanceof Binary ? null : event.of(process, b);
    if (handler == null || handler instanceof StringArithmetic) {
      throw LuaError.raise(
          process,
          "attempt to %s a '%s' with a '%s'"
              .formatted(event.event(), LuaType.of(a).word(), LuaType.of(b).word()));
    }
    return Calls.metamethod(process, event, handler, a, b);
  }

  /** The operation on two numbers. */
  static Object apply(Process process, Metamethod event, Object x, Object y) {
    if (x instanceof Long m && y instanceof Long n) {
      long a = m;
      long b = n;
      switch (event) {
        case ADD:
          return a + b;
        case SUB:
          return a - b;
        case MUL:
          return a * b;
        case MOD:
          return mod(process, a, b);
        case IDIV:
          return idiv(process, a, b);
        case UNM:
          return -a;
        default:
          break;
      }
    }
    double a = ((Number) x).doubleValue();
    double b = ((Number) y).doubleValue();
    return switch (event) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case MOD -> mod(a, b);
      case IDIV -> idiv(a, b);
      case POW -> pow(a, b);
      case UNM -> unm(a);
      default -> throw new IllegalArgumentException(event.name());
    };
  }

  private static Object bitwise(
      Process process, Metamethod event, Object a, Object b, @Nullable Object site) {
    if (a instanceof Number && b instanceof Number) {
      return applyBitwise(
          event, integerOperand(process, a, 0, site), integerOperand(process, b, 1, site));
    }
    Object handler = event.of(process, a);
    if (handler == null) {
      handler = event.of(process, b);
    }
    if (handler != null) {
      return Calls.metamethod(process, event, handler, a, b);
    }
    throw operandError(process, "perform bitwise operation on", a, b, (OperandNames) site);
  }

  private static long applyBitwise(Metamethod event, long a, long b) {
    return switch (event) {
      case BAND -> a & b;
      case BOR -> a | b;
      case BXOR -> a ^ b;
      case SHL -> shl(a, b);
      case SHR -> shr(a, b);
      case BNOT -> ~a;
      default -> throw new IllegalArgumentException(event.name());
    };
  }

  private static long integerOperand(
      Process process, Object number, int operand, @Nullable Object site) {
    Long integer = Numbers.integerOf(number);
    if (integer == null) {
      throw LuaError.raise(
          process,
          "number"
              + OperandNames.describe((OperandNames) site, operand)
              + " has no integer representation");
    }
    return integer;
  }

  /** Blames the first operand unless that is a number. */
  private static Raise operandError(
      Process process, String operation, Object a, Object b, @Nullable OperandNames site) {
    int culprit = a instanceof Number ? 1 : 0;
    return LuaError.operand(
        process, operation, culprit == 0 ? a : b, OperandNames.describe(site, culprit));
  }
}
