package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Coroutine;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.IdentityTerm;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine as a Lua value: a Java stack of its own ({@link Coroutine}) and its own list of
 * variables to be closed. It belongs to the process that made it; a forked state sees it as dead,
 * and so does everyone when a run in which it was resumed is undone.
 */
public final class LuaThread implements IdentityTerm {
  private final Coroutine coroutine;
  private final Object function;
  private final ToBeClosed toBeClosed = new ToBeClosed();

  private boolean closing;

  /** While it does not run. */
  private @Nullable Activation activation;

  private @Nullable Hook hook;

  /** The last run in which it was made or resumed. */
  private @Nullable Object resumedIn;

  /** Whether a run that resumed it was undone: its stack is further than its state. */
  private boolean lost;

  /** The error that ended it, until it is closed. */
  private @Nullable Raise failure;

  public LuaThread(Process process, Object function) {
    this.function = function;
    this.resumedIn = process.owner;
    this.coroutine = new Coroutine(process, this::body);
  }

  private Object[] body(Process process, Object[] arguments) {
    return Calls.allHere(process, function, arguments);
  }

  /** The thread that runs in the process now; null when it is the main one. */
  public static @Nullable LuaThread running(Process process) {
    return LuaState.of(process).thread;
  }

  /** Whether it can be resumed here. */
  public boolean isSuspended(Process process) {
    return !closing
        && !lost
        && coroutine.process() == process
        && coroutine.status() == Coroutine.Status.SUSPENDED;
  }

  /** As {@code coroutine.status} names it. */
  public String status(Process process) {
    if (lost || coroutine.process() != process) {
      return "dead";
    }
    if (closing) {
      return "running";
    }
    return switch (coroutine.status()) {
      case SUSPENDED -> "suspended";
      case RUNNING -> "running";
      case NORMAL -> "normal";
      case DEAD -> "dead";
    };
  }

  /**
   * Runs it until it yields, returns or fails; an error is thrown here, its variables staying open
   * until {@link #close}.
   */
  public Object[] resume(Process process, Object[] values) {
    LuaState state = LuaState.of(process);
    if (resumedIn != process.owner) {
      resumedIn = process.owner;
      state.note(new Resumed());
    }
    LuaThread before = state.thread;
    ToBeClosed open = state.toBeClosed;
    int nesting = state.nest(process);
    int outside = state.forbidYield();
    state.setUnyieldable(0);
    Activation activationOutside = state.activation;
    Hook hookOutside = state.hook;
    state.activation = activation;
    state.hook = hook;
    state.thread = this;
    state.toBeClosed = toBeClosed;
    try {
      return coroutine.resume(process, values);
    } catch (Raise error) {
      failure = error;
      throw error;
    } finally {
      state.thread = before;
      state.toBeClosed = open;
      state.unnest(nesting);
      state.setUnyieldable(outside);
      activation = state.activation;
      hook = state.hook;
      state.activation = activationOutside;
      state.hook = hookOutside;
    }
  }

  /** That it was resumed, which cannot be undone. */
  private final class Resumed implements Undo.Unshared {
    @Override
    public void exchange() {
      lost = true;
    }

    @Override
    public Undo again() {
      return this;
    }
  }

  public static Object[] yield(Process process, Object[] values) {
    return Coroutine.yield(process, values);
  }

  /**
   * Ends a suspended or dead coroutine: unwinds its stack without running any of its code, then
   * closes its variables.
   *
   * @return the error it ended with, or that closing raised; null when all went well
   */
  public @Nullable Raise close(Process process) {
    if (isSuspended(process)) {
      try {
        coroutine.raise(process, new Abandoned());
      } catch (Abandoned _) {
        // its stack is gone, which was the purpose
      }
    }
    Raise error = failure;
    failure = null;
    return closeVariables(process, error);
  }

  /**
   * What closes them runs as part of this thread, which is running meanwhile but cannot yield: its
   * stack is gone.
   */
  private @Nullable Raise closeVariables(Process process, @Nullable Raise error) {
    if (toBeClosed.mark() == 0) {
      return error;
    }
    LuaState state = LuaState.of(process);
    LuaThread before = state.thread;
    ToBeClosed open = state.toBeClosed;
    state.thread = this;
    state.toBeClosed = toBeClosed;
    int outside = state.forbidYield();
    closing = true;
    try {
      return toBeClosed.unwind(process, 0, error);
    } finally {
      closing = false;
      state.setUnyieldable(outside);
      state.thread = before;
      state.toBeClosed = open;
    }
  }

  /** Its Java stack while it is suspended. */
  StackTraceElement[] stack() {
    return coroutine.stackTrace();
  }

  /** What runs in it, as far as it is traced; for one that is not the running one. */
  public @Nullable Activation activation() {
    return activation;
  }

  public @Nullable Hook hook() {
    return hook;
  }

  public void setHook(@Nullable Hook hook) {
    this.hook = hook;
  }

  /** The error that ended it, if one did and it has not been closed. */
  public @Nullable Raise failure() {
    return failure;
  }

  /** Unwinds a coroutine's stack. No script sees it: only {@link Raise} can be caught. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super(null, null, false, false);
    }
  }
}
