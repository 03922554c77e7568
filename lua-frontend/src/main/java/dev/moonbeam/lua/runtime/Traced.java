package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What traced code does beside its work, see {@code Tracing} of the compiler: it keeps an {@link
 * Activation} for each running function and calls the {@link Hook} of its coroutine. The methods
 * are the primitives of the same names.
 */
public final class Traced {
  private Traced() {}

  /** A function starts: its value is in the cell. */
  public static Object enter(Process process, Object self, Object[] surplus) {
    LuaState state = LuaState.of(process);
    Fun function = (Fun) Cell.get(process, self);
    boolean tail = state.tailCallee == function;
    state.tailCallee = null;
    Activation activation = new Activation(function, state.activation, tail, false, surplus);
    Prototype prototype = Prototype.of(function);
    activation.stripped = prototype != null && prototype.isStripped();
    state.activation = activation;
    process.allocated(activation, 96);
    return activation;
  }

  /** Its parameters are in scope. */
  public static Object called(Process process, Object frame) {
    Activation activation = (Activation) frame;
    LuaState state = LuaState.of(process);
    if (state.hook != null) {
      Object[] parameters = new Object[activation.locals()];
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = activation.local(process, i + 1L);
      }
      activation.handOver(parameters, 1);
      Hook.call(process, state, activation.tail ? Hook.TAIL_CALL : Hook.CALL);
      activation.handOver(Fun.NO_ARGUMENTS, 0);
    }
    return frame;
  }

  /** A variable comes into scope; the site is its name. */
  public static Object local(
      Process process, Object frame, Object cell, long depth, @Nullable Object site) {
    ((Activation) frame).declare((Binary) site(site), cell, (int) depth);
    return frame;
  }

  private static Object site(@Nullable Object site) {
    return java.util.Objects.requireNonNull(site);
  }

  /** Variables from a depth on go out of scope. */
  public static Object leave(Process process, Object frame, long depth) {
    ((Activation) frame).leave((int) depth);
    return frame;
  }

  /** What follows is on that line. */
  public static Object line(Process process, Object frame, long line) {
    Activation activation = (Activation) frame;
    LuaState state = LuaState.of(process);
    state.activation = activation;
    activation.line = activation.stripped ? -1 : (int) line;
    if (state.hook != null) {
      Hook.line(process, state, activation);
    } else {
      activation.seenLine = activation.line;
    }
    return frame;
  }

  /** A numeric loop is about to test whether it goes on (1), or starts (0). */
  public static Object back(Process process, Object frame, long back) {
    ((Activation) frame).back = back != 0;
    return frame;
  }

  /** The body of a numeric loop starts. */
  public static Object body(Process process, Object frame) {
    Activation activation = (Activation) frame;
    if (activation.back) {
      activation.back = false;
      activation.seenLine = 0;
    }
    return frame;
  }

  /** A loop jumps back: the next line is an event, the same or not. */
  public static Object jump(Process process, Object frame) {
    Activation activation = (Activation) frame;
    LuaState state = LuaState.of(process);
    if (state.hook != null) {
      state.activation = activation;
      Hook.step(process, state);
    }
    activation.seenLine = 0;
    return frame;
  }

  /** A call; the site is the function's name in the source, if it has one. */
  public static Object[] call(
      Process process, Object frame, Object callee, Object[] arguments, @Nullable Object site) {
    Activation activation = (Activation) frame;
    LuaState state = LuaState.of(process);
    state.activation = activation;
    state.tailCallee = null;
    activation.calling = (VariableName) site;
    Object[] results;
    if (callee instanceof ModuleFun function) {
      results = process.callAll(function, arguments);
    } else if (callee instanceof Fun function) {
      results = library(process, state, activation, function, arguments);
    } else {
      results = process.all(Calls.otherwise(process, callee, arguments, site));
    }
    state.activation = activation;
    activation.calling = null;
    return results;
  }

  private static Object[] library(
      Process process, LuaState state, Activation caller, Fun function, Object[] arguments) {
    Activation activation = new Activation(function, caller, false, true, arguments.clone());
    state.activation = activation;
    if (state.hook != null) {
      activation.handOver(arguments, 1);
      Hook.call(process, state, Hook.CALL);
      activation.handOver(Fun.NO_ARGUMENTS, 0);
    }
    Object[] results = process.callAll(function, arguments);
    if (state.hook != null) {
      state.activation = activation;
      activation.handOver(results, activation.locals() + 1);
      Hook.call(process, state, Hook.RETURN);
    }
    return results;
  }

  /** A call in tail position: the activation is gone before it is made. */
  public static Object tail(
      Process process, Object frame, Object callee, Object[] arguments, @Nullable Object site) {
    Activation activation = (Activation) frame;
    if (!(callee instanceof ModuleFun function)) {
      // To call a library function takes no place that matters, and keeps its name.
      return Special.values(leave(process, frame, call(process, frame, callee, arguments, site)));
    }
    LuaState state = LuaState.of(process);
    state.activation = activation.caller;
    state.tailCallee = function;
    return Special.tailCall(function, arguments);
  }

  /** The function returns. */
  public static Object[] leave(Process process, Object frame, Object[] results) {
    Activation activation = (Activation) frame;
    LuaState state = LuaState.of(process);
    state.activation = activation;
    if (state.hook != null) {
      activation.handOver(results, activation.locals() + 1);
      Hook.call(process, state, Hook.RETURN);
    }
    state.activation = activation.caller;
    return results;
  }
}
