package dev.moonbeam.core.code;

import dev.moonbeam.core.term.Atom;

/** A module cannot be loaded. */
public final class LoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Atom reason;

  /**
   * @param reason as code:load_binary/3 gives it: {@code sticky_directory}, ...
   */
  public LoadException(String message, Atom reason) {
    super(message);
    this.reason = reason;
  }

  public Atom reason() {
    return reason;
  }
}
