package dev.moonbeam.core.process;

import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.policy.Limit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a process runs: on which thread, with whose permit, and what becomes of its stack while it
 * waits. A part of {@link Process} in a file of its own, for the reason given at {@link Mailbox}.
 *
 * <p>A process runs with a {@link Scheduler} (one of the host's threads needs none). Whoever gives
 * that away has left first ({@link #leave}: what belongs to the permit goes with it), and touches
 * nothing of the process once it sleeps or is in a queue.
 */
abstract sealed class Execution extends Waiting permits Process {

  /** Others who wait do not preempt a process that has run shorter than this. */
  private static final long QUANTUM_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /**
   * What to call when the process runs next: the function it starts with, then the scan of a
   * receive.
   */
  private @Nullable Fun continuation;

  /** For the first call only. */
  private Object @Nullable [] arguments;

  /** The permit this process runs with; null while it waits and for a hosted process. */
  private volatile @Nullable Scheduler scheduler;

  Execution(Node node, Account account, OutputSink output) {
    super(node, account, output);
  }

  private Process self() {
    return (Process) this;
  }

  /** The end by an exception that was not caught. */
  abstract void crash(Raise raise);

  /** The end of a process run by a worker. */
  abstract void finish(Object reason, @Nullable Object result, @Nullable Throwable failure);

  // ---------------------------------------------------------------- waiting with a stack

  @Override
  final Object awaitDeep(Special wait, boolean loops) {
    for (; ; ) {
      fetch();
      endIfAsked();
      if (isReady(wait.deadline)) {
        return lookAgain(wait);
      }
      if (account().isOver(System.nanoTime())) {
        throw exceeded(Limit.TIME, account().timeLimit());
      }
      if (keepsThread() || !loops && held() != null) {
        park(wait.deadline);
      } else {
        HeldFrames frames = holdFrames(wait);
        if (frames != null) {
          return frames.await();
        }
      }
    }
  }

  /** Calls the function of a receive again. */
  private Object lookAgain(Special wait) {
    beginLook();
    continuation = null;
    return wait.function.call0(self());
  }

  /**
   * Whether what waits must go on on the same thread: a coroutine's, which alone can switch out of
   * it, or one that is in a call of the host, which may hold locks.
   */
  private boolean keepsThread() {
    Extension present = extension();
    return present.coroutine != null || present.caller != null;
  }

  /**
   * Leaves a wait to the workers while this thread keeps the frames below it; null when there is
   * something to do at once.
   */
  private @Nullable HeldFrames holdFrames(Special wait) {
    boolean host = isHosted();
    Scheduler mine = host ? null : runningWith();
    HeldFrames frames = new HeldFrames(self(), host);
    continuation = wait.function;
    if (mine == null) {
      giveBack();
      leftToWorkers();
    } else {
      leave(mine);
      scheduler = null;
    }
    if (sleep(wait.deadline)) {
      if (mine != null) {
        node().schedulers().handOver(mine);
      }
      return frames;
    }
    continuation = null;
    frames.release();
    if (mine == null) {
      takenByHost();
      drawSome();
    } else {
      scheduler = mine;
      enter(mine);
    }
    return null;
  }

  private Scheduler runningWith() {
    Scheduler mine = scheduler;
    if (mine == null) {
      throw new IllegalStateException("not running");
    }
    return mine;
  }

  /** Another thread that ran this process has handed it to this one, permit and all. */
  final void takenByThread() {
    runningWith().thread = Thread.currentThread();
  }

  /** Parks until something arrives or the deadline has passed. Spurious returns are possible. */
  final void park(long deadline) {
    if (isHosted()) {
      Hosting.park(self(), deadline);
      return;
    }
    Scheduler mine = runningWith();
    setParked(Thread.currentThread());
    leave(mine);
    scheduler = null;
    if (sleep(deadline)) {
      node().schedulers().handOver(mine);
      awaitScheduler();
    } else {
      scheduler = mine;
      setParked(null);
      enter(mine);
    }
  }

  // ---------------------------------------------------------------- running

  /** Gives this process what it is to do when it first runs. */
  final void prepare(Fun start, Object[] arguments) {
    this.continuation = start;
    this.arguments = arguments;
  }

  /** Makes a prepared process runnable. */
  final void start(@Nullable Scheduler from) {
    node().schedulers().enqueue(self(), from);
  }

  final boolean isParked() {
    return parked() != null;
  }

  /** Lets the thread that keeps this process's stack go on, with the caller's permit. */
  final void resume(Scheduler given) {
    Thread thread = parked();
    scheduler = given;
    LockSupport.unpark(thread);
  }

  /** Parks until a worker gives this process its permit. */
  private void awaitScheduler() {
    Scheduler given;
    node().schedulers().spinFor(() -> scheduler != null);
    while ((given = scheduler) == null) {
      Parking.park(this);
    }
    setParked(null);
    endWait();
    given.thread = Thread.currentThread();
    enter(given);
  }

  /** Takes over what belongs to the permit, and a slice. */
  private void enter(Scheduler mine) {
    resumeAllocation(mine.allocation, mine.allocationStep);
    mine.startedAt = 0;
    draw();
  }

  /** Gives back what belongs to the permit, and the rest of the slice. */
  private void leave(Scheduler mine) {
    giveBack();
    mine.allocation = allocation;
    mine.allocationStep = allocationStep();
  }

  /**
   * Runs until the process ends, or waits with nothing on the stack, or has a value for {@link
   * HeldFrames}; called by a worker.
   *
   * @return the permit that the worker holds now: another than it came with when the process waited
   *     in between, none when the thread with the held frames has it
   */
  final @Nullable Scheduler run(Scheduler mine) {
    scheduler = mine;
    endWait();
    enter(mine);
    HeldFrames below = held();
    if (below == null) {
      atBase();
    } else {
      below.enterAbove();
    }
    Object result = null;
    Throwable failure = null;
    Fun afresh = null;
    do {
      try {
        result = afresh == null ? begin() : apply(afresh, Fun.NO_ARGUMENTS);
        afresh = null;
        while (result instanceof Special special && special.kind != Special.VALUES) {
          if (special.kind == Special.TAIL_CALL) {
            result = apply(special.function, special.values);
            continue;
          }
          fetch();
          endIfAsked();
          if (isReady(special.deadline)) {
            result = lookAgain(special);
            continue;
          }
          Segment.dismiss(self());
          continuation = special.function;
          Scheduler held = runningWith();
          leave(held);
          scheduler = null;
          if (sleep(special.deadline)) {
            return held;
          }
          scheduler = held;
          enter(held);
        }
      } catch (FreshStart fresh) {
        if (below == null) {
          atBase();
          afresh = fresh.function();
        } else {
          failure = fresh;
        }
      } catch (Throwable thrown) {
        afresh = null;
        failure = thrown;
      }
    } while (afresh != null);
    if (below != null) {
      return handBack(below, result, failure);
    }
    ended(result, closed(failure));
    Scheduler held = runningWith();
    leave(held);
    return held;
  }

  /**
   * At the end of a process that was not killed: lets the language end what its scripts have left.
   *
   * @return what the process ends with
   */
  private @Nullable Throwable closed(@Nullable Throwable failure) {
    if (self().languageState == null || failure != null && !(failure instanceof Raise)) {
      return failure;
    }
    atBase();
    try {
      self().language().close(self());
      return failure;
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  /** Nothing of a process's own is on the stack of the worker that runs it. */
  private void atBase() {
    room = WORKER_ROOM;
    tailFloor = WORKER_ROOM - TAIL_SPAN;
    traces = true;
    quiet = Nil.EMPTY;
  }

  /**
   * Lets the thread that has the frames below go on as the process.
   *
   * @return the permit, if that is a thread of the host, which needs none
   */
  private @Nullable Scheduler handBack(
      HeldFrames below, @Nullable Object result, @Nullable Throwable failure) {
    Segment.dismiss(self());
    Scheduler mine = runningWith();
    if (below.onHost()) {
      leave(mine);
      scheduler = null;
      below.finish(result, failure);
      return mine;
    }
    below.finish(result, failure);
    return null;
  }

  private @Nullable HeldFrames held() {
    Extension present = self().extension;
    return present == null ? null : present.held;
  }

  /** Calls what the process starts with, or goes on with the receive that it waits in. */
  private Object begin() {
    Object[] first = arguments;
    Fun function = continuation;
    if (first == null) {
      return Special.waiting(function, deadline());
    }
    arguments = null;
    continuation = null;
    endIfAsked();
    return apply(function, first);
  }

  private void ended(@Nullable Object result, @Nullable Throwable failure) {
    switch (failure) {
      case null -> finish(Atom.NORMAL, result, null);
      case Raise raise -> crash(raise);
      case Kill kill -> finish(kill.reason(), null, kill);
      case StackOverflowError error -> {
        Kill kill = exhausted(error);
        finish(kill.reason(), null, kill);
      }
      case OutOfMemoryError error -> {
        Kill kill = exhausted(error);
        finish(kill.reason(), null, kill);
      }
      default -> {
        node().internalError(self(), failure);
        Kill kill = new Kill("internal error: " + failure, Atom.of("internal_error"), failure);
        finish(kill.reason(), null, kill);
      }
    }
  }

  /** What becomes of an error of the JVM's own that a script brought about. */
  final Kill exhausted(VirtualMachineError error) {
    Limit limit = error instanceof StackOverflowError ? Limit.DEPTH : Limit.MEMORY;
    long value = node().policy().limit(limit);
    if (limit == Limit.MEMORY) {
      value = Math.min(value, Runtime.getRuntime().maxMemory());
    }
    LimitExceeded kill = new LimitExceeded(Limits.exceeded(limit, value, ""), error);
    account().fail(kill);
    return kill;
  }

  @Override
  final void letOthersRun(long now) {
    Scheduler mine = scheduler;
    if (mine != null) {
      share(mine, now);
    } else if (isHosted()) {
      Hosting.noteInterrupt(self());
      Hosting.endIfInterrupted(self());
    }
  }

  /** Lets others run if they have waited long enough. */
  private void share(Scheduler mine, long now) {
    if (mine.next != null && node().schedulers().hasIdle()) {
      Process waiting = mine.next;
      mine.next = null;
      node().schedulers().add(waiting);
    }
    if (mine.startedAt == 0) {
      mine.startedAt = now;
    }
    if (mine.hasWork() && (now - mine.startedAt > QUANTUM_NANOS || node().sliceLength() < 100)) {
      giveWay(mine);
    } else {
      node().schedulers().rest(mine);
    }
  }

  /** Goes to the end of the queue, stack and all. */
  private void giveWay(Scheduler mine) {
    setParked(Thread.currentThread());
    leave(mine);
    scheduler = null;
    node().schedulers().add(self());
    node().schedulers().handOver(mine);
    awaitScheduler();
  }

  @Override
  final boolean waitsElsewhere() {
    return isHosted() && keepsThread() && Hosting.isOnHostThread(self());
  }

  /** The permit of this process, for those it wakes. */
  final @Nullable Scheduler scheduler() {
    return scheduler;
  }

  /** Lets go of what the process would have done next. */
  final void forgetContinuation() {
    continuation = null;
    arguments = null;
  }

  /**
   * Whether this process runs code of that loader: exact while it waits, else a moment's picture.
   * Any thread.
   */
  public final boolean mayRun(ClassLoader code) {
    Fun next = continuation;
    if (next != null) {
      return next.getClass().getClassLoader() == code || StackUse.below(self().extension, code);
    }
    return isAlive() && StackUse.of(self().extension, parked(), scheduler, code);
  }

  /** The same on the thread that runs this process: exact. */
  final boolean runs(ClassLoader code) {
    Fun next = continuation;
    return next != null && next.getClass().getClassLoader() == code
        || StackUse.here(code)
        || StackUse.below(self().extension, code);
  }

  /**
   * The frames of this process as they stand, innermost first, Java's among them. A receive that
   * waits without a stack is a frame of the function it was cut out of.
   */
  public final List<StackTraceElement> stack() {
    List<StackTraceElement> frames = new ArrayList<>();
    if (continuation instanceof ModuleFun scan) {
      frames.add(scan.frame());
    }
    Collections.addAll(frames, new Throwable().getStackTrace());
    frames.addAll(FramesBelow.of(self()));
    charge(frames.size());
    return frames;
  }

  /** The function that a wait without a stack goes on in; null when there is none. */
  public final @Nullable Fun waitsIn() {
    return continuation;
  }

  /**
   * Goes on in {@code function}, a function of no arguments, with nothing on the stack: what called
   * this is forgotten, handlers and all. Where others wait for what this process's code gives back
   * (a thread of the host, a coroutine, another language) it is just called.
   */
  public final Object startAfresh(Fun function) {
    Extension present = self().extension;
    if (self().languageState != null
        || present != null
            && (present.hostThread != null
                || present.coroutine != null
                || present.caller != null)) {
      return function.call0(self());
    }
    throw new FreshStart(function);
  }

  /** What this process does, as Erlang calls it. Any thread, which sees a moment's picture. */
  public final Atom status() {
    if (isWaiting()) {
      return Atom.of("waiting");
    }
    return Atom.of(scheduler != null || isHosted() ? "running" : "runnable");
  }

  /** Waits for other processes to have a turn (erlang:yield). */
  public final void yield() {
    charge(1);
    Scheduler mine = scheduler;
    if (mine != null && mine.hasWork()) {
      giveWay(mine);
    }
  }
}
