package dev.moonbeam.erlang.runtime;

/** Unicode scalar values. */
public final class Characters {
  private Characters() {}

  /** A code point that is no surrogate. */
  public static boolean isValid(long c) {
    return c >= 0 && c < 0xD800 || c > 0xDFFF && c <= 0x10FFFF;
  }
}
