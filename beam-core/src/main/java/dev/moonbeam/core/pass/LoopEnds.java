package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes what follows a loop out of it. A way out of a loop that is the only one has, by then, all
 * the rest of the function at its end; that would be copied with the loop, make it look large, and
 * hide that it is an innermost one.
 *
 * <pre>
 *   loop for(i, s) =                        join after(s) = long rest
 *     if i = n then long rest        =>     loop for(i, s) =
 *     else jump for(i + 1, s + i)             if i = n then jump after(s)
 *                                             else jump for(i + 1, s + i)
 * </pre>
 */
final class LoopEnds {
  /** Less is not worth a join point. */
  private static final int WORTH = 40;

  /** Of larger functions all stays: each end is walked for itself, and they lie in one another. */
  static final int LARGEST = 60_000;

  private final Predicate<Expr> chosen;

  /** The labels that an expression jumps to out of itself. */
  private final Map<Expr, Set<Label>> jumps = new IdentityHashMap<>();

  private LoopEnds(Predicate<Expr> chosen) {
    this.chosen = chosen;
  }

  /**
   * The expression with what follows each loop behind it.
   *
   * @param chosen which of the ends to move
   */
  static Expr moved(Expr expr, Predicate<Expr> chosen) {
    return CodeSize.of(expr) > LARGEST ? expr : new LoopEnds(chosen).visit(expr);
  }

  private Expr visit(Expr expr) {
    Expr inner = Exprs.mapChildren(expr, this::visit);
    return inner instanceof Join join && join.loop() && jumps(join.target()).contains(join.label())
        ? new Ends(join).moved()
        : inner;
  }

  private Set<Label> jumps(Expr expr) {
    Set<Label> known = jumps.get(expr);
    if (known == null) {
      known = find(expr);
      jumps.put(expr, known);
    }
    return known;
  }

  /** A jump is in tail position of its join point, so only what is there is looked at. */
  private Set<Label> find(Expr expr) {
    return switch (expr) {
      case Jump(var label, _) -> Set.of(label);
      case Let let -> jumps(let.body());
      case Seq seq -> jumps(seq.second());
      case Charge charge -> jumps(charge.body());
      case Unrolled unrolled -> jumps(unrolled.body());
      case If node -> union(jumps(node.then()), jumps(node.otherwise()));
      case IfUnboxed node -> union(jumps(node.then()), jumps(node.otherwise()));
      case Try node -> union(jumps(node.of()), jumps(node.handler()));
      case Switch node -> {
        Set<Label> all = jumps(node.otherwise());
        for (Arm arm : node.arms()) {
          all = union(all, jumps(arm.body()));
        }
        yield all;
      }
      case Join join -> {
        Set<Label> all = union(jumps(join.target()), jumps(join.body()));
        if (all.contains(join.label())) {
          all = new LinkedHashSet<>(all);
          all.remove(join.label());
        }
        yield all;
      }
      default -> Set.of();
    };
  }

  private static Set<Label> union(Set<Label> left, Set<Label> right) {
    if (left.containsAll(right)) {
      return left;
    }
    if (right.containsAll(left)) {
      return right;
    }
    Set<Label> both = new LinkedHashSet<>(left);
    both.addAll(right);
    return both;
  }

  /** The ends of one loop. */
  private final class Ends {
    private final Join loop;

    /** What a jump to keeps an expression in the loop: its own label and those bound in it. */
    private final Set<Label> inside = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Variable> bound = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Join> behind = new ArrayList<>();

    Ends(Join loop) {
      this.loop = loop;
      enter(loop.label());
    }

    Expr moved() {
      Expr target = within(loop.target());
      Expr result = behind.isEmpty() ? loop : new Join(loop.label(), true, target, loop.body());
      for (Join end : behind) {
        result = new Join(end.label(), false, end.target(), result);
      }
      return result;
    }

    private void enter(Label label) {
      inside.add(label);
      bound.addAll(label.parameters());
    }

    private Expr within(Expr expr) {
      if (jumps(expr).stream().noneMatch(inside::contains)) {
        return end(expr);
      }
      return switch (expr) {
        case Let(var variable, var value, var body) -> {
          bound.add(variable);
          yield new Let(variable, value, within(body));
        }
        case Seq(var first, var second) -> new Seq(first, within(second));
        case Charge(var reductions, var body) -> new Charge(reductions, within(body));
        case Unrolled(var history, var calls, var body) ->
            new Unrolled(history, calls, within(body));
        case If(var condition, var then, var otherwise) ->
            new If(condition, within(then), within(otherwise));
        case IfUnboxed(var value, var unboxed, var then, var other, var otherwise) -> {
          bound.add(unboxed);
          bound.add(other);
          yield new IfUnboxed(value, unboxed, within(then), other, within(otherwise));
        }
        case Join(var label, var isLoop, var target, var body) -> {
          enter(label);
          yield new Join(label, isLoop, within(target), within(body));
        }
        case Switch(var scrutinee, var arms, var otherwise) -> {
          List<Arm> moved = new ArrayList<>(arms.size());
          for (Arm arm : arms) {
            moved.add(new Arm(arm.literal(), within(arm.body())));
          }
          yield new Switch(scrutinee, moved, within(otherwise));
        }
        // What follows a try may need what only its handler has.
        default -> expr;
      };
    }

    private Expr end(Expr expr) {
      if (expr instanceof Jump || CodeSize.of(expr) < WORTH || !chosen.test(expr)) {
        return expr;
      }
      List<Variable> parameters = new ArrayList<>();
      List<Expr> arguments = new ArrayList<>();
      Substitution substitution = new Substitution();
      for (Variable free : FreeVariables.of(expr).variables()) {
        if (bound.contains(free)) {
          if (free.type() == Type.VALUES || free.type() == Type.BOOL) {
            return expr;
          }
          arguments.add(new Ref(free));
          parameters.add(substitution.fresh(free));
        }
      }
      Label label = new Label("after", parameters);
      behind.add(new Join(label, false, substitution.apply(expr), Expr.NIL));
      return new Jump(label, arguments);
    }
  }
}
