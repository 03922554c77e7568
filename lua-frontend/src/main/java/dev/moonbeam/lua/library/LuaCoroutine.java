package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaThread;
import org.jspecify.annotations.Nullable;

/** Library {@code coroutine} (manual, 6.2). */
@BuiltinModule(
    value = "coroutine",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaCoroutine {
  /** A switch between stacks takes up to 2 us. */
  private static final int SWITCH = 50;

  private static final Binary TOO_DEEP = Binary.of("C stack overflow");

  // Errors of the machine, not of the library function: without a position.
  private static final Binary OUTSIDE = Binary.of("attempt to yield from outside a coroutine");
  private static final Binary ACROSS = Binary.of("attempt to yield across a C-call boundary");

  private LuaCoroutine() {}

  private static Fun function(Process process, String name, Object value) {
    if (value instanceof Fun function) {
      return function;
    }
    throw Arguments.typeError(process, name, 1, "function", value);
  }

  private static LuaThread thread(Process process, String name, Object value) {
    if (value instanceof LuaThread thread) {
      return thread;
    }
    throw Arguments.typeError(process, name, 1, "thread", value);
  }

  @Builtin(value = "create", cost = 20)
  public static Object create(Process process, Object function) {
    return new LuaThread(process, function(process, "create", function));
  }

  @Builtin(value = "resume", cost = SWITCH)
  public static Object resume(Process process, Object coroutine, Object[] values) {
    LuaThread thread = thread(process, "resume", coroutine);
    if (!thread.isSuspended(process) || thread == LuaState.of(process).mainThread()) {
      return failure(notResumable(process, thread));
    }
    if (LuaState.of(process).isNestedTooDeeply()) {
      return failure(TOO_DEEP);
    }
    try {
      return succeeded(thread.resume(process, values));
    } catch (Raise error) {
      return failure(error.reason());
    }
  }

  private static Object failure(Object reason) {
    return Special.values(new Object[] {Atom.FALSE, reason});
  }

  private static Object succeeded(Object[] results) {
    Object[] all = new Object[results.length + 1];
    all[0] = Atom.TRUE;
    System.arraycopy(results, 0, all, 1, results.length);
    return Special.values(all);
  }

  private static Binary notResumable(Process process, LuaThread thread) {
    String status = statusOf(process, thread);
    return Binary.of(
        status.equals("dead")
            ? "cannot resume dead coroutine"
            : "cannot resume non-suspended coroutine");
  }

  @Builtin(value = "wrap", cost = 20)
  public static Object wrap(Process process, Object function) {
    return new Wrapped(new LuaThread(process, function(process, "wrap", function)));
  }

  /** What {@code wrap} gives: each call resumes. */
  static final class Wrapped extends Fun {
    private final LuaThread thread;

    Wrapped(LuaThread thread) {
      this.thread = thread;
    }

    @Override
    public int arity() {
      return 0;
    }

    @Override
    public String displayName() {
      return "function <coroutine.wrap>";
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      process.charge(SWITCH);
      if (!thread.isSuspended(process)) {
        throw LuaError.library(process, notResumable(process, thread).toLatin1());
      }
      if (LuaState.of(process).isNestedTooDeeply()) {
        throw LuaError.library(process, TOO_DEEP.toString());
      }
      try {
        return Special.values(thread.resume(process, arguments));
      } catch (Raise error) {
        Raise last = thread.close(process);
        Raise raised = last == null ? error : last;
        // As in Lua, a message gets the position of who called the wrapped function in front.
        throw raised.reason() instanceof Binary text ? LuaError.valueAt(process, 2, text) : raised;
      }
    }
  }

  @Builtin(value = "yield", cost = SWITCH)
  public static Object yield(Process process, Object[] values) {
    if (LuaThread.running(process) == null) {
      throw LuaError.value(process, OUTSIDE);
    }
    if (LuaState.of(process).isUnyieldable()) {
      throw LuaError.value(process, ACROSS);
    }
    return Special.values(LuaThread.yield(process, values));
  }

  @Builtin("isyieldable")
  public static Object isYieldable(Process process, Object coroutine) {
    if (coroutine instanceof LuaThread thread) {
      return Atom.of(thread != LuaState.of(process).mainThread());
    }
    if (coroutine != Arguments.ABSENT) {
      throw Arguments.typeError(process, "isyieldable", 1, "thread", coroutine);
    }
    return Atom.of(LuaThread.running(process) != null && !LuaState.of(process).isUnyieldable());
  }

  @Builtin("running")
  public static Object running(Process process) {
    LuaThread thread = LuaThread.running(process);
    return Special.values(
        new Object[] {
          thread == null ? LuaState.of(process).mainThread(process) : thread,
          Atom.of(thread == null)
        });
  }

  @Builtin("status")
  public static Object status(Process process, Object coroutine) {
    LuaThread thread = thread(process, "status", coroutine);
    return Binary.of(statusOf(process, thread));
  }

  private static String statusOf(Process process, LuaThread thread) {
    LuaState state = LuaState.of(process);
    if (thread == state.mainThread()) {
      return LuaThread.running(process) == null ? "running" : "normal";
    }
    return thread.status(process);
  }

  @Builtin(value = "close", cost = 5)
  public static Object close(Process process, Object coroutine) {
    LuaThread thread = thread(process, "close", coroutine);
    String status = statusOf(process, thread);
    if (!status.equals("suspended") && !status.equals("dead")) {
      throw LuaError.library(process, "cannot close a " + status + " coroutine");
    }
    @Nullable Raise error = thread.close(process);
    return error == null ? Atom.TRUE : failure(error.reason());
  }
}
