package dev.moonbeam.engine;

import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.process.Process;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host's variables as one evaluation sees them: converted when they are looked at, and what the
 * script assigns converted back.
 *
 * <p>A value that came from a script and that the host has not replaced goes back as the very term
 * it was, not as a conversion of the host's copy: a table stays one table from evaluation to
 * evaluation, whoever else refers to it.
 *
 * <p>The host gets what was assigned when the evaluation has come to a good end: {@link #commit}.
 */
final class Variables implements Bindings {
  private final Process process;
  private final Scope scope;
  private final FromHost fromHost;
  private final ToHost toHost;
  private final Map<String, Given> given;
  private final Map<String, Given> assigned = new LinkedHashMap<>();

  /**
   * What a script has assigned.
   *
   * @param value what the host was given for the term
   */
  record Given(Object term, @Nullable Object value) {}

  /**
   * @param given what scripts assigned in earlier evaluations over this scope; kept up to date here
   */
  Variables(Process process, Scope scope, Callables callables, Map<String, Given> given) {
    this.process = process;
    this.scope = scope;
    this.fromHost = callables.fromHost(process);
    this.toHost = callables.toHost(process);
    this.given = given;
  }

  @Override
  public Iterable<String> names() {
    List<String> names = scope.names();
    process.charge(names.size());
    return names;
  }

  @Override
  public @Nullable Object get(String name) {
    if (!scope.has(name)) {
      return null;
    }
    Object value = scope.get(name);
    Given last = given.get(name);
    return last != null && last.value == value ? last.term : fromHost.convert(value);
  }

  @Override
  public void put(String name, Object term) {
    assigned.put(name, new Given(term, toHost.convert(term)));
  }

  /** Gives the host what the evaluation has assigned. */
  void commit() {
    assigned.forEach((name, given) -> scope.put(name, given.value()));
    given.putAll(assigned);
  }
}
