package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of a {@link LuaTable} for the keys 1 to {@link #size}. They live in exactly one of
 * {@link #objects}, {@link #longs} and {@link #doubles}; the last two while every value is an
 * integer, or every value a float. A hole is a null in {@code objects}; the last value is never a
 * hole, and key {@code size + 1} is never among the entries, so {@code size} is a border and {@code
 * #} costs O(1). Memory is taken only as keys are appended: a large sparse key is an entry like any
 * other.
 */
abstract sealed class ArrayPart extends HashPart permits LuaTable {
  static final long[] NO_LONGS = {};
  static final double[] NO_DOUBLES = {};

  private static final int FIRST_ARRAY = 4;

  Object[] objects = NO_OBJECTS;
  long[] longs = NO_LONGS;
  double[] doubles = NO_DOUBLES;

  /** Number of values, holes included. */
  int size;

  /** Overwrites or clears an element of the array part. */
  final void setInArray(Process process, int i, @Nullable Object value) {
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
  final void append(Process process, Object value) {
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
  final void takeOverEntries(Process process) {
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
}
