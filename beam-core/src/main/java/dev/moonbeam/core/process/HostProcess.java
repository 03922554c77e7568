package dev.moonbeam.core.process;

import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A process in which the host evaluates one thing after another, each on the host's own thread,
 * with no hand-over. Like the shell's process in Erlang it keeps its pid, mailbox and dictionary
 * between evaluations; an uncaught exception does not end it. Every evaluation has an account of
 * its own; an evaluation that is killed takes its links and messages with it, and the next one
 * starts afresh under the same pid.
 *
 * <p>Safe for several threads: evaluations take turns. An evaluation asked for from inside one (by
 * a host function that a script called) runs at once within the limits of the outer one.
 */
public final class HostProcess implements AutoCloseable {
  /** Room taken off for the host's frames between an evaluation and one nested in it. */
  private static final int NESTED_FRAMES = 16 * 1024;

  private final Node node;
  private final Process process;
  private final Semaphore turn = new Semaphore(1);
  private volatile boolean closed;

  HostProcess(Node node, Language language, OutputSink output) {
    this.node = node;
    Process caller = Hosting.callingHost();
    Account account =
        caller != null && caller.node() == node ? caller.account() : new Account(node);
    this.process = node.createHosted(account, output, language);
    process.leftByHost();
  }

  public Pid pid() {
    return process.pid();
  }

  public Node node() {
    return node;
  }

  /**
   * Runs {@code body} on this thread and gives its single result.
   *
   * @throws Raise what it did not catch
   * @throws Kill when a limit, an exit signal or an interrupt of the thread ended it
   */
  public Object evaluate(Process.Body body) {
    return evaluate(process.output(), body);
  }

  /** As {@link #evaluate(Process.Body)}, printing to {@code output}. */
  public Object evaluate(OutputSink output, Process.Body body) {
    Process caller = Hosting.callingHost();
    if (isWithin(caller)) {
      return nested(output, body, caller);
    }
    boolean within = caller != null && caller.node() == node;
    turn.acquireUninterruptibly();
    try {
      if (closed || node.isClosed()) {
        throw new Kill("the node is closed", Atom.of("node_closed"));
      }
      process.setOutput(output);
      int room = Calls.HOST_ROOM;
      Extension extension = process.extension();
      extension.depthBelow = 0;
      if (within) {
        room = Math.min(room, caller.room - NESTED_FRAMES);
        extension.depthBelow = caller.depth() + NESTED_FRAMES;
      }
      extension.baseRoom = room;
      extension.hostedWithin = caller;
      try {
        return Hosting.host(process, body, within ? caller.account() : new Account(node), room);
      } catch (Kill kill) {
        process.revive(kill.reason());
        throw kill;
      } finally {
        process.leftByHost();
        process.extension().hostedWithin = null;
      }
    } finally {
      turn.release();
    }
  }

  /**
   * Whether the evaluation asked for would run under one of this very process: it called the host,
   * which called another process's evaluation, and so on up to {@code caller}. Waiting for its turn
   * would be waiting for itself.
   */
  private boolean isWithin(@Nullable Process caller) {
    Process at = caller;
    while (at != null && at != process) {
      Extension extension = at.extension;
      at = extension == null ? null : extension.hostedWithin;
    }
    return at != null;
  }

  private Object nested(OutputSink output, Process.Body body, Process caller) {
    OutputSink before = process.output();
    int room = process.room;
    process.setOutput(output);
    process.room = Math.min(room, caller.room) - NESTED_FRAMES;
    try {
      return process.one(Hosting.runHere(process, body));
    } finally {
      process.room = room;
      process.setOutput(before);
    }
  }

  /** Ends the process: links and monitors see reason {@code normal}. */
  @Override
  public void close() {
    turn.acquireUninterruptibly();
    try {
      if (!closed) {
        closed = true;
        // Links and monitors that were asked for while it rested are told why it ended, not that it
        // is gone.
        process.fetch();
        process.end(Atom.NORMAL);
      }
    } finally {
      turn.release();
    }
  }
}
