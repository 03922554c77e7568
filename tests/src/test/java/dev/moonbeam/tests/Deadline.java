package dev.moonbeam.tests;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs something on a thread of its own and reports where it stands when it does not come back in
 * time.
 */
public final class Deadline {
  /** For what never comes back; how long anything else takes is the machine's business. */
  private static final int SECONDS = 300;

  private Deadline() {}

  /**
   * @throws AssertionError with the thread's stack when the time is over; the thread is left
   *     behind, interrupted
   */
  public static void run(Runnable action) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("script")
            .start(
                () -> {
                  try {
                    action.run();
                    end.complete(null);
                  } catch (Throwable t) {
                    end.completeExceptionally(t);
                  }
                });
    try {
      end.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      AssertionError late = new AssertionError("no end after " + SECONDS + " s");
      late.setStackTrace(thread.getStackTrace());
      thread.interrupt();
      throw late;
    } catch (ExecutionException e) {
      throw Deadline.<RuntimeException>sneaky(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable t) throws T {
    throw (T) t;
  }
}
