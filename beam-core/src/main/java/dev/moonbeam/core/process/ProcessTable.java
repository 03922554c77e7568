package dev.moonbeam.core.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a node that have not ended: an array with a list of free slots, eight bytes a
 * process.
 */
final class ProcessTable {
  private @Nullable Process[] slots = new @Nullable Process[64];
  private int[] free = new int[64];
  private int freeCount;
  private int used;
  private int size;
  private int most;

  /** Adds a process unless there are {@code limit} already: then false. */
  synchronized boolean add(Process process, long limit) {
    if (size >= limit) {
      return false;
    }
    int slot;
    if (freeCount > 0) {
      slot = free[--freeCount];
    } else {
      if (used == slots.length) {
        slots = Arrays.copyOf(slots, used * 2);
      }
      slot = used++;
    }
    slots[slot] = process;
    process.setSlot(slot);
    most = Math.max(most, ++size);
    return true;
  }

  synchronized void remove(Process process) {
    int slot = process.slot();
    if (slots[slot] != process) {
      return;
    }
    slots[slot] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = slot;
    size--;
  }

  synchronized int size() {
    return size;
  }

  /** The largest size so far. */
  synchronized int most() {
    return most;
  }

  synchronized List<Process> all() {
    List<Process> all = new ArrayList<>(size);
    for (int i = 0; i < used; i++) {
      Process process = slots[i];
      if (process != null) {
        all.add(process);
      }
    }
    return all;
  }
}
