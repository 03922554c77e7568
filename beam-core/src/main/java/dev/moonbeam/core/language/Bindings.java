package dev.moonbeam.core.language;

import org.jspecify.annotations.Nullable;

/**
 * The host's variables as a script sees them. Values are terms: the engine converts in both
 * directions.
 */
public interface Bindings {
  Iterable<String> names();

  /** The term, or null when there is no such variable. */
  @Nullable Object get(String name);

  void put(String name, Object term);
}
