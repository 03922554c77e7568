package dev.moonbeam.erlang.regex;

/** A pattern that cannot be compiled: PCRE's words for it, and the byte of the pattern. */
public final class RegexSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  public RegexSyntaxException(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public int offset() {
    return offset;
  }
}
