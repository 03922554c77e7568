package dev.moonbeam.core.process;

/**
 * How long a process has waited: for messages and timers, and in calls of the host that may block.
 * Measured from when somebody first asks ({@link Process#waitedNanos}); others pay nothing.
 *
 * <p>Thread-safety: used by the thread that runs the process, or is about to let go of it.
 */
final class Waits {
  private long total;
  private long since;
  private boolean waiting;

  void begin() {
    if (!waiting) {
      waiting = true;
      since = System.nanoTime();
    }
  }

  void end() {
    if (waiting) {
      waiting = false;
      total += System.nanoTime() - since;
    }
  }

  long total() {
    return total;
  }
}
