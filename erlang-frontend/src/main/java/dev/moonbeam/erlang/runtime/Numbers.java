package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.policy.Limit;
import java.math.BigInteger;

/**
 * Integers as terms: a Long whenever the value fits, else a BigInteger; and the price of working
 * with large ones. Multiplying or dividing cannot be interrupted, so every operation is paid for
 * before it is made, and no integer gets longer than {@link #MOST_BITS}, which bounds the longest
 * single operation to a fraction of a second.
 */
public final class Numbers {
  /** Longer integers are a system_limit error. */
  public static final long MOST_BITS = 1L << 22;

  private Numbers() {}

  /** The term for an integer. */
  public static Object normalize(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /**
   * The term for an integer that an operator made: charged for its memory, refused when too long.
   */
  static Object result(Process process, BigInteger value) {
    int bits = value.bitLength();
    if (bits < 64) {
      return value.longValue();
    }
    if (bits > 1024) {
      if (bits > MOST_BITS) {
        throw Errors.error(process, Errors.SYSTEM_LIMIT);
      }
      process.allocated(value, 64 + (bits >> 3));
    }
    return value;
  }

  public static boolean isInteger(Object term) {
    return term instanceof Long || term instanceof BigInteger;
  }

  public static boolean isNumber(Object term) {
    return term instanceof Long || term instanceof Double || term instanceof BigInteger;
  }

  /** The integer of either class. */
  public static BigInteger big(Object integer) {
    return integer instanceof Long small ? BigInteger.valueOf(small) : (BigInteger) integer;
  }

  /** Pays for work that is linear in the length of both. */
  static void chargeLinear(Process process, BigInteger left, BigInteger right) {
    long words = (long) (left.bitLength() + right.bitLength()) >> 5;
    if (words > 64) {
      process.charge(words >> 5);
    }
  }

  /** Pays for a product or quotient: school-book up to 80 words, about the power 1.5 beyond. */
  static void chargeProduct(Process process, BigInteger left, BigInteger right) {
    long longer = (Math.max(left.bitLength(), right.bitLength()) >> 5) + 1L;
    long shorter = (Math.min(left.bitLength(), right.bitLength()) >> 5) + 1L;
    if (longer * shorter > 64) {
      double steps =
          shorter <= 80
              ? (double) longer * shorter
              : (double) longer / shorter * Math.pow(shorter, 1.5) * 8;
      process.charge((long) (steps / 8));
    }
  }

  /** Pays for conversion from or to digits: the power 1.6 of the length. */
  public static void chargeDigits(Process process, long digits) {
    if (digits > 64) {
      process.charge((long) (Math.pow(digits, 1.5) / 32));
    }
  }

  /** Refuses a result of so many bits before it is made. */
  static void checkBits(Process process, long bits) {
    if (bits > MOST_BITS || bits >> 3 > process.node().policy().limit(Limit.VALUE)) {
      throw Errors.error(process, Errors.SYSTEM_LIMIT);
    }
  }
}
