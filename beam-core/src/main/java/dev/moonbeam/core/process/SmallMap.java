package dev.moonbeam.core.process;

import java.util.LinkedHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that takes next to no room while it has few entries, as the links and monitors of most
 * processes do, and stays fast when it has many, as those of a supervisor do. Keeps the order of
 * insertion. For one thread.
 */
final class SmallMap<K, V> {
  private static final int FEW = 8;

  /** Keys and values by turns, while few. */
  private @Nullable Object[] pairs = new @Nullable Object[2];

  private int size;
  private @Nullable LinkedHashMap<K, V> many;

  @SuppressWarnings("unchecked")
  @Nullable V get(K key) {
    if (many != null) {
      return many.get(key);
    }
    int at = find(key);
    return at < 0 ? null : (V) pairs[at + 1];
  }

  boolean contains(K key) {
    return get(key) != null;
  }

  @SuppressWarnings("unchecked")
  void put(K key, V value) {
    if (many != null) {
      many.put(key, value);
      return;
    }
    int at = find(key);
    if (at >= 0) {
      pairs[at + 1] = value;
      return;
    }
    if (size == FEW) {
      many = new LinkedHashMap<>();
      for (int i = 0; i < 2 * size; i += 2) {
        many.put((K) pairs[i], (V) pairs[i + 1]);
      }
      many.put(key, value);
      pairs = new @Nullable Object[0];
      size = 0;
      return;
    }
    if (2 * size == pairs.length) {
      pairs = java.util.Arrays.copyOf(pairs, Math.max(2, 4 * size));
    }
    pairs[2 * size] = key;
    pairs[2 * size + 1] = value;
    size++;
  }

  @SuppressWarnings("unchecked")
  @Nullable V remove(K key) {
    if (many != null) {
      return many.remove(key);
    }
    int at = find(key);
    if (at < 0) {
      return null;
    }
    V value = (V) pairs[at + 1];
    System.arraycopy(pairs, at + 2, pairs, at, 2 * size - at - 2);
    size--;
    pairs[2 * size] = null;
    pairs[2 * size + 1] = null;
    return value;
  }

  @SuppressWarnings("unchecked")
  void forEach(BiConsumer<K, V> action) {
    if (many != null) {
      many.forEach(action);
      return;
    }
    for (int i = 0; i < 2 * size; i += 2) {
      action.accept((K) pairs[i], (V) pairs[i + 1]);
    }
  }

  int size() {
    return many != null ? many.size() : size;
  }

  private int find(K key) {
    for (int i = 0; i < 2 * size; i += 2) {
      if (pairs[i] == key || key.equals(pairs[i])) {
        return i;
      }
    }
    return -1;
  }
}
