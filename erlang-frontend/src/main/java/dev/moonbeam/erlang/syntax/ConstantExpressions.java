package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates guard expressions over literals: conditions of {@code -if}, and arithmetic in patterns.
 */
public final class ConstantExpressions {
  private static final Set<String> NOT_IN_GUARDS = Set.of("!", "++", "--");

  private ConstantExpressions() {}

  /** Whether a condition is one that a guard could hold; unknown functions are let pass. */
  static boolean isGuard(Node node) {
    return switch (node) {
      case Node.Literal _, Node.Char _, Node.Str _, Node.Var _ -> true;
      case Node.TupleOf tuple -> tuple.elements().stream().allMatch(ConstantExpressions::isGuard);
      case Node.ListOf list ->
          list.elements().stream().allMatch(ConstantExpressions::isGuard)
              && (list.tail() == null || isGuard(list.tail()));
      case Node.MapOf map ->
          map.fields().stream().allMatch(field -> isGuard(field.key()) && isGuard(field.value()));
      case Node.Bits bits -> bits.elements().stream().allMatch(each -> isGuard(each.value()));
      case Node.Unary unary -> isGuard(unary.operand());
      case Node.Binary binary ->
          !NOT_IN_GUARDS.contains(binary.operator())
              && isGuard(binary.left())
              && isGuard(binary.right());
      case Node.Call(_, Node.Literal(_, Atom _), List<Node> arguments) ->
          arguments.stream().allMatch(ConstantExpressions::isGuard);
      default -> false;
    };
  }

  /** Anything but true, failure included, is false. */
  static boolean isTrue(Node node) {
    return value(node) == Atom.TRUE;
  }

  /** The value, or null where the expression is not constant or evaluation fails. */
  public static @Nullable Object value(Node node) {
    return switch (node) {
      case Node.Unary(_, String operator, Node operand) -> unary(operator, value(operand));
      case Node.Binary(_, String operator, Node left, Node right) -> binary(operator, left, right);
      case Node.Call(_, Node.Literal(_, Atom name), var arguments) when arguments.size() == 1 ->
          test(name.name(), value(arguments.getFirst()));
      default -> ConstantTerms.term(node);
    };
  }

  private static @Nullable Object unary(String operator, @Nullable Object operand) {
    if (operator.equals("not")) {
      return operand == Atom.TRUE ? Atom.FALSE : operand == Atom.FALSE ? Atom.TRUE : null;
    }
    return ConstantTerms.negated(operator, operand);
  }

  private static @Nullable Object binary(String operator, Node leftNode, Node rightNode) {
    Object left = value(leftNode);
    if (operator.equals("andalso")) {
      return left == Atom.TRUE ? value(rightNode) : left == Atom.FALSE ? left : null;
    }
    if (operator.equals("orelse")) {
      return left == Atom.FALSE ? value(rightNode) : left == Atom.TRUE ? left : null;
    }
    Object right = value(rightNode);
    if (left == null || right == null) {
      return null;
    }
    return switch (operator) {
      case "==" -> Atom.of(TermOrder.equal(left, right));
      case "/=" -> Atom.of(!TermOrder.equal(left, right));
      case "=:=" -> Atom.of(TermOrder.exactlyEqual(left, right));
      case "=/=" -> Atom.of(!TermOrder.exactlyEqual(left, right));
      case "<" -> Atom.of(TermOrder.compare(left, right) < 0);
      case "=<" -> Atom.of(TermOrder.compare(left, right) <= 0);
      case ">" -> Atom.of(TermOrder.compare(left, right) > 0);
      case ">=" -> Atom.of(TermOrder.compare(left, right) >= 0);
      case "and" ->
          bool(left) && bool(right) ? Atom.of(left == Atom.TRUE && right == Atom.TRUE) : null;
      case "or" ->
          bool(left) && bool(right) ? Atom.of(left == Atom.TRUE || right == Atom.TRUE) : null;
      default -> arithmetic(operator, left, right);
    };
  }

  private static boolean bool(Object value) {
    return value == Atom.TRUE || value == Atom.FALSE;
  }

  private static @Nullable Object arithmetic(String operator, Object left, Object right) {
    if (left instanceof Double || right instanceof Double || operator.equals("/")) {
      return decimal(operator, left, right);
    }
    BigInteger a = ConstantArithmetic.integer(left);
    BigInteger b = ConstantArithmetic.integer(right);
    BigInteger result = a == null || b == null ? null : ConstantArithmetic.binary(operator, a, b);
    return result == null ? null : ConstantArithmetic.term(result);
  }

  private static @Nullable Object decimal(String operator, Object left, Object right) {
    if (!(left instanceof Number a) || !(right instanceof Number b)) {
      return null;
    }
    double result =
        switch (operator) {
          case "+" -> a.doubleValue() + b.doubleValue();
          case "-" -> a.doubleValue() - b.doubleValue();
          case "*" -> a.doubleValue() * b.doubleValue();
          case "/" -> a.doubleValue() / b.doubleValue();
          default -> Double.NaN;
        };
    return Double.isFinite(result) ? (Object) result : null;
  }

  private static @Nullable Object test(String name, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (name) {
      case "is_atom" -> Atom.of(value instanceof Atom);
      case "is_integer" -> Atom.of(ConstantArithmetic.integer(value) != null);
      case "is_float" -> Atom.of(value instanceof Double);
      case "is_number" ->
          Atom.of(value instanceof Double || ConstantArithmetic.integer(value) != null);
      case "is_binary" -> Atom.of(value instanceof Binary);
      case "is_tuple" -> Atom.of(value instanceof Tuple);
      case "is_boolean" -> Atom.of(bool(value));
      default -> null;
    };
  }
}
