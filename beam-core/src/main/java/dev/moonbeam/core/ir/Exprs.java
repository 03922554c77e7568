package dev.moonbeam.core.ir;

import dev.moonbeam.core.ir.Expr.*;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the IR: the one place that knows the children of every node. A node whose children do
 * not change is kept as it is, so a pass that changes little allocates little.
 */
public final class Exprs {
  private Exprs() {}

  /** The node with every child expression replaced, from left to right in order of evaluation. */
  public static Expr mapChildren(Expr expr, UnaryOperator<Expr> f) {
    return switch (expr) {
      case Const _, Ref _ -> expr;
      case Let(var variable, var value, var body) -> {
        Expr v = f.apply(value);
        Expr b = f.apply(body);
        yield v == value && b == body ? expr : new Let(variable, v, b);
      }
      case Seq(var first, var second) -> {
        Expr a = f.apply(first);
        Expr b = f.apply(second);
        yield a == first && b == second ? expr : new Seq(a, b);
      }
      case If(var condition, var then, var otherwise) -> {
        Expr c = f.apply(condition);
        Expr a = f.apply(then);
        Expr b = f.apply(otherwise);
        yield c == condition && a == then && b == otherwise ? expr : new If(c, a, b);
      }
      case IfUnboxed(var value, var unboxed, var then, var other, var otherwise) -> {
        Expr v = f.apply(value);
        Expr a = f.apply(then);
        Expr b = f.apply(otherwise);
        yield v == value && a == then && b == otherwise
            ? expr
            : new IfUnboxed(v, unboxed, a, other, b);
      }
      case Join(var label, var loop, var target, var body) -> {
        Expr b = f.apply(body);
        Expr t = f.apply(target);
        yield b == body && t == target ? expr : new Join(label, loop, t, b);
      }
      case Jump(var label, var arguments) -> {
        List<Expr> a = mapAll(arguments, f);
        yield a == arguments ? expr : new Jump(label, a);
      }
      case Switch(var scrutinee, var arms, var otherwise) -> {
        Expr s = f.apply(scrutinee);
        List<Arm> replaced = new ArrayList<>(arms.size());
        boolean same = s == scrutinee;
        for (Arm arm : arms) {
          Expr b = f.apply(arm.body());
          same &= b == arm.body();
          replaced.add(b == arm.body() ? arm : new Arm(arm.literal(), b));
        }
        Expr o = f.apply(otherwise);
        yield same && o == otherwise ? expr : new Switch(s, replaced, o);
      }
      case Case(var scrutinees, var clauses, var noMatch) -> {
        List<Expr> s = mapAll(scrutinees, f);
        List<Clause> c = mapClauses(clauses, f);
        Expr n = f.apply(noMatch);
        yield s == scrutinees && c == clauses && n == noMatch ? expr : new Case(s, c, n);
      }
      case Call(var function, var arguments, var rest, var line) -> {
        List<Expr> a = mapAll(arguments, f);
        Expr r = mapNullable(rest, f);
        yield a == arguments && r == rest ? expr : new Call(function, a, r, line);
      }
      case RemoteCall(var module, var function, var arguments, var line) -> {
        Expr m = f.apply(module);
        Expr n = f.apply(function);
        List<Expr> a = mapAll(arguments, f);
        yield m == module && n == function && a == arguments ? expr : new RemoteCall(m, n, a, line);
      }
      case Apply(var function, var arguments, var rest, var protocol, var site, var line) -> {
        Expr g = f.apply(function);
        List<Expr> a = mapAll(arguments, f);
        Expr r = mapNullable(rest, f);
        yield g == function && a == arguments && r == rest
            ? expr
            : new Apply(g, a, r, protocol, site, line);
      }
      case PrimOp(var primitive, var arguments, var site, var line) -> {
        List<Expr> a = mapAll(arguments, f);
        yield a == arguments ? expr : new PrimOp(primitive, a, site, line);
      }
      case Lambda(var function) -> {
        Expr b = f.apply(function.body());
        yield b == function.body() ? expr : new Lambda(function.withBody(b));
      }
      case LetRec(var variables, var functions, var body) -> {
        List<Lambda> replaced = new ArrayList<>(functions.size());
        for (Lambda lambda : functions) {
          replaced.add((Lambda) mapChildren(lambda, f));
        }
        yield new LetRec(variables, replaced, f.apply(body));
      }
      case MakeFun(var function, var captured) -> {
        List<Expr> c = mapAll(captured, f);
        yield c == captured ? expr : new MakeFun(function, c);
      }
      case Try(var body, var result, var of, var raised, var handler, var trace, var line) -> {
        Expr b = f.apply(body);
        Expr o = f.apply(of);
        Expr h = f.apply(handler);
        yield b == body && o == of && h == handler
            ? expr
            : new Try(b, result, o, raised, h, trace, line);
      }
      case Receive(var clauses, var timeout, var after, var line) -> {
        Expr t = mapNullable(timeout, f);
        List<Clause> c = mapClauses(clauses, f);
        Expr a = mapNullable(after, f);
        yield t == timeout && c == clauses && a == after ? expr : new Receive(c, t, a, line);
      }
      case AllResults(var call) -> {
        Expr c = f.apply(call);
        yield c == call ? expr : new AllResults(c);
      }
      case Values(var first, var rest) -> {
        List<Expr> a = mapAll(first, f);
        Expr r = mapNullable(rest, f);
        yield a == first && r == rest ? expr : new Values(a, r);
      }
      case Nth(var values, var index) -> {
        Expr v = f.apply(values);
        yield v == values ? expr : new Nth(v, index);
      }
      case Charge(var reductions, var body) -> {
        Expr b = f.apply(body);
        yield b == body ? expr : new Charge(reductions, b);
      }
      case Unrolled(var history, var calls, var body) -> {
        Expr h = f.apply(history);
        Expr b = f.apply(body);
        yield h == history && b == body ? expr : new Unrolled(h, calls, b);
      }
      case LastCall(var call) -> {
        Expr c = f.apply(call);
        yield c == call ? expr : new LastCall(c);
      }
      case Allocating(var bytes, var value) -> {
        Expr v = f.apply(value);
        yield v == value ? expr : new Allocating(bytes, v);
      }
    };
  }

