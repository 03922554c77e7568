package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Typing;
import dev.moonbeam.core.ir.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Infers which variables can be held unboxed. A variable has the type of its value; a parameter of
 * a join point has the type of what every jump hands it, found by a fixpoint that starts from the
 * jumps into it and ends when the jumps from inside agree. Types only rise towards TERM, so it
 * ends. What a frontend declared stays.
 */
final class Types implements Pass {
  @Override
  public String name() {
    return "types";
  }

  @Override
  public CoreModule run(CoreModule module) {
    module.functions().forEach(Types::infer);
    return module;
  }

  /** Narrows the types of the variables bound in a function's body. */
  static void infer(FunctionDef function) {
    Inference inference = new Inference();
    do {
      inference.changed = false;
      inference.visit(function.body());
    } while (inference.changed);
  }

  /** Narrows the types of the variables bound in an expression whose free variables have theirs. */
  static void infer(Expr expr) {
    Inference inference = new Inference();
    do {
      inference.changed = false;
      inference.visit(expr);
    } while (inference.changed);
  }

  private static final class Inference {
    /** Declared by the frontend: not ours to change. */
    private final Set<Variable> declared = identitySet();

    private final Set<Variable> known = identitySet();

    /** Join points seen: another one, around the expression, has its types already. */
    private final Set<Label> joins = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean changed;

    private static Set<Variable> identitySet() {
      return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    void visit(Expr expr) {
      switch (expr) {
        case Let(var variable, var value, var body) -> {
          visit(value);
          bind(variable, value);
          visit(body);
        }
        case Join join -> {
          joins.add(join.label());
          for (Variable parameter : join.label().parameters()) {
            if (!known.contains(parameter) && parameter.type() != Type.TERM) {
              declared.add(parameter);
              known.add(parameter);
            }
          }
          visit(join.body());
          visit(join.target());
        }
        case Jump(var label, var arguments) -> {
          arguments.forEach(this::visit);
          List<Variable> parameters = label.parameters();
          for (int i = 0; i < arguments.size() && joins.contains(label); i++) {
            bind(parameters.get(i), arguments.get(i));
          }
        }
        case Try attempt -> {
          visit(attempt.body());
          bind(attempt.result(), attempt.body());
          visit(attempt.of());
          visit(attempt.handler());
        }
        default -> Exprs.forEachChild(expr, this::visit);
      }
    }

    private void bind(Variable variable, Expr value) {
      Type type = Typing.typeOf(value);
      if (type == null) {
        return;
      }
      if (known.add(variable)) {
        if (variable.type() != Type.TERM) {
          declared.add(variable);
        } else if (type != Type.TERM) {
          variable.type(type);
          changed = true;
        }
      } else if (!declared.contains(variable)) {
        Type merged = Typing.merge(variable.type(), type);
        if (merged != null && merged != variable.type()) {
          variable.type(merged);
          changed = true;
        }
      }
    }
  }
}
