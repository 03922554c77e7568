package dev.moonbeam.core.process;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a node's processes on virtual threads, as many at once as there are {@link Scheduler}s.
 *
 * <p>A worker thread takes runnable processes and runs each until it waits, ends or is preempted. A
 * process that must keep its Java stack while it waits parks its worker and hands the scheduler on
 * to another one; when it can go on, the worker that takes it from the queue gives it its scheduler
 * and becomes a spare. Where nothing but a receive stands above that stack, workers first run the
 * receive until it has a value for it ({@link HeldFrames}).
 *
 * <p>What must hold: whoever makes work visible looks for an idle scheduler afterwards; a scheduler
 * becomes idle first and looks for work afterwards; so no wake-up is lost. Idle schedulers have no
 * thread; spare threads are parked without timeout and belong to an executor that only this object
 * knows, so a node that nobody refers to is collected with its threads (virtual threads that were
 * started bare would be reachable from the JVM's own list of threads).
 */
final class Schedulers {
  private static final long CARRIER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Spare threads beyond this end instead of waiting. */
  private static final int SPARES = 4;

  /** A low-priority process gets a turn at least once in so many. */
  private static final int LOW_TURN = 8;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("moonbeam-", 0).factory());
  private final ConcurrentLinkedQueue<Process> normal = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Process> high = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Process> low = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lowTurn = new AtomicInteger();
  private volatile boolean anyHigh;
  private volatile boolean anyLow;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Scheduler> idle = new ArrayDeque<>();
  private final ArrayDeque<Worker> spares = new ArrayDeque<>();
  private final Spinning spinning = new Spinning();
  private final int count;
  private volatile int idleCount;
  private volatile boolean closed;

  Schedulers(int count) {
    this.count = count;
    for (int i = 0; i < count; i++) {
      idle.add(new Scheduler(this));
    }
    idleCount = count;
  }

  int count() {
    return count;
  }

  /**
   * Waits a moment for {@code done}, where nothing runs on this node but what is to bring it about.
   * With more to do processors are better left to it.
   */
  void spinFor(BooleanSupplier done) {
    if (idleCount >= count - 1) {
      spinning.await(done);
    }
  }

  ExecutorService threads() {
    return threads;
  }

  /** A process can run: {@code from} is the scheduler of who woke it, null outside of processes. */
  void enqueue(Process process, @Nullable Scheduler from) {
    if (from != null && from.next == null && process.priority() == Priority.NORMAL) {
      from.next = process;
      return;
    }
    add(process);
  }

  /** As {@link #enqueue}, behind everyone else. */
  void add(Process process) {
    switch (process.priority()) {
      case NORMAL -> normal.add(process);
      case LOW -> {
        low.add(process);
        anyLow = true;
      }
      case HIGH, MAX -> {
        high.add(process);
        anyHigh = true;
      }
    }
    if (idleCount > 0) {
      wake();
    }
  }

  boolean hasQueued() {
    return !normal.isEmpty() || (anyHigh && !high.isEmpty()) || (anyLow && !low.isEmpty());
  }

  boolean hasIdle() {
    return idleCount > 0;
  }

  @Nullable Process poll() {
    Process process;
    if (anyHigh && (process = high.poll()) != null) {
      return process;
    }
    if (anyLow
        && (normal.isEmpty() || lowTurn.incrementAndGet() % LOW_TURN == 0)
        && (process = low.poll()) != null) {
      return process;
    }
    return normal.poll();
  }

  /** Lets the host's own virtual threads have the carrier once in a while. */
  void rest(Scheduler scheduler) {
    long now = System.nanoTime();
    if (now - scheduler.yieldedAt > CARRIER_NANOS) {
      Thread.yield();
      scheduler.yieldedAt = System.nanoTime();
    }
  }

  /** Gives an idle scheduler, if there is one, a thread. */
  private void wake() {
    Scheduler scheduler;
    lock.lock();
    try {
      scheduler = idle.poll();
      if (scheduler == null) {
        return;
      }
      idleCount = idle.size();
    } finally {
      lock.unlock();
    }
    staff(scheduler);
  }

  /** Hands on the scheduler of a thread that is about to park. */
  void handOver(Scheduler scheduler) {
    if (scheduler.hasWork() || !retire(scheduler)) {
      staff(scheduler);
    }
  }

  /** Makes a scheduler idle, unless there is work: then false. */
  private boolean retire(Scheduler scheduler) {
    lock.lock();
    try {
      idle.push(scheduler);
      idleCount = idle.size();
    } finally {
      lock.unlock();
    }
    if (!scheduler.hasWork()) {
      return true;
    }
    lock.lock();
    try {
      boolean mine = idle.remove(scheduler);
      idleCount = idle.size();
      return !mine;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives a scheduler a thread. There is work then, so also after {@link #close}: what was killed
   * must get to know it, and a thread of the host may wait for its end.
   */
  private void staff(Scheduler scheduler) {
    Worker spare;
    lock.lock();
    try {
      spare = spares.poll();
    } finally {
      lock.unlock();
    }
    if (spare != null) {
      spare.give(scheduler);
    } else {
      threads.execute(new Worker(scheduler));
    }
  }

  /** Ends the threads as soon as they have nothing to run. */
  void close() {
    closed = true;
    lock.lock();
    try {
      for (Worker spare : spares) {
        LockSupport.unpark(spare.thread);
      }
      spares.clear();
    } finally {
      lock.unlock();
    }
  }

  /** A thread that runs processes while it holds a scheduler. */
  private final class Worker implements Runnable {
    private volatile @Nullable Scheduler scheduler;
    private @Nullable Thread thread;

    Worker(Scheduler scheduler) {
      this.scheduler = scheduler;
    }

    void give(Scheduler given) {
      scheduler = given;
      LockSupport.unpark(thread);
    }

    @Override
    public void run() {
      thread = Thread.currentThread();
      for (Scheduler mine = scheduler; mine != null; ) {
        Process process = mine.take();
        if (process == null) {
          mine = retire(mine) ? spare() : mine;
        } else if (process.isParked()) {
          mine.thread = null;
          process.resume(mine);
          mine = spare();
        } else {
          mine.thread = thread;
          mine = process.run(mine);
          if (mine == null) {
            mine = spare();
          }
        }
      }
    }

    /** Waits until this worker is given a scheduler again; null when it shall end. */
    private @Nullable Scheduler spare() {
      scheduler = null;
      lock.lock();
      try {
        if (closed || spares.size() >= SPARES + count) {
          return null;
        }
        spares.push(this);
      } finally {
        lock.unlock();
      }
      spinFor(() -> scheduler != null || closed);
      Scheduler given;
      while ((given = scheduler) == null) {
        if (closed) {
          return null;
        }
        LockSupport.park(this);
      }
      return given;
    }
  }
}
