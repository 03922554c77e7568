package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.HostObject;
import org.jspecify.annotations.Nullable;

/** The events that a metatable can define (manual, 2.4). */
public enum Metamethod {
  INDEX,
  NEWINDEX,
  CALL,
  EQ,
  LEN,
  LT,
  LE,
  CONCAT,
  ADD,
  SUB,
  MUL,
  DIV,
  MOD,
  POW,
  IDIV,
  UNM,
  BAND,
  BOR,
  BXOR,
  SHL,
  SHR,
  BNOT,
  CLOSE,
  GC,
  MODE,
  NAME,
  TOSTRING,
  METATABLE,
  PAIRS;

  /** {@code __index} and so on. */
  public final Binary key =
      InternedStrings.intern("__" + name().toLowerCase(java.util.Locale.ROOT));

  private final int bit = 1 << ordinal();
  private final long mask = LuaTable.filterBit(key);

  /** What this event is called in messages, {@code index}. */
  public String event() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** This event's handler for a value, or null. */
  public @Nullable Object of(Process process, Object value) {
    LuaTable metatable = metatableOf(process, value);
    return metatable == null ? null : in(process, metatable);
  }

  /** This event's handler in a metatable, or null. */
  public @Nullable Object of(LuaTable metatable, Process process) {
    return in(process, metatable);
  }

  @Nullable Object in(Process process, LuaTable metatable) {
    LuaTable table = metatable.extension == null ? metatable : metatable.forReading(process);
    if ((table.absent & bit) != 0) {
      return null;
    }
    Object handler =
        (table.filter & mask) == 0 && table.getClass() == LuaTable.class
            ? null
            : table.getString(key);
    if (handler == null) {
      table.absent |= bit;
    }
    return handler;
  }

  /** The metatable of any value, or null. */
  public static @Nullable LuaTable metatableOf(Process process, Object value) {
    if (value instanceof LuaTable table) {
      return table.extension == null ? table.metatable : table.forReading(process).metatable;
    }
    if (value instanceof LuaUserdata userdata) {
      return userdata.metatable(process);
    }
    if (value instanceof HostObject) {
      return LuaState.of(process).hostMetatable();
    }
    return LuaState.of(process).metatables[LuaType.of(value).ordinal()];
  }
}
