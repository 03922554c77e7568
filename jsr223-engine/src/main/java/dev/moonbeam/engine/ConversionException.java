package dev.moonbeam.engine;

/**
 * A value that has no counterpart on the other side, or is not of the type asked for; the message
 * says so to people.
 */
final class ConversionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConversionException(String message) {
    super(message, null, false, false);
  }
}
