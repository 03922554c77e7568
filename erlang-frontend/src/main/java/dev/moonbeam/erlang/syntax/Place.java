package dev.moonbeam.erlang.syntax;

/**
 * A line and a column packed in a long, so that a syntax tree's nodes carry their place cheaply.
 */
public final class Place {
  /** No place known. */
  public static final long NONE = 0;

  private Place() {}

  public static long of(int line, int column) {
    return (long) line << 32 | column;
  }

  public static int line(long place) {
    return (int) (place >>> 32);
  }

  public static int column(long place) {
    return (int) place;
  }
}
