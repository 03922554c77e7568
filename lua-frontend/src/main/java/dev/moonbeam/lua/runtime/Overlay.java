package dev.moonbeam.lua.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map by identity: what a state has of its own for a table or a cell that another run
 * made. A hash trie of 32-way nodes, so that forking a state is O(1) and a write costs O(log n).
 * Immutable.
 *
 * <p>Keys are held weakly: a state that forks again and again, as a server does that starts a
 * process for each request, would otherwise keep every table that it wrote to since. What stays of
 * a key that is gone is a leaf, until {@link #pruned}.
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

  private static final class Leaf extends WeakReference<Object> {
    final Object value;
    final int hash;
    final @Nullable Leaf next;

    Leaf(Object key, Object value, int hash, @Nullable Leaf next) {
      super(key);
      this.value = value;
      this.hash = hash;
      this.next = next;
    }
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
        if (leaf.refersTo(key)) {
          return leaf.value;
        }
      }
      return null;
    }
  }

  Overlay put(Object key, Object value) {
    return put(key, new Leaf(key, value, System.identityHashCode(key), null), 0);
  }

  private Overlay put(Object key, Leaf fresh, int shift) {
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
          case Overlay below -> below.put(key, fresh, shift + BITS);
          case Leaf leaf when leaf.hash == fresh.hash || shift >= DEEPEST ->
              chain(leaf, key, fresh);
          case Object leaf -> below((Leaf) leaf, shift + BITS).put(key, fresh, shift + BITS);
        };
    return new Overlay(changed, bitmap);
  }

  /** A node with the leaves of a chain, whose hashes are equal, alone. */
  private static Overlay below(Leaf chain, int shift) {
    return new Overlay(new Object[] {chain}, 1 << (chain.hash >>> shift & 31));
  }

  /**
   * The chain with one leaf replaced or added. Chains come from equal identity hashes, so they are
   * short.
   */
  private static Leaf chain(Leaf chain, Object key, Leaf fresh) {
    Leaf result = fresh;
    for (Leaf leaf = chain; leaf != null; leaf = leaf.next) {
      Object other = leaf.get();
      if (other != null && other != key) {
        result = new Leaf(other, leaf.value, leaf.hash, result);
      }
    }
    return result;
  }

  /** How many keys there are, those that are gone included. */
  int size() {
    int size = 0;
    for (Object slot : slots) {
      if (slot instanceof Overlay below) {
        size += below.size();
      } else {
        for (Leaf leaf = (Leaf) slot; leaf != null; leaf = leaf.next) {
          size++;
        }
      }
    }
    return size;
  }

  /** The same without keys that are gone. */
  Overlay pruned() {
    Overlay result = EMPTY;
    ArrayDeque<Overlay> pending = new ArrayDeque<>();
    pending.add(this);
    for (Overlay next; (next = pending.poll()) != null; ) {
      for (Object slot : next.slots) {
        if (slot instanceof Overlay below) {
          pending.add(below);
          continue;
        }
        for (Leaf leaf = (Leaf) slot; leaf != null; leaf = leaf.next) {
          Object key = leaf.get();
          if (key != null) {
            result = result.put(key, leaf.value);
          }
        }
      }
    }
    return result;
  }
}
