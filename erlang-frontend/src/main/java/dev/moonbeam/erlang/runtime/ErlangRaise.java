package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import org.jspecify.annotations.Nullable;

/**
 * An Erlang exception with what a plain {@link Raise} has no room for: the arguments of the
 * function that failed, which stand in the top entry of the stack trace instead of its arity, or a
 * whole trace given by {@code erlang:raise/3}.
 */
public final class ErlangRaise extends Raise {
  private static final long serialVersionUID = 1L;

  private final transient Object @Nullable [] arguments;
  private final transient @Nullable Object givenTrace;

  private ErlangRaise(
      Atom kind,
      Object reason,
      boolean trace,
      Object @Nullable [] arguments,
      @Nullable Object givenTrace) {
    super(kind, reason, trace);
    this.arguments = arguments;
    this.givenTrace = givenTrace;
  }

  /**
   * An exception as raised in {@code process} now: it records the stack if anyone may look at it.
   *
   * <p>That this stands here, in a class of exceptions, matters: HotSpot does not inline methods of
   * such classes, and code that throws stays small enough to be inlined itself.
   */
  static ErlangRaise in(Process process, Atom kind, Object reason, Object @Nullable [] arguments) {
    boolean trace = process.traces && !QuietClauses.take(process, kind, reason);
    return new ErlangRaise(kind, reason, trace, arguments, null);
  }

  /** An exception with the trace that is to be shown. */
  static ErlangRaise withTrace(Atom kind, Object reason, Object trace) {
    return new ErlangRaise(kind, reason, false, null, trace);
  }

  /**
   * Arguments of the function in the topmost entry of the trace; null when only its arity is known.
   */
  public Object @Nullable [] arguments() {
    return arguments;
  }

  /** The trace that the script itself gave. */
  public @Nullable Object givenTrace() {
    return givenTrace;
  }
}