  /** Visits every child expression, those in patterns included. */
  public static void forEachChild(Expr expr, Consumer<Expr> visitor) {
    mapChildren(
        expr,
        child -> {
          visitor.accept(child);
          return child;
        });
  }

  /** The same list when nothing changed. */
  public static List<Expr> mapAll(List<Expr> list, UnaryOperator<Expr> f) {
    List<Expr> changed = null;
    for (int i = 0; i < list.size(); i++) {
      Expr old = list.get(i);
      Expr replaced = f.apply(old);
      if (changed == null && replaced != old) {
        changed = new ArrayList<>(list.size());
        changed.addAll(list.subList(0, i));
      }
      if (changed != null) {
        changed.add(replaced);
      }
    }
    return changed == null ? list : changed;
  }

  private static @Nullable Expr mapNullable(@Nullable Expr expr, UnaryOperator<Expr> f) {
    return expr == null ? null : f.apply(expr);
  }

  private static List<Clause> mapClauses(List<Clause> clauses, UnaryOperator<Expr> f) {
    List<Clause> replaced = new ArrayList<>(clauses.size());
    boolean same = true;
    for (Clause clause : clauses) {
      List<Pattern> patterns = new ArrayList<>(clause.patterns().size());
      boolean samePatterns = true;
      for (Pattern pattern : clause.patterns()) {
        Pattern p = mapPattern(pattern, f);
        samePatterns &= p == pattern;
        patterns.add(p);
      }
      Expr guard = mapNullable(clause.guard(), f);
      Expr body = f.apply(clause.body());
      if (samePatterns && guard == clause.guard() && body == clause.body()) {
        replaced.add(clause);
      } else {
        same = false;
        replaced.add(
            new Clause(samePatterns ? clause.patterns() : patterns, guard, body, clause.line()));
      }
    }
    return same ? clauses : replaced;
  }

