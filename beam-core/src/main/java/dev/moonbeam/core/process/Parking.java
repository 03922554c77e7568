package dev.moonbeam.core.process;

import java.util.concurrent.locks.LockSupport;

/** Parks the calling thread, for loops that look again at what they wait for. */
final class Parking {
  private Parking() {}

  /**
   * Parks. Where the thread's stack is too full for the JVM to set it aside, spins one turn
   * instead: to throw would leave a waiting frame whose partner goes on.
   */
  static void park(Object blocker) {
    try {
      LockSupport.park(blocker);
    } catch (StackOverflowError _) {
      Thread.onSpinWait();
    }
  }
}
