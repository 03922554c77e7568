package dev.moonbeam.core.codegen;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Variable;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which variables of a function may be used later, for modules whose slots are to let go what is of
 * no more use ({@link dev.moonbeam.core.ir.CoreModule#CLEARS_SLOTS}): one walk against the order of
 * evaluation, which notes the answer where {@link FunctionWriter} can act on it. That is behind the
 * value of a {@link Let} and the first part of a {@link Seq}, and where a {@link Join}'s target
 * begins.
 *
 * <p>What an operation or a call uses counts as used until it is over, since its operands may be
 * loaded more than once and in any order.
 */
final class Liveness {
  private final Map<Variable, Integer> numbers = new IdentityHashMap<>();

  /** By the Let, Seq or Join: what may be used from the noted place on. */
  private final Map<Expr, BitSet> notes = new IdentityHashMap<>();

  /** What may be used from the beginning of a join's target on, its parameters aside. */
  private final Map<Label, BitSet> arrivals = new IdentityHashMap<>();

  /** What the handlers around the place that is being walked may use. */
  private BitSet handlers = new BitSet();

  private final @Nullable Variable rest;

  private Liveness(@Nullable Variable rest) {
    this.rest = rest;
  }

  static Liveness of(FunctionDef function) {
    Liveness liveness = new Liveness(function.rest());
    function.allParameters().forEach(liveness::number);
    liveness.walk(function.body(), new BitSet());
    return liveness;
  }

  /**
   * Whether the variable may be used behind that place. One that is not of the IR always may; what
   * a caller passes beyond the parameters is there for as long as the function runs.
   */
  boolean isLive(Variable variable, Expr place) {
    Integer number = numbers.get(variable);
    BitSet live = notes.get(place);
    return number == null || live == null || variable == rest || live.get(number);
  }

  private int number(Variable variable) {
    return numbers.computeIfAbsent(variable, _ -> numbers.size());
  }

  private void note(Expr place, BitSet live) {
    BitSet noted = notes.putIfAbsent(place, (BitSet) live.clone());
    if (noted != null) {
      noted.or(live); // a part of the tree that is there twice
    }
  }

  /** {@code live}: what may be used after the expression; becomes what may be used before it. */
  private void walk(Expr expr, BitSet live) {
    switch (expr) {
      case Const _ -> {}
      case Ref(var variable) -> live.set(number(variable));
      case Let(var variable, var value, var body) -> {
        walk(body, live);
        note(expr, live);
        live.clear(number(variable));
        walk(value, live);
      }
      case Seq(var first, var second) -> {
        walk(second, live);
        note(expr, live);
        walk(first, live);
      }
      case Charge(_, var body) -> walk(body, live);
      case If(var condition, var then, var otherwise) -> {
        ways(live, List.of(then, otherwise));
        walk(condition, live);
      }
      case IfUnboxed(var value, var unboxed, var then, var other, var otherwise) -> {
        ways(live, List.of(then, otherwise));
        live.clear(number(unboxed));
        live.clear(number(other));
        operation(value, live);
      }
      case Switch(var scrutinee, var arms, var otherwise) -> {
        BitSet after = (BitSet) live.clone();
        walk(otherwise, live);
        for (Arm arm : arms) {
          BitSet each = (BitSet) after.clone();
          walk(arm.body(), each);
          live.or(each);
        }
        walk(scrutinee, live);
      }
      case Join join -> join(join, live);
      case Jump(var label, var arguments) -> {
        live.clear();
        live.or(arrivals.get(label));
        live.or(handlers);
        operation(expr, live);
      }
      case Try(var body, var result, var of, var raised, var handler, _, _) -> {
        BitSet handled = (BitSet) live.clone();
        walk(handler, handled);
        handled.clear(number(raised));
        walk(of, live);
        live.clear(number(result));
        live.or(handled);
        BitSet outer = handlers;
        handlers = (BitSet) outer.clone();
        handlers.or(handled);
        walk(body, live);
        handlers = outer;
      }
      case Lambda _, LetRec _, Case _, Receive _ ->
          throw new IllegalArgumentException("binders that are gone by now");
      default -> operation(expr, live);
    }
  }

  private void ways(BitSet live, List<Expr> ways) {
    BitSet after = (BitSet) live.clone();
    live.clear();
    for (Expr way : ways) {
      BitSet each = (BitSet) after.clone();
      walk(way, each);
      live.or(each);
    }
  }

  private void join(Join join, BitSet live) {
    Label label = join.label();
    BitSet target = (BitSet) live.clone();
    if (join.loop()) {
      // Whatever is in the loop, and behind what leaves it, can be reached from its beginning.
      BitSet arrival = (BitSet) live.clone();
      uses(join.target(), arrival);
      clearParameters(label, arrival);
      arrivals.put(label, arrival);
      walk(join.target(), target);
    } else {
      walk(join.target(), target);
      note(join, target);
      clearParameters(label, target);
      arrivals.put(label, target);
    }
    walk(join.body(), live);
  }

  private void clearParameters(Label label, BitSet live) {
    label.parameters().forEach(each -> live.clear(number(each)));
  }

  /** All variables in an expression, and what may be used where it jumps to. */
  private void uses(Expr expr, BitSet into) {
    if (expr instanceof Ref(var variable)) {
      into.set(number(variable));
    } else if (expr instanceof Jump(var label, _)
        && arrivals.get(label) instanceof BitSet arrival) {
      into.or(arrival);
    }
    Exprs.forEachChild(expr, child -> uses(child, into));
  }

  /** Something whose operands stay in use until it is over. */
  private void operation(Expr expr, BitSet live) {
    uses(expr, live);
    Exprs.forEachChild(expr, child -> walk(child, live));
  }
}
