package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which integer keys belong in the array part of a table, and where its border is when there are
 * holes. Both are as in the reference implementation, because programs notice: {@code #t} of {@code
 * {f()}} with nils among the results, an array that is filled from 2 on or backwards.
 *
 * <p>The reference implementation asks when its hash part is full, which is when it holds a power
 * of two of keys: then the array part becomes the largest power of two more than half of whose
 * places would be taken. Asking so rarely, the count costs a constant share of what filled the
 * table.
 */
final class ArrayGrowth {
  /** Largest power of two that an array part is drawn out to over holes. */
  private static final int POWERS = 30;

  private ArrayGrowth() {}

  /**
   * Whether the hash part of the reference implementation, which grows by powers of two, would be
   * full with as many keys as are among the entries.
   */
  static boolean isDue(LuaTable table) {
    return (table.used & table.used - 2) == 0;
  }

  /**
   * Moves integer keys from the entries to the array part if enough of them lie close together,
   * counting {@code key} as one of them.
   *
   * @param value that key's value; null when the key that is about to come is not an integer
   * @return whether {@code key} has been stored with the others
   */
  static boolean rearrange(Process process, LuaTable table, long key, @Nullable Object value) {
    int[] counts = new int[POWERS + 1]; // keys above 2^(i-1), up to 2^i
    int candidates = 0;
    if (value != null && key > table.size && key <= 1L << POWERS) {
      counts[powerAbove(key)]++;
      candidates++;
    }
    Object[] entries = table.entries;
    int used = table.used;
    for (int slot = 0; slot < used; slot += 2) {
      if (entries[slot] instanceof Long other
          && other > table.size
          && other <= 1L << POWERS
          && entries[slot + 1] != null) {
        counts[powerAbove(other)]++;
        candidates++;
      }
    }
    process.charge(used >> 3);
    int wanted = candidates == 0 ? 0 : wanted(process, table, counts);
    if (wanted == 0) {
      return false;
    }
    process.reserve(12L * wanted);
    process.charge(wanted >> 3);
    Object[] values = boxed(table, wanted);
    if (value != null && key > table.size && key <= wanted) {
      values[(int) key - 1] = value;
    }
    for (int slot = 0; slot < used; slot += 2) {
      if (entries[slot] instanceof Long other
          && other > table.size
          && other <= wanted
          && entries[slot + 1] != null) {
        values[(int) (other - 1)] = entries[slot + 1];
      }
    }
    int border = border(values, wanted);
    if (border <= table.size) {
      return false;
    }
    for (int slot = 0; slot < used; slot += 2) {
      if (entries[slot] instanceof Long other && other > table.size && other <= border) {
        entries[slot + 1] = null;
      }
    }
    Arrays.fill(values, border, wanted, null);
    adopt(process, table, values, border, false);
    table.compactEntries(process);
    if ((table.filter & LuaTable.INTEGER_KEYS) != 0) {
      table.takeOverEntries(process);
    }
    return value != null && key > 0 && key <= border;
  }

  /** The size of array part that is due; 0 when it stays as it is. */
  private static int wanted(Process process, LuaTable table, int[] counts) {
    int[] settled = countArray(process, table);
    long below = 0;
    int wanted = 0;
    for (int i = 0; i < POWERS; i++) {
      below += counts[i] + settled[i];
      if (1 << i > table.size && below > (1 << i) / 2) {
        wanted = 1 << i;
      }
    }
    return wanted;
  }

  /**
   * The keys of the array part by power of two. Holes do not count, or a few keys far apart would
   * draw it out.
   */
  private static int[] countArray(Process process, LuaTable table) {
    int[] counts = new int[POWERS + 1];
    if (table.objects.length > 0) {
      process.charge(table.size >> 4);
      for (int i = 0; i < table.size; i++) {
        if (table.objects[i] != null) {
          counts[powerAbove(i + 1L)]++;
        }
      }
      return counts;
    }
    int before = 0;
    for (int i = 0; before < table.size; i++) {
      int end = Math.min(table.size, 1 << i);
      counts[i] += end - before;
      before = end;
    }
    return counts;
  }

  /** The power of two that is not below the key, which is positive. */
  private static int powerAbove(long key) {
    return 64 - Long.numberOfLeadingZeros(key - 1);
  }

