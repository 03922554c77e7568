package dev.moonbeam.core.process;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a node: a binary heap under one lock. There is no thread here; the {@link
 * AlarmClock} of the JVM calls {@link #ring} when the earliest entry is due, and holds this object
 * weakly, so that a node nobody uses any more is collected with its timers.
 */
final class Timers {
  /** Something to be done at a time. Knows its place in the heap, so that it can be cancelled. */
  abstract static class Entry {
    private long when;
    private int index = -1;

    /** Runs on the clock's thread; must be short and must not throw. */
    abstract void fire();
  }

  private Entry[] heap = new Entry[16];
  private int size;
  private long alarm = Long.MAX_VALUE;
  private final WeakReference<Timers> self = new WeakReference<>(this);

  /** Adds an entry that is in no heap, to fire at {@code when} (System.nanoTime()). */
  synchronized void add(Entry entry, long when) {
    if (entry.index >= 0) {
      throw new IllegalStateException("already set");
    }
    entry.when = when;
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    up(size++, entry);
    arrange();
  }

  /**
   * Takes an entry out; gives the nanoseconds that were left, or -1 when it is not set (any more).
   */
  synchronized long cancel(Entry entry) {
    if (entry.index < 0) {
      return -1;
    }
    remove(entry);
    return Math.max(0, entry.when - System.nanoTime());
  }

  /** Nanoseconds left, or -1 when it is not set (any more). */
  synchronized long left(Entry entry) {
    return entry.index < 0 ? -1 : Math.max(0, entry.when - System.nanoTime());
  }

  synchronized int size() {
    return size;
  }

  /** Fires what is due. Called by the clock. */
  void ring(long now) {
    List<Entry> due = new ArrayList<>();
    synchronized (this) {
      if (alarm - now <= 0) {
        alarm = Long.MAX_VALUE;
      }
      while (size > 0 && heap[0].when - now <= 0) {
        Entry entry = heap[0];
        remove(entry);
        due.add(entry);
      }
      arrange();
    }
    for (Entry entry : due) {
      entry.fire();
    }
  }

  /** Forgets everything. */
  synchronized void clear() {
    for (int i = 0; i < size; i++) {
      heap[i].index = -1;
    }
    heap = new Entry[16];
    size = 0;
  }

  private void arrange() {
    if (size > 0 && heap[0].when < alarm) {
      alarm = heap[0].when;
      AlarmClock.wakeAt(self, alarm);
    }
  }

  private void remove(Entry entry) {
    int hole = entry.index;
    entry.index = -1;
    @Nullable Entry moved = heap[--size];
    heap[size] = null;
    if (moved != entry) {
      if (hole > 0 && moved.when < heap[(hole - 1) >>> 1].when) {
        up(hole, moved);
      } else {
        down(hole, moved);
      }
    }
  }

  private void up(int hole, Entry entry) {
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (heap[parent].when <= entry.when) {
        break;
      }
      place(hole, heap[parent]);
      hole = parent;
    }
    place(hole, entry);
  }

  private void down(int hole, Entry entry) {
    for (int child; (child = 2 * hole + 1) < size; hole = child) {
      if (child + 1 < size && heap[child + 1].when < heap[child].when) {
        child++;
      }
      if (entry.when <= heap[child].when) {
        break;
      }
      place(hole, heap[child]);
    }
    place(hole, entry);
  }

  private void place(int index, Entry entry) {
    heap[index] = entry;
    entry.index = index;
  }
}
