package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Term;
import dev.moonbeam.core.term.TermOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A Lua table (Lua 5.4 manual, 2.1): an array part, and entries in insertion order.
 *
 * <p><b>Array part.</b> Keys 1 to {@link #size} live in exactly one of {@link #objects}, {@link
 * #longs} and {@link #doubles}; the last two while every value is an integer, or every value a
 * float. A hole is a null in {@code objects}; the last value is never a hole, and key {@code size +
 * 1} is never among the entries, so {@code size} is a border and {@code #} costs O(1). Memory is
 * taken only as keys are appended: a large sparse key is an entry like any other.
 *
 * <p><b>Entries.</b> Key and value in turn in {@link #entries}, in the order in which the keys
 * came. A key whose value became nil keeps its slot (with value null) until the entries grow, which
 * is what lets {@code next} go on while fields are cleared. Up to {@value #SCANNED} keys are found
 * by a scan, more through {@link #index}. {@link #filter} has a bit for each string key that may be
 * there, so that most absent keys (methods looked up on an instance) need no scan.
 *
 * <p><b>Owner.</b> A run may write a table in place only if it made it: {@code owner ==
 * process.owner}. A later run of the same state notes how it was first ({@link Journal}), any other
 * writes to a copy; see {@link LuaState}. Writers therefore obtain the table to write by {@link
 * #forWriting}, readers by {@link #forReading}; every other method here works on the very object it
 * is called on. When a table is copied for the first time its own parts are emptied ({@link
 * #shed}), so that the fast paths miss and only then is {@link #extension} looked at. The parts
 * move before the emptied state can be seen, so a reader of another state on another thread finds
 * the value in either.
 *
 * <p><b>Nil.</b> Inside, absent is null; the atom nil is never stored.
 *
 * <p>Thread-safety: written by its owner only; a table without a running owner may be read by any
 * thread.
 */
public sealed class LuaTable implements Term permits WeakTable {
  /**
   * Most entries (pairs) that are found by a scan rather than through an index. Measured: 8 and 16
   * do not differ.
   */
  static final int SCANNED = 8;

  /** Bit of {@link #filter} that says there may be integer keys among the entries. */
  static final long INTEGER_KEYS = 1L << 63;

  /**
   * Bit of {@link #filter} that says that key 0 is in the first slot and comes before the array
   * part in a traversal: the order of {@code {[0] = "a", [1] = "b"}} in the reference
   * implementation, which programs that look something up in such a list rely on.
   */
  private static final long ZERO_FIRST = 1L << 62;

  static final Object[] NO_OBJECTS = {};
  static final long[] NO_LONGS = {};
  static final double[] NO_DOUBLES = {};

  /** About the bytes of an empty table. */
  static final int BYTES = 64;

  private static final int FIRST_ARRAY = 4;
  private static final int FIRST_ENTRIES = 8;
  private static final int LARGEST = 1 << 29;

  Object owner;

  Object[] entries = NO_OBJECTS;
  Object[] objects = NO_OBJECTS;
  long[] longs = NO_LONGS;
  double[] doubles = NO_DOUBLES;

  /** Number of values in the array part, holes included. */
  int size;

  /** Slots of {@link #entries} in use: twice the number of keys, cleared ones included. */
  int used;

  /**
   * Open addressing, slot + 1 of a key, 0 for free; null while keys are scanned. A power of two
   * long.
   */
  int @Nullable [] index;

  @Nullable LuaTable metatable;

  /** What only unusual tables have; null for all others. */
  @Nullable TableExtension extension;

  /** When this serves as a metatable: a bit for each {@link Metamethod} known to be absent. */
  int absent;

  long filter;

  public LuaTable(Object owner) {
    this.owner = owner;
  }

  /** An empty table of this process, metered. */
  public static LuaTable create(Process process) {
    LuaTable table = new LuaTable(process.owner);
    if ((process.allocation -= BYTES) < 0) {
      process.sample(table);
    }
    return table;
  }

  /** An empty table with room for that many entries. */
  public static LuaTable create(Process process, int pairs) {
    LuaTable table = create(process);
    if (pairs > 0) {
      table.resizeEntries(process, 2 * pairs);
    }
    return table;
  }

  // ----------------------------------------------------------------------------------------------
  // copies and owners

  /** The object that holds what this table contains for the state that the process runs on. */
  public LuaTable forReading(Process process) {
    TableExtension more = extension;
    return more == null ? this : more.contents(process, this);
  }

  /** The object to write into, after this run has got a copy of its own if it needs one. */
  public LuaTable forWriting(Process process) {
    if (owner == process.owner && extension == null) {
      return this;
    }
    return TableExtension.writable(process, this);
  }

  /** As {@link #forWriting(Process)}, for this one write: {@code value} is null for nil. */
  LuaTable forWriting(Process process, Object key, @Nullable Object value) {
    if (owner == process.owner && extension == null) {
      return this;
    }
    return TableExtension.writable(process, this, key, value);
  }

  /** The contents for every state that has no copy of its own. */
  LuaTable contentsOfOwner() {
    TableExtension more = extension;
    LuaTable contents = more == null ? null : more.ownContents();
    return contents == null ? this : contents;
  }

  /** A copy of the parts, owned by {@code newOwner}. */
  LuaTable copy(Object newOwner) {
    LuaTable copy = new LuaTable(newOwner);
    copy.takeParts(this);
    copy.entries = copy.entries.clone();
    copy.objects = copy.objects.clone();
    copy.longs = copy.longs.clone();
    copy.doubles = copy.doubles.clone();
    copy.index = copy.index == null ? null : copy.index.clone();
    return copy;
  }

  /** Makes this object share the parts of another. */
  void takeParts(LuaTable from) {
    entries = from.entries;
    objects = from.objects;
    longs = from.longs;
    doubles = from.doubles;
    size = from.size;
    used = from.used;
    index = from.index;
    metatable = from.metatable;
    absent = from.absent;
    filter = from.filter;
  }

  /** Empties this object after its parts went elsewhere; {@link #extension} already says where. */
  void shed() {
    entries = NO_OBJECTS;
    objects = NO_OBJECTS;
    longs = NO_LONGS;
    doubles = NO_DOUBLES;
    size = 0;
    used = 0;
    index = null;
    metatable = null;
    absent = 0;
    filter = 0;
  }

  /** About the bytes that the parts take. */
  long bytes() {
    return BYTES
        + 4L * entries.length
        + 4L * objects.length
        + 8L * (longs.length + doubles.length)
        + (index == null ? 0 : 4L * index.length);
  }

  // -------------------------------------------------------------------------------------------------------- reading

  /** The metatable, or null. */
  public @Nullable LuaTable metatable() {
    return metatable;
  }

  /** Which of keys and values are weak, as {@link WeakTable} has it. */
  int mode() {
    return 0;
  }

  /** Sets the metatable, in this run's copy. */
  public void setMetatable(Process process, @Nullable LuaTable fresh) {
    LuaTable target = forWriting(process);
    int mode = fresh == null ? 0 : WeakTable.mode(process, fresh);
    if (mode != 0 || target instanceof WeakTable) {
      target = TableExtension.weaken(process, this, target, mode);
    }
    target.metatable = fresh;
    WeakTables weakTables = LuaState.of(process).weakTables;
    if (fresh != null && (mode != 0 || weakTables.isFollowing())) {
      weakTables.note(process, this, fresh);
    }
    if (fresh != null && Metamethod.GC.in(process, fresh) != null) {
      LuaState.of(process).finalizers().mark(process, this);
    }
  }

  /** Border (manual, 3.4.7). */
  public long length() {
    return size;
  }

  /** The value, or null. Any key that a script can write, nil and NaN included. */
  public @Nullable Object get(Object key) {
    return switch (key) {
      case Binary string -> getString(string);
      case Long integer -> getInteger(integer);
      case Double real -> {
        long integral = (long) (double) real;
        yield integral == real && integral != Long.MAX_VALUE
            ? getInteger(integral)
            : valueAt(findOther(key));
      }
      default -> valueAt(findOther(key));
    };
  }

  public @Nullable Object getString(Binary key) {
    return (filter & filterBit(key)) == 0 ? null : valueAt(findString(key));
  }

  /** The value of a constant of this library. */
  public @Nullable Object getString(String key) {
    return getString(Binary.of(key));
  }

  public @Nullable Object getInteger(long key) {
    long i = key - 1;
    Object[] values = objects;
    if (i >= 0 && i < values.length) {
      Object value = values[(int) i];
      if (value != null) {
        return value;
      }
    }
    return getNumber(key);
  }

  /** What is no object of the array part: a number there, or an entry. */
  private @Nullable Object getNumber(long key) {
    long i = key - 1;
    if (i >= 0 && i < size) {
      long[] integers = longs;
      if (i < integers.length) {
        return integers[(int) i];
      }
      double[] floats = doubles;
      if (i < floats.length) {
        return floats[(int) i];
      }
    }
    return (filter & INTEGER_KEYS) == 0 ? null : valueAt(findInteger(key));
  }

  private @Nullable Object valueAt(int slot) {
    return slot < 0 ? null : entries[slot + 1];
  }

  // -------------------------------------------------------------------------------------------------------- writing

  /**
   * Sets a field; {@code value} is null for nil. The key must be a legal one (neither nil nor NaN:
   * {@link Access#checkKey}).
   */
  public void put(Process process, Object key, @Nullable Object value) {
    switch (key) {
      case Long integer -> putInteger(process, integer, value);
      case Double real -> {
        long integral = (long) (double) real;
        if (integral == real && integral != Long.MAX_VALUE) {
          putInteger(process, integral, value);
        } else {
          putEntry(process, findOther(key), key, value);
        }
      }
      case Binary string -> putString(process, string, value);
      default -> putEntry(process, findOther(key), key, value);
    }
  }

  public void putString(Process process, Binary key, @Nullable Object value) {
    int slot = (filter & filterBit(key)) == 0 ? -1 : findString(key);
    if (slot < 0 && (filter & INTEGER_KEYS) != 0 && value != null && ArrayGrowth.isDue(this)) {
      ArrayGrowth.rearrange(process, this, 0, null);
    }
    putEntry(process, slot, key, value);
  }

  /** Sets a field by a name of the library's. */
  public void putString(Process process, String key, @Nullable Object value) {
    putString(process, InternedStrings.intern(key), value);
  }

  public void putInteger(Process process, long key, @Nullable Object value) {
    long i = key - 1;
    if (i >= 0 && i < size) {
      setInArray(process, (int) i, value);
    } else if (i == size && value != null) {
      append(process, value);
    } else if (value != null) {
      int slot = (filter & INTEGER_KEYS) == 0 ? -1 : findInteger(key);
      if (slot >= 0
          || !ArrayGrowth.isDue(this)
          || !ArrayGrowth.rearrange(process, this, key, value)) {
        if (i == size) {
          append(process, value); // the array part has grown to just below the key
        } else {
          putEntry(process, slot, key, value);
        }
      }
    } else if ((filter & INTEGER_KEYS) != 0) {
      clearEntry(key);
    }
  }

  /** The values of a constructor or of a call, from key {@code first} on. */
  public void setList(Process process, long first, Object[] values) {
    ArrayGrowth.setList(process, this, first, values, true);
  }

  /** Overwrites or clears an element of the array part. */
  private void setInArray(Process process, int i, @Nullable Object value) {
    if (value == null) {
      removeFromArray(process, i);
    } else if (longs.length > i) {
      if (value instanceof Long integer) {
        longs[i] = integer;
      } else {
        boxArray(process);
        objects[i] = value;
      }
    } else if (doubles.length > i) {
      if (value instanceof Double real) {
        doubles[i] = real;
      } else {
        boxArray(process);
        objects[i] = value;
      }
    } else {
      objects[i] = value;
    }
  }

  /**
   * Sets a field that a constructor names; see {@link ArrayGrowth} for why this is no {@link #put}.
   */
  void putInConstructor(Process process, Object key, Object value) {
    if (!(key instanceof Long integer) || integer == size + 1L || integer > 0 && integer <= size) {
      put(process, key, value);
      return;
    }
    putEntry(process, (filter & INTEGER_KEYS) == 0 ? -1 : findInteger(integer), key, value);
    if (integer == 0 && entries[0] == key) {
      filter |= ZERO_FIRST;
    }
  }

  private void removeFromArray(Process process, int i) {
    if (i < size - 1) {
      boxArray(process);
      objects[i] = null;
      return;
    }
    // The border moves down over any holes; each step was paid for when the hole was made.
    if (objects.length > i) {
      objects[i] = null;
      while (i > 0 && objects[i - 1] == null) {
        i--;
      }
    }
    size = i;
  }

  /** Adds the value for key {@code size + 1} and takes over entries that follow on. */
  private void append(Process process, Object value) {
    if (objects.length > 0) {
      appendObject(process, value);
    } else if (value instanceof Long integer && doubles.length == 0) {
      if (size == longs.length) {
        longs = (long[]) grown(process, Arrays.copyOf(longs, arrayCapacity(process, 8)), 8);
      }
      longs[size++] = integer;
    } else if (value instanceof Double real && longs.length == 0) {
      if (size == doubles.length) {
        doubles = (double[]) grown(process, Arrays.copyOf(doubles, arrayCapacity(process, 8)), 8);
      }
      doubles[size++] = real;
    } else {
      boxArray(process);
      appendObject(process, value);
    }
    if ((filter & INTEGER_KEYS) != 0) {
      takeOverEntries(process);
    }
  }

  private void appendObject(Process process, Object value) {
    if (size == objects.length) {
      // A boxed number takes 16 bytes beside its reference; nobody else charges for it.
      objects = (Object[]) grown(process, Arrays.copyOf(objects, arrayCapacity(process, 12)), 12);
    }
    objects[size++] = value;
  }

  private int arrayCapacity(Process process, int bytesEach) {
    if (size >= LARGEST) {
      throw LuaError.raise(process, "table overflow");
    }
    int capacity = Math.max(FIRST_ARRAY, 2 * size);
    process.reserve((long) bytesEach * capacity);
    return capacity;
  }

  private Object grown(Process process, Object array, int bytesEach) {
    process.allocated(array, 16 + (long) bytesEach * Math.max(FIRST_ARRAY, size));
    process.charge(size >> 3);
    return array;
  }

  /** Turns an unboxed array part into an array of objects. */
  private void boxArray(Process process) {
    if (longs.length > 0) {
      process.reserve(24L * longs.length);
      Object[] boxed = new Object[longs.length];
      for (int i = 0; i < size; i++) {
        boxed[i] = longs[i];
      }
      objects = boxed;
      longs = NO_LONGS;
    } else if (doubles.length > 0) {
      process.reserve(24L * doubles.length);
      Object[] boxed = new Object[doubles.length];
      for (int i = 0; i < size; i++) {
        boxed[i] = doubles[i];
      }
      objects = boxed;
      doubles = NO_DOUBLES;
    } else {
      return;
    }
    process.allocated(objects, 12L * objects.length);
    process.charge(size >> 2);
  }

  /** Moves the integer keys that follow the array part out of the entries. */
  void takeOverEntries(Process process) {
    long bit = filter & INTEGER_KEYS;
    filter &= ~INTEGER_KEYS; // so that appending does not come back here
    int moved = 0;
    for (int slot; (slot = findInteger(size + 1L)) >= 0 && entries[slot + 1] != null; moved++) {
      Object value = entries[slot + 1];
      entries[slot + 1] = null;
      append(process, value);
    }
    filter |= bit;
    if (moved > SCANNED && 4 * moved > used) {
      resizeEntries(process, entries.length);
    }
    process.charge(moved);
  }

  /** Drops cleared keys. */
  void compactEntries(Process process) {
    resizeEntries(process, entries.length);
  }

  /** Clears an integer key that is not in the array part. */
  void clearEntry(long key) {
    int slot = findInteger(key);
    if (slot >= 0) {
      entries[slot + 1] = null;
    }
  }

  /** Stores a field among the entries; {@code slot} is where the key was found, or -1. */
  void putEntry(Process process, int slot, Object key, @Nullable Object value) {
    if (slot >= 0) {
      if (value != null && entries[slot + 1] == null) {
        absent = 0;
      }
      entries[slot + 1] = value;
      return;
    }
    if (value == null) {
      return;
    }
    absent = 0;
    if (used == entries.length) {
      makeRoom(process);
    }
    int fresh = used;
    entries[fresh] = key;
    entries[fresh + 1] = value;
    used = fresh + 2;
    filter |= filterBitOfAny(key);
    if (index != null) {
      enter(index, hash(key), fresh);
    } else if (used > 2 * SCANNED) {
      buildIndex(process);
    }
  }

  /** Drops cleared keys, or doubles the entries when few are cleared. */
  private void makeRoom(Process process) {
    int live = 0;
    for (int slot = 1; slot < used; slot += 2) {
      if (entries[slot] != null) {
        live++;
      }
    }
    process.charge(used >> 3);
    int wanted = 2 * live < used - (used >> 2) ? entries.length : 2 * entries.length;
    if (wanted > LARGEST) {
      throw LuaError.raise(process, "table overflow");
    }
    resizeEntries(process, Math.max(FIRST_ENTRIES, wanted));
  }

  private void resizeEntries(Process process, int capacity) {
    process.reserve(12L * capacity);
    Object[] from = entries;
    Object[] to = new Object[capacity];
    int end = used;
    int next = 0;
    long bits = 0;
    for (int slot = 0; slot < end; slot += 2) {
      if (from[slot + 1] != null) {
        to[next] = from[slot];
        to[next + 1] = from[slot + 1];
        bits |= filterBitOfAny(to[next]);
        next += 2;
      }
    }
    entries = to;
    used = next;
    filter =
        next > 0 && to[0] instanceof Long zero && zero == 0 ? bits | filter & ZERO_FIRST : bits;
    process.allocated(to, 16 + 8L * capacity);
    index = null;
    if (used > 2 * SCANNED) {
      buildIndex(process);
    }
  }

  private void buildIndex(Process process) {
    // At most half full: twice as many places as there is room for keys.
    int[] fresh = new int[Integer.highestOneBit(Math.max(2, entries.length - 1)) << 1];
    for (int slot = 0; slot < used; slot += 2) {
      enter(fresh, hash(entries[slot]), slot);
    }
    index = fresh;
    process.allocated(fresh, 16 + 4L * fresh.length);
    process.charge(used >> 3);
  }

  private static void enter(int[] index, int hash, int slot) {
    index[freePlace(index, hash)] = slot + 1;
  }

  /** Where an index takes in a key that is not in it. */
  static int freePlace(int[] index, Object key) {
    return freePlace(index, hash(key));
  }

  private static int freePlace(int[] index, int hash) {
    int mask = index.length - 1;
    int place = hash & mask;
    while (index[place] != 0) {
      place = (place + 1) & mask;
    }
    return place;
  }

  // -------------------------------------------------------------------------------------------------------- finding

  /** Slot of a string key, or -1. */
  int findString(Binary key) {
    Object[] slots = entries;
    int[] places = index;
    if (slots.length == 0) {
      return -1; // perhaps shed under our eyes: then the index is not of these entries
    }
    if (places == null) {
      int end = Math.min(used, slots.length);
      for (int slot = 0; slot < end; slot += 2) {
        if (slots[slot] == key) {
          return slot;
        }
      }
      for (int slot = 0; slot < end; slot += 2) {
        if (slots[slot] instanceof Binary other && key.equals(other)) {
          return slot;
        }
      }
      return -1;
    }
    int mask = places.length - 1;
    for (int place = hash(key) & mask, at; (at = places[place]) != 0; place = (place + 1) & mask) {
      Object other = slots[at - 1];
      if (other == key || other instanceof Binary string && key.equals(string)) {
        return at - 1;
      }
    }
    return -1;
  }

  private int findInteger(long key) {
    Object[] slots = entries;
    int[] places = index;
    if (slots.length == 0) {
      return -1; // perhaps shed under our eyes: then the index is not of these entries
    }
    if (places == null) {
      int end = Math.min(used, slots.length);
      for (int slot = 0; slot < end; slot += 2) {
        if (slots[slot] instanceof Long other && other == key) {
          return slot;
        }
      }
      return -1;
    }
    int mask = places.length - 1;
    for (int place = mix(Long.hashCode(key)) & mask, at;
        (at = places[place]) != 0;
        place = (place + 1) & mask) {
      if (slots[at - 1] instanceof Long other && other == key) {
        return at - 1;
      }
    }
    return -1;
  }

  /** Slot of a key that is neither a string nor an integer. */
  private int findOther(Object key) {
    Object[] slots = entries;
    int[] places = index;
    if (slots.length == 0) {
      return -1; // perhaps shed under our eyes: then the index is not of these entries
    }
    if (places == null) {
      int end = Math.min(used, slots.length);
      for (int slot = 0; slot < end; slot += 2) {
        if (slots[slot] == key || slots[slot].equals(key)) {
          return slot;
        }
      }
      return -1;
    }
    int mask = places.length - 1;
    for (int place = hash(key) & mask, at; (at = places[place]) != 0; place = (place + 1) & mask) {
      Object other = slots[at - 1];
      if (other == key || other.equals(key)) {
        return at - 1;
      }
    }
    return -1;
  }

  /**
   * Slot of any key among the entries, or -1; floats with integral values must have been made
   * integers.
   */
  int findEntry(Object key) {
    return switch (key) {
      case Binary string -> findString(string);
      case Long integer -> findInteger(integer);
      default -> findOther(key);
    };
  }

  static long filterBit(Binary key) {
    return 1L << Math.min(key.hashCode() & 63, 61);
  }

  private static long filterBitOfAny(Object key) {
    return key instanceof Binary string
        ? filterBit(string)
        : key instanceof Long ? INTEGER_KEYS : 0;
  }

  private static int hash(Object key) {
    return mix(key.hashCode());
  }

  private static int mix(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  // ------------------------------------------------------------------------------------------------------- traversal

  /**
   * Where traversal goes on behind a key: 1 to {@code size} for the array part's keys, {@code -1 -
   * slot} for entries, 0 at the end. Position 0 stands for the beginning.
   *
   * @throws IllegalArgumentException when there is no such key
   */
  int positionOf(Object key) {
    Object normal = key;
    if (key instanceof Double real) {
      long integral = (long) (double) real;
      if (integral == real && integral != Long.MAX_VALUE) {
        normal = integral;
      }
    }
    if (normal instanceof Long integer && integer >= 1 && integer <= size) {
      return (int) (long) integer;
    }
    int slot = findEntry(normal);
    if (slot >= 0) {
      return -1 - slot;
    }
    // An element that was cleared in this traversal while it was the last of the array part.
    int capacity = Math.max(objects.length, Math.max(longs.length, doubles.length));
    if (normal instanceof Long integer && integer >= 1 && integer <= capacity) {
      return size;
    }
    throw new IllegalArgumentException();
  }

  /**
   * The first position behind {@code position} that holds a value; 0 at the end. See {@link
   * #positionOf}.
   */
  int nextPosition(int position) {
    boolean zeroFirst = (filter & ZERO_FIRST) != 0;
    if (zeroFirst && position == 0 && entries[1] != null) {
      return -1;
    }
    int slot;
    if (position >= 0 || zeroFirst && position == -1) {
      int at = Math.max(position, 0);
      if (objects.length > 0) {
        while (at < size) {
          if (objects[at++] != null) {
            return at;
          }
        }
      } else if (at < size) {
        return at + 1;
      }
      slot = zeroFirst ? 2 : 0;
    } else {
      slot = 1 - position;
    }
    for (; slot < used; slot += 2) {
      if (entries[slot + 1] != null) {
        return -1 - slot;
      }
    }
    return 0;
  }

  Object keyAt(int position) {
    return position > 0 ? (Object) (long) position : entries[-1 - position];
  }

  Object valueAtPosition(int position) {
    if (position < 0) {
      return entries[-position];
    }
    int i = position - 1;
    if (objects.length > i) {
      return objects[i];
    }
    return longs.length > i ? (Object) longs[i] : (Object) doubles[i];
  }

  /**
   * Calls the action for each field, in the order of {@code next}. The table must not get new keys
   * meanwhile.
   */
  public void forEach(java.util.function.BiConsumer<Object, Object> action) {
    for (int at = nextPosition(0); at != 0; at = nextPosition(at)) {
      action.accept(keyAt(at), valueAtPosition(at));
    }
  }

  /** Whether there is no field at all. */
  public boolean isEmpty() {
    return nextPosition(0) == 0;
  }

  // ------------------------------------------------------------------------------------------------------- as a term

  @Override
  public int kind() {
    return TermOrder.OPAQUE;
  }

  @Override
  public int compareSameKind(Object other) {
    if (this == other) {
      return 0;
    }
    return termHash() <= ((Term) other).termHash() ? -1 : 1;
  }

  @Override
  public int termHash() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "table: 0x%08x".formatted(System.identityHashCode(this));
  }

  /** The value as a script sees it. */
  public static Object orNil(@Nullable Object value) {
    return value == null ? Atom.NIL : value;
  }
}
