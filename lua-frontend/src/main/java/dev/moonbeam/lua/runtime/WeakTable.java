package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.HostObject;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a table whose metatable says {@code __mode} (manual, 2.5.4): keys, values or both
 * are held by weak references of the JVM, so an entry is gone once the collector has found that
 * nothing else holds it. Strings, numbers and booleans are values, not objects, and are never
 * removed.
 *
 * <p>Ephemerons: with weak keys and strong values, a value that refers to its own key must not keep
 * it. The value of a table that serves as a key is therefore kept with that key ({@link
 * TableExtension#attach}), not here. For other kinds of keys (functions, coroutines) the value is
 * held here, strongly.
 *
 * <p>The inherited parts stay empty, so the fast paths miss.
 */
final class WeakTable extends LuaTable {
  static final int KEYS = 1;
  static final int VALUES = 2;

  /** Stands for a value that is kept with its key. */
  private static final Object WITH_KEY = new Object();

  /** The value of an entry that is gone. */
  private static final WeakReference<Object> NOTHING = new WeakReference<>(null);

  /**
   * Up to three reference objects and two places in hash maps, and the collector's work with them:
   * 1 to 2 us.
   */
  private static final int PUT_COST = 200;

  /** About the bytes an entry takes. */
  private static final int ENTRY_BYTES = 120;

  private int mode;
  private List<Slot> slots = new ArrayList<>();
  private Map<Object, Slot> bySlot = new HashMap<>();
  private final ReferenceQueue<Object> cleared = new ReferenceQueue<>();
  private int liveAtLastCleaning = 8;

  // Both of the entry found last, so that the collector does not take one between two questions
  // about it.
  private @Nullable Object foundKey;
  private @Nullable Object foundValue;

  WeakTable(Object owner, int mode) {
    super(owner);
    this.mode = mode;
  }

  /** What a metatable's {@code __mode} says. */
  static int mode(Process process, LuaTable metatable) {
    if (!(Metamethod.MODE.in(process, metatable) instanceof Binary text)) {
      return 0;
    }
    String letters = text.toLatin1();
    return (letters.indexOf('k') >= 0 ? KEYS : 0) | (letters.indexOf('v') >= 0 ? VALUES : 0);
  }

  /** A weak table with what another one holds. */
  static WeakTable of(Process process, LuaTable from, int mode) {
    WeakTable weak = new WeakTable(from.owner, mode);
    weak.putAll(process, from);
    weak.metatable = from.metatable;
    return weak;
  }

  private void putAll(Process process, LuaTable from) {
    for (int at = from.nextPosition(0); at != 0; at = from.nextPosition(at)) {
      put(process, from.keyAt(at), from.valueAtPosition(at));
    }
  }

  @Override
  int mode() {
    return mode;
  }

  void setMode(Process process, int fresh) {
    if (fresh == mode) {
      return;
    }
    process.charge(slots.size());
    List<Object> held = new ArrayList<>();
    for (int at = nextPosition(0); at != 0; at = nextPosition(at)) {
      Object key = keyAt(at);
      held.add(key);
      held.add(valueAtPosition(at));
      if (key instanceof LuaTable table) {
        TableExtension.detach(table, this);
      }
    }
    slots = new ArrayList<>();
    bySlot = new HashMap<>();
    mode = fresh;
    for (int i = 0; i < held.size(); i += 2) {
      put(process, held.get(i), held.get(i + 1));
    }
  }

  /** Whether the collector may remove an entry because of this value. */
  private static boolean isObject(Object value) {
    return value instanceof LuaTable
        || value instanceof Fun
        || value instanceof LuaThread
        || value instanceof LuaUserdata
        || value instanceof HostObject;
  }

  private static final class Slot {
    final Object key;
    Object value;

    Slot(Object key, Object value) {
      this.key = key;
      this.value = value;
    }

    @Nullable Object keyNow() {
      return switch (key) {
        case WeakKey weak -> weak.get();
        case DeadText _ -> null;
        default -> key;
      };
    }
  }

  /** A weak key in the map; equal to itself, and to an {@link Identity} of the same object. */
  private static final class WeakKey extends WeakReference<Object> {
    private final int hash;

    WeakKey(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  /** What is left of a text as the key of an entry that is gone: a traversal may stand on it. */
  private record DeadText(int hash, int length) {
    static DeadText of(Binary text) {
      return new DeadText(text.hashCode(), text.length());
    }
  }

  /** For looking a weak key up. */
  private record Identity(Object object) {
    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WeakKey weak && weak.refersTo(object);
    }
  }

  private @Nullable Slot slot(Object key) {
    return bySlot.get((mode & KEYS) != 0 && isObject(key) ? new Identity(key) : key);
  }

  private static Object normal(Object key) {
    Long integer = key instanceof Double real ? Numbers.integerOf(real) : null;
    return integer != null ? integer : key;
  }

  private @Nullable Object value(Slot slot, Object key) {
    if (slot.value == WITH_KEY) {
      return TableExtension.attached((LuaTable) key, this);
    }
    return slot.value instanceof WeakReference<?> weak ? weak.get() : slot.value;
  }

  // -----------------------------------------------------------------------------------------------
  // reading and writing

  @Override
  public @Nullable Object get(Object key) {
    Object normal = normal(key);
    Slot slot = slot(normal);
    return slot == null ? null : value(slot, normal);
  }

  @Override
  public @Nullable Object getString(Binary key) {
    return get(key);
  }

  @Override
  public @Nullable Object getInteger(long key) {
    return get(key);
  }

  @Override
  public void putString(Process process, Binary key, @Nullable Object value) {
    put(process, key, value);
  }

  @Override
  public void putInteger(Process process, long key, @Nullable Object value) {
    put(process, key, value);
  }

  @Override
  public void put(Process process, Object key, @Nullable Object value) {
    absent = 0;
    process.charge(PUT_COST);
    Object normal = normal(key);
    Slot slot = slot(normal);
    if (value == null) {
      if (slot != null) {
        if (slot.value == WITH_KEY) {
          TableExtension.detach((LuaTable) normal, this);
        }
        // The slot stays for a traversal that stands on it; it goes when the table is cleaned up.
        slot.value = NOTHING;
      }
      return;
    }
    if (slot == null) {
      cleanUp(process);
      boolean weak = (mode & KEYS) != 0 && isObject(normal);
      slot = new Slot(weak ? new WeakKey(normal, cleared) : normal, value);
      bySlot.put(slot.key, slot);
      slots.add(slot);
      process.allocated(slot, ENTRY_BYTES);
    }
    if ((mode & VALUES) != 0 && isObject(value)) {
      slot.value = new WeakReference<>(value);
    } else if (slot.key instanceof WeakKey && normal instanceof LuaTable table) {
      slot.value = WITH_KEY;
      TableExtension.attach(table, this, value);
    } else {
      slot.value = value;
    }
  }

  /**
   * Puts back an entry whose value is kept with its key: the reference to the key has been cleared,
   * and the key is alive again.
   */
  void restore(Process process, LuaTable key, Object value) {
    if (slot(key) == null) {
      put(process, key, value);
    }
  }

  /**
   * After a collection: lets go the texts that are keys of entries which are gone.
   *
   * @return how many bytes they had
   */
  long clean() {
    long bytes = 0;
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.key instanceof Binary text && value(slot, text) == null) {
        bySlot.remove(text);
        Slot dead = new Slot(DeadText.of(text), NOTHING);
        bySlot.put(dead.key, dead);
        slots.set(i, dead);
        bytes += text.length();
      }
    }
    return bytes;
  }

  /** Removes entries that are gone, once they may be half of all. */
  private void cleanUp(Process process) {
    while (cleared.poll() instanceof WeakKey key) {
      bySlot.remove(key);
    }
    if (slots.size() < 16 || slots.size() < 2 * liveAtLastCleaning) {
      return;
    }
    process.charge(slots.size() >> 2);
    List<Slot> kept = new ArrayList<>();
    for (Slot slot : slots) {
      Object key = slot.keyNow();
      if (key != null && value(slot, key) != null) {
        kept.add(slot);
      } else {
        bySlot.remove(slot.key);
      }
    }
    slots = kept;
    liveAtLastCleaning = Math.max(8, kept.size());
  }

  @Override
  public long length() {
    long above = 1;
    while (get(above) != null && above < 1L << 40) {
      above *= 2;
    }
    long below = above / 2;
    while (above - below > 1) {
      long middle = (above + below) / 2;
      if (get(middle) == null) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return below;
  }

  // ---------------------------------------------------------------------------------------------------------- traversal

  @Override
  int positionOf(Object key) {
    Slot slot = slot(normal(key));
    if (slot == null && key instanceof Binary text) {
      slot = bySlot.get(DeadText.of(text));
    }
    int index = slot == null ? -1 : slots.indexOf(slot);
    if (index < 0) {
      throw new IllegalArgumentException();
    }
    return index + 1;
  }

  @Override
  int nextPosition(int position) {
    for (int i = position; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      Object key = slot.keyNow();
      Object value = key == null ? null : value(slot, key);
      if (value != null) {
        foundKey = key;
        foundValue = value;
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  Object keyAt(int position) {
    Object key = Objects.requireNonNull(foundKey);
    foundKey = null;
    return key;
  }

  @Override
  Object valueAtPosition(int position) {
    Object value = Objects.requireNonNull(foundValue);
    foundValue = null;
    return value;
  }

  @Override
  LuaTable copy(Object newOwner) {
    WeakTable copy = new WeakTable(newOwner, mode);
    for (Slot slot : slots) {
      Object key = slot.keyNow();
      Object value = key == null ? null : value(slot, key);
      if (key != null && value != null) {
        Slot fresh =
            new Slot(
                slot.key instanceof WeakKey ? new WeakKey(key, copy.cleared) : key, slot.value);
        if (slot.value == WITH_KEY) {
          TableExtension.attach((LuaTable) key, copy, value);
        }
        copy.slots.add(fresh);
        copy.bySlot.put(fresh.key, fresh);
      }
    }
    copy.metatable = metatable;
    return copy;
  }

  @Override
  long bytes() {
    return BYTES + (long) ENTRY_BYTES * slots.size();
  }
}
