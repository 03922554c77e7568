package dev.moonbeam.core.term;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map of terms: sorted arrays up to {@value #FLAT} keys, a hash trie beyond. Keys
 * differ by {@code =:=}. A map of a given content always has the same form, whatever the way it was
 * made, so equal maps are walked in equal order. Immutable.
 */
public abstract sealed class TermMap implements Term permits FlatMap, TrieMap {
  /** The most keys of a map that is kept as sorted arrays, as in OTP. */
  static final int FLAT = 32;

  TermMap() {}

  public static TermMap empty() {
    return FlatMap.EMPTY;
  }

  /**
   * An empty map that has the order of a large one from the start: for tables that are traversed by
   * {@link #keyAfter} while they change. Not a term to hand to scripts, as it would differ from an
   * equal one in form.
   */
  public static TermMap table() {
    return TrieMap.EMPTY;
  }

  /** The map of keys and values in turn; a later value for the same key wins. */
  public static TermMap of(Object... keysAndValues) {
    Builder builder = new Builder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return builder.build();
  }

  public abstract int size();

  /**
   * The value, or null when the key is not there.
   *
   * @param meter who pays for hashing and comparing keys, which a script can make arbitrarily large
   */
  public abstract @Nullable Object get(Object key, WorkMeter meter);

  /** A map in which the key has this value; this very map when it has it already. */
  public abstract TermMap put(Object key, Object value, WorkMeter meter);

  /** A map in which the existing key has this value, or null when the key is not there. */
  public @Nullable TermMap update(Object key, Object value, WorkMeter meter) {
    return get(key, meter) != null ? put(key, value, meter) : null;
  }

  public abstract TermMap remove(Object key, WorkMeter meter);

  /** As {@link #get(Object, WorkMeter)}, for keys that no script made. */
  public final @Nullable Object get(Object key) {
    return get(key, WorkMeter.NONE);
  }

  /** As {@link #put(Object, Object, WorkMeter)}, for keys that no script made. */
  public final TermMap put(Object key, Object value) {
    return put(key, value, WorkMeter.NONE);
  }

  /** As {@link #remove(Object, WorkMeter)}, for keys that no script made. */
  public final TermMap remove(Object key) {
    return remove(key, WorkMeter.NONE);
  }

  /** In the order of {@link #keys}. */
  public abstract void forEach(BiConsumer<Object, Object> action);

  /**
   * The keys, in an array of the caller's own: in the order of terms up to {@value #FLAT}, beyond
   * in an order that depends on the keys alone.
   */
  public abstract Object[] keys();

  /** The values, in the order of {@link #keys}, in an array that must not be written. */
  public abstract Object[] values();

  /** The first of {@link #keys}, null when there is none. */
  public abstract @Nullable Object firstKey();

  /**
   * The key after the given one, which need not be there, in the order of {@link #keys}; null at
   * the end.
   */
  public abstract @Nullable Object keyAfter(Object key, WorkMeter meter);

  /** Whether {@link #keys} come in the exact order of terms. */
  abstract boolean isSorted();

  /** About how many bytes one {@link #put} allocates. */
  public int putCost() {
    return size() <= FLAT ? 56 + 8 * size() : 400;
  }

  /**
   * What lives as long as the entry of a key does: the innermost part of the map that holds it.
   * Whoever samples what an update has allocated must look at this and not at the map, which the
   * next update replaces while it keeps most parts.
   */
  public Object holder(Object key, WorkMeter meter) {
    return this;
  }

  @Override
  public int kind() {
    return TermOrder.MAP;
  }

  @Override
  public int compareSameKind(Object other) {
    return TermOrder.compareExact(this, other);
  }

  @Override
  public int termHash() {
    return TermOrder.hash(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermMap && TermOrder.exactlyEqual(this, other);
  }

  @Override
  public int hashCode() {
    return TermOrder.hash(this);
  }

  @Override
  public String toString() {
    return TermPrinter.print(this);
  }

  /** Collects entries; cheaper than as many puts. A later value for the same key wins. */
  public static final class Builder {
    private Object[] entries = new Object[16];
    private final WorkMeter meter;
    private int count;
    private @Nullable TermMap grown;

    /** For keys that no script made. */
    public Builder() {
      this(WorkMeter.NONE);
    }

    /**
     * @param meter who pays for hashing and comparing keys
     */
    public Builder(WorkMeter meter) {
      this.meter = meter;
    }

    public Builder put(Object key, Object value) {
      TermMap map = grown;
      if (map != null) {
        grown = map.put(key, value, meter);
        return this;
      }
      if (count == 2 * FLAT) {
        map = FlatMap.sorted(entries, count, meter);
        grown = map.put(key, value, meter);
        return this;
      }
      if (count == entries.length) {
        entries = Arrays.copyOf(entries, count * 2);
      }
      entries[count++] = key;
      entries[count++] = value;
      return this;
    }

    public TermMap build() {
      TermMap map = grown;
      return map != null ? map : FlatMap.sorted(entries, count, meter);
    }
  }
}
