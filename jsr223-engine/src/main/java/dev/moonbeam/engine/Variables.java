package dev.moonbeam.engine;

import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.process.Process;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host's variables as one evaluation sees them: converted when they are looked at, and what the
 * script assigns converted back.
 */
final class Variables implements Bindings {
  private final Process process;
  private final Scope scope;
  private final FromHost fromHost;
  private final ToHost toHost;

  Variables(Process process, Scope scope, Callables callables) {
    this.process = process;
    this.scope = scope;
    this.fromHost = callables.fromHost(process);
    this.toHost = callables.toHost(process);
  }

  @Override
  public Iterable<String> names() {
    List<String> names = scope.names();
    process.charge(names.size());
    return names;
  }

  @Override
  public @Nullable Object get(String name) {
    return scope.has(name) ? fromHost.convert(scope.get(name)) : null;
  }

  @Override
  public void put(String name, Object term) {
    scope.put(name, toHost.convert(term));
  }
}
