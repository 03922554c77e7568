package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps to be done one after the other before an expression: Lets and Seqs, gathered in source
 * order.
 */
final class Sequence {
  private final List<Step> steps = new ArrayList<>();

  private record Step(@Nullable Variable variable, Expr value) {}

  /**
   * Evaluates the value here, and gives what stands for it: a reference, or itself when it is a
   * constant or one.
   */
  Expr bind(String name, Expr value) {
    if (isAtom(value)) {
      return value;
    }
    Variable variable = new Variable(name, Types.of(value));
    let(variable, value);
    return new Expr.Ref(variable);
  }

  void let(Variable variable, Expr value) {
    steps.add(new Step(variable, value));
  }

  void effect(Expr value) {
    if (!isAtom(value)) {
      steps.add(new Step(null, value));
    }
  }

  /** The steps, then the tail. */
  Expr then(Expr tail) {
    Expr whole = tail;
    for (Step step : steps.reversed()) {
      whole =
          step.variable == null
              ? new Expr.Seq(step.value, whole)
              : new Expr.Let(step.variable, step.value, whole);
    }
    return whole;
  }

  /** Needs no evaluation, and is the same wherever it stands. */
  static boolean isAtom(Expr value) {
    return value instanceof Expr.Const || value instanceof Expr.Ref;
  }
}
