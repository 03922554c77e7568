package dev.moonbeam.engine;

import dev.moonbeam.core.process.Fun;
import org.jspecify.annotations.Nullable;

/** The {@link ScriptFunction} of a function value. */
final class FunctionOfScript implements ScriptFunction {
  private final Session session;
  private final Fun function;

  FunctionOfScript(Session session, Fun function) {
    this.session = session;
    this.function = function;
  }

  Session session() {
    return session;
  }

  Fun function() {
    return function;
  }

  @Override
  public @Nullable Object call(@Nullable Object... arguments) {
    return session.apply(function, Object.class, arguments);
  }

  /** As {@link #call}, with the result as a Java type. */
  <T> @Nullable T callAs(Class<T> type, @Nullable Object... arguments) {
    return session.apply(function, type, arguments);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FunctionOfScript that && that.function.equals(function);
  }

  @Override
  public int hashCode() {
    return function.hashCode();
  }

  @Override
  public String toString() {
    return function.displayName();
  }
}
