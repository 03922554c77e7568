package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What library {@code table} does with an array: reads and writes that honour metamethods, and the
 * same in one step where the table is a plain one.
 */
public final class Sequence {
  private Sequence() {}

  /** {@code #value} as an integer, also where {@code __len} gives a numeral as a string. */
  public static long length(Process process, Object value) {
    Object length = Access.len(process, value, null);
    if (length instanceof Long whole) {
      return whole;
    }
    Object number = Numbers.toNumber(process, length);
    Long integer = number == null ? null : Numbers.integerOf(number);
    if (integer == null) {
      throw LuaError.library(process, "object length is not an integer");
    }
    return integer;
  }

  public static Object get(Process process, Object value, long index) {
    return Access.index(process, value, index, null);
  }

  public static void set(Process process, Object value, long index, Object element) {
    Access.setIndex(process, value, index, element, null);
  }

  /**
   * The table itself when it is plain (no metatable, nothing unusual), so that its parts may be
   * used directly.
   */
  private static @Nullable LuaTable plain(Process process, Object value) {
    return value instanceof LuaTable table && table.extension == null && table.metatable == null
        ? table
        : null;
  }

  /**
   * Makes room at a position of a plain table of that length by moving up what is there; false: it
   * must be done step by step.
   */
  public static boolean insertPlain(
      Process process, Object value, long position, long length, Object element) {
    LuaTable table = plain(process, value);
    if (table == null
        || table.owner != process.owner
        || length != table.size
        || element == Atom.NIL) {
      return false;
    }
    int at = (int) position - 1;
    process.charge(length - at >> 4);
    int last = (int) length - 1;
    if (table.longs.length > last && element instanceof Long integer) {
      table.putInteger(process, length + 1, table.longs[last]);
      System.arraycopy(table.longs, at, table.longs, at + 1, last - at);
      table.longs[at] = integer;
    } else if (table.doubles.length > last && element instanceof Double real) {
      table.putInteger(process, length + 1, table.doubles[last]);
      System.arraycopy(table.doubles, at, table.doubles, at + 1, last - at);
      table.doubles[at] = real;
    } else if (table.objects.length > last) {
      table.putInteger(process, length + 1, table.objects[last]);
      System.arraycopy(table.objects, at, table.objects, at + 1, last - at);
      table.objects[at] = element;
    } else {
      return false;
    }
    return true;
  }

  /** Takes out an element of a plain table of that length; null: it must be done step by step. */
  public static @Nullable Object removePlain(
      Process process, Object value, long position, long length) {
    LuaTable table = plain(process, value);
    if (table == null
        || table.owner != process.owner
        || length != table.size
        || position < 1
        || position > length) {
      return null;
    }
    int at = (int) position - 1;
    int last = (int) length - 1;
    process.charge(last - at >> 4);
    Object removed = table.getInteger(position);
    if (removed == null) {
      return null;
    }
    if (table.objects.length > last) {
      System.arraycopy(table.objects, at + 1, table.objects, at, last - at);
    } else if (table.longs.length > last) {
      System.arraycopy(table.longs, at + 1, table.longs, at, last - at);
    } else {
      System.arraycopy(table.doubles, at + 1, table.doubles, at, last - at);
    }
    table.putInteger(process, length, null);
    return removed;
  }

  /** Elements first to last, as values. The caller has checked that they are not too many. */
  public static Object[] elements(Process process, Object value, long first, int count) {
    Object[] elements = new Object[count];
    LuaTable table = plain(process, value);
    if (table != null && first >= 1 && first - 1 + count <= table.objects.length) {
      System.arraycopy(table.objects, (int) first - 1, elements, 0, count);
      for (int i = 0; i < count; i++) {
        if (elements[i] == null) {
          elements[i] = get(process, value, first + i);
        }
      }
      return elements;
    }
    for (int i = 0; i < count; i++) {
      elements[i] = get(process, value, first + i);
      if ((i & 255) == 255) {
        process.charge(16);
      }
    }
    return elements;
  }

  /** Sorts a plain table of uniform numbers; false when it is not one. */
  public static boolean sortNumbers(Process process, Object value, int count) {
    LuaTable table = plain(process, value);
    if (table == null || table.owner != process.owner || count != table.size) {
      return false;
    }
    long work = (long) count * (64 - Long.numberOfLeadingZeros(count)) >> 2;
    if (table.longs.length >= count) {
      process.charge(work);
      Arrays.sort(table.longs, 0, count);
      return true;
    }
    if (table.doubles.length >= count) {
      for (int i = 0; i < count; i++) {
        if (table.doubles[i] != table.doubles[i]) {
          return false; // NaN has no order: what happens then is the comparing algorithm's business
        }
      }
      process.charge(work);
      Arrays.sort(table.doubles, 0, count);
      return true;
    }
    return false;
  }

  /** The elements of a plain array of objects to be sorted in place, or null. All are there. */
  public static Object @Nullable [] sortable(Process process, Object value, int count) {
    LuaTable table = plain(process, value);
    if (table == null
        || table.owner != process.owner
        || count != table.size
        || table.objects.length < count) {
      return null;
    }
    for (int i = 0; i < count; i++) {
      if (table.objects[i] == null) {
        return null;
      }
    }
    return table.objects;
  }
}
