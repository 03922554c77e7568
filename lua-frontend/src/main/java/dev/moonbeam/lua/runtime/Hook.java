package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The hook of one coroutine (manual, 6.10 {@code debug.sethook}). Events are those of traced code:
 * a step counts as one instruction. No hook is called while one runs.
 */
public final class Hook {
  static final Binary CALL = Binary.of("call");
  static final Binary TAIL_CALL = Binary.of("tail call");
  static final Binary RETURN = Binary.of("return");
  private static final Binary LINE = Binary.of("line");
  private static final Binary COUNT = Binary.of("count");

  private final Object function;
  private final String mask;
  private final long count;
  private long left;

  /**
   * @param function a function, checked by who sets it
   * @param mask letters of {@code crl}
   * @param count an event each so many steps; 0 for none
   */
  public Hook(Object function, String mask, long count) {
    this.function = function;
    this.mask = mask;
    this.count = count;
    this.left = count;
  }

  public Object function() {
    return function;
  }

  /** Whether there is nothing to call it for. */
  public boolean isEmpty() {
    return count == 0 && mask().isEmpty();
  }

  /** In Lua's order. */
  public String mask() {
    StringBuilder letters = new StringBuilder();
    for (char each : new char[] {'c', 'r', 'l'}) {
      if (mask.indexOf(each) >= 0) {
        letters.append(each);
      }
    }
    return letters.toString();
  }

  public long count() {
    return count;
  }

  /** A function has been called, or returns. */
  static void call(Process process, LuaState state, Binary event) {
    Hook hook = state.hook;
    if (hook != null && hook.mask.indexOf(event == RETURN ? 'r' : 'c') >= 0) {
      hook.fire(process, state, event, Atom.NIL);
    }
  }

  /** A step on a line that is none. */
  static void step(Process process, LuaState state) {
    Hook hook = state.hook;
    if (hook != null && hook.count > 0 && !state.hooking && --hook.left <= 0) {
      hook.left = hook.count;
      hook.fire(process, state, COUNT, Atom.NIL);
    }
  }

  /** A step. */
  static void line(Process process, LuaState state, Activation activation) {
    step(process, state);
    Hook hook = state.hook;
    if (hook != null && hook.mask.indexOf('l') >= 0 && activation.seenLine != activation.line) {
      activation.seenLine = activation.line;
      hook.fire(
          process, state, LINE, activation.line < 0 ? Atom.NIL : (Object) (long) activation.line);
    }
  }

  private void fire(Process process, LuaState state, Binary event, Object line) {
    Activation activation = state.activation;
    if (state.hooking || activation == null || !(function instanceof Fun callee)) {
      return;
    }
    @Nullable Object pending = state.tailCallee;
    state.hooking = true;
    activation.hooked = true;
    try {
      MetamethodCalls.hook(process, callee, event, line);
    } finally {
      activation.hooked = false;
      state.hooking = false;
      state.activation = activation;
      state.tailCallee = pending;
    }
  }
}
