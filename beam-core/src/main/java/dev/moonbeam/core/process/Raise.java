package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;

/**
 * An exception of a script: class {@code error}, {@code exit} or {@code throw} and a term as
 * reason, as in Erlang; a Lua error is class {@code error} with the error value as reason. Scripts
 * can catch it. The Java stack, when it was collected, becomes the script's stack trace: generated
 * frames are recognised by their class loader.
 */
public class Raise extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Atom kind;
  private final transient Object reason;

  /**
   * @param trace whether to collect the stack; {@link Process#traces} says whether anyone will look
   *     at it
   */
  public Raise(Atom kind, Object reason, boolean trace) {
    super(null, null, false, trace);
    this.kind = kind;
    this.reason = reason;
  }

  /** One of the atoms error, exit, throw. */
  public Atom kind() {
    return kind;
  }

  public Object reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return kind + ":" + reason;
  }
}
