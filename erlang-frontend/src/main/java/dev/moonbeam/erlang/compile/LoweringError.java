package dev.moonbeam.erlang.compile;

/** Something lint should have refused; reported as an error at its place all the same. */
final class LoweringError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final long at;

  LoweringError(long at, String message) {
    super(message, null, false, false);
    this.at = at;
  }
}
