package dev.moonbeam.core.process;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Java frames of a process that wait for a value while a loop of receives that is to give it goes
 * on elsewhere. A receive that must wait has nothing above these frames but the function that scans
 * the mailbox, so workers run that as they run any process that waits without a stack, again and
 * again if need be; only its final value wakes the thread that has the frames. A loop of receives
 * below {@code main} so costs what a server's loop costs, not two switches of threads a turn.
 *
 * <p>The code above can come to wait under frames of its own, and these are held in turn ({@link
 * #outer}), by the worker's thread that they are on: but only when it loops, that is, waits once
 * more in place of the same value. A recursion with a receive at each level would else take a
 * thread for each.
 *
 * <p>While the frames wait their thread touches nothing of the process; {@link #await} takes it
 * back, as it was left.
 */
final class HeldFrames {
  /** The frames held before these, which these are above; null at the process's base. */
  final @Nullable HeldFrames outer;

  private final Thread thread = Thread.currentThread();
  private final Process process;
  private final @Nullable Segment segment;
  private final long depthBelow;
  private final int baseRoom;
  private final boolean traces;
  private final Object quiet;

  /** Whether the thread is one that runs an evaluation for the host, without a permit. */
  private final boolean host;

  /** What is left of the host's own allocation step. */
  private final int allocation;

  private final int allocationStep;
  private @Nullable Object result;
  private @Nullable Throwable failure;
  private volatile boolean finished;

  /** Holds the frames of the calling thread, which runs {@code process}. */
  HeldFrames(Process process, boolean host) {
    Extension extension = process.extension();
    this.process = process;
    this.outer = extension.held;
    this.segment = extension.segment;
    this.depthBelow = extension.depthBelow;
    this.baseRoom = extension.baseRoom;
    this.traces = process.traces;
    this.quiet = process.quiet;
    this.host = host;
    this.allocation = process.allocation;
    this.allocationStep = process.allocationStep();
    long depth = process.depth();
    extension.held = this;
    extension.segment = null;
    extension.depthBelow = depth;
    extension.baseRoom =
        (int) Math.min(Calls.WORKER_ROOM, Math.max(Segment.left(process, depth), Calls.TAIL_SPAN));
  }

  @Nullable Segment segment() {
    return segment;
  }

  Thread thread() {
    return thread;
  }

  boolean onHost() {
    return host;
  }

  /** A worker is about to run what is above these frames. */
  void enterAbove() {
    int room = process.extension().baseRoom;
    process.room = room;
    process.tailFloor = room - Calls.TAIL_SPAN;
    process.traces = traces;
    process.quiet = quiet;
  }

  /**
   * What is above is done, by a value or an exception: the thread with the frames goes on, with the
   * permit that the process has unless it is the host's.
   */
  void finish(@Nullable Object result, @Nullable Throwable failure) {
    this.result = result;
    this.failure = failure;
    finished = true;
    LockSupport.unpark(thread);
  }

  /** Makes the process what it was when these frames were held. */
  void release() {
    Extension extension = process.extension();
    extension.held = outer;
    extension.segment = segment;
    extension.depthBelow = depthBelow;
    extension.baseRoom = baseRoom;
    process.traces = traces;
    process.quiet = quiet;
    if (host) {
      process.resumeAllocation(allocation, allocationStep);
    }
  }

  /** Waits for the value, and goes on as the process. */
  Object await() {
    if (host) {
      awaitOnHost();
    } else {
      process.node().schedulers().spinFor(() -> finished);
      while (!finished) {
        Parking.park(process);
      }
      process.takenByThread();
    }
    release();
    if (failure != null) {
      throw Segment.sneaky(FramesBelow.joined(failure));
    }
    return result;
  }

  private void awaitOnHost() {
    long spinUntil = System.nanoTime() + Hosting.SPIN_NANOS;
    while (!finished && System.nanoTime() < spinUntil) {
      Thread.onSpinWait();
    }
    while (!finished) {
      Parking.park(process);
      Hosting.noteInterrupt(process);
    }
    process.takenByHost();
    process.drawSome();
  }
}
