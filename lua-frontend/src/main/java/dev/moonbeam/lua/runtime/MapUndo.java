package dev.moonbeam.lua.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place of a map, with what was there or is to come there. */
final class MapUndo<K, V> implements Undo.Unshared {
  private final Map<K, V> map;
  private final K key;
  private @Nullable V other;

  MapUndo(Map<K, V> map, K key, @Nullable V other) {
    this.map = map;
    this.key = key;
    this.other = other;
  }

  @Override
  public void exchange() {
    V now = other == null ? map.remove(key) : map.put(key, other);
    other = now;
  }

  @Override
  public Undo again() {
    return new MapUndo<>(map, key, other);
  }
}
