package dev.moonbeam.core.term;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A large map: a compressed hash-array mapped prefix tree (CHAMP: Steindorfer and Vinju,
 * "Optimizing Hash-Array Mapped Tries for Fast and Lean Immutable JVM Collections"). Its form
 * depends on its content alone. Keys whose 32 bits of hash are all equal stand together in a node
 * sorted by the exact order of terms, so that a script that prepares such keys gains nothing from a
 * look-up: it stays logarithmic.
 */
final class TrieMap extends TermMap {
  private static final int BITS = 5;

  private final Node root;
  private final int size;

  /** Whether it stays a trie however small it gets. */
  private final boolean always;

  private TrieMap(Node root, int size, boolean always) {
    this.root = root;
    this.size = size;
    this.always = always;
  }

  static final TrieMap EMPTY = new TrieMap(Branch.EMPTY, 0, true);

  static TrieMap of(Object[] keys, Object[] values, WorkMeter meter) {
    Change change = new Change(meter);
    Node root = Branch.EMPTY;
    for (int i = 0; i < keys.length; i++) {
      root = root.put(keys[i], values[i], TermOrder.hash(keys[i], meter), 0, change);
    }
    return new TrieMap(root, keys.length, false);
  }

  /** An update under way: who pays, and whether the size changed. */
  private static final class Change {
    final WorkMeter meter;
    boolean resized;

