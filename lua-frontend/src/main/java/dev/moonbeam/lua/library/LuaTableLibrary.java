package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.LuaType;
import dev.moonbeam.lua.runtime.Metamethod;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.Sequence;
import dev.moonbeam.lua.runtime.StringBuffer;

/** Library {@code table} (manual, 6.6). */
@BuiltinModule(
    value = "table",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaTableLibrary {
  /** Reductions for the digits of a float. */
  private static final int FLOAT_TEXT = 10;

  private LuaTableLibrary() {}

  /** Most values that one call may give: what a Lua stack holds. */
  private static final long MOST_RESULTS = 1_000_000;

  /** A table, or a value whose metatable can stand for one in the ways asked for. */
  private static void check(Process process, String function, Object value, Metamethod... needed) {
    if (value instanceof LuaTable) {
      return;
    }
    if (value != Arguments.ABSENT && Metamethod.metatableOf(process, value) != null) {
      boolean all = true;
      for (Metamethod each : needed) {
        all &= each.of(process, value) != null;
      }
      if (all) {
        return;
      }
    }
    throw Arguments.typeError(process, function, 1, "table", value);
  }

  @Builtin("insert")
  public static Object insert(Process process, Object[] arguments) {
    Object table = Arguments.at(arguments, 0);
    check(process, "insert", table, Metamethod.INDEX, Metamethod.NEWINDEX, Metamethod.LEN);
    long length = Sequence.length(process, table);
    long end = length + 1;
    switch (arguments.length) {
      case 2 -> Sequence.set(process, table, end, arguments[1]);
      case 3 -> {
        long position = Arguments.integer(process, "insert", 2, arguments[1]);
        if (Long.compareUnsigned(position - 1, end) >= 0) {
          throw Arguments.error(process, "insert", 2, "position out of bounds");
        }
        if (position < end
            && Sequence.insertPlain(process, table, position, length, arguments[2])) {
          break;
        }
        for (long at = end; at > position; at--) {
          process.charge(1);
          Sequence.set(process, table, at, Sequence.get(process, table, at - 1));
        }
        Sequence.set(process, table, position, arguments[2]);
      }
      default -> throw LuaError.library(process, "wrong number of arguments to 'insert'");
    }
    return Special.values(dev.moonbeam.core.process.Fun.NO_ARGUMENTS);
  }

  @Builtin("remove")
  public static Object remove(Process process, Object table, Object pos) {
    check(process, "remove", table, Metamethod.INDEX, Metamethod.NEWINDEX, Metamethod.LEN);
    long length = Sequence.length(process, table);
    long position = Arguments.integer(process, "remove", 2, pos, length);
    if (position != length && Long.compareUnsigned(position - 1, length) > 0) {
      throw Arguments.error(process, "remove", 1, "position out of bounds");
    }
    Object plain = Sequence.removePlain(process, table, position, length);
    if (plain != null) {
      return plain;
    }
    Object removed = Sequence.get(process, table, position);
    for (; position < length; position++) {
      process.charge(1);
      Sequence.set(process, table, position, Sequence.get(process, table, position + 1));
    }
    Sequence.set(process, table, position, Atom.NIL);
    return removed;
  }

  @Builtin("concat")
  public static Object concat(Process process, Object table, Object sep, Object i, Object j) {
    check(process, "concat", table, Metamethod.INDEX, Metamethod.LEN);
    long length = Sequence.length(process, table);
    Binary separator = Arguments.string(process, "concat", 2, sep, Binary.EMPTY);
    long first = Arguments.integer(process, "concat", 3, i, 1);
    long last = Arguments.integer(process, "concat", 4, j, length);
    StringBuffer text = new StringBuffer(process, 64);
    for (long at = first; at <= last; at++) {
      Object element = Sequence.get(process, table, at);
      process.charge(element instanceof Double ? FLOAT_TEXT : 1);
      if (element instanceof Binary string) {
        text.add(string);
      } else if (element instanceof Long || element instanceof Double) {
        text.add(Numbers.format(element));
      } else {
        throw LuaError.library(
            process,
            "invalid value ("
                + LuaType.of(element).word()
                + ") at index "
                + at
                + " in table for 'concat'");
      }
      if (at == last) {
        break; // which may be the largest integer
      }
      text.add(separator);
    }
    return text.toBinary();
  }

  @Builtin("pack")
  public static Object pack(Process process, Object[] values) {
    LuaTable table = LuaTable.create(process);
    table.setList(process, 1, values);
    table.putString(process, "n", (long) values.length);
    return table;
  }

  @Builtin("unpack")
  public static Object unpack(Process process, Object list, Object i, Object j) {
    Object table = Arguments.value(list);
    long first = Arguments.integer(process, "unpack", 2, i, 1);
    long last =
        Arguments.isNil(j)
            ? Sequence.length(process, table)
            : Arguments.integer(process, "unpack", 3, j);
    if (first > last) {
      return Special.values(dev.moonbeam.core.process.Fun.NO_ARGUMENTS);
    }
    long count = last - first;
    if (count < 0 || count >= MOST_RESULTS) {
      throw LuaError.library(process, "too many results to unpack");
    }
    process.charge(count >> 3);
    return Special.values(Sequence.elements(process, table, first, (int) count + 1));
  }

  @Builtin("move")
  public static Object move(
      Process process, Object from, Object first, Object last, Object to, Object target) {
    Object into = Arguments.isNil(target) ? from : target;
    check(process, "move", from, Metamethod.INDEX);
    if (!(into instanceof LuaTable) && Metamethod.NEWINDEX.of(process, into) == null) {
      throw Arguments.typeError(process, "move", Arguments.isNil(target) ? 1 : 5, "table", into);
    }
    long f = Arguments.integer(process, "move", 2, first);
    long e = Arguments.integer(process, "move", 3, last);
    long t = Arguments.integer(process, "move", 4, to);
    if (e < f) {
      return into;
    }
    if (f <= 0 && e >= Long.MAX_VALUE + f) {
      throw Arguments.error(process, "move", 3, "too many elements to move");
    }
    long count = e - f + 1;
    if (t > Long.MAX_VALUE - count + 1) {
      throw Arguments.error(process, "move", 4, "destination wrap around");
    }
    boolean upwards = t > e || t <= f || into != from;
    for (long step = 0; step < count; step++) {
      process.charge(1);
      long at = upwards ? step : count - 1 - step;
      Sequence.set(process, into, t + at, Sequence.get(process, from, f + at));
    }
    return into;
  }

  @Builtin("sort")
  public static Object sort(Process process, Object table, Object comparator) {
    check(process, "sort", table, Metamethod.INDEX, Metamethod.NEWINDEX, Metamethod.LEN);
    long length = Sequence.length(process, table);
    if (length > 1) {
      if (length >= Integer.MAX_VALUE) {
        throw Arguments.error(process, "sort", 1, "array too big");
      }
      if (!Arguments.isNil(comparator) && !(comparator instanceof dev.moonbeam.core.process.Fun)) {
        throw Arguments.typeError(process, "sort", 2, "function", comparator);
      }
      new Sorting(process, table, comparator).sort((int) length);
    }
    return Special.values(dev.moonbeam.core.process.Fun.NO_ARGUMENTS);
  }

  static Raise invalidOrder(Process process) {
    return LuaError.library(process, "invalid order function for sorting");
  }
}
