package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermMap;
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
  private final transient @Nullable TermMap information;

  private ErlangRaise(
      Atom kind,
      Object reason,
      boolean trace,
      Object @Nullable [] arguments,
      @Nullable Object givenTrace,
      @Nullable TermMap information) {
    super(kind, reason, trace);
    this.arguments = arguments;
    this.givenTrace = givenTrace;
    this.information = information;
  }

  /**
   * An exception as raised in {@code process} now: it records the stack if anyone may look at it.
   *
   * <p>That this stands here, in a class of exceptions, matters: HotSpot does not inline methods of
   * such classes, and code that throws stays small enough to be inlined itself.
   */
  static ErlangRaise in(Process process, Atom kind, Object reason, Object @Nullable [] arguments) {
    return in(process, kind, reason, arguments, null);
  }

  /** As the other, with what an explanation of the error can start from. */
  static ErlangRaise in(
      Process process,
      Atom kind,
      Object reason,
      Object @Nullable [] arguments,
      @Nullable TermMap information) {
    boolean trace = process.traces && !QuietClauses.take(process, kind, reason);
    return new ErlangRaise(kind, reason, trace, arguments, null, information);
  }

  /** An exception with the trace that is to be shown. */
  static ErlangRaise withTrace(Atom kind, Object reason, Object trace) {
    return new ErlangRaise(kind, reason, false, null, trace, null);
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

  /** What the topmost entry of the trace says in {@code error_info}; null for nothing. */
  public @Nullable TermMap information() {
    return information;
  }
}
