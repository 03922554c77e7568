package dev.moonbeam.core.process;

import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.ResourceLimits;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.SplittableRandom;

/**
 * Estimates how much live heap the scripts of a node hold, on any JVM, by sampling.
 *
 * <p>Allocation is charged to whoever runs; about every {@link #STEP} bytes the object just made becomes a sample, a weak
 * reference that stands for the bytes allocated since the one before. A sample counts as <em>verified</em> when it has
 * survived a garbage collection. When the verified bytes exceed the limit a collection is asked for, because a young
 * collection leaves dead objects in the old generation; what then still lives is believed, and the script is killed.
 *
 * <p>Samples and canary are looked at with {@code refersTo}, never with {@code get}, which would keep them alive under a
 * concurrent collector. Forced collections are bounded twice: by the allocation since the last one, and by the share of
 * time they may take ({@link #FORCED_SHARE}), so that a script cannot make a host with a large heap collect all day.
 *
 * <p>Thread-safety: all threads of the node sample under one lock, once in {@link #STEP} bytes each.
 */
final class LiveHeap {
  /** Bytes from sample to sample, on average. Measured: 2 to 11 % on a loop that only allocates. */
  static final int STEP = 256 * 1024;

  /** Forced collections may take at most one part in so many of the time, beside the first few. */
  private static final int FORCED_SHARE = 10;

  /** Forced collections that are always allowed, of a short while after the last. */
  private static final long FORCED_FREE_NANOS = 50_000_000;

  private static final class Sample extends WeakReference<Object> {
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
    this.limit = limit;
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
      over = limit != ResourceLimits.UNLIMITED && (verified > limit || held > unverifiedCap());
      next = STEP / 2 + random.nextInt(STEP);
    }
    if (over) {
      check(0);
    }
    return next;
  }

  /** Kills when that many bytes more cannot fit. */
  synchronized void reserve(long bytes) {
    if (limit != ResourceLimits.UNLIMITED && bytes > limit - Math.min(limit, verified)) {
      check(bytes);
    }
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    if (bytes > STEP && bytes > free - free / 8) {
      System.gc();
      free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
      if (bytes > free - free / 8) {
        throw Limits.exceeded(Limit.MEMORY, Math.min(limit, runtime.maxMemory()), Where.now());
      }
    }
  }

  /** How much may be held, verified or not, before a collection is asked for. */
  private long unverifiedCap() {
    long share = Runtime.getRuntime().maxMemory() / 8;
    return limit + Math.max(limit, Math.min(8 * limit, share));
  }

  private synchronized void check(long wanted) {
    long known = verified;
    boolean possible = known + wanted > limit || held > unverifiedCap();
    if (!possible) {
      return;
    }
    long now = System.nanoTime();
    long since = allocated - allocatedAtForced;
    // A window of live data that is renewed for ever would otherwise force a collection at each renewal.
    boolean allowed =
        forced == 0 || (since > Math.min(limit, 256L << 20) / 2 && now - forcedUntil >= 0);
    if (allowed) {
      System.gc();
      long took = System.nanoTime() - now;
      forced++;
      forcedUntil = System.nanoTime() + Math.max(0, took - FORCED_FREE_NANOS) * FORCED_SHARE;
      allocatedAtForced = allocated;
      boolean collected = canary.refersTo(null);
      expunge();
      if (collected) {
        epoch++;
        canary = new WeakReference<>(new Object());
        verified = count(epoch);
      } else if (held < 2 * unverifiedCap()) {
        // Explicit collections are switched off or concurrent: wait for the collector's own.
        return;
      } else {
        verified = held;
      }
    } else if (wanted == 0 && verified <= 2 * limit) {
      return;
    }
    if (verified + wanted > limit) {
      throw Limits.exceeded(Limit.MEMORY, limit, Where.now());
    }
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

  /** Estimate of what is alive: what survived the last collection, and what was allocated since and not yet collected. */
  synchronized long live() {
    expunge();
    return held;
  }

  synchronized int forcedCollections() {
    return forced;
  }
}
