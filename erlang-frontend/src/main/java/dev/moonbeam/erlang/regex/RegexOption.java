package dev.moonbeam.erlang.regex;

/** Bits of the options that belong to a pattern (re:compile/2). */
public final class RegexOption {
  public static final int CASELESS = 1;
  public static final int MULTILINE = 1 << 1;
  public static final int DOTALL = 1 << 2;
  public static final int EXTENDED = 1 << 3;
  public static final int UNGREEDY = 1 << 4;
  public static final int DUPNAMES = 1 << 5;

  /** Subject and pattern are UTF-8. */
  public static final int UTF = 1 << 6;

  /** Classes such as {@code \w} go by Unicode properties. */
  public static final int UCP = 1 << 7;

  public static final int ANCHORED = 1 << 8;
  public static final int DOLLAR_ENDONLY = 1 << 9;
  public static final int FIRSTLINE = 1 << 10;
  public static final int NO_AUTO_CAPTURE = 1 << 11;

  /** {@code \R} means CR, LF and CRLF only. */
  public static final int BSR_ANYCRLF = 1 << 12;

  public static final int NEVER_UTF = 1 << 13;

  /** Every place is tried, also those where the first byte cannot begin a match. */
  public static final int NO_START_OPTIMIZE = 1 << 14;

  private RegexOption() {}
}
