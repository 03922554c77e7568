package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;

/**
 * What compiled {@code try} and {@code catch} do with what they caught; {@code raised} is the
 * {@link Raise} itself.
 */
public final class Exceptions {
  private static final Atom EXIT_TAG = Atom.of("EXIT");
  private static final Atom NOCATCH = Atom.of("nocatch");

  private Exceptions() {}

  /** The class: error, exit or throw. */
  public static Object kind(Process process, Object raised) {
    return ((Raise) raised).kind();
  }

  /** The reason, or the value thrown. */
  public static Object reason(Process process, Object raised) {
    return ((Raise) raised).reason();
  }

  /** The stack trace as a list. */
  public static Object trace(Process process, Object raised) {
    return StackTraces.of(process, (Raise) raised);
  }

  /** The value of {@code catch Expr} (reference manual, "Catch and Throw"). */
  public static Object caught(Process process, Object raised) {
    Raise raise = (Raise) raised;
    if (raise.kind() == Atom.THROW) {
      return raise.reason();
    }
    return new Tuple(
        EXIT_TAG,
        raise.kind() == Atom.EXIT
            ? raise.reason()
            : new Tuple(raise.reason(), StackTraces.of(process, raise)));
  }

  /**
   * Goes on with the exception where no clause of {@code catch} matches, and after {@code after}.
   */
  public static Object reraise(Process process, Object raised) {
    throw (Raise) raised;
  }

  /** A call of what is no function; {@code site} is not used. */
  public static Object notCallable(
      Process process, Object callee, Object[] arguments, Object site) {
    throw Errors.badfun(process, callee);
  }

  /** The reason with which a process ends that did not catch it: what links and monitors see. */
  public static Object exitReason(Raise raise) {
    if (raise.kind() == Atom.EXIT) {
      return raise.reason();
    }
    Object reason =
        raise.kind() == Atom.THROW ? new Tuple(NOCATCH, raise.reason()) : raise.reason();
    return new Tuple(reason, StackTraces.of(raise));
  }

  /**
   * Enters code whose exceptions of {@code clauses} ({@link QuietClauses}) need no trace, or leaves
   * it again.
   *
   * @return what held before
   */
  public static Object setQuiet(Process process, Object clauses) {
    Object before = process.quiet;
    process.quiet = clauses;
    return before;
  }
}
