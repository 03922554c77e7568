package dev.moonbeam.lua.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A persistent map by identity: which copy a state has of a table (or which value of a cell) that
 * another run made. A hash trie of 32-way nodes, so that forking a state is O(1) and a write costs
 * O(log n). Immutable.
 */
final class Overlay {
  static final Overlay EMPTY = new Overlay(new Object[0], 0);

  private static final int BITS = 5;
  private static final int DEEPEST = 30;

  /**
   * Leaves are {@link Leaf} (chained when hashes are equal), branches are nested overlays' nodes.
   */
  private final Object[] slots;

  private final int bitmap;

  private Overlay(Object[] slots, int bitmap) {
    this.slots = slots;
    this.bitmap = bitmap;
  }

  private record Leaf(Object key, Object value, int hash, @Nullable Leaf next) {}

  boolean isEmpty() {
    return bitmap == 0;
  }

  @Nullable Object get(Object key) {
    int hash = System.identityHashCode(key);
    Overlay node = this;
    for (int shift = 0; ; shift += BITS) {
      int bit = 1 << (hash >>> shift & 31);
      if ((node.bitmap & bit) == 0) {
        return null;
      }
      Object slot = node.slots[Integer.bitCount(node.bitmap & (bit - 1))];
      if (slot instanceof Overlay below) {
        node = below;
        continue;
      }
      for (Leaf leaf = (Leaf) slot; leaf != null; leaf = leaf.next) {
        if (leaf.key == key) {
          return leaf.value;
        }
      }
      return null;
    }
  }

  Overlay put(Object key, Object value) {
    return put(new Leaf(key, value, System.identityHashCode(key), null), 0);
  }

  private Overlay put(Leaf fresh, int shift) {
    int bit = 1 << (fresh.hash >>> shift & 31);
    int at = Integer.bitCount(bitmap & (bit - 1));
    if ((bitmap & bit) == 0) {
      Object[] grown = new Object[slots.length + 1];
      System.arraycopy(slots, 0, grown, 0, at);
      grown[at] = fresh;
      System.arraycopy(slots, at, grown, at + 1, slots.length - at);
      return new Overlay(grown, bitmap | bit);
    }
    Object[] changed = slots.clone();
    changed[at] =
        switch (slots[at]) {
          case Overlay below -> below.put(fresh, shift + BITS);
          case Leaf leaf when leaf.hash == fresh.hash || shift >= DEEPEST -> chain(leaf, fresh);
          case Object leaf -> EMPTY.put((Leaf) leaf, shift + BITS).put(fresh, shift + BITS);
        };
    return new Overlay(changed, bitmap);
  }

  /**
   * The chain with one leaf replaced or added. Chains come from equal identity hashes, so they are
   * short.
   */
  private static Leaf chain(Leaf chain, Leaf fresh) {
    Leaf result = fresh;
    for (Leaf leaf = chain; leaf != null; leaf = leaf.next) {
      if (leaf.key != fresh.key) {
        result = new Leaf(leaf.key, leaf.value, leaf.hash, result);
      }
    }
    return result;
  }
}
