package dev.moonbeam.core.codegen;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs work that recurses along the shape of a program (parsing, lowering, passes, code generation)
 * on a thread whose stack is far larger than any source a policy admits can use up. Only the pages
 * touched cost memory. Threads are reused and die when idle; nested uses stay on the thread they
 * are on.
 */
public final class LargeStack {
  /** A chain of 100,000 nested nodes takes some 60 MB in interpreted frames. */
  private static final long STACK_BYTES = 1L << 30;

  private static final ThreadPoolExecutor WORKERS = workers();

  private LargeStack() {}

  private static ThreadPoolExecutor workers() {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> new Worker(work));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Thrown in place of a StackOverflowError, for a frontend to turn into its own message. */
  public static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooDeep(StackOverflowError cause) {
      super("program is nested too deeply to compile", cause, false, false);
    }
  }

  /** Runs the work and gives its result; what it throws is thrown here as it is. */
  public static <T> T run(Callable<T> work) throws Exception {
    if (Thread.currentThread() instanceof Worker) {
      return work.call();
    }
    Future<T> result = WORKERS.submit(work);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          // Compilation is bounded by the size of its source; whoever interrupted is told when it
          // is over.
          interrupted = true;
        } catch (ExecutionException e) {
          switch (e.getCause()) {
            case StackOverflowError overflow -> throw new TooDeep(overflow);
            case Exception exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(e.getCause());
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Worker extends Thread {
    Worker(Runnable work) {
      super(null, work, "moonbeam-compiler", STACK_BYTES, false);
      setDaemon(true);
    }
  }
}
