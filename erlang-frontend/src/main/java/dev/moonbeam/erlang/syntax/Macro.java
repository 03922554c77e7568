package dev.moonbeam.erlang.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * A macro definition.
 *
 * @param parameters null for a macro without parentheses
 */
record Macro(String name, @Nullable List<String> parameters, List<Token> body) {
  /** -1 without parentheses. */
  int arity() {
    return parameters == null ? -1 : parameters.size();
  }
}
