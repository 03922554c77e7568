package dev.moonbeam.lua.syntax;

import dev.moonbeam.lua.syntax.LuaExpression.BinaryOperator;

/**
 * How tightly a binary operator binds to its left and to its right (manual section 3.4.8). One that
 * binds less tightly to its right associates to the right.
 */
record Precedence(int left, int right) {
  /** Unary operators bind tighter than any binary one but {@code ^}. */
  static final int UNARY = 12;

  private static final Precedence OR = new Precedence(1, 1);
  private static final Precedence AND = new Precedence(2, 2);
  private static final Precedence COMPARISON = new Precedence(3, 3);
  private static final Precedence BIT_OR = new Precedence(4, 4);
  private static final Precedence BIT_XOR = new Precedence(5, 5);
  private static final Precedence BIT_AND = new Precedence(6, 6);
  private static final Precedence SHIFT = new Precedence(7, 7);
  private static final Precedence CONCATENATION = new Precedence(9, 8);
  private static final Precedence SUM = new Precedence(10, 10);
  private static final Precedence PRODUCT = new Precedence(11, 11);
  private static final Precedence POWER = new Precedence(14, 13);

  /** Of a token type. */
  static Precedence of(int token) {
    return switch (token) {
      case LuaParser.OR -> OR;
      case LuaParser.AND -> AND;
      case LuaParser.LESS,
          LuaParser.GREATER,
          LuaParser.LESS_EQUAL,
          LuaParser.GREATER_EQUAL,
          LuaParser.EQUAL,
          LuaParser.NOT_EQUAL ->
          COMPARISON;
      case LuaParser.PIPE -> BIT_OR;
      case LuaParser.TILDE -> BIT_XOR;
      case LuaParser.AMPERSAND -> BIT_AND;
      case LuaParser.SHIFT_LEFT, LuaParser.SHIFT_RIGHT -> SHIFT;
      case LuaParser.CONCAT -> CONCATENATION;
      case LuaParser.PLUS, LuaParser.MINUS -> SUM;
      case LuaParser.STAR, LuaParser.SLASH, LuaParser.DOUBLE_SLASH, LuaParser.PERCENT -> PRODUCT;
      case LuaParser.CARET -> POWER;
      default -> throw new IllegalArgumentException("not a binary operator: " + token);
    };
  }

  /** The operator of a token type that is neither {@code and}, {@code or} nor {@code ..}. */
  static BinaryOperator operator(int token) {
    return switch (token) {
      case LuaParser.PLUS -> BinaryOperator.ADD;
      case LuaParser.MINUS -> BinaryOperator.SUBTRACT;
      case LuaParser.STAR -> BinaryOperator.MULTIPLY;
      case LuaParser.SLASH -> BinaryOperator.DIVIDE;
      case LuaParser.DOUBLE_SLASH -> BinaryOperator.FLOOR_DIVIDE;
      case LuaParser.PERCENT -> BinaryOperator.MODULO;
      case LuaParser.CARET -> BinaryOperator.POWER;
      case LuaParser.AMPERSAND -> BinaryOperator.BIT_AND;
      case LuaParser.PIPE -> BinaryOperator.BIT_OR;
      case LuaParser.TILDE -> BinaryOperator.BIT_XOR;
      case LuaParser.SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
      case LuaParser.SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
      case LuaParser.EQUAL -> BinaryOperator.EQUAL;
      case LuaParser.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case LuaParser.LESS -> BinaryOperator.LESS;
      case LuaParser.LESS_EQUAL -> BinaryOperator.LESS_EQUAL;
      case LuaParser.GREATER -> BinaryOperator.GREATER;
      case LuaParser.GREATER_EQUAL -> BinaryOperator.GREATER_EQUAL;
      default -> throw new IllegalArgumentException("not a binary operator: " + token);
    };
  }
}
