package dev.moonbeam.erlang.compile;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which variables are bound, and what is known of their values. */
final class ForeseenScope {
  private final @Nullable ForeseenScope outer;
  private final Map<String, Foreseen> own = new HashMap<>();

  ForeseenScope(@Nullable ForeseenScope outer) {
    this.outer = outer;
  }

  /**
   * A scope inside this one, which gets no bindings of its own while that is in use. So lookups
   * need not go through it when it is empty, as are most on the way down a long chain of operators.
   */
  ForeseenScope inner() {
    return new ForeseenScope(own.isEmpty() ? outer : this);
  }

  /** What is known of a variable; null where it is not bound. */
  @Nullable Foreseen find(String name) {
    for (ForeseenScope scope = this; scope != null; scope = scope.outer) {
      Foreseen found = scope.own.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  void bind(String name, Foreseen value) {
    own.put(name, value);
  }

  /** Takes over what an inner scope has bound, of which nothing is known for sure any more. */
  void add(ForeseenScope inner) {
    inner.own.keySet().forEach(name -> own.putIfAbsent(name, Foreseen.UNKNOWN));
  }
}
