package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The expressions in tail position of another: where its value comes from. */
final class Tails {
  private Tails() {}

  static void forEach(Expr expr, Consumer<Expr> visitor) {
    map(
        expr,
        tail -> {
          visitor.accept(tail);
          return tail;
        });
  }

  /**
   * The expression with those in tail position replaced (an expression that is no construct of
   * control is its own).
   */
  static Expr map(Expr expr, UnaryOperator<Expr> f) {
    return switch (expr) {
      case Let(var variable, var value, var body) -> {
        Expr b = map(body, f);
        yield b == body ? expr : new Let(variable, value, b);
      }
      case Seq(var first, var second) -> {
        Expr b = map(second, f);
        yield b == second ? expr : new Seq(first, b);
      }
      case Charge(var reductions, var body) -> {
        Expr b = map(body, f);
        yield b == body ? expr : new Charge(reductions, b);
      }
      case Unrolled(var history, var calls, var body) -> {
        Expr b = map(body, f);
        yield b == body ? expr : new Unrolled(history, calls, b);
      }
      case LetRec(var variables, var functions, var body) -> {
        Expr b = map(body, f);
        yield b == body ? expr : new LetRec(variables, functions, b);
      }
      case If(var condition, var then, var otherwise) -> {
        Expr a = map(then, f);
        Expr b = map(otherwise, f);
        yield a == then && b == otherwise ? expr : new If(condition, a, b);
      }
      case IfUnboxed(var value, var unboxed, var then, var other, var otherwise) -> {
        Expr a = map(then, f);
        Expr b = map(otherwise, f);
        yield a == then && b == otherwise ? expr : new IfUnboxed(value, unboxed, a, other, b);
      }
      case Join(var label, var loop, var target, var body) -> {
        Expr t = map(target, f);
        Expr b = map(body, f);
        yield t == target && b == body ? expr : new Join(label, loop, t, b);
      }
      case Switch(var scrutinee, var arms, var otherwise) -> {
        List<Arm> mapped = new ArrayList<>(arms.size());
        boolean same = true;
        for (Arm arm : arms) {
          Expr b = map(arm.body(), f);
          same &= b == arm.body();
          mapped.add(b == arm.body() ? arm : new Arm(arm.literal(), b));
        }
        Expr o = map(otherwise, f);
        yield same && o == otherwise ? expr : new Switch(scrutinee, mapped, o);
      }
      case Case(var scrutinees, var clauses, var noMatch) -> {
        List<Clause> mapped = new ArrayList<>(clauses.size());
        for (Clause c : clauses) {
          mapped.add(new Clause(c.patterns(), c.guard(), map(c.body(), f), c.line()));
        }
        yield new Case(scrutinees, mapped, map(noMatch, f));
      }
      case Try(var body, var result, var of, var raised, var handler, var trace, var line) -> {
        Expr o = map(of, f);
        Expr h = map(handler, f);
        yield o == of && h == handler ? expr : new Try(body, result, o, raised, h, trace, line);
      }
      default -> f.apply(expr);
    };
  }
}
