package dev.moonbeam.engine;

import dev.moonbeam.core.process.AnyMessage;
import dev.moonbeam.core.process.HostProcess;
import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.term.Pid;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process of the host's own on a node: scripts send it messages, the host takes them out in the
 * order in which they came. Its pid is what to give to scripts.
 *
 * <p>Safe for use by several threads; each message goes to one of them.
 */
public final class Inbox implements AutoCloseable {
  /** Waiting counts against the time limit of an evaluation, so a long wait is cut into several. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  /** What a receive gives when no message has come. */
  private static final Object NOTHING = new Object();

  private final HostProcess process;
  private final Session session;

  Inbox(Session session) {
    this.session = session;
    Node node = session.node().core();
    try {
      this.process = node.host(node.output());
    } catch (Kill kill) {
      throw session.failures().killed(kill);
    }
  }

  public Pid pid() {
    return process.pid();
  }

  /**
   * The next message, waiting for it that long.
   *
   * @return a value of the host, wrapped since it may be null; empty when none came
   * @throws ScriptFailure when the node is closed or the thread interrupted
   */
  public Optional<Message> receive(Duration timeout) {
    long start = System.nanoTime();
    long nanos = TimeUnit.NANOSECONDS.convert(timeout);
    while (true) {
      long left = Math.max(0, nanos - (System.nanoTime() - start));
      Message message = take(Math.min(left, LONGEST_WAIT.toNanos()));
      if (message != null) {
        return Optional.of(message);
      }
      if (left == 0) {
        return Optional.empty();
      }
    }
  }

  /** Sends a message in the inbox's name. */
  public void send(Pid to, @Nullable Object message) {
    guarded(
        running -> {
          running.send(to, session.callables().fromHost(running).convert(message));
          return null;
        });
  }

  private @Nullable Message take(long nanos) {
    return guarded(
        running -> {
          long until = nanos == 0 ? Long.MIN_VALUE : System.nanoTime() + nanos;
          AnyMessage next =
              new AnyMessage("function 'Inbox.receive'", until, AnyMessage.TAKEN, NOTHING);
          Object term = running.one(next.call0(running));
          return term == NOTHING
              ? null
              : new Message(session.callables().toHost(running).convert(term));
        });
  }

  private <T> T guarded(Session.Body<T> body) {
    Object[] result = new Object[1];
    try {
      process.evaluate(
          running -> {
            result[0] = body.run(running);
            return Boolean.TRUE;
          });
    } catch (Kill kill) {
      throw session.failures().killed(kill);
    }
    @SuppressWarnings("unchecked") // It is what the body gave.
    T typed = (T) result[0];
    return typed;
  }

  /** Ends the process: messages to it go nowhere, links and monitors see its end. */
  @Override
  public void close() {
    process.close();
  }

  /** A message as a value of the host. */
  public record Message(@Nullable Object value) {}
}
