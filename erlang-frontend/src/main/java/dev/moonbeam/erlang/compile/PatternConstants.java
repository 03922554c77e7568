package dev.moonbeam.erlang.compile;

import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.Node;
import java.math.BigInteger;
import java.util.Set;

/**
 * The arithmetic on literals that patterns may hold (reference manual, "Expressions in Patterns").
 */
final class PatternConstants {
  private static final Set<String> ARITHMETIC =
      Set.of("+", "-", "*", "/", "div", "rem", "band", "bor", "bxor", "bsl", "bsr");

  private PatternConstants() {}

  /** Whether the expression is made of literals and arithmetic, and has a value. */
  static boolean isConstant(Node node) {
    return isArithmetic(node) && ConstantExpressions.value(node) != null;
  }

  private static boolean isArithmetic(Node node) {
    return switch (node) {
      case Node.Literal _, Node.Char _ -> true;
      case Node.Unary unary -> !unary.operator().equals("not") && isArithmetic(unary.operand());
      case Node.Binary binary ->
          ARITHMETIC.contains(binary.operator())
              && isArithmetic(binary.left())
              && isArithmetic(binary.right());
      default -> false;
    };
  }

  static boolean isInteger(Object value) {
    return value instanceof Long || value instanceof BigInteger;
  }
}
