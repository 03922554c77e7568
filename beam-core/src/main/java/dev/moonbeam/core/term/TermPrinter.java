package dev.moonbeam.core.term;

/** Terms as Erlang source text: {@code ~w} and, with lists of printable characters as strings, {@code ~p} on one line. */
public final class TermPrinter {
  private TermPrinter() {}

  /** As {@code ~w}; for the core's own messages. Output is cut at a generous length. */
  public static String print(Object term) {
    throw new UnsupportedOperationException();
  }
}
