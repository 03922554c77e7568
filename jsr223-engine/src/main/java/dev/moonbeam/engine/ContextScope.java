package dev.moonbeam.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a ScriptContext: looked up in its scopes in their order, assigned in
 * ENGINE_SCOPE. The keys that {@code javax.script} reserves for itself are not variables.
 */
final class ContextScope implements Scope {
  private static final String RESERVED = "javax.script.";

  private final ScriptContext context;

  ContextScope(ScriptContext context) {
    this.context = context;
  }

  @Override
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (int scope : context.getScopes()) {
      Bindings bindings = context.getBindings(scope);
      if (bindings != null) {
        for (String name : bindings.keySet()) {
          if (!name.startsWith(RESERVED)) {
            names.add(name);
          }
        }
      }
    }
    return new ArrayList<>(names);
  }

  @Override
  public boolean has(String name) {
    return !name.isEmpty() && !name.startsWith(RESERVED) && context.getAttributesScope(name) >= 0;
  }

  @Override
  public @Nullable Object get(String name) {
    return context.getAttribute(name);
  }

  @Override
  public void put(String name, @Nullable Object value) {
    if (!name.isEmpty() && !name.startsWith(RESERVED)) {
      context.setAttribute(name, value, ScriptContext.ENGINE_SCOPE);
    }
  }
}
