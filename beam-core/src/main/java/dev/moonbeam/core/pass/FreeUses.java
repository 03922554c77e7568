package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every nested function of a function uses from outside itself, in one walk: as values, and as
 * callees of calls that can go straight to a known function.
 */
final class FreeUses {
  /** A variable known to be bound to one function of the text. */
  record Known(Variable variable, Lambda lambda, @Nullable LetRec group) {}

  /** Of one nested function. */
  static final class Uses {
    final Set<Variable> values = new LinkedHashSet<>();
    final Set<Variable> calls = new LinkedHashSet<>();

    /** Whether the function uses itself as a value. */
    boolean self;
  }

  private final Map<Lambda, Uses> uses = new IdentityHashMap<>();
  private final Map<Variable, Known> known = new IdentityHashMap<>();
  private final Map<Variable, Integer> depths = new IdentityHashMap<>();
  private final List<Lambda> stack = new ArrayList<>();
  private final List<@Nullable Variable> names = new ArrayList<>();

  static FreeUses of(FunctionDef function) {
    FreeUses uses = new FreeUses();
    function.allParameters().forEach(uses::bind);
    uses.visit(function.body());
    return uses;
  }

  Uses uses(Lambda lambda) {
    return uses.get(lambda);
  }

  @Nullable Known known(Variable variable) {
    return known.get(variable);
  }

  /**
   * Whether a call can go straight to the function: its arguments can be fitted at compile time.
   */
  static boolean direct(Apply apply, FunctionDef callee) {
    int passed = apply.arguments().size();
    int wanted = callee.parameters().size();
    if (passed + 8 > 200) {
      return false;
    }
    if (callee.rest() != null) {
      return apply.rest() == null ? !callee.strictArity() || passed >= wanted : passed >= wanted;
    }
    return apply.rest() == null && (passed == wanted || !callee.strictArity());
  }

  private void bind(Variable variable) {
    depths.put(variable, stack.size());
  }

  private void use(Variable variable, boolean call) {
    Integer depth = depths.get(variable);
    if (depth == null) {
      throw new IllegalStateException("unbound variable " + variable);
    }
    for (int i = stack.size() - 1; i >= depth; i--) {
      Uses at = uses.get(stack.get(i));
      (call ? at.calls : at.values).add(variable);
      if (!call && names.get(i) == variable) {
        at.self = true;
      }
    }
  }

  private void visit(Expr expr) {
    switch (expr) {
      case Ref(var variable) -> use(variable, false);
      case Let(var variable, Lambda lambda, var body) -> {
        known.put(variable, new Known(variable, lambda, null));
        enter(lambda, null);
        bind(variable);
        visit(body);
      }
      case Let(var variable, var value, var body) -> {
        visit(value);
        bind(variable);
        visit(body);
      }
      case LetRec group -> {
        for (int i = 0; i < group.variables().size(); i++) {
          bind(group.variables().get(i));
          known.put(
              group.variables().get(i),
              new Known(group.variables().get(i), group.functions().get(i), group));
        }
        for (int i = 0; i < group.variables().size(); i++) {
          enter(group.functions().get(i), group.variables().get(i));
        }
        visit(group.body());
      }
      case Lambda lambda -> enter(lambda, null);
      case Apply apply
          when apply.function() instanceof Ref(var variable)
              && known.get(variable) instanceof Known k
              && direct(apply, k.lambda().function()) -> {
        use(variable, true);
        apply.arguments().forEach(this::visit);
        if (apply.rest() != null) {
          visit(apply.rest());
        }
      }
      case Join join -> {
        join.label().parameters().forEach(this::bind);
        visit(join.body());
        visit(join.target());
      }
      case IfUnboxed node -> {
        visit(node.value());
        bind(node.unboxed());
        bind(node.other());
        visit(node.then());
        visit(node.otherwise());
      }
      case Try attempt -> {
        visit(attempt.body());
        bind(attempt.result());
        visit(attempt.of());
        bind(attempt.raised());
        visit(attempt.handler());
      }
      case Case choice -> {
        choice.scrutinees().forEach(this::visit);
        choice.clauses().forEach(this::clause);
        visit(choice.noMatch());
      }
      case Receive receive -> {
        if (receive.timeout() != null) {
          visit(receive.timeout());
        }
        receive.clauses().forEach(this::clause);
        if (receive.after() != null) {
          visit(receive.after());
        }
      }
      default -> Exprs.forEachChild(expr, this::visit);
    }
  }

  private void clause(Clause clause) {
    for (Pattern pattern : clause.patterns()) {
      Exprs.forEachBinding(pattern, this::bind);
    }
    for (Pattern pattern : clause.patterns()) {
      Exprs.mapPattern(
          pattern,
          inner -> {
            visit(inner);
            return inner;
          });
    }
    if (clause.guard() != null) {
      visit(clause.guard());
    }
    visit(clause.body());
  }

  private void enter(Lambda lambda, @Nullable Variable name) {
    uses.put(lambda, new Uses());
    stack.add(lambda);
    names.add(name);
    lambda.function().allParameters().forEach(this::bind);
    visit(lambda.function().body());
    stack.removeLast();
    names.removeLast();
  }
}
