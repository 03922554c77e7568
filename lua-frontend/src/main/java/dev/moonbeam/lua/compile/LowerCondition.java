package dev.moonbeam.lua.compile;

import static dev.moonbeam.lua.compile.FunctionLowering.primitive;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import dev.moonbeam.lua.syntax.LuaExpression;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as conditions: {@code and}, {@code or} and {@code not} become branches, comparisons
 * plain tests.
 */
final class LowerCondition {
  private final FunctionLowering in;

  LowerCondition(FunctionLowering in) {
    this.in = in;
  }

  /** Goes one way or the other; each is asked for once, or not at all when it is never taken. */
  Expr branch(LuaExpression condition, Supplier<Expr> then, Supplier<Expr> otherwise) {
    return switch (condition) {
      case LuaExpression.Parenthesized(LuaExpression inner, _) when !isMulti(inner) ->
          branch(inner, then, otherwise);
      case LuaExpression.Unary(LuaExpression.UnaryOperator operator, LuaExpression operand, _)
          when operator == LuaExpression.UnaryOperator.NOT ->
          branch(operand, otherwise, then);
      case LuaExpression.And(LuaExpression left, LuaExpression right, _) -> {
        Label no = new Label("no", List.of());
        Expr jump = new Expr.Jump(no, List.of());
        Expr body = branch(left, () -> branch(right, then, () -> jump), () -> jump);
        yield new Expr.Join(no, false, otherwise.get(), body);
      }
      case LuaExpression.Or(LuaExpression left, LuaExpression right, _) -> {
        Label yes = new Label("yes", List.of());
        Expr jump = new Expr.Jump(yes, List.of());
        Expr body = branch(left, () -> jump, () -> branch(right, () -> jump, otherwise));
        yield new Expr.Join(yes, false, then.get(), body);
      }
      default -> {
        Expr test = test(condition);
        Boolean known = constant(test);
        if (known != null) {
          yield known ? then.get() : otherwise.get();
        }
        Expr yes = then.get();
        yield new Expr.If(test, yes, otherwise.get());
      }
    };
  }

  /** The truth of an expression: of type BOOL, or a constant. */
  Expr test(LuaExpression condition) {
    return test(in.expressions.value(condition));
  }

  /** The truth of a value. */
  static Expr test(Expr value) {
    if (value instanceof Expr.Const(var constant)) {
      return new Expr.Const(Atom.of(constant != Atom.NIL && constant != Atom.FALSE));
    }
    return isBool(value) ? value : primitive(LuaPrimitives.TRUTHY, 0, value);
  }

  static boolean isBool(Expr value) {
    return Types.of(value) == dev.moonbeam.core.ir.Type.BOOL;
  }

  static @Nullable Boolean constant(Expr test) {
    return test instanceof Expr.Const(var value) ? (Boolean) (value == Atom.TRUE) : null;
  }

  private static boolean isMulti(LuaExpression expression) {
    return LowerExpression.isMulti(expression);
  }
}
