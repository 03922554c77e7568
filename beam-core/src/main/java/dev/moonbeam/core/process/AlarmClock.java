package dev.moonbeam.core.process;

import java.lang.ref.WeakReference;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of the JVM that waits for time to pass on behalf of all nodes. It is a platform
 * thread, so that timers are kept while virtual threads are busy; it ends when nothing was asked of
 * it for some seconds.
 */
final class AlarmClock {
  private static final long LINGER = TimeUnit.SECONDS.toNanos(5);

  private record Alarm(long when, WeakReference<Timers> timers) {}

  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Condition CHANGED = LOCK.newCondition();
  private static final PriorityQueue<Alarm> ALARMS =
      new PriorityQueue<>((a, b) -> Long.compare(a.when, b.when));
  private static @Nullable Thread thread;

  private AlarmClock() {}

  static void wakeAt(WeakReference<Timers> timers, long when) {
    LOCK.lock();
    try {
      Alarm alarm = new Alarm(when, timers);
      ALARMS.add(alarm);
      if (thread == null) {
        thread = Thread.ofPlatform().daemon().name("moonbeam-clock").start(AlarmClock::run);
      } else if (ALARMS.peek() == alarm) {
        CHANGED.signal();
      }
    } finally {
      LOCK.unlock();
    }
  }

  private static void run() {
    for (Alarm due; (due = next()) != null; ) {
      Timers timers = due.timers.get();
      if (timers != null) {
        timers.ring(System.nanoTime());
      }
    }
  }

  /** Waits for the next alarm; null when the thread shall end. */
  private static @Nullable Alarm next() {
    LOCK.lock();
    try {
      for (; ; ) {
        Alarm first = ALARMS.peek();
        long now = System.nanoTime();
        if (first != null && first.when - now <= 0) {
          return ALARMS.poll();
        }
        long left = CHANGED.awaitNanos(first == null ? LINGER : first.when - now);
        if (left <= 0 && first == null && ALARMS.isEmpty()) {
          thread = null;
          return null;
        }
      }
    } catch (InterruptedException e) {
      // Nobody has this thread to interrupt it; if someone found it, a new one starts at the next
      // alarm.
      thread = null;
      return null;
    } finally {
      LOCK.unlock();
    }
  }
}
