package dev.moonbeam.core.process;

import dev.moonbeam.core.term.TermMap;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary of a process ({@code put/2}, {@code get/1}): a persistent map, so that keys are hashed on the process's
 * account and reading it from elsewhere needs no copy. Called by the thread that runs the process.
 */
public final class ProcessDictionary {
  private ProcessDictionary() {}

  public static @Nullable Object get(Process process, Object key) {
    Extension extension = process.extension;
    return extension == null ? null : extension.dictionary.get(key, process);
  }

  /** Gives the value before, or null. */
  public static @Nullable Object put(Process process, Object key, Object value) {
    Extension extension = process.extension();
    Object before = extension.dictionary.get(key, process);
    TermMap changed = extension.dictionary.put(key, value, process);
    extension.dictionary = changed;
    process.updated(changed, key);
    return before;
  }

  /** Gives the value before, or null. */
  public static @Nullable Object erase(Process process, Object key) {
    Extension extension = process.extension();
    Object before = extension.dictionary.get(key, process);
    if (before != null) {
      extension.dictionary = extension.dictionary.remove(key, process);
    }
    return before;
  }

  /** All entries. */
  public static TermMap all(Process process) {
    Extension extension = process.extension;
    return extension == null ? TermMap.empty() : extension.dictionary;
  }

  /** Gives what it held before. */
  public static TermMap clear(Process process) {
    TermMap before = all(process);
    if (before.size() > 0) {
      process.extension().dictionary = TermMap.empty();
    }
    return before;
  }
}
