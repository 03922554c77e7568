package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.policy.Limit;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Timers that send a message ({@code erlang:send_after}, {@code erlang:start_timer}): counted by
 * the node, found by their reference, gone when they fire or are cancelled.
 */
public final class MessageTimers {
  private static final Atom TIMEOUT = Atom.of("timeout");
  private static final int BYTES = 160;

  private final ConcurrentHashMap<Ref, Sending> running = new ConcurrentHashMap<>();

  private MessageTimers() {}

  private static MessageTimers of(Process process) {
    return (MessageTimers)
        process.node().properties().computeIfAbsent(MessageTimers.class, _ -> new MessageTimers());
  }

  private static final class Sending extends Timers.Entry {
    final MessageTimers timers;
    final Node node;
    final Ref reference;
    final Object destination;
    final Object message;

    Sending(MessageTimers timers, Node node, Ref reference, Object destination, Object message) {
      this.timers = timers;
      this.node = node;
      this.reference = reference;
      this.destination = destination;
      this.message = message;
    }

    @Override
    void fire() {
      timers.running.remove(reference);
      Pid pid = destination instanceof Atom name ? node.whereis(name) : (Pid) destination;
      if (pid != null && pid.target instanceof Process process && process.node() == node) {
        process.deliver(new Message(message), null);
      }
    }
  }

  /**
   * Starts one.
   *
   * @param when System.nanoTime() of the end
   * @param destination a pid, or an atom that is looked up at the end
   * @param wrap whether the message is {@code {timeout, Reference, Message}}
   */
  public static Ref start(
      Process process, long when, Object destination, Object message, boolean wrap) {
    MessageTimers timers = of(process);
    long limit = process.node().policy().limit(Limit.TIMERS);
    if (timers.running.size() >= limit) {
      throw process.exceeded(Limit.TIMERS, limit);
    }
    Ref reference = process.makeReference();
    Object sent = wrap ? new Tuple(TIMEOUT, reference, message) : message;
    Sending entry = new Sending(timers, process.node(), reference, destination, sent);
    timers.running.put(reference, entry);
    process.node().timers().add(entry, when);
    process.allocated(entry, BYTES);
    return reference;
  }

  /** Stops one; gives the nanoseconds that were left, -1 when it is not running (any more). */
  public static long cancel(Process process, Ref reference) {
    Sending entry = of(process).running.remove(reference);
    return entry == null ? -1 : process.node().timers().cancel(entry);
  }

  /** The nanoseconds left, -1 when it is not running (any more). */
  public static long left(Process process, Ref reference) {
    Sending entry = of(process).running.get(reference);
    return entry == null ? -1 : process.node().timers().left(entry);
  }
}
