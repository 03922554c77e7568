package dev.moonbeam.core.process;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stack of one's own by a virtual thread: 0.7 to 1.9 us there and back, measured, from another
 * virtual thread; ten times as much from a platform thread (see {@link Hosting#detached}).
 */
final class ThreadSwitch implements StackSwitch {
  private static final ThreadFactory FACTORY =
      Thread.ofVirtual().name("moonbeam-coroutine").factory();

  private static final int BELOW = 0;
  private static final int ABOVE = 1;

  private final Runnable body;
  private @Nullable Thread thread;
  private @Nullable Thread below;
  private boolean started;
  private boolean finished;
  private volatile int turn = BELOW;

  ThreadSwitch(Runnable body) {
    this.body = body;
  }

  @Override
  public void into(Process process) {
    below = Thread.currentThread();
    turn = ABOVE;
    if (!started) {
      started = true;
      // The thread's container is reachable from the thread and from nowhere else, so both can be
      // collected.
      Executor own = Executors.newThreadPerTaskExecutor(FACTORY);
      own.execute(this::run);
    } else {
      LockSupport.unpark(thread);
    }
    while (turn == ABOVE) {
      Parking.park(this);
      Hosting.noteInterrupt(process);
    }
  }

  @Override
  public void out() {
    Thread waiting = below;
    turn = BELOW;
    LockSupport.unpark(waiting);
    while (turn == BELOW) {
      Parking.park(this);
    }
  }

  private void run() {
    thread = Thread.currentThread();
    body.run();
    finished = true;
    Thread waiting = below;
    turn = BELOW;
    LockSupport.unpark(waiting);
  }

  @Override
  public boolean started() {
    return started;
  }

  @Override
  public boolean finished() {
    return finished;
  }

  @Override
  public StackTraceElement[] stackTrace() {
    Thread other = thread;
    return other == null ? new StackTraceElement[0] : other.getStackTrace();
  }

  @Override
  public boolean sharesStack() {
    return false;
  }
}
