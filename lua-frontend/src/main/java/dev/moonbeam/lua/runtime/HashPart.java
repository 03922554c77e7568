package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a {@link LuaTable} that are not in its array part.
 *
 * <p>Key and value stand in turn in {@link #entries}, in the order in which the keys came. A key
 * whose value became nil keeps its slot (with value null) until the entries grow, which is what
 * lets {@code next} go on while fields are cleared. Up to {@value #SCANNED} keys are found by a
 * scan, more through {@link #index}. {@link #filter} has a bit for each string key that may be
 * there, so that most absent keys (methods looked up on an instance) need no scan.
 */
abstract sealed class HashPart permits ArrayPart {
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
  static final long ZERO_FIRST = 1L << 62;

  static final Object[] NO_OBJECTS = {};

  /** Most elements of an array of a table. */
  static final int LARGEST = 1 << 29;

  private static final int FIRST_ENTRIES = 8;

  Object[] entries = NO_OBJECTS;

  /** Slots of {@link #entries} in use: twice the number of keys, cleared ones included. */
  int used;

  /**
   * Open addressing, slot + 1 of a key, 0 for free; null while keys are scanned. A power of two
   * long.
   */
  int @Nullable [] index;

  /** When this serves as a metatable: a bit for each {@link Metamethod} known to be absent. */
  int absent;

  /** Bits of the string keys that may be there, {@link #INTEGER_KEYS} and {@link #ZERO_FIRST}. */
  long filter;

  final @Nullable Object valueAt(int slot) {
    return slot < 0 ? null : entries[slot + 1];
  }

  /** Slot of a string key, or -1. */
  final int findString(Binary key) {
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

  final int findInteger(long key) {
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
  final int findOther(Object key) {
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
  final int findEntry(Object key) {
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

  /** Drops cleared keys. */
  final void compactEntries(Process process) {
    resizeEntries(process, entries.length);
  }

  /** Clears an integer key that is not in the array part. */
  final void clearEntry(long key) {
    int slot = findInteger(key);
    if (slot >= 0) {
      entries[slot + 1] = null;
    }
  }

  /** Stores a field among the entries; {@code slot} is where the key was found, or -1. */
  final void putEntry(Process process, int slot, Object key, @Nullable Object value) {
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

  final void resizeEntries(Process process, int capacity) {
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
}
