package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions that operators, builtins and compiled code raise, with the reasons of the
 * Erlang reference manual ("Errors and Error Handling"). Each gives the exception for the caller to
 * throw.
 */
public final class Errors {
  public static final Atom BADARG = Atom.of("badarg");
  public static final Atom BADARITH = Atom.of("badarith");
  public static final Atom SYSTEM_LIMIT = Atom.of("system_limit");
  public static final Atom UNDEF = Atom.of("undef");
  public static final Atom FUNCTION_CLAUSE = Atom.of("function_clause");
  public static final Atom IF_CLAUSE = Atom.of("if_clause");
  public static final Atom NOPROC = Atom.of("noproc");
  public static final Atom NOT_SUPPORTED = Atom.of("notsup");
  private static final Atom BADMAP = Atom.of("badmap");
  private static final Atom BADKEY = Atom.of("badkey");
  private static final Atom BADFUN = Atom.of("badfun");
  private static final Atom BADARITY = Atom.of("badarity");

  private Errors() {}

  /** Class error with any reason. */
  public static Raise error(Process process, Object reason) {
    return ErlangRaise.in(process, Atom.ERROR, reason, null);
  }

  /** Class error with any reason, and the arguments of the function that fails. */
  public static Raise errorWith(Process process, Object reason, Object... arguments) {
    return ErlangRaise.in(process, Atom.ERROR, reason, arguments);
  }

  /**
   * Class error with any reason, perhaps the arguments of the function that fails, and perhaps what
   * an explanation of it can start from ({@code error_info}; see {@code erlang:error/3}).
   */
  public static Raise errorWith(
      Process process,
      Object reason,
      Object @Nullable [] arguments,
      @Nullable TermMap information) {
    return ErlangRaise.in(process, Atom.ERROR, reason, arguments, information);
  }

  /** Any class, with the trace to be shown. */
  public static Raise raise(Atom kind, Object reason, Object trace) {
    return ErlangRaise.withTrace(kind, reason, trace);
  }

  public static Raise exit(Process process, Object reason) {
    return ErlangRaise.in(process, Atom.EXIT, reason, null);
  }

  public static Raise thrown(Process process, Object value) {
    return ErlangRaise.in(process, Atom.THROW, value, null);
  }

  /** The arguments are those of the builtin that raises it, in order. */
  public static Raise badarg(Process process, Object... arguments) {
    return errorWith(process, BADARG, arguments);
  }

  public static Raise badarith(Process process, Object... arguments) {
    return errorWith(process, BADARITH, arguments);
  }

  public static Raise systemLimit(Process process, Object... arguments) {
    return errorWith(process, SYSTEM_LIMIT, arguments);
  }

  public static Raise badmap(Process process, Object value, Object... arguments) {
    return errorWith(process, new Tuple(BADMAP, value), arguments);
  }

  public static Raise badkey(Process process, Object key, Object... arguments) {
    return errorWith(process, new Tuple(BADKEY, key), arguments);
  }

  public static Raise functionClause(Process process, Object... arguments) {
    return errorWith(process, FUNCTION_CLAUSE, arguments);
  }

  public static Raise badfun(Process process, Object value) {
    return error(process, new Tuple(BADFUN, value));
  }

  public static Raise badarity(Process process, Object function, Object argumentList) {
    return error(process, new Tuple(BADARITY, new Tuple(function, argumentList)));
  }
}
