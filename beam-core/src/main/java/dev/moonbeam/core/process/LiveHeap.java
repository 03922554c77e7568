package dev.moonbeam.core.process;

import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.ResourceLimits;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Estimates how much live heap the scripts of a node hold, on any JVM, by sampling.
 *
 * <p>Allocation is charged to whoever runs; about every {@link #STEP} bytes the object just made
 * becomes a sample, a phantom reference that stands for the bytes allocated since the one before. A
 * sample counts as <em>verified</em> when it has survived a garbage collection. When the verified
 * bytes exceed the limit a collection is asked for, because a young collection leaves dead objects
 * in the old generation; what then still lives is believed, and the script is killed.
 *
 * <p>Samples and canary are looked at with {@code refersTo}, never with {@code get}, which would
 * keep them alive under a concurrent collector. Forced collections are bounded twice: by the
 * allocation since the last one, and by the share of time they may take ({@link #FORCED_SHARE}), so
 * that a script cannot make a host with a large heap collect all day.
 *
 * <p>Thread-safety: all threads of the node sample under one lock, once in {@link #STEP} bytes
 * each.
 */
final class LiveHeap {
  /** Bytes from sample to sample, on average. Measured: 2 to 11 % on a loop that only allocates. */
  static final int STEP = 256 * 1024;

  /** Forced collections may take at most one part in so many of the time, beside the first few. */
  private static final int FORCED_SHARE = 4;

  /** A forced collection shorter than this needs no pause before the next. */
  private static final long FORCED_FREE_NANOS = 10_000_000;

  /**
   * The longest pause between forced collections, so the longest that a script is made to wait for
   * one.
   */
  private static final long LONGEST_THROTTLE_NANOS = 5_000_000_000L;

  /** Under small limits this much may wait for the collector's own next run. */
  private static final long LEAST_UNVERIFIED = 64L << 20;

  /** A phantom reference: an object that a finalizer brings back is alive and stays counted. */
  private static final class Sample extends PhantomReference<Object> {
    final long bytes;
    final int epoch;
    Sample before = this;
    Sample after = this;

    Sample(Object object, ReferenceQueue<Object> queue, long bytes, int epoch) {
      super(object, queue);
      this.bytes = bytes;
      this.epoch = epoch;
    }
  }

  private final long limit;
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
  private final Sample samples = new Sample(this, dead, 0, 0);
  private final SplittableRandom random = new SplittableRandom(0x9E3779B97F4A7C15L);
  private WeakReference<Object> canary = new WeakReference<>(new Object());

  /** Collections seen so far (by the canary's death). */
  private int epoch;

  private long allocated;
  private long held;
  private long verified;
  private long allocatedAtForced;
  private long forcedUntil = System.nanoTime();
  private int forced;

  LiveHeap(long limit) {
    // A limit beyond any heap is none.
    this.limit = limit > 1L << 50 ? ResourceLimits.UNLIMITED : limit;
  }

  /**
   * Takes a sample.
   *
   * @param bytes allocated since the sample before
   * @return bytes until the next
   */
  int sample(Object fresh, long bytes) {
    boolean over;
    int next;
    synchronized (this) {
      allocated += bytes;
      expunge();
      Sample sample = new Sample(fresh, dead, bytes, epoch);
      sample.before = samples;
      sample.after = samples.after;
      samples.after.before = sample;
      samples.after = sample;
      held += bytes;
      if (canary.refersTo(null)) {
        epoch++;
        canary = new WeakReference<>(new Object());
        verified = count(epoch);
      }
      over = limit != ResourceLimits.UNLIMITED && (verified > limit || held > heldLimit());
      next = STEP / 2 + random.nextInt(STEP);
    }
    if (over) {
      check(0);
    }
    return next;
  }

  /** Kills when that many bytes more cannot fit. */
  synchronized void reserve(long bytes) {
    if (limit != ResourceLimits.UNLIMITED) {
      if (bytes > limit) {
        throw Limits.exceeded(Limit.MEMORY, limit, Where.now());
      }
      check(bytes);
    }
    if (bytes > fitting() && (!mayForce() || !force() || bytes > fitting())) {
      long most = Math.min(limit, Runtime.getRuntime().maxMemory());
      throw Limits.exceeded(Limit.MEMORY, most, Where.now());
    }
  }

  /** Bytes that can be allocated at once without driving the JVM out of memory. */
  private static long fitting() {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    return free - free / 8;
  }

  /** How much may be held, verified or not, before a collection is asked for. */
  private long heldLimit() {
    return limit + Math.max(limit, LEAST_UNVERIFIED);
  }

  /**
   * How much may be held when a collection would be due but is not allowed yet: from there on the
   * script waits for it.
   */
  private long heldAtMost() {
    return Math.max(4 * heldLimit(), Runtime.getRuntime().maxMemory() / 8);
  }

  /**
   * Finds out whether the limit is exceeded, as far as that can be afforded.
   *
   * @param wanted bytes about to be allocated
   */
  private synchronized void check(long wanted) {
    if (verified + wanted <= limit && held <= heldLimit()) {
      return;
    }
    if (!mayForce()) {
      if (held + wanted <= heldAtMost()) {
        return;
      }
      throttle();
    }
    if (!force()) {
      // Explicit collections are switched off or concurrent: the collector's own must do, unless it
      // stays away too long.
      if (held <= heldAtMost()) {
        return;
      }
      verified = held;
    }
    if (verified + wanted > limit) {
      throw Limits.exceeded(Limit.MEMORY, limit, Where.now());
    }
  }

  /**
   * A window of live data that is renewed for ever would otherwise force a collection at each
   * renewal.
   */
  private boolean mayForce() {
    return forced == 0
        || allocated - allocatedAtForced > limit / 2 && System.nanoTime() - forcedUntil >= 0;
  }

  /**
   * Makes the script wait until the next collection may be forced: it allocates faster than can be
   * checked.
   */
  private void throttle() {
    for (long wait; (wait = forcedUntil - System.nanoTime()) > 0; ) {
      LockSupport.parkNanos(this, wait);
    }
  }

  /** Forces a collection and counts anew; false when none came of it. */
  private boolean force() {
    long start = System.nanoTime();
    System.gc();
    long end = System.nanoTime();
    forced++;
    long pause = Math.max(0, end - start - FORCED_FREE_NANOS) * FORCED_SHARE;
    forcedUntil = end + Math.min(pause, LONGEST_THROTTLE_NANOS);
    allocatedAtForced = allocated;
    boolean collected = canary.refersTo(null);
    expunge();
    if (collected) {
      epoch++;
      canary = new WeakReference<>(new Object());
      verified = count(epoch);
    }
    return collected;
  }

  private void expunge() {
    for (Reference<?> reference; (reference = dead.poll()) != null; ) {
      Sample sample = (Sample) reference;
      if (sample.before != sample) {
        sample.before.after = sample.after;
        sample.after.before = sample.before;
        sample.before = sample;
        held -= sample.bytes;
      }
    }
  }

  /** Bytes that samples older than {@code before} and still alive stand for. */
  private long count(int before) {
    long bytes = 0;
    for (Sample sample = samples.after; sample != samples; sample = sample.after) {
      if (sample.epoch < before && !sample.refersTo(null)) {
        bytes += sample.bytes;
      }
    }
    return bytes;
  }

  /** Bytes charged so far, in whole samples. */
  synchronized long allocated() {
    return allocated;
  }

  /**
   * Estimate of what is alive: what survived the last collection, and what was allocated since and
   * not yet collected.
   */
  synchronized long live() {
    expunge();
    return held;
  }

  synchronized int forcedCollections() {
    return forced;
  }
}
