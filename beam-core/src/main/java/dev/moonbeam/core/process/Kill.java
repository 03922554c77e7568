package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/**
 * Ends a process whatever it does: thrown out of {@link Process#slice} and other metering points,
 * never caught by generated code, by a builtin or by a coroutine (no handler, {@code after}, {@code
 * <close>} or pcall sees it). Not a {@link Raise} on purpose. Java code on the way must not swallow
 * it.
 */
public class Kill extends Error {
  private static final long serialVersionUID = 1L;

  private final transient Object reason;

  /**
   * @param message for people: which limit, its value, what was asked for
   * @param reason the exit reason that links and monitors see
   */
  public Kill(String message, Object reason) {
    this(message, reason, null);
  }

  /**
   * @param cause an error of the JVM's own that a script brought about
   */
  public Kill(String message, Object reason, @Nullable Throwable cause) {
    super(message, cause, false, true);
    this.reason = reason;
  }

  public Object reason() {
    return reason;
  }
}
