package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Receives, and how a process sleeps and is woken. A part of {@link Process} in a file of its own,
 * for the reason given at {@link Mailbox}.
 *
 * <p>States: RUNNABLE (running or in a queue), WAITING (somebody who changes it to RUNNABLE must
 * make it run), ENDED. Who publishes WAITING looks for arrivals afterwards, who posts looks for
 * WAITING afterwards: so none sleeps over a message.
 */
abstract sealed class Waiting extends Calls permits Execution {
  private static final int RUNNABLE = 0;
  private static final int WAITING = 1;
  private static final int ENDED = 2;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Waiting.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int state;

  /**
   * When the wait going on times out; Long.MAX_VALUE for never or when not waiting. Read by timers.
   */
  private volatile long deadline = Long.MAX_VALUE;

  /**
   * The thread that keeps the Java stack of this process while it waits or is preempted under other
   * frames.
   */
  private volatile @Nullable Thread parked;

  /** A receive is called again and has not looked yet. */
  private boolean looksAgain;

  /** The lower half of {@link #reductionsUsed} when it was called. */
  private int usedBefore;

  /** Whether a thread of the host runs this process, not the node's workers. */
  private boolean hosted;

  Waiting(Node node, Account account, OutputSink output) {
    super(node, account, output);
  }

  private Process self() {
    return (Process) this;
  }

  /**
   * The next message that the receive going on has not refused, left in the mailbox; null when
   * there is none.
   */
  public final @Nullable Object nextMessage() {
    if (looksAgain) {
      looksAgain = false;
      reductions += (int) reductionsUsed() - usedBefore;
    }
    Message message = peek();
    if (message == null) {
      if (!hasArrivals()) {
        return null;
      }
      fetch();
      endIfAsked();
      message = peek();
      if (message == null) {
        return null;
      }
    }
    // Charged for a message, not for its absence, which depends on timing.
    if (--reductions < 0) {
      endSlice();
    }
    return message.content;
  }

  /**
   * What a receive function returns when no message matched: {@code scan} (no arguments) is called
   * again later.
   */
  public final Special await(Fun scan, long deadline) {
    return Special.waiting(scan, deadline);
  }

  /**
   * Whether a receive that has found no message has waited long enough; then it is over, and the
   * next starts anew.
   */
  public final boolean timedOut(long deadline) {
    if (deadline == Long.MAX_VALUE) {
      return false;
    }
    if (deadline == Long.MIN_VALUE || System.nanoTime() - deadline >= 0) {
      restart();
      return true;
    }
    return false;
  }

  /**
   * When a receive that starts now times out. Long.MIN_VALUE stands for "at once", Long.MAX_VALUE
   * for never.
   *
   * @param timeout the {@code after} term: milliseconds or the atom infinity
   * @throws Raise error timeout_value
   */
  public static long deadline(Object timeout) {
    if (timeout instanceof Long millis && millis >= 0 && millis <= 0xFFFFFFFFL) {
      return millis == 0
          ? Long.MIN_VALUE
          : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
    if (timeout == Atom.INFINITY) {
      return Long.MAX_VALUE;
    }
    throw new Raise(Atom.ERROR, Atom.of("timeout_value"), true);
  }

  /** Whether what a wait waits for is here. */
  final boolean isReady(long deadline) {
    return hasUnseen()
        || deadline == Long.MIN_VALUE
        || (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0);
  }

  /**
   * The function of a receive is about to be called again. How often that happens depends on
   * timing, so what it is charged before it looks is given back.
   */
  final void beginLook() {
    deadline = Long.MAX_VALUE;
    looksAgain = true;
    usedBefore = (int) reductionsUsed();
  }

  /**
   * Publishes that this process waits: from now on, where this gives true, whoever makes it
   * RUNNABLE sees to it that it runs, and this thread must not touch it. False when there is
   * something to do after all.
   */
  final boolean sleep(long deadline) {
    this.deadline = deadline;
    beginWait();
    account().armDeadline();
    if (deadline != Long.MAX_VALUE) {
      extension().arm(self(), deadline);
    }
    state = WAITING;
    if (hasArrivals()
        || account().failure() != null
        || Hosting.isInterrupted(self())
        || (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0)) {
      boolean sleeps = !STATE.compareAndSet(this, WAITING, RUNNABLE);
      if (!sleeps) {
        endWait();
      }
      return sleeps;
    }
    return true;
  }

  /** From here on this process does nothing, until {@link #endWait}. */
  final void beginWait() {
    Extension present = self().extension;
    if (present != null && present.waits != null) {
      present.waits.begin();
    }
  }

  final void endWait() {
    Extension present = self().extension;
    if (present != null && present.waits != null) {
      present.waits.end();
    }
  }

  /** Makes this process run if it waits. Any thread. */
  final void wake(@Nullable Scheduler from) {
    if (state == WAITING && STATE.compareAndSet(this, WAITING, RUNNABLE)) {
      if (hosted) {
        LockSupport.unpark(parked);
      } else {
        node().schedulers().enqueue(self(), from);
      }
    }
  }

  /** Adds a message or signal and wakes this process; false when it has ended. Any thread. */
  final boolean deliver(Message message, @Nullable Scheduler from) {
    if (!post(message)) {
      return false;
    }
    wake(from);
    return true;
  }

  /** When the wait that is over, or about to begin, ends by time. */
  final long deadline() {
    return deadline;
  }

  /** When the wait going on ends by time; Long.MAX_VALUE for never. Any thread. */
  final long waitDeadline() {
    return state == WAITING ? deadline : Long.MAX_VALUE;
  }

  final boolean isWaiting() {
    return state == WAITING;
  }

  /** Ends a wait for another reason than an arrival. */
  final void stopWaiting() {
    STATE.compareAndSet(this, WAITING, RUNNABLE);
  }

  /** The calling thread keeps this process's stack and can be woken; null: no thread does. */
  final void setParked(@Nullable Thread thread) {
    parked = thread;
  }

  /** The thread that keeps this process's stack; null for none. Any thread. */
  final @Nullable Thread parked() {
    return parked;
  }

  final boolean isHosted() {
    return hosted;
  }

  /** The workers run what a thread of the host waits for. */
  final void leftToWorkers() {
    hosted = false;
  }

  /** From now on a thread of the host runs this process. */
  final void takenByHost() {
    hosted = true;
    state = RUNNABLE;
  }

  /**
   * Between evaluations, and before the first: signals wait in the mailbox, and no worker runs this
   * process because of them.
   */
  final void leftByHost() {
    hosted = true;
    state = WAITING;
  }

  /** From now on nobody makes this process run. */
  final void setEnded() {
    state = ENDED;
  }

  /** Whether the process is there and not about to end. Any thread. */
  public final boolean isAlive() {
    return state != ENDED;
  }
}
