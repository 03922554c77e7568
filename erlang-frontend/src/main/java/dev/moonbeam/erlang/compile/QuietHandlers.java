package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.QuietClauses;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the clauses of a {@code catch} are sure to take without a look at the stack trace, and
 * writes it as {@link QuietClauses}.
 */
final class QuietHandlers {
  /** Variables that are bound outside: matching them is a comparison. */
  private final Scope scope;

  /** Variables that the clause has bound so far. */
  private final Set<String> seen = new HashSet<>();

  private QuietHandlers(Scope scope) {
    this.scope = scope;
  }

  /**
   * The clauses as a term; null when there is nothing sure about them, and whoever is around
   * decides.
   */
  static @Nullable Object of(List<Node.CatchClause> handlers, Scope scope) {
    List<Object> clauses = new ArrayList<>();
    for (Node.CatchClause handler : handlers) {
      if (handler.guard().isEmpty()) {
        QuietHandlers finder = new QuietHandlers(scope);
        Object kind = finder.pattern(handler.kind());
        Object reason = finder.pattern(handler.pattern());
        if (kind != null && reason != null) {
          clauses.add(QuietClauses.clause(kind, reason));
        }
      }
    }
    return clauses.isEmpty() ? null : Cons.list(clauses.toArray());
  }

  private @Nullable Object pattern(Node node) {
    return switch (node) {
      case Node.Var(_, String name) when name.equals("_") -> QuietClauses.anything();
      case Node.Var(_, String name) when scope.find(name) == null && seen.add(name) ->
          QuietClauses.anything();
      case Node.Literal(_, Object value) when value instanceof Atom || value instanceof Long ->
          QuietClauses.literal(value);
      case Node.TupleOf(_, List<Node> elements) -> tuple(elements);
      default -> null;
    };
  }

  private @Nullable Object tuple(List<Node> elements) {
    Object[] parts = new Object[elements.size()];
    for (int i = 0; i < parts.length; i++) {
      Object part = pattern(elements.get(i));
      if (part == null) {
        return null;
      }
      parts[i] = part;
    }
    return new Tuple(parts);
  }
}
