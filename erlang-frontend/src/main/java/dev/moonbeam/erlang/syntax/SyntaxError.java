package dev.moonbeam.erlang.syntax;

/** One form cannot be understood; the reader reports it and goes on with the next form. */
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final long at;

  SyntaxError(long at, String message) {
    super(message, null, false, false);
    this.at = at;
  }
}
