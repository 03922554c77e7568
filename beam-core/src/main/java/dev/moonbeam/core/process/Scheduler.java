package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/**
 * The permit to run processes, with what belongs to it: as many exist as the node may run processes
 * at once. A thread that runs processes holds one; a process that runs knows it; it is handed on
 * when its process parks a thread.
 */
final class Scheduler {
  /**
   * How many processes in a row may come from {@link #next} before the queue is asked first: keeps
   * two that send to each other from starving the rest.
   */
  private static final int STREAK = 128;

  private final Schedulers all;

  /**
   * What runs next: the process that was woken last by one that runs here. It finds its sender's
   * data in the cache, and no other thread is woken for it.
   */
  @Nullable Process next;

  private int streak;

  /** What is left of the allocation step, carried from process to process. */
  int allocation = LiveHeap.STEP;

  int allocationStep = LiveHeap.STEP;

  /** When the thread that holds this last let others have its carrier. */
  long yieldedAt = System.nanoTime();

  /** When the process that runs now was taken from a queue. */
  long startedAt;

  /** The thread that runs with this permit, for those who look at its stack. */
  volatile @Nullable Thread thread;

  Scheduler(Schedulers all) {
    this.all = all;
  }

  /** The next process to run, or null when there is none. */
  @Nullable Process take() {
    Process process = next;
    if (process != null && ++streak < STREAK) {
      next = null;
      return process;
    }
    streak = 0;
    all.rest(this);
    Process queued = all.poll();
    if (queued != null) {
      return queued;
    }
    next = null;
    return process;
  }

  /** Whether anything else wants to run here. */
  boolean hasWork() {
    return next != null || all.hasQueued();
  }
}
