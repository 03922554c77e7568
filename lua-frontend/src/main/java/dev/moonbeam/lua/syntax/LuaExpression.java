package dev.moonbeam.lua.syntax;

import dev.moonbeam.core.term.Binary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of Lua (manual section 3.4). Identity matters: the resolver keeps what it learns
 * about a {@link Name} or a {@link Function} in maps by identity. {@code line} is the line that an
 * error in it names.
 *
 * <p>Nesting is bounded by the parser but for chains, which are as long as the source allows: of
 * left-associative operators, and of suffixes, which therefore are one flat {@link Suffixed}.
 */
public sealed interface LuaExpression {
  int line();

  record Nil(int line) implements LuaExpression {}

  record True(int line) implements LuaExpression {}

  record False(int line) implements LuaExpression {}

  /** {@code value} is a Long or a Double. */
  record Numeral(Object value, int line) implements LuaExpression {}

  record Text(Binary value, int line) implements LuaExpression {}

  record Vararg(int line) implements LuaExpression {}

  record Name(String name, int line) implements LuaExpression {}

  /** A parenthesised expression: at most one value. */
  record Parenthesized(LuaExpression inner, int line) implements LuaExpression {}

  /** A prefix expression and what is done to it, from left to right; at least one suffix. */
  record Suffixed(LuaExpression base, List<Suffix> suffixes) implements LuaExpression {
    @Override
    public int line() {
      return suffixes.getLast().line();
    }
  }

  /** One step of a {@link Suffixed}. */
  sealed interface Suffix {
    int line();
  }

  /** {@code [key]}, or {@code .name} with a text as key. */
  record Index(LuaExpression key, int line) implements Suffix {}

  record Call(List<LuaExpression> arguments, int line) implements Suffix {}

  /** {@code :name(...)}. */
  record MethodCall(String name, List<LuaExpression> arguments, int line) implements Suffix {}

  record Unary(UnaryOperator operator, LuaExpression operand, int line) implements LuaExpression {}

  /** Any binary operator but {@code and}, {@code or} and {@code ..}. */
  record Operation(BinaryOperator operator, LuaExpression left, LuaExpression right, int line)
      implements LuaExpression {}

  record And(LuaExpression left, LuaExpression right, int line) implements LuaExpression {}

  record Or(LuaExpression left, LuaExpression right, int line) implements LuaExpression {}

  /**
   * A whole chain {@code a .. b .. c}, which associates to the right; {@code lines} are those of
   * its operators.
   */
  record Concatenation(List<LuaExpression> operands, List<Integer> lines) implements LuaExpression {
    /** Of the last operator, with which the chain begins when it is evaluated. */
    @Override
    public int line() {
      return lines.getLast();
    }
  }

  record Table(List<Field> fields, int line, int endLine) implements LuaExpression {}

  /** A field of a table constructor; without a key it is the next element of the list. */
  record Field(@Nullable LuaExpression key, LuaExpression value, int line) {}

  /**
   * A function.
   *
   * @param name what messages call it, e.g. {@code function 'a.b'}; null for an anonymous one
   * @param self whether it has the implicit first parameter of {@code function a:b()}
   * @param endLine line of its {@code end}
   * @param text where its parameters and body are in the source
   */
  record Function(
      @Nullable String name,
      boolean self,
      List<String> parameters,
      boolean variadic,
      Block body,
      int line,
      int endLine,
      Extent text)
      implements LuaExpression {
    /** The same with the implicit first parameter. */
    public Function withSelf() {
      return new Function(name, true, parameters, variadic, body, line, endLine, text);
    }
  }

  /** A part of the source as the lexer reads it, each line end being one character. */
  record Extent(int from, int to) {}

  /** Operators with one operand. */
  enum UnaryOperator {
    NOT("not"),
    NEGATE("-"),
    LENGTH("#"),
    BIT_NOT("~");

    private final String symbol;

    UnaryOperator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** Operators with two operands, both of which are evaluated. */
  enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("^"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("~"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    EQUAL("=="),
    NOT_EQUAL("~="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">=");

    private final String symbol;

    BinaryOperator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    /** Gives a truth value. */
    public boolean isComparison() {
      return ordinal() >= EQUAL.ordinal();
    }
  }
}