  private static Object[] boxed(LuaTable table, int length) {
    Object[] values = new Object[length];
    for (int i = 0; i < table.size; i++) {
      values[i] = table.valueAtPosition(i + 1);
    }
    return values;
  }

  /**
   * The border that the reference implementation finds in an array of that length: the length
   * unless the last place is empty, else the place before it if that is taken, else by halving.
   */
  private static int border(@Nullable Object[] values, int length) {
    if (length == 0 || values[length - 1] != null) {
      return length;
    }
    if (length >= 2 && values[length - 2] != null) {
      return length - 1;
    }
    int taken = 0;
    int empty = length;
    while (empty - taken > 1) {
      int middle = taken + empty >>> 1;
      if (values[middle - 1] == null) {
        empty = middle;
      } else {
        taken = middle;
      }
    }
    return taken;
  }

  /**
   * Makes the first {@code size} values the array part, unboxed when they are all of one kind.
   *
   * @param shared whether somebody else holds the array
   */
  private static void adopt(
      Process process, LuaTable table, Object[] values, int size, boolean shared) {
    int integers = 0;
    int floats = 0;
    for (int i = 0; i < size; i++) {
      if (values[i] instanceof Long) {
        integers++;
      } else if (values[i] instanceof Double) {
        floats++;
      }
    }
    table.objects = LuaTable.NO_OBJECTS;
    table.longs = LuaTable.NO_LONGS;
    table.doubles = LuaTable.NO_DOUBLES;
    table.size = size;
    if (size == 0) {
      return;
    }
    if (integers == size) {
      long[] longs = new long[values.length];
      for (int i = 0; i < size; i++) {
        longs[i] = (Long) values[i];
      }
      table.longs = longs;
      process.allocated(longs, 16 + 8L * values.length);
    } else if (floats == size) {
      double[] doubles = new double[values.length];
      for (int i = 0; i < size; i++) {
        doubles[i] = (Double) values[i];
      }
      table.doubles = doubles;
      process.allocated(doubles, 16 + 8L * values.length);
    } else {
      table.objects = shared ? values.clone() : values;
      process.allocated(table.objects, 16 + 12L * values.length);
    }
  }

  /**
   * The values of a constructor or of a call, from key {@code first} on: they are the array part,
   * whatever nils are among them, and win over fields of the same keys.
   *
   * @param shared whether somebody else holds the array
   */
  static void setList(
      Process process, LuaTable table, long first, Object[] values, boolean shared) {
    int count = values.length;
    if (count == 0) {
      return;
    }
    if (first != table.size + 1L || first > 1 && !hasNil(values)) {
      for (int i = 0; i < count; i++) {
        table.putInteger(process, first + i, values[i] == Atom.NIL ? null : values[i]);
      }
      return;
    }
    int before = table.size;
    int end = before + count;
    process.reserve(16L * end);
    process.charge(count >> 3);
    if (before == 0 && (table.filter & LuaTable.INTEGER_KEYS) == 0 && !hasNil(values)) {
      adopt(process, table, values, count, shared);
      return;
    }
    if ((table.filter & LuaTable.INTEGER_KEYS) != 0) {
      process.charge(count);
      for (int i = 0; i < count; i++) {
        table.clearEntry(first + i);
      }
    }
    Object[] all = boxed(table, end);
    for (int i = 0; i < count; i++) {
      all[before + i] = values[i] == Atom.NIL ? null : values[i];
    }
    int border = border(all, end);
    Object[] behind = border < end ? Arrays.copyOfRange(all, border, end) : LuaTable.NO_OBJECTS;
    Arrays.fill(all, border, end, null);
    adopt(process, table, all, border, false);
    for (int i = 0; i < behind.length; i++) {
      if (behind[i] != null) {
        table.putEntry(process, -1, (Long) (border + i + 1L), behind[i]);
      }
    }
    if ((table.filter & LuaTable.INTEGER_KEYS) != 0) {
      table.takeOverEntries(process);
    }
  }

  private static boolean hasNil(Object[] values) {
    for (Object value : values) {
      if (value == Atom.NIL) {
        return true;
      }
    }
    return false;
  }
}
