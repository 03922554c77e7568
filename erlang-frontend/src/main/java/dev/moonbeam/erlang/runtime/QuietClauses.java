package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;

/**
 * What the innermost handler is sure to catch without a look at the stack trace, in the place
 * {@link Process#quiet}: to collect a trace costs more than all else about an exception, and to
 * raise one is an ordinary way to return.
 *
 * <p>A list of {@code {Class, Pattern}}. A class or pattern that takes anything is the empty list;
 * a literal (atom or integer) is a list of it; a tuple is a tuple of patterns. The compiler writes
 * it from clauses without a guard; those it cannot express are left out, which costs a trace that
 * nobody sees and nothing else.
 */
public final class QuietClauses {
  /** What {@code catch Expr} gives no trace of. */
  public static final Object CAUGHT =
      Cons.list(clause(literal(Atom.THROW), anything()), clause(literal(Atom.EXIT), anything()));

  private QuietClauses() {}

  /** The pattern that every term matches. */
  public static Object anything() {
    return Nil.EMPTY;
  }

  /** The pattern that one atom or integer matches. */
  public static Object literal(Object value) {
    return Cons.list(value);
  }

  /** One clause. */
  public static Object clause(Object kind, Object pattern) {
    return new Tuple(kind, pattern);
  }

  /**
   * Whether an exception raised here and now is sure to be caught by someone who wants no trace.
   */
  static boolean take(Process process, Atom kind, Object reason) {
    Object rest = process.quiet;
    while (rest instanceof Cons clauses) {
      Tuple clause = (Tuple) clauses.head;
      if (matches(clause.get(0), kind) && matches(clause.get(1), reason)) {
        return true;
      }
      rest = clauses.tail;
    }
    return false;
  }

  /** As deep as the pattern in the source, whose nesting is bounded. */
  private static boolean matches(Object pattern, Object value) {
    if (pattern instanceof Cons literal) {
      return literal.head.equals(value);
    }
    if (pattern instanceof Tuple parts) {
      if (!(value instanceof Tuple values) || values.size() != parts.size()) {
        return false;
      }
      for (int i = 0; i < parts.size(); i++) {
        if (!matches(parts.get(i), values.get(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
