package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.erlang.compile.LintScope.Binding;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lint of one function (or of a script, or of a record field's default): its clauses, and what
 * becomes of its variables. What may stand where is for {@link LintExpression}, {@link LintPattern}
 * and {@link LintGuard}. Says what OTP's {@code erl_lint} says, in its words.
 */
final class LintFunction {
  final LintModule module;
  final String file;
  final LintPattern patterns;
  final LintExpression expressions;
  final LintGuard guards;
  final LintCall calls;
  final LintRecord records;
  final LintBits bits;

  /** Whose body this is; null for defaults and scripts. */
  final @Nullable FunctionName name;

  /**
   * In the default of a record's field, outside of funs and comprehensions: nothing may be bound.
   */
  boolean inDefault;

  private final List<Binding> bindings = new ArrayList<>();

  LintFunction(LintModule module, String file, @Nullable FunctionName name) {
    this.module = module;
    this.file = file;
    this.name = name;
    this.patterns = new LintPattern(this);
    this.expressions = new LintExpression(this);
    this.guards = new LintGuard(this);
    this.calls = new LintCall(this);
    this.records = new LintRecord(this);
    this.bits = new LintBits(this);
  }

  void error(long at, String message) {
    module.error(file, at, message);
  }

  void warning(long at, String message) {
    module.warning(file, at, message);
  }

  LintOptions options() {
    return module.options;
  }

  ModuleContext context() {
    return module.context;
  }

  // ---- Ways in ---------------------------------------------------------------------------------

  void function(List<Node.Clause> clauses) {
    clauses(clauses, new LintScope(null), false);
    reportUnused();
  }

  /** A script: what its last expression leaves bound is handed out, so nothing is unused. */
  void script(List<Node> body, List<String> bound) {
    LintScope scope = new LintScope(null);
    for (String each : bound) {
      scope.bind(each, 0).use();
    }
    expressions.body(body, scope);
  }

  void recordDefault(Node value) {
    inDefault = true;
    expressions.expression(value, new LintScope(null));
    inDefault = false;
    reportUnused();
  }

  /**
   * Clauses of a function or fun, whose parameters are new.
   *
   * @param shadowing whether there is something around that they can shadow
   */
  void clauses(List<Node.Clause> clauses, LintScope outer, boolean shadowing) {
    for (Node.Clause clause : clauses) {
      LintScope scope = new LintScope(outer);
      patterns.head(clause.patterns(), scope, outer, shadowing ? "'fun'" : null);
      guards.guard(clause.guard(), scope);
      expressions.body(clause.body(), scope);
      outer.addKnown(scope);
    }
  }

  // ---- Variables -------------------------------------------------------------------------------

  Binding bind(String variable, long at, LintScope scope) {
    Binding binding = scope.bind(variable, at);
    if (inDefault) {
      error(at, "variable '" + variable + "' in record definition");
    } else {
      watch(binding);
    }
    return binding;
  }

  /** Reports the variable if nothing ever uses it. */
  void watch(Binding binding) {
    bindings.add(binding);
  }

  private void reportUnused() {
    for (Binding binding : bindings) {
      if (!binding.used) {
        module.unusedVariable(binding.at);
        if (options().unusedVariables && !binding.name.startsWith("_")) {
          warning(binding.at, "variable '" + binding.name + "' is unused");
        }
      }
    }
  }

  void shadowed(long at, String variable, String in) {
    if (options().shadowedVariables) {
      warning(at, "variable '" + variable + "' shadowed in " + in);
    }
  }

  /** A variable that is read. */
  void variable(Node.Var variable, LintScope scope) {
    Binding binding = variable.name().equals("_") ? null : scope.find(variable.name());
    if (binding == null) {
      error(variable.at(), "variable '" + variable.name() + "' is unbound");
      // Once is enough.
      scope.bind(variable.name(), variable.at()).use();
      return;
    }
    binding.use();
    if (binding.traceInGuard) {
      error(
          variable.at(), "stacktrace variable '" + binding.name + "' must not be used in a guard");
      scope.settle(binding);
    } else if (binding.unsafeIn != null) {
      unsafe(binding, variable, scope);
    } else if (binding.exportedFrom != null && options().exportedVariables) {
      exported(binding, variable, scope);
    }
  }

  /** A variable of a pattern that was bound before it: what is there must equal its value. */
  void compared(Binding binding, Node.Var variable, LintScope scope) {
    binding.use();
    if (binding.unsafeIn != null) {
      unsafe(binding, variable, scope);
      return;
    }
    underscored(
        variable,
        "is already bound. If you mean to ignore this value, use '_' or a different"
            + " underscore-prefixed name");
    if (binding.exportedFrom != null) {
      exported(binding, variable, scope);
    }
  }

  /** A variable that is bound at several places of a pattern, or by several operands. */
  void repeated(String variable, long at) {
    underscored(
        new Node.Var(at, variable),
        "is bound multiple times in this pattern. If you mean to ignore this value, use '_' or a"
            + " different underscore-prefixed name");
  }

  private void underscored(Node.Var variable, String what) {
    if (variable.name().startsWith("_") && options().underscoreMatch) {
      warning(variable.at(), "variable '" + variable.name() + "' " + what);
    }
  }

  private void unsafe(Binding binding, Node.Var variable, LintScope scope) {
    error(variable.at(), "variable '" + binding.name + "' unsafe in " + binding.unsafeIn);
    scope.settle(binding);
  }

  private void exported(Binding binding, Node.Var variable, LintScope scope) {
    warning(variable.at(), "variable '" + binding.name + "' exported from " + binding.exportedFrom);
    scope.settle(binding);
  }
}