    Change(WorkMeter meter) {
      this.meter = meter;
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable Object get(Object key, WorkMeter meter) {
    return root.get(key, TermOrder.hash(key, meter), 0, meter);
  }

  @Override
  public TermMap put(Object key, Object value, WorkMeter meter) {
    Change change = new Change(meter);
    Node changed = root.put(key, value, TermOrder.hash(key, meter), 0, change);
    return changed == root ? this : new TrieMap(changed, change.resized ? size + 1 : size, always);
  }

  @Override
  public TermMap remove(Object key, WorkMeter meter) {
    Change change = new Change(meter);
    Node changed = root.remove(key, TermOrder.hash(key, meter), 0, change);
    if (!change.resized) {
      return this;
    }
    TrieMap smaller = new TrieMap(changed, size - 1, always);
    if (always || size - 1 > FLAT) {
      return smaller;
    }
    Builder flat = new Builder(meter);
    smaller.forEach(flat::put);
    return flat.build();
  }

  @Override
  public void forEach(BiConsumer<Object, Object> action) {
    root.forEach(action);
  }

  @Override
  public Object[] keys() {
    Object[] keys = new Object[size];
    root.collect(keys, 0, 0);
    return keys;
  }

  @Override
  public Object[] values() {
    Object[] values = new Object[size];
    root.collect(values, 0, 1);
    return values;
  }

  @Override
  public @Nullable Object firstKey() {
    return size == 0 ? null : root.first();
  }

  @Override
  public @Nullable Object keyAfter(Object key, WorkMeter meter) {
    return root.after(key, TermOrder.hash(key, meter), 0, meter);
  }

  @Override
  public Object holder(Object key, WorkMeter meter) {
    int hash = TermOrder.hash(key, meter);
    Node node = root;
    for (int shift = 0; node instanceof Branch branch; shift += BITS) {
      int bit = Branch.bit(hash, shift);
      if ((branch.childMap & bit) == 0) {
        return branch;
      }
      node = (Node) branch.content[branch.childIndex(bit)];
    }
    return node;
  }

  @Override
  boolean isSorted() {
    return false;
  }

  /** A node; {@code shift} is the number of bits of the hash that led to it. */
  private abstract static sealed class Node {
    abstract @Nullable Object get(Object key, int hash, int shift, WorkMeter meter);

    abstract Node put(Object key, Object value, int hash, int shift, Change change);

    abstract Node remove(Object key, int hash, int shift, Change change);

    abstract void forEach(BiConsumer<Object, Object> action);

    /**
     * Puts all keys (which = 0) or values (1) into the array from {@code at} on; gives the next
     * free place.
     */
    abstract int collect(Object[] into, int at, int which);

    /** The first key in order. */
    abstract Object first();

    /**
     * The first key after the given one, which need not be there; null when there is none in this
     * node.
     */
    abstract @Nullable Object after(Object key, int hash, int shift, WorkMeter meter);

    /** Keys directly in this node. */
    abstract int entries();

    /** Whether there are children below. */
    abstract boolean hasChildren();

    abstract Object keyAt(int index);

    abstract Object valueAt(int index);
  }

  /** Entries first (key, value, key, ...), children behind them in reverse order of their bits. */
  private static final class Branch extends Node {
    static final Branch EMPTY = new Branch(0, 0, new Object[0]);

    private final int entryMap;
    private final int childMap;
    private final Object[] content;

    Branch(int entryMap, int childMap, Object[] content) {
      this.entryMap = entryMap;
      this.childMap = childMap;
      this.content = content;
    }

    private static int bit(int hash, int shift) {
      return 1 << (hash >>> shift & 31);
    }

    private int entryIndex(int bit) {
      return 2 * Integer.bitCount(entryMap & bit - 1);
    }

    private int childIndex(int bit) {
      return content.length - 1 - Integer.bitCount(childMap & bit - 1);
    }

    @Override
    @Nullable Object get(Object key, int hash, int shift, WorkMeter meter) {
      int bit = bit(hash, shift);
      if ((entryMap & bit) != 0) {
        int at = entryIndex(bit);
        return TermOrder.exactlyEqual(content[at], key, meter) ? content[at + 1] : null;
      }
      return (childMap & bit) != 0
          ? ((Node) content[childIndex(bit)]).get(key, hash, shift + BITS, meter)
          : null;
    }

    @Override
    Node put(Object key, Object value, int hash, int shift, Change change) {
      int bit = bit(hash, shift);
      if ((entryMap & bit) != 0) {
        int at = entryIndex(bit);
        Object present = content[at];
        if (TermOrder.exactlyEqual(present, key, change.meter)) {
          return content[at + 1] == value
              ? this
              : new Branch(entryMap, childMap, replaced(at + 1, value));
        }
        change.resized = true;
        Node child =
            pair(
                present,
                content[at + 1],
                TermOrder.hash(present, change.meter),
                key,
                value,
                hash,
                shift + BITS,
                change.meter);
        return withChildForEntry(bit, at, child);
      }
      if ((childMap & bit) != 0) {
        int at = childIndex(bit);
        Node child = (Node) content[at];
        Node changed = child.put(key, value, hash, shift + BITS, change);
        return changed == child ? this : new Branch(entryMap, childMap, replaced(at, changed));
      }
      change.resized = true;
      int at = entryIndex(bit);
      Object[] grown = new Object[content.length + 2];
      System.arraycopy(content, 0, grown, 0, at);
      grown[at] = key;
      grown[at + 1] = value;
      System.arraycopy(content, at, grown, at + 2, content.length - at);
      return new Branch(entryMap | bit, childMap, grown);
    }

    @Override
    Node remove(Object key, int hash, int shift, Change change) {
      int bit = bit(hash, shift);
      if ((entryMap & bit) != 0) {
        int at = entryIndex(bit);
        if (!TermOrder.exactlyEqual(content[at], key, change.meter)) {
          return this;
        }
        change.resized = true;
        Object[] shrunk = new Object[content.length - 2];
        System.arraycopy(content, 0, shrunk, 0, at);
        System.arraycopy(content, at + 2, shrunk, at, shrunk.length - at);
        return new Branch(entryMap & ~bit, childMap, shrunk);
      }
      if ((childMap & bit) == 0) {
        return this;
      }
      int at = childIndex(bit);
      Node child = (Node) content[at];
      Node changed = child.remove(key, hash, shift + BITS, change);
      if (!change.resized) {
        return this;
      }
      // A child of one entry comes up, and so does a lone collision, so that equal content always
      // has equal form.
      if (changed instanceof Branch branch
          && branch.entryMap == 0
          && branch.content.length == 1
          && branch.content[0] instanceof Collision lone) {
        changed = lone;
      }
      return changed.entries() == 1 && !changed.hasChildren()
          ? withEntryForChild(bit, at, changed)
          : new Branch(entryMap, childMap, replaced(at, changed));
    }

    private Object[] replaced(int at, Object what) {
      Object[] changed = content.clone();
      changed[at] = what;
      return changed;
    }

    private Branch withChildForEntry(int bit, int at, Node child) {
      Object[] changed = new Object[content.length - 1];
      System.arraycopy(content, 0, changed, 0, at);
      int newIndex = changed.length - 1 - Integer.bitCount(childMap & bit - 1);
      System.arraycopy(content, at + 2, changed, at, newIndex - at);
      changed[newIndex] = child;
      System.arraycopy(content, newIndex + 2, changed, newIndex + 1, changed.length - newIndex - 1);
      return new Branch(entryMap & ~bit, childMap | bit, changed);
    }

    private Branch withEntryForChild(int bit, int at, Node child) {
      Object[] changed = new Object[content.length + 1];
      int entry = entryIndex(bit);
      System.arraycopy(content, 0, changed, 0, entry);
      changed[entry] = child.keyAt(0);
      changed[entry + 1] = child.valueAt(0);
      System.arraycopy(content, entry, changed, entry + 2, at - entry);
      System.arraycopy(content, at + 1, changed, at + 2, content.length - at - 1);
      return new Branch(entryMap | bit, childMap & ~bit, changed);
    }

    private static Node pair(
        Object key1,
        Object value1,
        int hash1,
        Object key2,
        Object value2,
        int hash2,
        int shift,
        WorkMeter meter) {
      if (hash1 == hash2) {
        return Collision.of(key1, value1, hash1, key2, value2, meter);
      }
      int bit1 = bit(hash1, shift);
      int bit2 = bit(hash2, shift);
      if (bit1 == bit2) {
        Node child = pair(key1, value1, hash1, key2, value2, hash2, shift + BITS, meter);
        return new Branch(0, bit1, new Object[] {child});
      }
      return Integer.compareUnsigned(bit1, bit2) < 0
          ? new Branch(bit1 | bit2, 0, new Object[] {key1, value1, key2, value2})
          : new Branch(bit1 | bit2, 0, new Object[] {key2, value2, key1, value1});
    }

    // Traversal goes by slots, entries and children mixed: the order is then that of the keys'
    // hashes alone, and the key
    // after a given one is the same whether that one is still there or not.

    @Override
    void forEach(BiConsumer<Object, Object> action) {
      for (int bits = entryMap | childMap; bits != 0; bits &= bits - 1) {
        int bit = Integer.lowestOneBit(bits);
        if ((entryMap & bit) != 0) {
          int at = entryIndex(bit);
          action.accept(content[at], content[at + 1]);
        } else {
          ((Node) content[childIndex(bit)]).forEach(action);
        }
      }
    }

    @Override
    int collect(Object[] into, int start, int which) {
      int next = start;
      for (int bits = entryMap | childMap; bits != 0; bits &= bits - 1) {
        int bit = Integer.lowestOneBit(bits);
        if ((entryMap & bit) != 0) {
          into[next++] = content[entryIndex(bit) + which];
        } else {
          next = ((Node) content[childIndex(bit)]).collect(into, next, which);
        }
      }
      return next;
    }

    @Override
    @Nullable Object after(Object key, int hash, int shift, WorkMeter meter) {
      int bit = bit(hash, shift);
      if ((childMap & bit) != 0) {
        Object inside = ((Node) content[childIndex(bit)]).after(key, hash, shift + BITS, meter);
        if (inside != null) {
          return inside;
        }
      } else if ((entryMap & bit) != 0) {
        // An entry of another hash in the same slot comes later when its remaining bits do.
        Object present = content[entryIndex(bit)];
        int other = TermOrder.hash(present, meter);
        if (other != hash && isLater(other, hash, shift + BITS)
            || other == hash && TermOrder.compareExact(present, key, meter) > 0) {
          return present;
        }
      }
      int later = (entryMap | childMap) & -(bit << 1);
      return bit == Integer.MIN_VALUE || later == 0 ? null : firstOf(Integer.lowestOneBit(later));
    }

    private static boolean isLater(int hash, int than, int shift) {
      for (int at = shift; at < 32; at += BITS) {
        int order = Integer.compare(hash >>> at & 31, than >>> at & 31);
        if (order != 0) {
          return order > 0;
        }
      }
      return false;
    }

    @Override
    Object first() {
      return firstOf(Integer.lowestOneBit(entryMap | childMap));
    }

    private Object firstOf(int bit) {
      return (entryMap & bit) != 0
          ? content[entryIndex(bit)]
          : ((Node) content[childIndex(bit)]).first();
    }

    @Override
    int entries() {
      return Integer.bitCount(entryMap);
    }

    @Override
    boolean hasChildren() {
      return childMap != 0;
    }

    @Override
    Object keyAt(int index) {
      return content[2 * index];
    }

    @Override
    Object valueAt(int index) {
      return content[2 * index + 1];
    }
  }

  /** Keys of equal hash, in exact term order. */
  private static final class Collision extends Node {
    private final int hash;
    private final Object[] keys;
    private final Object[] values;

    Collision(int hash, Object[] keys, Object[] values) {
      this.hash = hash;
      this.keys = keys;
      this.values = values;
    }

    static Collision of(
        Object key1, Object value1, int hash, Object key2, Object value2, WorkMeter meter) {
      return TermOrder.compareExact(key1, key2, meter) < 0
          ? new Collision(hash, new Object[] {key1, key2}, new Object[] {value1, value2})
          : new Collision(hash, new Object[] {key2, key1}, new Object[] {value2, value1});
    }

    private int find(Object key, WorkMeter meter) {
      return Arrays.binarySearch(keys, key, (a, b) -> TermOrder.compareExact(a, b, meter));
    }

    @Override
    @Nullable Object get(Object key, int keyHash, int shift, WorkMeter meter) {
      if (keyHash != hash) {
        return null;
      }
      int at = find(key, meter);
      return at < 0 ? null : values[at];
    }

    @Override
    Node put(Object key, Object value, int keyHash, int shift, Change change) {
      if (keyHash != hash) {
        // The hashes agree as far as this node's place in the trie; they part at some level below.
        Branch above = new Branch(0, Branch.bit(hash, shift), new Object[] {this});
        return above.put(key, value, keyHash, shift, change);
      }
      int at = find(key, change.meter);
      if (at >= 0) {
        if (values[at] == value) {
          return this;
        }
        Object[] changed = values.clone();
        changed[at] = value;
        return new Collision(hash, keys, changed);
      }
      change.resized = true;
      change.meter.charge(keys.length >> 4);
      int place = -at - 1;
      return new Collision(
          hash, FlatMap.inserted(keys, place, key), FlatMap.inserted(values, place, value));
    }

    @Override
    Node remove(Object key, int keyHash, int shift, Change change) {
      int at = keyHash == hash ? find(key, change.meter) : -1;
      if (at < 0) {
        return this;
      }
      change.resized = true;
      return new Collision(hash, FlatMap.without(keys, at), FlatMap.without(values, at));
    }

    @Override
    void forEach(BiConsumer<Object, Object> action) {
      for (int i = 0; i < keys.length; i++) {
        action.accept(keys[i], values[i]);
      }
    }

    @Override
    int collect(Object[] into, int at, int which) {
      System.arraycopy(which == 0 ? keys : values, 0, into, at, keys.length);
      return at + keys.length;
    }

    @Override
    Object first() {
      return keys[0];
    }

    @Override
    @Nullable Object after(Object key, int keyHash, int shift, WorkMeter meter) {
      if (keyHash != hash) {
        return Branch.isLater(hash, keyHash, shift) ? keys[0] : null;
      }
      int at = find(key, meter);
      int next = at < 0 ? -at - 1 : at + 1;
      return next < keys.length ? keys[next] : null;
    }

    @Override
    int entries() {
      return keys.length;
    }

    @Override
    boolean hasChildren() {
      return false;
    }

    @Override
    Object keyAt(int index) {
      return keys[index];
    }

    @Override
    Object valueAt(int index) {
      return values[index];
    }
  }
}
