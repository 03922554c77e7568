package dev.moonbeam.erlang.library;

import dev.moonbeam.core.term.WorkMeter;

/** Terms as the shell shows them, for the command line and for error messages. */
public final class TermText {
  /** Columns of a line. */
  private static final int LINE = 80;

  private TermText() {}

  /**
   * As {@code ~tp}, over as many lines as it takes, the first beginning at a column counted from 1.
   */
  public static String pretty(Object term, int column, WorkMeter meter) {
    return PrettyPrinter.lines(term, column, LINE, -1, true, true, meter);
  }
}
