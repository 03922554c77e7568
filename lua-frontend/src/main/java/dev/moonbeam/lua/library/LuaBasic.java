package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Access;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Calls;
import dev.moonbeam.lua.runtime.Comparison;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.LuaType;
import dev.moonbeam.lua.runtime.Metamethod;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.Protected;
import dev.moonbeam.lua.runtime.Strings;
import java.util.Arrays;

/**
 * Basic functions (manual, 6.1) but for those that load code ({@link LuaLoad}) and {@code
 * collectgarbage}.
 */
@BuiltinModule(
    value = "",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaBasic {
  private static final byte[] TAB = {'\t'};
  private static final byte[] NEWLINE = {'\n'};

  private LuaBasic() {}

  @Builtin("assert")
  public static Object assertTrue(Process process, Object value, Object[] rest) {
    Arguments.any(process, "assert", 1, value);
    if (Comparison.truthy(value)) {
      if (rest.length == 0) {
        return value;
      }
      Object[] all = new Object[rest.length + 1];
      all[0] = value;
      System.arraycopy(rest, 0, all, 1, rest.length);
      return Special.values(all);
    }
    // As error() does: a text is told where, if a Lua function called.
    Object message = rest.length > 0 ? rest[0] : Binary.of("assertion failed!");
    throw message instanceof Binary text
        ? LuaError.valueAt(process, 2, text)
        : LuaError.value(process, message);
  }

  @Builtin("error")
  public static Object error(Process process, Object message, Object level) {
    long blamed = Arguments.integer(process, "error", 2, level, 1);
    if (message instanceof Binary text && blamed > 0 && blamed < Integer.MAX_VALUE - 1) {
      throw LuaError.valueAt(process, (int) blamed + 1, text);
    }
    throw LuaError.value(process, Arguments.value(message));
  }

  @Builtin("getmetatable")
  public static Object getMetatable(Process process, Object value) {
    LuaTable metatable =
        Metamethod.metatableOf(process, Arguments.any(process, "getmetatable", 1, value));
    if (metatable == null) {
      return Atom.NIL;
    }
    Object shown = Metamethod.METATABLE.of(metatable, process);
    return shown == null ? metatable : shown;
  }

  @Builtin("setmetatable")
  public static Object setMetatable(Process process, Object value, Object metatable) {
    LuaTable table = Arguments.table(process, "setmetatable", 1, value);
    if (metatable != Atom.NIL && !(metatable instanceof LuaTable)) {
      throw Arguments.typeError(process, "setmetatable", 2, "nil or table", metatable);
    }
    LuaTable present = Metamethod.metatableOf(process, table);
    if (present != null && Metamethod.METATABLE.of(present, process) != null) {
      throw LuaError.library(process, "cannot change a protected metatable");
    }
    table.setMetatable(process, metatable instanceof LuaTable fresh ? fresh : null);
    return table;
  }

  @Builtin("ipairs")
  public static Object ipairs(Process process, Object value) {
    Arguments.any(process, "ipairs", 1, value);
    return Special.values(new Object[] {IpairsStep.STEP, value, 0L});
  }

  @Builtin("pairs")
  public static Object pairs(Process process, Object value) {
    Arguments.any(process, "pairs", 1, value);
    Object handler = Metamethod.PAIRS.of(process, value);
    if (handler == null) {
      return Special.values(new Object[] {Next.NEXT, value, Atom.NIL});
    }
    return Special.values(padded(Calls.all(process, handler, value)));
  }

  private static Object[] padded(Object[] results) {
    Object[] three = Arrays.copyOf(results, 3);
    for (int i = results.length; i < 3; i++) {
      three[i] = Atom.NIL;
    }
    return three;
  }

  @Builtin("pcall")
  public static Object pcall(Process process, Object function, Object[] arguments) {
    return Protected.call(process, Arguments.any(process, "pcall", 1, function), arguments);
  }

  @Builtin("xpcall")
  public static Object xpcall(
      Process process, Object function, Object handler, Object[] arguments) {
    if (!(handler instanceof Fun)) {
      throw Arguments.typeError(process, "xpcall", 2, "function", handler);
    }
    return Protected.call(process, function, arguments, handler);
  }

  @Builtin("print")
  public static Object print(Process process, Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        process.write(TAB, 0, 1);
      }
      Binary text = Strings.toString(process, values[i]);
      process.write(text.array(), text.offset(), text.length());
    }
    process.write(NEWLINE, 0, 1);
    return Special.values(Fun.NO_ARGUMENTS);
  }

  @Builtin("rawequal")
  public static Object rawEqual(Process process, Object a, Object b) {
    Arguments.any(process, "rawequal", 1, a);
    Arguments.any(process, "rawequal", 2, b);
    return Atom.of(Comparison.rawEqual(a, b));
  }

  @Builtin("rawget")
  public static Object rawGet(Process process, Object table, Object key) {
    LuaTable from = Arguments.table(process, "rawget", 1, table);
    return Access.rawGet(process, from, Arguments.any(process, "rawget", 2, key));
  }

  @Builtin("rawlen")
  public static Object rawLen(Process process, Object value) {
    return switch (value) {
      case LuaTable table -> table.forReading(process).length();
      case Binary string -> (long) string.length();
      default -> throw Arguments.typeError(process, "rawlen", 1, "table or string", value);
    };
  }

  private static final Binary MODE = Binary.of("__mode");

  @Builtin("rawset")
  public static Object rawSet(Process process, Object table, Object key, Object value) {
    LuaTable into = Arguments.table(process, "rawset", 1, table);
    Arguments.any(process, "rawset", 2, key);
    Arguments.any(process, "rawset", 3, value);
    Access.rawSet(process, into, key, value);
    if (key instanceof Binary name && name.equals(MODE)) {
      LuaState.of(process).modeMayHaveChanged(process, into);
    }
    return table;
  }

  @Builtin("select")
  public static Object select(Process process, Object n, Object[] values) {
    if (n instanceof Binary mark && mark.length() == 1 && mark.at(0) == '#') {
      return (long) values.length;
    }
    long index = Arguments.integer(process, "select", 1, n);
    if (index < 0) {
      index = values.length + index + 1;
    }
    if (index < 1) {
      throw Arguments.error(process, "select", 1, "index out of range");
    }
    if (index > values.length) {
      return Special.values(Fun.NO_ARGUMENTS);
    }
    process.charge(values.length - index >> 4);
    return Special.values(Arrays.copyOfRange(values, (int) index - 1, values.length));
  }

  @Builtin("tonumber")
  public static Object toNumber(Process process, Object value, Object base) {
    if (Arguments.isNil(base)) {
      Object number = Numbers.toNumber(process, Arguments.any(process, "tonumber", 1, value));
      return number == null ? Atom.NIL : number;
    }
    long radix = Arguments.integer(process, "tonumber", 2, base);
    if (!(value instanceof Binary text)) {
      throw Arguments.typeError(process, "tonumber", 1, "string", value);
    }
    if (radix < 2 || radix > 36) {
      throw Arguments.error(process, "tonumber", 2, "base out of range");
    }
    process.charge(text.length() >> 4);
    return inBase(text.toLatin1().strip(), (int) radix);
  }

  /** An integer in another base; it wraps around. */
  private static Object inBase(String text, int radix) {
    boolean negative = text.startsWith("-");
    int at = negative || text.startsWith("+") ? 1 : 0;
    if (at == text.length()) {
      return Atom.NIL;
    }
    long number = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      int digit = c < 128 ? Character.digit(c, 36) : -1;
      if (digit < 0 || digit >= radix) {
        return Atom.NIL;
      }
      number = number * radix + digit;
    }
    return negative ? -number : number;
  }

  @Builtin("tostring")
  public static Object convertToString(Process process, Object value) {
    return Strings.toString(process, Arguments.any(process, "tostring", 1, value));
  }

  @Builtin("type")
  public static Object type(Process process, Object value) {
    return LuaType.of(Arguments.any(process, "type", 1, value)).string();
  }
}
