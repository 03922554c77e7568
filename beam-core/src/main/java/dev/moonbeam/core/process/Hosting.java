package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Processes and threads of the host: a process that runs on one ({@link #host}), and a process that
 * calls the host ({@link #call}). A part of {@link Process}; unless a method says otherwise it is
 * called by the thread that runs the process.
 */
final class Hosting {
  /**
   * How long a host's thread spins for a message before it parks: a park costs it some 10 us each
   * way.
   */
  static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

  /** The process that called the host from this thread: see {@link #call}. */
  private static final ThreadLocal<@Nullable Process> CALLING = new ThreadLocal<>();

  private Hosting() {}

  /** Runs {@code body} as {@code process} on the calling thread. */
  static Object host(Process process, Process.Body body, Account account, int room) {
    process.chargeTo(account);
    process.takenByHost();
    process.traces = true;
    process.quiet = Nil.EMPTY;
    process.room = room;
    process.tailFloor = room - Calls.TAIL_SPAN;
    process.extension().hostThread = Thread.currentThread();
    if (process.allocation <= 0) {
      process.resumeAllocation(LiveHeap.STEP, LiveHeap.STEP);
    }
    process.drawSome();
    try {
      process.fetch();
      process.endIfAsked();
      return process.one(
          process.extension().usesCoroutines ? detached(process, body) : runHere(process, body));
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw process.exhausted(e);
    } finally {
      process.giveBack();
      Segment.dismiss(process);
      process.extension().hostThread = null;
      process.extension().interrupted = false;
    }
  }

  /**
   * Runs {@code body} off the host's thread where that makes its coroutines cheaper: to switch
   * between a platform thread and a coroutine's costs some 10 us, between two virtual threads 1 us.
   * The hand-over costs about as much as one such switch, so this is for code that is known to use
   * coroutines.
   */
  static Object detached(Process process, Process.Body body) {
    if (ContinuationSwitch.AVAILABLE || Thread.currentThread().isVirtual()) {
      return body.run(process);
    }
    return process.hop(Segment.RUN_BODY, new Object[] {body});
  }

  /** Runs {@code body} on this thread unless evaluations nested in one another have used it up. */
  static Object runHere(Process process, Process.Body body) {
    return process.room < Calls.TAIL_SPAN
        ? process.hop(Segment.RUN_BODY, new Object[] {body})
        : body.run(process);
  }

  static Object runBody(Process process, Process.Body body) {
    return body.run(process);
  }

  /** Waits on a thread of the host until something arrives or the deadline has passed. */
  static void park(Process process, long deadline) {
    process.giveBack();
    process.setParked(Thread.currentThread());
    long until = Math.min(deadline, process.account().deadline());
    if (process.sleep(Long.MAX_VALUE)) {
      long spinUntil = System.nanoTime() + SPIN_NANOS;
      while (process.isWaiting() && System.nanoTime() < spinUntil) {
        Thread.onSpinWait();
      }
      while (process.isWaiting()) {
        noteInterrupt(process);
        if (isInterrupted(process)) {
          process.stopWaiting();
          break;
        }
        if (until == Long.MAX_VALUE) {
          Parking.park(process);
        } else {
          long left = until - System.nanoTime();
          if (left <= 0) {
            process.stopWaiting();
            break;
          }
          LockSupport.parkNanos(process, left);
        }
      }
    }
    process.setParked(null);
    process.endWait();
    process.drawSome();
    noteInterrupt(process);
    endIfInterrupted(process);
  }

  /** Whether the calling thread is the host's own, which is slow to park. */
  static boolean isOnHostThread(Process process) {
    Thread current = Thread.currentThread();
    return !current.isVirtual() && current == process.extension().hostThread;
  }

  /** Ends an evaluation whose thread was interrupted. */
  static void endIfInterrupted(Process process) {
    if (isInterrupted(process)) {
      process.extension().interrupted = false;
      throw new Kill("evaluation interrupted " + Where.now(), Atom.of("interrupted"));
    }
  }

  /** Whether an interrupt of the host's thread was noted. */
  static boolean isInterrupted(Process process) {
    Extension present = process.extension;
    return present != null && present.interrupted;
  }

  /**
   * For a thread below that waits for one above: an interrupt of the host's thread is the
   * evaluation's end. (The node's own threads are interrupted by nobody.)
   */
  static void noteInterrupt(Process process) {
    if (Thread.interrupted()) {
      process.extension().interrupted = true;
      process.wake(null);
    }
  }

  /**
   * Calls the host from a script. A host that evaluates a script in turn does so within this
   * process's limits; a call that blocks is interrupted when the limits of the evaluation run out.
   */
  static <T> T call(Process process, Callable<T> call) throws Exception {
    Process outer = CALLING.get();
    CALLING.set(process);
    Extension present = process.extension();
    Thread outerCaller = present.caller;
    present.caller = Thread.currentThread();
    process.account().armDeadline();
    int before = process.room;
    process.room -= 8 * Calls.CALL_FRAMES;
    process.beginWait();
    try {
      return call.call();
    } finally {
      process.endWait();
      process.room = before;
      present.caller = outerCaller;
      CALLING.set(outer);
      if (process.account().failure() != null) {
        // The call may have been interrupted because of that, and what it threw then is of no
        // interest.
        Thread.interrupted();
        process.endIfAsked();
      }
    }
  }

  /** The process whose {@link #call} the calling thread is in, or null. */
  static @Nullable Process callingHost() {
    return CALLING.get();
  }

  /** Interrupts the host if it was called by that process and has not come back. Any thread. */
  static void interrupt(Process process) {
    Extension present = process.extension;
    Thread caller = present == null ? null : present.caller;
    if (caller != null) {
      caller.interrupt();
    }
  }
}
