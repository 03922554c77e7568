package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A sequence being lowered. Erlang binds variables anywhere in an expression and they stay bound
 * after it, while the IR binds them around a body; so lowering an expression first notes what must
 * happen before it as steps, and {@link #close} wraps the steps around what comes last.
 */
final class Block {
  /** Puts itself around what follows it. */
  interface Step {
    /**
     * @param escapes whether {@code rest} jumps to a label outside of it, so that it cannot become
     *     a function
     */
    Expr wrap(Expr rest, boolean escapes);
  }

  final Scope scope;

  /** Whether what closes this block may jump out of it. */
  final boolean escapes;

  private final List<Step> steps = new ArrayList<>();

  Block(Scope scope, boolean escapes) {
    this.scope = scope;
    this.escapes = escapes;
  }

  int position() {
    return steps.size();
  }

  void add(Step step) {
    steps.add(step);
  }

  /** The value as an expression that can be evaluated anywhere later, any number of times. */
  Expr bind(Expr value, String name) {
    return isAtomic(value) ? value : bindAt(steps.size(), value, name);
  }

  Expr bindAt(int position, Expr value, String name) {
    Variable variable = new Variable(name);
    steps.add(position, (rest, escaping) -> let(variable, value, rest));
    return new Expr.Ref(variable);
  }

  void effect(Expr value) {
    if (!isAtomic(value)) {
      steps.add((rest, escaping) -> new Expr.Seq(value, rest));
    }
  }

  /**
   * @param jumps whether {@code last} jumps to a label outside of this block
   */
  Expr close(Expr last, boolean jumps) {
    Expr result = last;
    for (Step step : steps.reversed()) {
      result = step.wrap(result, jumps || escapes);
    }
    return result;
  }

  Expr close(Expr last) {
    return close(last, false);
  }

  static boolean isAtomic(Expr value) {
    return value instanceof Expr.Const || value instanceof Expr.Ref;
  }

  /** Keeps what is in tail position there. */
  static Expr let(Variable variable, Expr value, Expr body) {
    return body instanceof Expr.Ref(Variable used) && used == variable
        ? value
        : new Expr.Let(variable, value, body);
  }
}
