package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Binary;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Garbage-collection metamethods of one state (manual, 2.5.3). A table is marked when it gets a
 * metatable with a field {@code __gc}. Once the JVM's collector has found a marked table
 * unreachable, it waits here until the process that owns the state comes to a safe point; there its
 * finalizer is called, as any code of the script: metered, in that process, ended by its limits.
 * Those found together are finalized in the reverse order of their marking.
 *
 * <p>A finalizer gets the very object, which may refer to itself in any way and may live on. Of
 * what the JVM offers only {@code Object.finalize} has that meaning: a reference object with a
 * queue can give a copy of what it was told to keep, and what is kept must not lead back to the
 * object. So a marked table refers to a {@link Sentinel}, which refers back and is referred to by
 * nobody else; the JVM's finalizer thread does no more than hand the table over. On a JVM started
 * with {@code --finalization=disabled} finalizers are called when the state is closed.
 *
 * <p>Thread-safety: confined to the running process, but for the queue of those handed over.
 */
final class Finalizers {
  /** A finalizable object is slow to make, and the collector's work with it is some 2 us. */
  private static final int MARK_COST = 400;

  /** A sentinel, the JVM's own record of it, and the entry here. */
  private static final int MARK_BYTES = 240;

  /**
   * How often to look whether the finalizer thread has handed over what a collection has found: two
   * seconds in all, and more on a machine that has much else to do. Only a JVM that finalizes
   * nothing lets a script wait that long.
   */
  private static final int MOST_LOOKS = 110;

  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  /** Handed over by the JVM's finalizer thread. */
  private final ConcurrentLinkedQueue<Sentinel> arrived = new ConcurrentLinkedQueue<>();

  /** Marked and not seen here since, by the order of marking. */
  private final TreeMap<Long, WeakReference<Sentinel>> marked = new TreeMap<>();

  /** To be finalized next, in this order. */
  private final ArrayDeque<Sentinel> due = new ArrayDeque<>();

  private long marks;
  private boolean running;
  private volatile boolean closed;
  private boolean stopped;

  /** The mark of a table. */
  static final class Sentinel {
    private final Finalizers home;
    private final LuaTable table;
    private final long order;

    private Sentinel(Finalizers home, LuaTable table, long order) {
      this.home = home;
      this.table = table;
      this.order = order;
    }

    /** On the JVM's finalizer thread: nothing of the script runs here. */
    @Override
    @SuppressWarnings({"deprecation", "removal"}) // See the class comment: nothing else resurrects.
    protected void finalize() {
      if (!home.closed) {
        home.arrived.add(this);
      }
    }
  }

  /** Marks a table whose metatable has {@code __gc}, unless it is. */
  void mark(Process process, LuaTable table) {
    if (closed || TableExtension.sentinel(table) != null) {
      return;
    }
    process.charge(MARK_COST);
    Sentinel sentinel = new Sentinel(this, table, marks++);
    WeakReference<Sentinel> mark = new WeakReference<>(sentinel);
    marked.put(sentinel.order, mark);
    TableExtension.mark(table, sentinel);
    LuaState.of(process).note(new Mark(sentinel.order, mark));
    process.allocated(sentinel, MARK_BYTES);
  }

  /** That a table was marked. An undone run's tables are not finalized. */
  private final class Mark implements Undo.Unshared {
    private final long order;
    private final WeakReference<Sentinel> mark;

    Mark(long order, WeakReference<Sentinel> mark) {
      this.order = order;
      this.mark = mark;
    }

    @Override
    public void exchange() {
      boolean undone = marked.remove(order) != null;
      Sentinel sentinel = mark.get();
      if (!undone) {
        marked.put(order, mark);
      }
      if (sentinel != null) {
        TableExtension.mark(sentinel.table, undone ? null : sentinel);
      }
    }

    @Override
    public Undo again() {
      return this;
    }
  }

  /** Whether a safe point should {@link #run}. */
  boolean isDue() {
    return !running && !stopped && !(arrived.isEmpty() && due.isEmpty());
  }

  /** Whether a finalizer runs: no other may start meanwhile. */
  boolean isRunning() {
    return running;
  }

  boolean isEmpty() {
    return marked.isEmpty();
  }

  /** {@code collectgarbage("stop")} and {@code "restart"}: only explicit collections finalize. */
  void setStopped(boolean stopped) {
    this.stopped = stopped;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Calls the finalizers of all that has been found unreachable. */
  void run(Process process) {
    if (running) {
      return;
    }
    List<Sentinel> found = new ArrayList<>();
    for (Sentinel each; (each = arrived.poll()) != null; ) {
      found.add(each);
    }
    found.sort(Comparator.comparingLong((Sentinel each) -> each.order).reversed());
    process.charge(found.size());
    due.addAll(found);
    running = true;
    LuaState state = LuaState.of(process);
    if (!state.weakTables.isEmpty() && !found.isEmpty()) {
      FinalizedKeys.restore(process, found.stream().map(each -> each.table).toList());
    }
    int unyieldable = state.forbidYield();
    try {
      for (Sentinel each; (each = due.poll()) != null; ) {
        finalizeOne(process, each);
      }
    } finally {
      running = false;
      state.setUnyieldable(unyieldable);
    }
  }

  /**
   * After a collection: waits, but not for long, until what it found has been handed over. Whether
   * it found anything.
   */
  boolean awaitHandOver(Process process) {
    process.charge(marked.size());
    long expected = pending() - due.size();
    long pause = SHORTEST_PAUSE;
    for (int i = 0; i < MOST_LOOKS && arrived.size() < expected; i++) {
      LockSupport.parkNanos(this, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    return !arrived.isEmpty();
  }

  /** How many of the marked are known to be unreachable: they are here, or on their way. */
  private long pending() {
    long unreachable = 0;
    for (WeakReference<Sentinel> each : marked.values()) {
      unreachable += each.refersTo(null) ? 1 : 0;
    }
    return unreachable;
  }

  /** The state ends: calls the finalizers of all that is marked. What they mark is not. */
  void close(Process process) {
    List<Sentinel> all = new ArrayList<>(due);
    due.clear();
    for (Sentinel each; (each = arrived.poll()) != null; ) {
      all.add(each);
    }
    for (WeakReference<Sentinel> each : marked.values()) {
      Sentinel sentinel = each.get();
      if (sentinel != null) {
        all.add(sentinel);
      }
    }
    closed = true;
    all.sort(Comparator.comparingLong((Sentinel each) -> each.order).reversed());
    running = true;
    for (Sentinel each : all) {
      finalizeOne(process, each);
    }
  }

  private void finalizeOne(Process process, Sentinel sentinel) {
    if (marked.remove(sentinel.order) == null) {
      return;
    }
    LuaTable table = sentinel.table;
    TableExtension.mark(table, null);
    process.charge(1);
    if (!(Metamethod.GC.of(process, table) instanceof Fun finalizer)) {
      return;
    }
    Raise failure = MetamethodCalls.gc(process, finalizer, table);
    if (failure != null) {
      Object reason = failure.reason();
      String text = reason instanceof Binary string ? string.toLatin1() : NO_TEXT;
      Warnings.of(process).warn(process, "error in __gc (" + text + ")", false);
    }
  }

  private static final String NO_TEXT = "error object is not a string";
}
