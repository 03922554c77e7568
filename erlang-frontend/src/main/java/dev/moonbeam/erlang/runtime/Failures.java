package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;

/**
 * What compiled code raises by itself, with the reasons of the reference manual ("Errors and Error
 * Handling", Exit Reasons). The methods are declared to give a result because the code that calls
 * them needs one; they never do.
 */
public final class Failures {
  private static final Atom BADMATCH = Atom.of("badmatch");
  private static final Atom CASE_CLAUSE = Atom.of("case_clause");
  private static final Atom TRY_CLAUSE = Atom.of("try_clause");
  private static final Atom ELSE_CLAUSE = Atom.of("else_clause");
  private static final Atom BAD_GENERATOR = Atom.of("bad_generator");
  private static final Atom BAD_FILTER = Atom.of("bad_filter");
  private static final Atom BADRECORD = Atom.of("badrecord");
  private static final Atom BADARG = Atom.of("badarg");

  private Failures() {}

  public static Object badmatch(Process process, Object value) {
    throw tagged(process, BADMATCH, value);
  }

  public static Object caseClause(Process process, Object value) {
    throw tagged(process, CASE_CLAUSE, value);
  }

  public static Object ifClause(Process process) {
    throw Errors.error(process, Errors.IF_CLAUSE);
  }

  public static Object tryClause(Process process, Object value) {
    throw tagged(process, TRY_CLAUSE, value);
  }

  /** No clause of {@code maybe ... else} matches. */
  public static Object elseClause(Process process, Object value) {
    throw tagged(process, ELSE_CLAUSE, value);
  }

  /** The arguments replace the arity in the top entry of the stack trace. */
  public static Object functionClause(Process process, Object[] arguments) {
    throw Errors.functionClause(process, arguments);
  }

  public static Object badGenerator(Process process, Object value) {
    throw tagged(process, BAD_GENERATOR, value);
  }

  public static Object badrecord(Process process, Object value) {
    throw tagged(process, BADRECORD, value);
  }

  /** The operand of {@code andalso} and {@code orelse}. */
  public static boolean truth(Process process, Object value) {
    if (value == Atom.TRUE) {
      return true;
    }
    if (value == Atom.FALSE) {
      return false;
    }
    throw tagged(process, BADARG, value);
  }

  /** A filter of a comprehension that is not a guard. */
  public static boolean filterTruth(Process process, Object value) {
    if (value == Atom.TRUE) {
      return true;
    }
    if (value == Atom.FALSE) {
      return false;
    }
    throw tagged(process, BAD_FILTER, value);
  }

  /** {@code Record#name.field}: the element of a tuple of that size with that name first. */
  public static Object recordField(
      Process process, Object record, Object name, long size, long index) {
    if (record instanceof Tuple tuple && tuple.size() == size && tuple.get(0) == name) {
      return tuple.get((int) index);
    }
    throw tagged(process, BADRECORD, record);
  }

  private static Raise tagged(Process process, Atom tag, Object value) {
    return Errors.error(process, new Tuple(tag, value));
  }
}
