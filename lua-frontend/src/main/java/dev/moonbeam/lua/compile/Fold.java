package dev.moonbeam.lua.compile;

import dev.moonbeam.lua.syntax.LuaExpression.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on constants, as Lua's compiler does it: not where the result would be a NaN, a zero
 * of unclear sign or an error, so that those come at run time.
 */
final class Fold {
  private Fold() {}

  /** The result, or null when it is left for run time. */
  static @Nullable Object binary(BinaryOperator operator, Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      Object exact = integers(operator, a, b);
      if (exact != null) {
        return exact;
      }
    }
    if (left instanceof Number a && right instanceof Number b) {
      return switch (operator) {
        case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER ->
            floats(operator, a.doubleValue(), b.doubleValue());
        default -> null;
      };
    }
    return null;
  }

  private static @Nullable Object integers(BinaryOperator operator, long a, long b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case FLOOR_DIVIDE -> b == 0 ? null : (Object) Math.floorDiv(a, b);
      case MODULO -> b == 0 ? null : (Object) Math.floorMod(a, b);
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      case SHIFT_LEFT -> shiftLeft(a, b);
      case SHIFT_RIGHT -> b == Long.MIN_VALUE ? (Object) 0L : (Object) shiftLeft(a, -b);
      default -> null;
    };
  }

  private static long shiftLeft(long value, long places) {
    if (places <= -64 || places >= 64) {
      return 0;
    }
    return places >= 0 ? value << places : value >>> -places;
  }

  private static @Nullable Object floats(BinaryOperator operator, double a, double b) {
    if (b == 0 && operator == BinaryOperator.DIVIDE) {
      return null;
    }
    double result =
        switch (operator) {
          case ADD -> a + b;
          case SUBTRACT -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE -> a / b;
          default -> Math.pow(a, b);
        };
    return Double.isNaN(result) || result == 0 ? null : (Object) result;
  }

  static @Nullable Object negate(Object operand) {
    return switch (operand) {
      case Long integer -> -integer;
      case Double real when real != 0 -> -real;
      default -> null;
    };
  }

  static @Nullable Object complement(Object operand) {
    return operand instanceof Long integer ? (Object) ~integer : null;
  }
}
