package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a node's processes hold of something scarce outside the heap: files, compression streams. A
 * node has a limited number of each; what a process has not given back is released when it ends.
 *
 * <p>Safe for use by several threads; what one process holds is touched by that process alone.
 */
final class OwnedResources {
  private final AtomicInteger count = new AtomicInteger();
  private final ConcurrentHashMap<Process, Set<Runnable>> held = new ConcurrentHashMap<>();

  private OwnedResources() {}

  /** Those of the process's node, of one kind. */
  static OwnedResources of(Process process, Class<?> kind) {
    return (OwnedResources)
        process.node().properties().computeIfAbsent(kind, _ -> new OwnedResources());
  }

  /** Takes one more; false when the node has as many as it may. */
  boolean take(int most) {
    if (count.incrementAndGet() > most) {
      count.decrementAndGet();
      return false;
    }
    return true;
  }

  /** What was taken could not be had after all. */
  void giveBack() {
    count.decrementAndGet();
  }

  /** What was taken is this; {@code release} frees it at the end of the process. */
  void hold(Process process, Runnable release) {
    Set<Runnable> own = held.get(process);
    if (own == null) {
      own = new HashSet<>();
      held.put(process, own);
      process.onExit(() -> releaseAll(process));
    }
    own.add(release);
  }

  /** It was freed before. */
  void released(Process process, Runnable release) {
    Set<Runnable> own = held.get(process);
    if (own != null && own.remove(release)) {
      count.decrementAndGet();
    }
  }

  private void releaseAll(Process process) {
    Set<Runnable> own = held.remove(process);
    if (own != null) {
      count.addAndGet(-own.size());
      own.forEach(Runnable::run);
    }
  }
}
