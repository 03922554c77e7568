package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.IdentityTerm;
import org.jspecify.annotations.Nullable;

/**
 * A Lua table (Lua 5.4 manual, 2.1): an {@linkplain ArrayPart array part}, and {@linkplain HashPart
 * entries} in insertion order.
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
public sealed class LuaTable extends ArrayPart implements IdentityTerm permits WeakTable {
  /** About the bytes of an empty table. */
  static final int BYTES = 64;

  Object owner;

  @Nullable LuaTable metatable;

  /** What only unusual tables have; null for all others. */
  @Nullable TableExtension extension;

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
      LuaState.of(process).collector().finalizers().mark(process, this);
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
  public String toString() {
    return "table: 0x%08x".formatted(System.identityHashCode(this));
  }

  /** The value as a script sees it. */
  public static Object orNil(@Nullable Object value) {
    return value == null ? Atom.NIL : value;
  }
}
