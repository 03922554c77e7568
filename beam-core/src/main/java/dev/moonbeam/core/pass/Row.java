package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.Ref;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Pattern.*;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clause on its way through a {@link DecisionTree}: tests to be made, and what its variables are
 * bound to.
 *
 * @param clause which of the clauses
 */
record Row(int clause, List<Check> checks, Map<Variable, Variable> bindings) {
  /**
   * A test still to be made: {@code variable} against {@code pattern}, which is none that always
   * matches.
   */
  record Check(Variable variable, Pattern pattern) {}

  void add(Variable variable, Pattern pattern) {
    switch (pattern) {
      case Any _ -> {}
      case Bind(var name) -> bindings.put(name, variable);
      case Alias(var name, var inner) -> {
        bindings.put(name, variable);
        add(variable, inner);
      }
      case Both(var left, var right) -> {
        add(variable, left);
        add(variable, right);
      }
      default -> checks.add(new Check(variable, pattern));
    }
  }

  @Nullable Check on(Variable variable) {
    for (Check check : checks) {
      if (check.variable() == variable) {
        return check;
      }
    }
    return null;
  }

  Row without(Check check) {
    List<Check> others = new ArrayList<>(checks);
    others.remove(check);
    return new Row(clause, others, new LinkedHashMap<>(bindings));
  }

  /**
   * An expression of a pattern, in which variables that the same row has bound stand for
   * themselves.
   */
  Expr inRow(Expr value) {
    Substitution substitution = new Substitution();
    bindings.forEach((variable, held) -> substitution.replace(variable, new Ref(held)));
    return substitution.apply(value);
  }
}
