package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.HostObject;
import dev.moonbeam.lua.runtime.Arguments;
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
    Fun subject = function(process, "getupvalue", 1, function);
    Prototype prototype = Prototype.of(subject);
    if (number == 1 && LibraryNames.isClosure(subject)) {
      // What the library keeps in a closure has no name, and is nobody's business.
      return Special.values(new Object[] {Binary.EMPTY, Atom.NIL});
    }
    Binary name = prototype == null ? null : prototype.upvalueName(number);
    return prototype == null || name == null
        ? Special.values(new Object[0])
        : Special.values(new Object[] {name, prototype.upvalueValue(process, number)});
  }

  /**
   * Gives the name, or nothing when there is no such upvalue or the compiled function has no use
   * for it.
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
    Fun subject = function(process, "upvalueid", 1, function);
    Prototype prototype = Prototype.of(subject);
    if (prototype == null) {
      return number == 1 && LibraryNames.isClosure(subject) ? new HostObject(subject) : Atom.NIL;
    }
    return prototype.upvalueName(number) == null ? Atom.NIL : prototype.upvalueId(number);
  }

  @Builtin(value = "upvaluejoin", needs = Capability.DEBUG)
  public static Object upvalueJoin(
      Process process, Object first, Object n, Object second, Object m) {
    long index = Arguments.integer(process, "upvaluejoin", 2, n);
    Prototype changed = prototype(process, 1, first, index);
    long otherIndex = Arguments.integer(process, "upvaluejoin", 4, m);
    Prototype other = prototype(process, 3, second, otherIndex);
    changed.joinUpvalue(process, index, other, otherIndex);
    return Special.values(Fun.NO_ARGUMENTS);
  }

  private static Prototype prototype(Process process, int argument, Object function, long index) {
    Fun subject = function(process, "upvaluejoin", argument, function);
    Prototype prototype = Prototype.of(subject);
    boolean exists =
        prototype == null
            ? index == 1 && LibraryNames.isClosure(subject)
            : prototype.upvalueName(index) != null;
    if (!exists) {
      throw Arguments.error(process, "upvaluejoin", argument + 1, "invalid upvalue index");
    }
    if (prototype == null) {
      throw Arguments.error(process, "upvaluejoin", argument, "Lua function expected");
    }
    return prototype;
  }

  private static Fun function(Process process, String name, int argument, Object value) {
    if (value instanceof Fun function) {
      return function;
    }
    throw Arguments.typeError(process, name, argument, "function", value);
  }
}
