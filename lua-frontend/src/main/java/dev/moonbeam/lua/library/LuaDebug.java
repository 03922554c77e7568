package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.HostObject;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Frames;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.LuaThread;
import dev.moonbeam.lua.runtime.LuaType;
import dev.moonbeam.lua.runtime.LuaUserdata;
import dev.moonbeam.lua.runtime.Metamethod;
import dev.moonbeam.lua.runtime.Traceback;
import dev.moonbeam.policy.Capability;
import java.util.List;

/**
 * Library {@code debug} (manual, 6.10) but for upvalues, locals and hooks. Stack frames have
 * positions and names; function values and local variables where the code is traced.
 */
@BuiltinModule(
    value = "debug",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaDebug {
  private LuaDebug() {}

  @Builtin(value = "traceback", cost = 100)
  public static Object traceback(Process process, Object[] arguments) {
    Subject subject = Subject.of(process, arguments);
    Object message = subject.argument(0);
    if (!Arguments.isNil(message)
        && !(message instanceof Binary || message instanceof Long || message instanceof Double)) {
      return message;
    }
    String front =
        Arguments.isNil(message)
            ? ""
            : Arguments.string(process, "traceback", 1, message).toLatin1() + "\n";
    long level =
        Arguments.integer(
            process,
            "traceback",
            subject.position(2),
            subject.argument(1),
            subject.thread() == null ? 1 : 0);
    List<Frames.Frame> frames = subject.frames(process);
    int skipped = (int) Math.max(0, Math.min(level, frames.size()));
    process.charge(frames.size());
    boolean base =
        subject.thread() == null && LuaThread.running(process) == null && level <= frames.size();
    return Binary.ofLatin1(
        front + Traceback.of(process, frames.subList(skipped, frames.size()), base));
  }

  @Builtin(value = "getinfo", cost = 100)
  public static Object getInfo(Process process, Object[] arguments) {
    Subject subject = Subject.of(process, arguments);
    Object of = subject.argument(0);
    String what =
        Arguments.string(
                process, "getinfo", subject.position(2), subject.argument(1), Binary.of("flnSrtu"))
            .toLatin1();
    if (what.startsWith(">")) {
      throw Arguments.error(process, "getinfo", subject.position(2), "invalid option '>'");
    }
    for (char c : what.toCharArray()) {
      if ("SlnrutLf".indexOf(c) < 0) {
        throw Arguments.error(process, "getinfo", subject.position(2), "invalid option");
      }
    }
    if (of instanceof Fun function) {
      return FunctionInfo.of(function).table(process, what);
    }
    long level = Arguments.integer(process, "getinfo", subject.position(1), of);
    // With the caller of the one asked for, whose call names it.
    int wanted = Math.clamp(level + 2, 0, Integer.MAX_VALUE);
    List<Frames.Frame> frames = subject.frames(process, wanted);
    process.charge(frames.size());
    boolean base = subject.thread() == null && LuaThread.running(process) == null;
    if (level < 0 || level > frames.size() || level == frames.size() && !base) {
      return Atom.NIL;
    }
    FunctionInfo info =
        level == frames.size()
            ? FunctionInfo.base()
            : FunctionInfo.of(
                process,
                frames.get((int) level),
                level + 1 < frames.size() ? frames.get((int) level + 1) : null);
    return info.table(process, what);
  }

  @Builtin(value = "getmetatable", needs = Capability.DEBUG)
  public static Object getMetatable(Process process, Object value) {
    LuaTable metatable =
        Metamethod.metatableOf(process, Arguments.any(process, "getmetatable", 1, value));
    return metatable == null ? Atom.NIL : metatable;
  }

  /**
   * For a value that is no table it changes the metatable of its whole type, in this state only.
   */
  @Builtin(value = "setmetatable", needs = Capability.DEBUG)
  public static Object setMetatable(Process process, Object value, Object metatable) {
    if (metatable != Atom.NIL && !(metatable instanceof LuaTable)) {
      throw Arguments.typeError(process, "setmetatable", 2, "nil or table", metatable);
    }
    LuaTable fresh = metatable instanceof LuaTable table ? table : null;
    if (value instanceof LuaTable table) {
      table.setMetatable(process, fresh);
    } else {
      LuaState.of(process).setMetatable(LuaType.of(value), fresh);
    }
    return value;
  }

  @Builtin(value = "getregistry", needs = Capability.DEBUG)
  public static Object getRegistry(Process process) {
    return LuaState.of(process).registry();
  }

  /** Does nothing since Lua 5.4.3, where it gives this. */
  @Builtin(value = "setcstacklimit", needs = Capability.DEBUG)
  public static Object setCStackLimit(Process process, Object limit) {
    Arguments.integer(process, "setcstacklimit", 1, limit);
    return 200L;
  }

  @Builtin(value = "getuservalue", needs = Capability.DEBUG)
  public static Object getUserValue(Process process, Object value, Object n) {
    Arguments.integer(process, "getuservalue", 2, n, 1);
    return Atom.NIL;
  }

  @Builtin(value = "setuservalue", needs = Capability.DEBUG)
  public static Object setUserValue(Process process, Object value, Object user, Object n) {
    Arguments.integer(process, "setuservalue", 3, n, 1);
    if (value instanceof HostObject || value instanceof Pid || value instanceof Ref) {
      throw Arguments.error(process, "setuservalue", 1, "userdata expected, got light userdata");
    }
    if (!(value instanceof LuaUserdata)) {
      throw Arguments.typeError(process, "setuservalue", 1, "userdata", value);
    }
    Arguments.any(process, "setuservalue", 2, user);
    return Atom.NIL;
  }
}
