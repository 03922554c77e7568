package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Activation;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Frames;
import dev.moonbeam.lua.runtime.Hook;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.LuaThread;
import dev.moonbeam.lua.runtime.Prototype;
import dev.moonbeam.policy.Capability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code debug} that look into running code (manual, 6.10): local variables and
 * hooks. They see what is traced: chunks that name one of these functions, and all that is loaded
 * after such a chunk.
 */
@BuiltinModule(
    value = "debug",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaLocals {
  private static final String HOOK_TABLE = "_HOOKKEY";

  private LuaLocals() {}

  @Builtin(value = "getlocal", cost = 100, needs = Capability.DEBUG)
  public static Object getLocal(Process process, Object[] arguments) {
    Subject subject = Subject.of(process, arguments);
    long index = Arguments.integer(process, "getlocal", subject.position(2), subject.argument(1));
    if (subject.argument(0) instanceof Fun function) {
      Prototype prototype = Prototype.of(function);
      Binary name = prototype == null ? null : prototype.parameterName(index);
      return name == null ? Atom.NIL : name;
    }
    Activation activation = activation(process, "getlocal", subject);
    Binary name = activation == null ? null : activation.localName(index);
    return activation == null || name == null
        ? Atom.NIL
        : Special.values(new Object[] {name, activation.local(process, index)});
  }

  @Builtin(value = "setlocal", cost = 100, needs = Capability.DEBUG)
  public static Object setLocal(Process process, Object[] arguments) {
    Subject subject = Subject.of(process, arguments);
    long index = Arguments.integer(process, "setlocal", subject.position(2), subject.argument(1));
    Activation activation = activation(process, "setlocal", subject);
    Object value = Arguments.any(process, "setlocal", subject.position(3), subject.argument(2));
    Binary name = activation == null ? null : activation.localName(index);
    if (activation == null || name == null) {
      return Atom.NIL;
    }
    activation.setLocal(process, index, value);
    return name;
  }

  /** What tracing knows of the function at the level asked for; null when nothing. */
  private static @Nullable Activation activation(
      Process process, String function, Subject subject) {
    long level = Arguments.integer(process, function, subject.position(1), subject.argument(0));
    List<Frames.Frame> frames = subject.frames(process);
    process.charge(frames.size());
    if (level < 0 || level > frames.size()) {
      throw Arguments.error(process, function, subject.position(1), "level out of range");
    }
    return level == frames.size() ? null : frames.get((int) level).activation();
  }

  @Builtin("gethook")
  public static Object getHook(Process process, Object[] arguments) {
    Subject subject = Subject.of(process, arguments);
    LuaThread thread = subject.thread();
    Hook hook = thread == null ? LuaState.of(process).hook() : thread.hook();
    return hook == null
        ? Atom.NIL
        : Special.values(new Object[] {hook.function(), Binary.of(hook.mask()), hook.count()});
  }

  @Builtin(value = "sethook", cost = 20, needs = Capability.DEBUG)
  public static Object setHook(Process process, Object[] arguments) {
    Subject subject = Subject.of(process, arguments);
    LuaState state = LuaState.of(process);
    Object function = subject.argument(0);
    Hook hook = null;
    if (!Arguments.isNil(function)) {
      String mask =
          Arguments.string(process, "sethook", subject.position(2), subject.argument(1)).toLatin1();
      if (!(function instanceof Fun)) {
        throw Arguments.typeError(process, "sethook", subject.position(1), "function", function);
      }
      long count =
          Arguments.integer(process, "sethook", subject.position(3), subject.argument(2), 0);
      hook = new Hook(function, mask, Math.max(0, count));
      if (hook.isEmpty()) {
        hook = null;
      }
    }
    LuaThread thread = subject.thread();
    if (thread == null) {
      state.setHook(hook);
    } else {
      thread.setHook(hook);
    }
    remember(process, state, thread, hook);
    return Special.values(Fun.NO_ARGUMENTS);
  }

  /** In the registry, as the reference implementation does: a table with weak keys. */
  private static void remember(
      Process process, LuaState state, @Nullable LuaThread subject, @Nullable Hook hook) {
    Binary key = Binary.of(HOOK_TABLE);
    LuaTable registry = state.registry();
    if (!(registry.forReading(process).get(key) instanceof LuaTable)) {
      LuaTable metatable = LuaTable.create(process);
      metatable.putString(process, "__mode", Binary.of("k"));
      LuaTable fresh = LuaTable.create(process);
      fresh.setMetatable(process, metatable);
      registry.forWriting(process).putString(process, HOOK_TABLE, fresh);
    }
    LuaThread running = LuaThread.running(process);
    LuaThread thread =
        subject != null ? subject : running != null ? running : state.mainThread(process);
    if (registry.forReading(process).get(key) instanceof LuaTable hooks) {
      hooks.forWriting(process).put(process, thread, hook == null ? null : hook.function());
    }
  }
}
