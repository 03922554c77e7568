package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.term.Binary;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One {@link Binary} for all equal constants of all loaded chunks, so that the key of a field
 * access and the key in a table are nearly always the same object. Weak: a string that no chunk or
 * table holds is collected. Only constants come here, never strings that a script computes. Safe
 * for use by several threads.
 */
public final class InternedStrings {
  private static final ConcurrentHashMap<Object, Entry> TABLE = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Binary> UNUSED = new ReferenceQueue<>();

  private InternedStrings() {}

  /** The representative of all strings equal to this one. */
  public static Binary intern(Binary string) {
    for (Object stale; (stale = UNUSED.poll()) != null; ) {
      TABLE.remove(stale);
    }
    while (true) {
      Entry entry = TABLE.get(new Probe(string));
      if (entry == null) {
        // A slice would pin its parent for as long as the constant lives.
        Binary own =
            string.array().length == string.length() ? string : Binary.of(string.toByteArray());
        Entry fresh = new Entry(own);
        entry = TABLE.putIfAbsent(fresh, fresh);
        if (entry == null) {
          return own;
        }
      }
      Binary found = entry.get();
      if (found != null) {
        return found;
      }
      TABLE.remove(entry);
    }
  }

  public static Binary intern(String text) {
    return intern(Binary.of(text));
  }

  /** Key for a look-up: equal to an {@link Entry} that holds an equal string. */
  private record Probe(Binary string) {
    @Override
    public int hashCode() {
      return string.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry entry && string.equals(entry.get());
    }
  }

  private static final class Entry extends WeakReference<Binary> {
    private final int hash;

    Entry(Binary string) {
      super(string, UNUSED);
      hash = string.hashCode();
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Binary mine = get();
      return mine != null && other instanceof Entry entry && mine.equals(entry.get());
    }
  }
}
