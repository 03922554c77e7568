package dev.moonbeam.core.term;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A small map: keys in exact term order, values beside them. Maps made by update of another share
 * its key array.
 */
final class FlatMap extends TermMap {
  private static final Object[] NONE = {};
  static final FlatMap EMPTY = new FlatMap(NONE, NONE);

  private final Object[] keys;
  private final Object[] values;

  FlatMap(Object[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  /**
   * The map of {@code count / 2} keys and values in turn, in any order; a later value for the same
   * key wins.
   */
  static FlatMap sorted(Object[] entries, int count, WorkMeter meter) {
    Object[] keys = new Object[count / 2];
    Object[] values = new Object[count / 2];
    int size = 0;
    for (int i = 0; i < count; i += 2) {
      Object key = entries[i];
      // Insertion from the end: entries mostly come in order, as from another map or a literal.
      int at = size;
      int order = 1;
      while (at > 0 && (order = TermOrder.compareExact(key, keys[at - 1], meter)) < 0) {
        at--;
      }
      if (at > 0 && order == 0) {
        values[at - 1] = entries[i + 1];
        continue;
      }
      System.arraycopy(keys, at, keys, at + 1, size - at);
      System.arraycopy(values, at, values, at + 1, size - at);
      keys[at] = key;
      values[at] = entries[i + 1];
      size++;
    }
    if (size < keys.length) {
      keys = java.util.Arrays.copyOf(keys, size);
      values = java.util.Arrays.copyOf(values, size);
    }
    return size == 0 ? EMPTY : new FlatMap(keys, values);
  }

  @Override
  public int size() {
    return keys.length;
  }

  /** Index of the key, or {@code -(place where it would stand) - 1}. */
  private int find(Object key, WorkMeter meter) {
    if (key instanceof Atom) {
      // Identity decides presence without comparing names; only an insertion needs the place.
      Object[] all = keys;
      for (int i = 0; i < all.length; i++) {
        if (all[i] == key) {
          return i;
        }
      }
    }
    int low = 0;
    int high = keys.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = TermOrder.compareExact(keys[middle], key, meter);
      if (order < 0) {
        low = middle + 1;
      } else if (order > 0) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -low - 1;
  }

  @Override
  public @Nullable Object get(Object key, WorkMeter meter) {
    if (key instanceof Atom) {
      Object[] all = keys;
      for (int i = 0; i < all.length; i++) {
        if (all[i] == key) {
          return values[i];
        }
      }
      return null;
    }
    int at = find(key, meter);
    return at < 0 ? null : values[at];
  }

  @Override
  public TermMap put(Object key, Object value, WorkMeter meter) {
    int at = find(key, meter);
    if (at >= 0) {
      if (values[at] == value) {
        return this;
      }
      Object[] changed = values.clone();
      changed[at] = value;
      return new FlatMap(keys, changed);
    }
    int place = -at - 1;
    int size = keys.length;
    if (size == FLAT) {
      return TrieMap.of(keys, values, meter).put(key, value, meter);
    }
    return new FlatMap(inserted(keys, place, key), inserted(values, place, value));
  }

  @Override
  public @Nullable TermMap update(Object key, Object value, WorkMeter meter) {
    int at = find(key, meter);
    if (at < 0) {
      return null;
    }
    if (values[at] == value) {
      return this;
    }
    Object[] changed = values.clone();
    changed[at] = value;
    return new FlatMap(keys, changed);
  }

  @Override
  public TermMap remove(Object key, WorkMeter meter) {
    int at = find(key, meter);
    if (at < 0) {
      return this;
    }
    return keys.length == 1 ? EMPTY : new FlatMap(without(keys, at), without(values, at));
  }

  static Object[] inserted(Object[] from, int at, Object what) {
    Object[] result = new Object[from.length + 1];
    System.arraycopy(from, 0, result, 0, at);
    result[at] = what;
    System.arraycopy(from, at, result, at + 1, from.length - at);
    return result;
  }

  static Object[] without(Object[] from, int at) {
    Object[] result = new Object[from.length - 1];
    System.arraycopy(from, 0, result, 0, at);
    System.arraycopy(from, at + 1, result, at, result.length - at);
    return result;
  }

  @Override
  public void forEach(BiConsumer<Object, Object> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  @Override
  public Object[] keys() {
    return keys.clone();
  }

  @Override
  public Object[] values() {
    return values;
  }

  @Override
  public @Nullable Object firstKey() {
    return keys.length == 0 ? null : keys[0];
  }

  @Override
  public @Nullable Object keyAfter(Object key, WorkMeter meter) {
    int at = find(key, meter);
    int next = at < 0 ? -at - 1 : at + 1;
    return next < keys.length ? keys[next] : null;
  }

  @Override
  boolean isSorted() {
    return true;
  }
}