  /** The pattern with the expressions in it replaced. */
  public static Pattern mapPattern(Pattern pattern, UnaryOperator<Expr> f) {
    return switch (pattern) {
      case Pattern.Any _, Pattern.Bind _, Pattern.Literal _ -> pattern;
      case Pattern.Equal(var value) -> {
        Expr v = f.apply(value);
        yield v == value ? pattern : new Pattern.Equal(v);
      }
      case Pattern.Alias(var variable, var inner) -> {
        Pattern p = mapPattern(inner, f);
        yield p == inner ? pattern : new Pattern.Alias(variable, p);
      }
      case Pattern.Both(var left, var right) -> {
        Pattern l = mapPattern(left, f);
        Pattern r = mapPattern(right, f);
        yield l == left && r == right ? pattern : new Pattern.Both(l, r);
      }
      case Pattern.ConsCell(var head, var tail) -> {
        Pattern h = mapPattern(head, f);
        Pattern t = mapPattern(tail, f);
        yield h == head && t == tail ? pattern : new Pattern.ConsCell(h, t);
      }
      case Pattern.TupleOf(var elements) -> {
        List<Pattern> replaced = new ArrayList<>(elements.size());
        boolean same = true;
        for (Pattern element : elements) {
          Pattern p = mapPattern(element, f);
          same &= p == element;
          replaced.add(p);
        }
        yield same ? pattern : new Pattern.TupleOf(replaced);
      }
      case Pattern.MapWith(var entries) -> {
        List<Pattern.Entry> replaced = new ArrayList<>(entries.size());
        for (Pattern.Entry entry : entries) {
          replaced.add(new Pattern.Entry(f.apply(entry.key()), mapPattern(entry.value(), f)));
        }
        yield new Pattern.MapWith(replaced);
      }
      case Pattern.BitString(var segments) -> {
        List<Pattern.Segment> replaced = new ArrayList<>(segments.size());
        for (Pattern.Segment segment : segments) {
          replaced.add(
              new Pattern.Segment(
                  mapPattern(segment.value(), f),
                  mapNullable(segment.size(), f),
                  segment.unit(),
                  segment.type(),
                  segment.signed(),
                  segment.little()));
        }
        yield new Pattern.BitString(replaced);
      }
    };
  }

  /** Visits the variables that a pattern binds, from left to right. */
  public static void forEachBinding(Pattern pattern, Consumer<Variable> visitor) {
    switch (pattern) {
      case Pattern.Any _, Pattern.Literal _, Pattern.Equal _ -> {}
      case Pattern.Bind(var variable) -> visitor.accept(variable);
      case Pattern.Alias(var variable, var inner) -> {
        visitor.accept(variable);
        forEachBinding(inner, visitor);
      }
      case Pattern.Both(var left, var right) -> {
        forEachBinding(left, visitor);
        forEachBinding(right, visitor);
      }
      case Pattern.ConsCell(var head, var tail) -> {
        forEachBinding(head, visitor);
        forEachBinding(tail, visitor);
      }
      case Pattern.TupleOf(var elements) -> elements.forEach(e -> forEachBinding(e, visitor));
      case Pattern.MapWith(var entries) -> entries.forEach(e -> forEachBinding(e.value(), visitor));
      case Pattern.BitString(var segments) ->
          segments.forEach(s -> forEachBinding(s.value(), visitor));
    }
  }

  /** {@code first} then the rest, as nested Seqs. */
  public static Expr sequence(List<Expr> effects, Expr last) {
    Expr result = last;
    for (int i = effects.size() - 1; i >= 0; i--) {
      result = new Seq(effects.get(i), result);
    }
    return result;
  }
}
