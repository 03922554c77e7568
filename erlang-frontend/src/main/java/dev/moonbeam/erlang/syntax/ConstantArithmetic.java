package dev.moonbeam.erlang.syntax;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The integer operators on constants, for all of the compiler that evaluates any. */
public final class ConstantArithmetic {
  /** Of an operand; what is larger is left to run time, which is metered. */
  private static final int MOST_BITS = 10_000;

  /** Of the distance of a shift. */
  private static final int MOST_SHIFTED_BITS = 14;

  private ConstantArithmetic() {}

  /** The value, or null: a division by zero, no such operator, or too large. */
  public static @Nullable BigInteger binary(String operator, BigInteger left, BigInteger right) {
    if (left.bitLength() > MOST_BITS || right.bitLength() > MOST_BITS) {
      return null;
    }
    boolean shifts = right.bitLength() < MOST_SHIFTED_BITS;
    return switch (operator) {
      case "+" -> left.add(right);
      case "-" -> left.subtract(right);
      case "*" -> left.multiply(right);
      case "div" -> right.signum() == 0 ? null : left.divide(right);
      case "rem" -> right.signum() == 0 ? null : left.remainder(right);
      case "band" -> left.and(right);
      case "bor" -> left.or(right);
      case "bxor" -> left.xor(right);
      case "bsl" -> shifts ? left.shiftLeft(right.intValue()) : null;
      case "bsr" -> shifts ? left.shiftRight(right.intValue()) : null;
      default -> null;
    };
  }

  /** An integer term as one of any size; null for other terms. */
  public static @Nullable BigInteger integer(Object term) {
    return switch (term) {
      case Long small -> BigInteger.valueOf(small);
      case BigInteger large -> large;
      default -> null;
    };
  }

  /** As a term. */
  public static Object term(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }
}
