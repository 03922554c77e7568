package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.policy.Limit;

/** Words for limits that were exceeded. */
final class Limits {
  private static final Atom LIMIT_EXCEEDED = Atom.of("limit_exceeded");

  private Limits() {}

  /**
   * The kill for a limit.
   *
   * @param where where the script stood, or empty when nothing of it was running
   */
  static LimitExceeded exceeded(Limit limit, long value, String where) {
    String message =
        limit.word()
            + " limit of "
            + amount(limit, value)
            + " exceeded"
            + (where.isEmpty() ? "" : " " + where);
    return new LimitExceeded(
        limit, value, message, new Tuple(LIMIT_EXCEEDED, Atom.of(limit.word()), value));
  }

  private static String amount(Limit limit, long value) {
    return switch (limit) {
      case TIME ->
          value % 1_000_000_000 == 0 ? value / 1_000_000_000 + " s" : value / 1_000_000 + " ms";
      case MEMORY, OUTPUT, VALUE ->
          value % (1 << 20) == 0 ? (value >> 20) + " MB" : value + " bytes";
      case REDUCTIONS, PROCESSES, MAILBOX, DEPTH, SOURCE, ATOMS, TABLES, TIMERS, MODULES ->
          Long.toString(value);
    };
  }
}
