package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import java.math.BigInteger;

/**
 * Erlang's operators on terms (reference manual, "Arithmetic Expressions", "Term Comparisons",
 * "Boolean Expressions", "List Operations"). Compiled code calls these where operands are not known
 * to be small integers or floats. Integers never overflow; floats are always finite, anything else
 * is badarith.
 */
public final class Operators {
  private Operators() {}

  /** {@code Left + Right}. */
  public static Object add(Process process, Object left, Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      long sum = l + r;
      return ((l ^ sum) & (r ^ sum)) < 0
          ? BigInteger.valueOf(l).add(BigInteger.valueOf(r))
          : (Object) sum;
    }
    if (left instanceof Double l && right instanceof Double r) {
      return finite(process, l + r, left, right);
    }
    return addSlowly(process, left, right);
  }

  private static Object addSlowly(Process process, Object left, Object right) {
    if (Numbers.isInteger(left) && Numbers.isInteger(right)) {
      BigInteger l = Numbers.big(left);
      BigInteger r = Numbers.big(right);
      Numbers.chargeLinear(process, l, r);
      return Numbers.result(process, l.add(r));
    }
    return finite(
        process, real(process, left, left, right) + real(process, right, left, right), left, right);
  }

  /** {@code Left - Right}. */
  public static Object subtract(Process process, Object left, Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      long difference = l - r;
      return ((l ^ r) & (l ^ difference)) < 0
          ? BigInteger.valueOf(l).subtract(BigInteger.valueOf(r))
          : (Object) difference;
    }
    if (left instanceof Double l && right instanceof Double r) {
      return finite(process, l - r, left, right);
    }
    return subtractSlowly(process, left, right);
  }

  private static Object subtractSlowly(Process process, Object left, Object right) {
    if (Numbers.isInteger(left) && Numbers.isInteger(right)) {
      BigInteger l = Numbers.big(left);
      BigInteger r = Numbers.big(right);
      Numbers.chargeLinear(process, l, r);
      return Numbers.result(process, l.subtract(r));
    }
    return finite(
        process, real(process, left, left, right) - real(process, right, left, right), left, right);
  }

  /** {@code Left * Right}. */
  public static Object multiply(Process process, Object left, Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      long low = l * r;
      return Math.multiplyHigh(l, r) == low >> 63
          ? (Object) low
          : BigInteger.valueOf(l).multiply(BigInteger.valueOf(r));
    }
    if (left instanceof Double l && right instanceof Double r) {
      return finite(process, l * r, left, right);
    }
    return multiplySlowly(process, left, right);
  }

  private static Object multiplySlowly(Process process, Object left, Object right) {
    if (Numbers.isInteger(left) && Numbers.isInteger(right)) {
      BigInteger l = Numbers.big(left);
      BigInteger r = Numbers.big(right);
      Numbers.checkBits(process, (long) l.bitLength() + r.bitLength() - 1);
      Numbers.chargeProduct(process, l, r);
      return Numbers.result(process, l.multiply(r));
    }
    return finite(
        process, real(process, left, left, right) * real(process, right, left, right), left, right);
  }

  /** {@code Left / Right}: always a float. */
  public static Object divide(Process process, Object left, Object right) {
    double divisor = real(process, right, left, right);
    double dividend = real(process, left, left, right);
    if (divisor == 0) {
      throw Errors.badarith(process, left, right);
    }
    return finite(process, dividend / divisor, left, right);
  }

  /** {@code Left div Right}: towards zero. */
  public static Object div(Process process, Object left, Object right) {
    if (left instanceof Long l && right instanceof Long r && r != 0) {
      return r == -1 ? negate(process, left) : (Object) (l / r);
    }
    checkIntegers(process, left, right);
    BigInteger divisor = Numbers.big(right);
    BigInteger dividend = Numbers.big(left);
    if (divisor.signum() == 0) {
      throw Errors.badarith(process, left, right);
    }
    Numbers.chargeProduct(process, dividend, divisor);
    return Numbers.result(process, dividend.divide(divisor));
  }

  /** {@code Left rem Right}: with the sign of the dividend. */
  public static Object rem(Process process, Object left, Object right) {
    if (left instanceof Long l && right instanceof Long r && r != 0) {
      return l % r;
    }
    checkIntegers(process, left, right);
    BigInteger divisor = Numbers.big(right);
    BigInteger dividend = Numbers.big(left);
    if (divisor.signum() == 0) {
      throw Errors.badarith(process, left, right);
    }
    Numbers.chargeProduct(process, dividend, divisor);
    return Numbers.result(process, dividend.remainder(divisor));
  }

  /** {@code rem} of unboxed operands: the remainder always fits. */
  public static long remLong(Process process, long left, long right) {
    if (right == 0) {
      throw Errors.badarith(process, left, right);
    }
    return left % right;
  }

  /** {@code div} of unboxed operands; a term, as the least long divided by -1 does not fit. */
  public static Object divLong(Process process, long left, long right) {
    if (right == 0) {
      throw Errors.badarith(process, left, right);
    }
    return right == -1 ? negate(process, left) : (Object) (left / right);
  }

  /** {@code /} of unboxed floats. */
  public static double divideDouble(Process process, double left, double right) {
    double quotient = left / right;
    if (right == 0 || !Double.isFinite(quotient)) {
      throw Errors.badarith(process, left, right);
    }
    return quotient;
  }

  /** {@code + - *} of unboxed floats are done in line; this checks what they gave. */
  public static double checkFinite(Process process, double value) {
    if (!Double.isFinite(value)) {
      throw Errors.badarith(process);
    }
    return value;
  }

  public static double addDouble(Process process, double left, double right) {
    double sum = left + right;
    if (!Double.isFinite(sum)) {
      throw Errors.badarith(process, left, right);
    }
    return sum;
  }

  public static double subtractDouble(Process process, double left, double right) {
    double difference = left - right;
    if (!Double.isFinite(difference)) {
      throw Errors.badarith(process, left, right);
    }
    return difference;
  }

  public static double multiplyDouble(Process process, double left, double right) {
    double product = left * right;
    if (!Double.isFinite(product)) {
      throw Errors.badarith(process, left, right);
    }
    return product;
  }

  public static Object band(Process process, Object left, Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return l & r;
    }
    checkIntegers(process, left, right);
    BigInteger l = Numbers.big(left);
    BigInteger r = Numbers.big(right);
    Numbers.chargeLinear(process, l, r);
    return Numbers.result(process, l.and(r));
  }

  public static Object bor(Process process, Object left, Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return l | r;
    }
    checkIntegers(process, left, right);
    BigInteger l = Numbers.big(left);
    BigInteger r = Numbers.big(right);
    Numbers.chargeLinear(process, l, r);
    return Numbers.result(process, l.or(r));
  }

  public static Object bxor(Process process, Object left, Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return l ^ r;
    }
    checkIntegers(process, left, right);
    BigInteger l = Numbers.big(left);
    BigInteger r = Numbers.big(right);
    Numbers.chargeLinear(process, l, r);
    return Numbers.result(process, l.xor(r));
  }

  public static Object bnot(Process process, Object operand) {
    if (operand instanceof Long number) {
      return ~number;
    }
    if (operand instanceof BigInteger number) {
      return Numbers.result(process, number.not());
    }
    throw Errors.badarith(process, operand);
  }

  /** {@code Left bsl Right}; a negative count shifts right. */
  public static Object bsl(Process process, Object left, Object right) {
    checkIntegers(process, left, right);
    if (right instanceof Long count) {
      return count >= 0
          ? shiftLeft(process, left, count)
          : shiftRight(process, left, count == Long.MIN_VALUE ? Long.MAX_VALUE : -count);
    }
    return farShift(process, left, right, ((BigInteger) right).signum() > 0);
  }

  /** {@code Left bsr Right}; a negative count shifts left. */
  public static Object bsr(Process process, Object left, Object right) {
    checkIntegers(process, left, right);
    if (right instanceof Long count) {
      return count >= 0
          ? shiftRight(process, left, count)
          : shiftLeft(process, left, count == Long.MIN_VALUE ? Long.MAX_VALUE : -count);
    }
    return farShift(process, left, right, ((BigInteger) right).signum() < 0);
  }

  /** {@code bsr} of unboxed operands, by a count that is not negative. */
  public static long bsrLong(long left, long right) {
    return left >> Math.min(right, 63);
  }

  private static Object farShift(Process process, Object left, Object right, boolean leftwards) {
    boolean negative = Numbers.big(left).signum() < 0;
    if (leftwards && !left.equals(0L)) {
      throw Errors.systemLimit(process, left, right);
    }
    return negative ? -1L : 0L;
  }

  private static Object shiftLeft(Process process, Object left, long count) {
    if (left instanceof Long number) {
      if (number == 0) {
        return left;
      }
      if (count < 63) {
        long shifted = number << count;
        if (shifted >> count == number) {
          return shifted;
        }
      }
    }
    BigInteger number = Numbers.big(left);
    long bits = Math.addExact(Math.min(count, 1L << 40), number.bitLength());
    Numbers.checkBits(process, bits);
    process.charge(bits >> 10);
    return Numbers.result(process, number.shiftLeft((int) count));
  }

  private static Object shiftRight(Process process, Object left, long count) {
    if (left instanceof Long number) {
      return number >> Math.min(count, 63);
    }
    BigInteger number = (BigInteger) left;
    process.charge(number.bitLength() >> 10);
    return count > number.bitLength()
        ? (Object) (number.signum() < 0 ? -1L : 0L)
        : Numbers.result(process, number.shiftRight((int) count));
  }

  /** Unary {@code -}. */
  public static Object negate(Process process, Object operand) {
    return switch (operand) {
      case Long number ->
          number == Long.MIN_VALUE ? BigInteger.ONE.shiftLeft(63) : (Object) (-number);
      case Double number -> -number;
      case BigInteger number -> Numbers.normalize(number.negate());
      default -> throw Errors.badarith(process, operand);
    };
  }

  /** Unary {@code +}. */
  public static Object plus(Process process, Object operand) {
    if (Numbers.isNumber(operand)) {
      return operand;
    }
    throw Errors.badarith(process, operand);
  }

  private static void checkIntegers(Process process, Object left, Object right) {
    if (!Numbers.isInteger(left) || !Numbers.isInteger(right)) {
      throw Errors.badarith(process, left, right);
    }
  }

  private static Object finite(Process process, double value, Object left, Object right) {
    if (Double.isFinite(value)) {
      return value;
    }
    throw Errors.badarith(process, left, right);
  }

  private static double real(Process process, Object operand, Object left, Object right) {
    return switch (operand) {
      case Long number -> (double) number;
      case Double number -> number;
      case BigInteger number -> {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
          throw Errors.badarith(process, left, right);
        }
        yield value;
      }
      default -> throw Errors.badarith(process, left, right);
    };
  }

  /** {@code Left == Right}. */
  public static boolean equal(Process process, Object left, Object right) {
    return left instanceof Long l && right instanceof Long r
        ? l.longValue() == r.longValue()
        : TermOrder.equal(left, right, process);
  }

  /** {@code Left /= Right}. */
  public static boolean notEqual(Process process, Object left, Object right) {
    return !equal(process, left, right);
  }

  /** {@code Left =:= Right}. */
  public static boolean exactEqual(Process process, Object left, Object right) {
    return left == right || TermOrder.exactlyEqual(left, right, process);
  }

  /** {@code Left =/= Right}. */
  public static boolean exactNotEqual(Process process, Object left, Object right) {
    return left != right && !TermOrder.exactlyEqual(left, right, process);
  }

  /** {@code Left < Right}. */
  public static boolean less(Process process, Object left, Object right) {
    return left instanceof Long l && right instanceof Long r
        ? l < r
        : TermOrder.compare(left, right, process) < 0;
  }

  /** {@code Left =< Right}. */
  public static boolean lessEqual(Process process, Object left, Object right) {
    return left instanceof Long l && right instanceof Long r
        ? l <= r
        : TermOrder.compare(left, right, process) <= 0;
  }

  /** {@code Left > Right}. */
  public static boolean greater(Process process, Object left, Object right) {
    return left instanceof Long l && right instanceof Long r
        ? l > r
        : TermOrder.compare(left, right, process) > 0;
  }

  /** {@code Left >= Right}. */
  public static boolean greaterEqual(Process process, Object left, Object right) {
    return left instanceof Long l && right instanceof Long r
        ? l >= r
        : TermOrder.compare(left, right, process) >= 0;
  }

  /** {@code Left and Right}, both evaluated. */
  public static Object and(Process process, Object left, Object right) {
    checkBooleans(process, left, right);
    return left == Atom.TRUE ? right : Atom.FALSE;
  }

  public static Object or(Process process, Object left, Object right) {
    checkBooleans(process, left, right);
    return left == Atom.TRUE ? Atom.TRUE : right;
  }

  public static Object xor(Process process, Object left, Object right) {
    checkBooleans(process, left, right);
    return Atom.of(left != right);
  }

  public static Object not(Process process, Object operand) {
    if (operand == Atom.TRUE) {
      return Atom.FALSE;
    }
    if (operand == Atom.FALSE) {
      return Atom.TRUE;
    }
    throw Errors.badarg(process, operand);
  }

  private static void checkBooleans(Process process, Object left, Object right) {
    if (!isBoolean(left) || !isBoolean(right)) {
      throw Errors.badarg(process, left, right);
    }
  }

  private static boolean isBoolean(Object term) {
    return term == Atom.TRUE || term == Atom.FALSE;
  }

  /** {@code Left ++ Right}: copies the left list in front of anything. */
  public static Object append(Process process, Object left, Object right) {
    if (left == Nil.EMPTY) {
      return right;
    }
    if (right == Nil.EMPTY && left instanceof Cons) {
      if (Lists.length(process, left) < 0) {
        throw Errors.badarg(process, left, right);
      }
      return left;
    }
    if (!(left instanceof Cons)) {
      throw Errors.badarg(process, left, right);
    }
    Object[] elements = Lists.toArray(process, left);
    if (elements == null) {
      throw Errors.badarg(process, left, right);
    }
    return Lists.fromArray(process, elements, right);
  }

  /** {@code Left -- Right}: without the first occurrence of each element of the right list. */
  public static Object subtractLists(Process process, Object left, Object right) {
    return ListDifference.of(process, left, right);
  }
}
