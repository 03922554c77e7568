package dev.moonbeam.core.process;

/**
 * A receive of whatever message is next: waits for one until a deadline. It is a function of no
 * arguments, which the process calls again whenever something has arrived.
 */
public final class AnyMessage extends Fun {
  /** What becomes of the message, which is still in the mailbox. */
  public interface Use {
    /** The value of the receive. */
    Object of(Process process, Object message);
  }

  /** The message itself, which leaves the mailbox. */
  public static final Use TAKEN =
      (process, message) -> {
        process.removeMessage();
        return message;
      };

  private final String name;
  private final long deadline;
  private final Use use;
  private final Object timeout;

  /**
   * @param name of the receive, as {@link #displayName} gives it
   * @param deadline as {@link Process#deadline} has it
   * @param timeout the value of the receive when no message has come by then
   */
  public AnyMessage(String name, long deadline, Use use, Object timeout) {
    this.name = name;
    this.deadline = deadline;
    this.use = use;
    this.timeout = timeout;
  }

  @Override
  public int arity() {
    return 0;
  }

  @Override
  public String displayName() {
    return name;
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    Object message = process.nextMessage();
    if (message != null) {
      return use.of(process, message);
    }
    return process.timedOut(deadline) ? timeout : process.await(this, deadline);
  }
}
