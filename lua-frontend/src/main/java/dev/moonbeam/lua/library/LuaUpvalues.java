package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.Prototype;
import dev.moonbeam.policy.Capability;

/** The functions of {@code debug} that look into closures (manual, 6.10). */
@BuiltinModule(
    value = "debug",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaUpvalues {
  private LuaUpvalues() {}

  @Builtin(value = "getupvalue", needs = Capability.DEBUG)
  public static Object getUpvalue(Process process, Object function, Object index) {
    long number = Arguments.integer(process, "getupvalue", 2, index);
    Prototype prototype = Prototype.of(function(process, "getupvalue", 1, function));
    Binary name = prototype == null ? null : prototype.upvalueName(number);
    return prototype == null || name == null
        ? Special.values(new Object[0])
        : Special.values(new Object[] {name, prototype.upvalueValue(process, number)});
  }

  /**
   * Gives the name, or nothing when there is no such variable, or none that the program ever
   * assigns.
   */
  @Builtin(value = "setupvalue", needs = Capability.DEBUG)
  public static Object setUpvalue(Process process, Object function, Object index, Object value) {
    Object assigned = Arguments.any(process, "setupvalue", 3, value);
    long number = Arguments.integer(process, "setupvalue", 2, index);
    Prototype prototype = Prototype.of(function(process, "setupvalue", 1, function));
    Binary name = prototype == null ? null : prototype.upvalueName(number);
    return prototype != null && name != null && prototype.setUpvalue(process, number, assigned)
        ? name
        : Special.values(new Object[0]);
  }

  @Builtin(value = "upvalueid", needs = Capability.DEBUG)
  public static Object upvalueId(Process process, Object function, Object index) {
    long number = Arguments.integer(process, "upvalueid", 2, index);
    Prototype prototype = Prototype.of(function(process, "upvalueid", 1, function));
    return prototype == null || prototype.upvalueName(number) == null
        ? Atom.NIL
        : prototype.upvalueId(number);
  }

  /** Refused: which variables a closure has is fixed when it is made. */
  @Builtin(value = "upvaluejoin", needs = Capability.DEBUG)
  public static Object upvalueJoin(
      Process process, Object first, Object n, Object second, Object m) {
    check(process, 1, first, Arguments.integer(process, "upvaluejoin", 2, n));
    check(process, 3, second, Arguments.integer(process, "upvaluejoin", 4, m));
    throw LuaError.library(process, "upvalues cannot be joined");
  }

  private static void check(Process process, int argument, Object function, long index) {
    Prototype prototype = Prototype.of(function(process, "upvaluejoin", argument, function));
    if (prototype == null) {
      throw Arguments.error(process, "upvaluejoin", argument, "Lua function expected");
    }
    if (prototype.upvalueName(index) == null) {
      throw Arguments.error(process, "upvaluejoin", argument + 1, "invalid upvalue index");
    }
  }

  private static Fun function(Process process, String name, int argument, Object value) {
    if (value instanceof Fun function) {
      return function;
    }
    throw Arguments.typeError(process, name, argument, "function", value);
  }
}
