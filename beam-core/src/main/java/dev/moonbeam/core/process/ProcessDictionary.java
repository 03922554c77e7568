package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary of a process ({@code put/2}, {@code get/1}): a hash table in order of insertion.
 * Keys that a script can make arbitrarily large are hashed and compared on the process's account.
 * Called by the thread that runs the process.
 */
public final class ProcessDictionary {
  private static final int ENTRY_BYTES = 72;

  private ProcessDictionary() {}

  /** A compound term as a key: its walks are paid for by the process. */
  private record Compound(Object term, int hash, Process process) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Compound that
          && hash == that.hash
          && TermOrder.exactlyEqual(term, that.term, process);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private static Object key(Process process, Object term) {
    return switch (term) {
      case Cons _, Tuple _, TermMap _ -> new Compound(term, TermOrder.hash(term, process), process);
      // 0.0 and -0.0 are one key, which Java's own equality denies.
      case Double real -> real == 0 ? 0.0 : term;
      default -> term;
    };
  }

  private static Object term(Object key) {
    return key instanceof Compound compound ? compound.term : key;
  }

  private static @Nullable Map<Object, Object> map(Process process) {
    Extension extension = process.extension;
    return extension == null ? null : extension.dictionary;
  }

  public static @Nullable Object get(Process process, Object key) {
    Map<Object, Object> map = map(process);
    return map == null ? null : map.get(key(process, key));
  }

  /** Gives the value before, or null. */
  public static @Nullable Object put(Process process, Object key, Object value) {
    Extension extension = process.extension();
    Map<Object, Object> map = extension.dictionary;
    if (map == null) {
      extension.dictionary = map = new LinkedHashMap<>();
    }
    Object before = map.put(key(process, key), value);
    // Charged when there are more entries than ever, with the map: a value may be there for ever.
    if (before == null && map.size() > extension.dictionaryPeak) {
      extension.dictionaryPeak = map.size();
      process.allocated(map, ENTRY_BYTES);
    }
    return before;
  }

  /** Gives the value before, or null. */
  public static @Nullable Object erase(Process process, Object key) {
    Map<Object, Object> map = map(process);
    return map == null ? null : map.remove(key(process, key));
  }

  public static int size(Process process) {
    Map<Object, Object> map = map(process);
    return map == null ? 0 : map.size();
  }

  /** All entries, the oldest first. */
  public static void forEach(Process process, BiConsumer<Object, Object> action) {
    Map<Object, Object> map = map(process);
    if (map != null) {
      map.forEach((key, value) -> action.accept(term(key), value));
    }
  }

  public static void clear(Process process) {
    Extension extension = process.extension;
    if (extension != null) {
      extension.dictionary = null;
    }
  }
}
