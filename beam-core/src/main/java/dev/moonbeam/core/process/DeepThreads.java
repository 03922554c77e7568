package dev.moonbeam.core.process;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few platform threads of the JVM with large stacks, for recursion that goes deep. The frames
 * of a virtual thread that parks are copied to the heap and come back a few at a time, which costs
 * some 150 ns a frame; a platform thread keeps them where they are. Recursion over 1,000,000
 * elements hops twenty times this way rather than 1,300 times.
 *
 * <p>A thread's stack is reserved, not used: memory is taken as frames touch it, and given back
 * when the thread ends, some seconds after its last use. When all are taken, virtual threads must
 * do.
 */
final class DeepThreads {
  /** Bytes of frames a deep segment may hold, by generated code's reckoning. */
  static final int ROOM = 16 * 1024 * 1024;

  /** The rest is for Java code below builtins. */
  private static final long STACK_SIZE = 24L * 1024 * 1024;

  /** For the whole JVM: 1.5 GB of address space, and roots that a collector scans. */
  private static final int MOST = 64;

  private static final long LINGER_SECONDS = 5;

  private static final ThreadPoolExecutor THREADS =
      new ThreadPoolExecutor(
          0,
          MOST,
          LINGER_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          body -> {
            Thread thread = new Thread(null, body, "moonbeam-deep", STACK_SIZE);
            thread.setDaemon(true);
            return thread;
          });

  private DeepThreads() {}

  /** Whether there was a thread for it. */
  static boolean run(Runnable body) {
    try {
      THREADS.execute(body);
      return true;
    } catch (RejectedExecutionException allTaken) {
      return false;
    }
  }

  /** Whether {@link #run} is likely to find a thread. */
  static boolean available() {
    return THREADS.getActiveCount() < MOST;
  }
}
