package dev.moonbeam.core.process;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How threads that hand over to one another wait for a moment before they park: to park a thread
 * and make it go on costs 0.4 to 1 us where both run on one processor, and several where the JVM
 * moves them apart; a value that is on its way already comes in a tenth of that.
 *
 * <p>A wait that was in vain makes others less likely: where there is more work than processors, or
 * values take longer, hardly anybody spins. Races on the figure do no harm.
 */
final class Spinning {
  private static final long NANOS = TimeUnit.MICROSECONDS.toNanos(4);

  /** So many waits in vain in a row, and nobody spins but one in {@link #TRIAL}. */
  private static final int TRUST = 8;

  private static final int TRIAL = 256;

  /** A trial gives a processor the time to wake up. */
  private static final long TRIAL_NANOS = TimeUnit.MICROSECONDS.toNanos(60);

  private static final boolean POSSIBLE = Runtime.getRuntime().availableProcessors() > 1;

  /** Up to {@link #TRUST}: above zero threads spin; below, it counts up to the next trial. */
  private int trust = TRUST;

  /** Waits a moment for {@code done}, if that has a chance. */
  void await(BooleanSupplier done) {
    if (!POSSIBLE) {
      return;
    }
    int before = trust;
    if (before < 0) {
      trust = before + 1;
      return;
    }
    long end = System.nanoTime() + (before == 0 ? TRIAL_NANOS : NANOS);
    do {
      for (int i = 0; i < 16; i++) {
        if (done.getAsBoolean()) {
          trust = TRUST;
          return;
        }
        Thread.onSpinWait();
      }
    } while (System.nanoTime() < end);
    trust = before == 0 ? -TRIAL : before - 1;
  }
}
