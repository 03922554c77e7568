package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression uses that is bound around it: variables, and labels it jumps to. Of IR without
 * patterns.
 */
final class FreeVariables {
  private final Set<Variable> used = new LinkedHashSet<>();
  private final Set<Variable> bound = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Label> jumped = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Label> defined = Collections.newSetFromMap(new IdentityHashMap<>());

  private FreeVariables() {}

  static FreeVariables of(Expr expr) {
    FreeVariables free = new FreeVariables();
    free.visit(expr);
    free.used.removeAll(free.bound);
    free.jumped.removeAll(free.defined);
    return free;
  }

  /** In order of first use. */
  List<Variable> variables() {
    return List.copyOf(used);
  }

  Set<Label> labels() {
    return jumped;
  }

  private void visit(Expr expr) {
    switch (expr) {
      case Ref(var variable) -> used.add(variable);
      case Let let -> bound.add(let.variable());
      case Join join -> {
        defined.add(join.label());
        bound.addAll(join.label().parameters());
      }
      case Jump jump -> jumped.add(jump.label());
      case IfUnboxed node -> {
        bound.add(node.unboxed());
        bound.add(node.other());
      }
      case Try attempt -> {
        bound.add(attempt.result());
        bound.add(attempt.raised());
      }
      case Case _, Receive _, Lambda _, LetRec _ ->
          throw new IllegalArgumentException("binders that are gone by now");
      default -> {}
    }
    Exprs.forEachChild(expr, this::visit);
  }
}
