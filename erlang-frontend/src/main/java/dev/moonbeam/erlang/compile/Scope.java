package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables bound at a point of a function. A clause has a scope of its own inside its
 * construct's; what every clause binds is defined in the outer scope afterwards. Lint has refused
 * uses of what only some clauses bind.
 */
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, Variable> own = new LinkedHashMap<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  /**
   * A scope inside this one, which gets no bindings of its own while that is in use. So lookups
   * need not go through it when it is empty, as are most on the way down a long chain of operators.
   */
  Scope inner() {
    return new Scope(own.isEmpty() ? outer : this);
  }

  @Nullable Scope outer() {
    return outer;
  }

  @Nullable Variable find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Variable variable = scope.own.get(name);
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }

  Variable define(String name) {
    Variable variable = new Variable(name);
    own.put(name, variable);
    return variable;
  }

  void define(String name, Variable variable) {
    own.put(name, variable);
  }

  /** Names bound in this very scope. */
  Set<String> names() {
    return own.keySet();
  }

  /** A variable of this very scope. */
  Expr own(String name) {
    return new Expr.Ref(own.get(name));
  }
}
