package dev.moonbeam.core.process;

import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import dev.moonbeam.policy.Limit;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An isolated lightweight process, as on the BEAM: mailbox, links, monitors, dictionary, reduction
 * account. It is an object, not a thread; at any moment at most one thread runs it, and only that
 * thread touches its public fields and calls its methods, except where a method says that any
 * thread may.
 *
 * <p>The public fields are what generated code reads and writes in line; everything else is a
 * method. Fields that most processes never need are in {@link Extension}, made when first used: an
 * idle process is a few hundred bytes.
 *
 * <p>A process runs in one of two ways. Most are run by a worker thread of the node ({@link #run})
 * and return to it to wait. A <em>hosted</em> one ({@link #host}) runs right on a thread of the
 * host and parks that to wait.
 *
 * <p>States: RUNNABLE (running or in a queue), WAITING (somebody who changes it to RUNNABLE must
 * make it run), ENDED.
 */
public final class Process extends Mailbox implements WorkMeter {
  private static final int RUNNABLE = 0;
  private static final int WAITING = 1;
  private static final int ENDED = 2;

  /**
   * Bytes of stack that a base may use before it goes on on a segment, by generated code's own
   * estimate of interpreted frames. A virtual thread has 1 MB by default, but to park it the JVM
   * walks its frames by recursion on that same stack: with frames of 160 bytes parking failed from
   * 400 KB on (2,500 frames), measured with and without the JIT.
   */
  static final int WORKER_ROOM = 256 * 1024;

  /**
   * The same on a thread of the host, which may be small (512 KB is usual for pools) and partly
   * used.
   */
  static final int HOST_ROOM = 160 * 1024;

  /** Bytes of frames that tail calls may pile up before they unwind to their trampoline. */
  static final int TAIL_SPAN = 16 * 1024;

  /** What Java frames of {@link #call} and a builtin that calls back are reckoned to take. */
  private static final int CALL_FRAMES = 768;

  private static final MethodHandle APPLY = applyHandle();

  private static MethodHandle applyHandle() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Process.class,
              "apply",
              MethodType.methodType(Object.class, Process.class, Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Others who wait do not preempt a process that has run shorter than this. */
  private static final long QUANTUM_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /**
   * How long a host's thread spins for a message before it parks: a park costs it some 10 us each
   * way.
   */
  private static final long HOST_SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Process.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The process that called the host from this thread: see {@link #hostCall}. */
  private static final ThreadLocal<@Nullable Process> CALLING_HOST = new ThreadLocal<>();

  /**
   * Reductions left in this slice; when it falls below zero generated code calls {@link #slice}.
   */
  public int reductions;

  /**
   * Bytes left of the Java stack segment this process runs on, as estimated by generated code's
   * frame sizes.
   */
  public int room;

  /**
   * While {@link #room} is above this, a tail call is made as a plain call; below, it unwinds to a
   * trampoline.
   */
  public int tailFloor;

  /**
   * Bytes that may still be allocated before the next sample; when it falls below zero: {@link
   * #sample}.
   */
  public int allocation;

  /**
   * Whether a raise should collect its stack trace. Set and restored by whoever would look at one.
   */
  public boolean traces = true;

  /**
   * Whether whoever catches what is thrown (class {@code throw}) will not look at its stack trace,
   * while {@link #traces} speaks for errors. Set and restored like it, by a language that tells the
   * classes apart.
   */
  public boolean quietThrows;

  /** Token of the run that may write mutable values (tables, cells) in place. */
  public Object owner = new Object();

  /** The state a language keeps with this process; the core does not look inside. */
  public @Nullable Object languageState;

  private final Node node;
  private final Pid pid;
  private Account account;

  /** Reductions drawn from the account for this slice. */
  private int granted;

  /** What {@link #allocation} was set to last. */
  private int allocationStep;

  /** Reductions of all slices before this. */
  private long used;

  private volatile int state;

  /**
   * What to call when the process runs next: the function it starts with, then the scan of a
   * receive.
   */
  private @Nullable Fun continuation;

  /** For the first call only. */
  private Object @Nullable [] arguments;

  /**
   * When the wait going on times out; Long.MAX_VALUE for never or when not waiting. Read by timers.
   */
  private volatile long deadline = Long.MAX_VALUE;

  /** The permit this process runs with; null while it waits and for a hosted process. */
  private volatile @Nullable Scheduler scheduler;

  /**
   * The thread that keeps the Java stack of this process while it waits or is preempted under other
   * frames.
   */
  private volatile @Nullable Thread parked;

  /** Set by exit signals: the process ends with this reason as soon as it looks. */
  private @Nullable Object exitReason;

  private OutputSink output;
  private Language language;
  @Nullable Extension extension;
  private int slot;
  private volatile Priority priority = Priority.NORMAL;
  private boolean trapsExits;
  private boolean hosted;

  Process(Node node, Pid pid, Account account, OutputSink output, Language language) {
    this.node = node;
    this.pid = pid;
    this.account = account;
    this.output = output;
    this.language = language;
    pid.target = this;
  }

  public Node node() {
    return node;
  }

  public Pid pid() {
    return pid;
  }

  /** Where what this process prints goes: inherited by the processes it starts. */
  public OutputSink output() {
    return output;
  }

  public void setOutput(OutputSink output) {
    this.output = output;
  }

  /** The language whose rules hold where no script's frame says otherwise. */
  public Language language() {
    return language;
  }

  Account account() {
    return account;
  }

  int slot() {
    return slot;
  }

  void setSlot(int slot) {
    this.slot = slot;
  }

  Extension extension() {
    Extension present = extension;
    if (present == null) {
      extension = present = new Extension();
    }
    return present;
  }

  // ---------------------------------------------------------------- metering

  /**
   * A slice is used up: handles signals, limits and the deadline, lets others run, and refills
   * {@link #reductions}.
   */
  public void slice() {
    settle();
    if (hasArrivals()) {
      fetch();
    }
    // Reductions are refilled before anything is thrown, so that Java code on the way out finds a
    // sane count.
    int grant = account.draw(reductions, node.sliceLength());
    reductions = granted = Math.max(grant, 1);
    endIfAsked();
    if (grant == 0) {
      granted = 0;
      reductions = 0;
      throw exceeded(Limit.REDUCTIONS, account.reductionLimit());
    }
    long now = System.nanoTime();
    if (account.isOver(now)) {
      throw exceeded(Limit.TIME, account.timeLimit());
    }
    Scheduler mine = scheduler;
    if (mine != null) {
      share(mine, now);
    } else if (hosted && interrupted()) {
      throw interruption();
    }
  }

  /** Lets others run if they have waited long enough. */
  private void share(Scheduler mine, long now) {
    if (mine.next != null && node.schedulers().hasIdle()) {
      Process waiting = mine.next;
      mine.next = null;
      node.schedulers().add(waiting);
    }
    if (mine.startedAt == 0) {
      mine.startedAt = now;
    }
    if (mine.hasWork() && (now - mine.startedAt > QUANTUM_NANOS || node.sliceLength() < 100)) {
      giveWay(mine);
    } else {
      node.schedulers().rest(mine);
    }
  }

  /** Goes to the end of the queue, stack and all. */
  private void giveWay(Scheduler mine) {
    parked = Thread.currentThread();
    leave(mine);
    scheduler = null;
    node.schedulers().add(this);
    node.schedulers().handOver(mine);
    awaitScheduler();
  }

  /**
   * Moves what was used of the slice to {@link #used}; what is left (or overdrawn) stays in {@link
   * #reductions}.
   */
  private void settle() {
    used += (long) granted - reductions;
    granted = reductions;
  }

  /** Ends this process if an exit signal or the end of its group asks for it. */
  private void endIfAsked() {
    Kill failure = account.failure();
    if (failure != null) {
      throw failure instanceof LimitExceeded limit
          ? new LimitExceeded(limit, null)
          : new Kill(String.valueOf(failure.getMessage()), failure.reason());
    }
    Object reason = exitReason;
    if (reason != null) {
      throw new Kill(
          "ended by an exit signal: " + TermPrinter.write(reason, 200, WorkMeter.NONE), reason);
    }
    long mailboxLimit = node.policy().limit(Limit.MAILBOX);
    if (length() > mailboxLimit) {
      throw exceeded(Limit.MAILBOX, mailboxLimit);
    }
  }

  /** The group's end because of a limit. */
  public Kill exceeded(Limit limit, long value) {
    LimitExceeded kill = Limits.exceeded(limit, value, Where.now());
    account.fail(kill);
    return kill;
  }

  /** Charges work done by a builtin. May preempt or kill, as {@link #slice}. */
  @Override
  public void charge(long work) {
    long left = reductions - work;
    if (left >= 0) {
      reductions = (int) left;
      return;
    }
    while (left < Integer.MIN_VALUE) {
      reductions = Integer.MIN_VALUE;
      left -= Integer.MIN_VALUE;
      slice();
      left += reductions;
    }
    reductions = (int) left;
    if (left < 0) {
      slice();
    }
  }

  /**
   * {@link #allocation} fell below zero with the allocation of {@code fresh}, which becomes a
   * sample.
   */
  public void sample(Object fresh) {
    sample(fresh, (long) allocationStep - allocation);
  }

  /** Charges an allocation made by a builtin. */
  public void allocated(Object fresh, long bytes) {
    long left = allocation - bytes;
    if (left >= 0) {
      allocation = (int) left;
    } else {
      sample(fresh, allocationStep - left);
    }
  }

  /** Charges the update of one key of a map. */
  public void updated(TermMap changed, Object key) {
    int bytes = changed.putCost();
    if (allocation >= bytes) {
      allocation -= bytes;
    } else {
      allocated(changed.holder(key, this), bytes);
    }
  }

  private void sample(Object fresh, long bytes) {
    allocation = allocationStep = LiveHeap.STEP;
    try {
      allocation = allocationStep = node.liveHeap().sample(fresh, bytes);
    } catch (LimitExceeded kill) {
      account.fail(kill);
      throw kill;
    }
  }

  /**
   * Asks before making a value of that many bytes: kills when it cannot fit the limits of value or
   * memory.
   */
  @Override
  public void reserve(long bytes) {
    if (bytes < 0 || bytes > node.policy().limit(Limit.VALUE)) {
      throw exceeded(Limit.VALUE, node.policy().limit(Limit.VALUE));
    }
    if (bytes > LiveHeap.STEP) {
      try {
        node.liveHeap().reserve(bytes);
      } catch (LimitExceeded kill) {
        account.fail(kill);
        throw kill;
      }
    }
  }

  /** Reductions used by this process so far. */
  public long reductionsUsed() {
    return used + granted - reductions;
  }

  /** Writes to {@link #output}, within the limit. */
  public void write(byte[] bytes, int offset, int length) {
    write(output, bytes, offset, length);
  }

  /** Writes to a sink of the node, such as its error output, within the limit of output. */
  public void write(OutputSink sink, byte[] bytes, int offset, int length) {
    charge(length >> 6);
    if (!account.writes(length)) {
      throw exceeded(Limit.OUTPUT, node.policy().limit(Limit.OUTPUT));
    }
    sink.write(bytes, offset, length);
  }

  // ---------------------------------------------------------------- calls

  /**
   * The one plain value of a call's result: resolves tail calls and waits; first of several; nil of
   * none.
   */
  public Object one(Object result) {
    return result instanceof Special special ? oneOf(special) : result;
  }

  private Object oneOf(Special special) {
    Object resolved = special.kind == Special.VALUES ? special : resolve(special);
    return firstOf(resolved);
  }

  /** All plain values of a call's result. */
  public Object[] all(Object result) {
    if (!(result instanceof Special special)) {
      return new Object[] {result};
    }
    Object resolved = special.kind == Special.VALUES ? special : resolve(special);
    return resolved instanceof Special several ? several.values : new Object[] {resolved};
  }

  /** Makes pending tail calls and waits until there is a result: a plain value or VALUES. */
  private Object resolve(Special pending) {
    if (room < TAIL_SPAN / 2 || pending.kind == Special.WAIT && hosted && onHostThread()) {
      // To wait on a platform thread costs ten times as much as on a virtual one, and a loop of
      // receives comes by here
      // only once. Or: too little is left for the frames between here and the callee's own hop. The
      // whole loop goes to a
      // segment.
      return hop(Segment.RESOLVE, new Object[] {pending});
    }
    int roomBefore = room;
    int floorBefore = tailFloor;
    room -= CALL_FRAMES;
    tailFloor = room - TAIL_SPAN;
    try {
      Object result = pending;
      while (result instanceof Special special && special.kind != Special.VALUES) {
        if (special.kind == Special.TAIL_CALL) {
          result = apply(special.function, special.values);
        } else {
          awaitDeep(special.deadline);
          // Its entry was paid for; how often a receive is woken depends on timing.
          reductions++;
          result = special.function.call0(this);
        }
      }
      return result;
    } finally {
      room = roomBefore;
      tailFloor = floorBefore;
    }
  }

  Object firstOf(Object result) {
    return result instanceof Special several
        ? several.values.length == 0 ? Atom.NIL : several.values[0]
        : result;
  }

  /** Bytes of frames below this point, on all segments. */
  long depth() {
    Extension present = extension();
    Segment current = present.segment;
    return current != null ? current.depth(room) : present.depthBelow + present.baseRoom - room;
  }

  private boolean onHostThread() {
    Thread current = Thread.currentThread();
    return !current.isVirtual() && current == extension().hostThread;
  }

  static Object resolvePending(Process process, Object pending) {
    return process.resolve((Special) pending);
  }

  private Object apply(Fun function, Object[] values) {
    return switch (values.length) {
      case 0 -> function.call0(this);
      case 1 -> function.call1(this, values[0]);
      case 2 -> function.call2(this, values[0], values[1]);
      case 3 -> function.call3(this, values[0], values[1], values[2]);
      case 4 -> function.call4(this, values[0], values[1], values[2], values[3]);
      default -> function.callN(this, values);
    };
  }

  /** Calls a function from Java code and gives its one plain value; keeps {@link #room} honest. */
  public Object call(Fun function, Object... arguments) {
    int before = room;
    room -= CALL_FRAMES;
    try {
      return one(room < 0 ? applyOnNewSegment(function, arguments) : apply(function, arguments));
    } finally {
      room = before;
    }
  }

  /** As {@link #call}, all values. */
  public Object[] callAll(Fun function, Object... arguments) {
    int before = room;
    room -= CALL_FRAMES;
    try {
      return all(room < 0 ? applyOnNewSegment(function, arguments) : apply(function, arguments));
    } finally {
      room = before;
    }
  }

  /**
   * Small leaves do not count their frames, and a metamethod called from one may be a leaf again: a
   * recursion that goes only through Java code must find the end of the segment here.
   */
  private Object applyOnNewSegment(Fun function, Object[] arguments) {
    return hop(APPLY, new Object[] {function, arguments});
  }

  /** Called by {@link #APPLY}. */
  static Object apply(Process process, Object function, Object arguments) {
    return process.apply((Fun) function, (Object[]) arguments);
  }

  /**
   * Continues on a fresh stack segment because {@link #room} is used up: calls {@code function} (a
   * static method of type (Process, ...)Object) with {@code arguments} (without the process) there
   * and gives its result, untouched. The present thread waits meanwhile. {@link #room} is left as
   * it was.
   *
   * @throws Raise what the language throws when the depth limit is reached (or a Kill)
   */
  public Object hop(MethodHandle function, Object[] arguments) {
    return Segment.hop(this, function, arguments);
  }

  /**
   * Bytes of stack that one level of the depth limit stands for: what generated code reckons the
   * frame of a small function with one call to be, such as {@code local function f() return 1 + f()
   * end}.
   */
  static final int LEVEL_BYTES = 336;

  /** Called when the depth limit is reached: throws what the running code's language says. */
  Throwable depthExceeded() {
    return node.languageHere(this).depthExceeded(this);
  }

  // ---------------------------------------------------------------- receiving

  /**
   * The next message that the receive going on has not refused, left in the mailbox; null when
   * there is none.
   */
  public @Nullable Object nextMessage() {
    Message message = peek();
    if (message == null) {
      if (!hasArrivals()) {
        return null;
      }
      fetch();
      endIfAsked();
      message = peek();
      if (message == null) {
        return null;
      }
    }
    // Charged for a message, not for its absence, which depends on timing.
    if (--reductions < 0) {
      slice();
    }
    return message.content;
  }

  /**
   * What a receive function returns when no message matched: {@code scan} (no arguments) is called
   * again later.
   */
  public Special await(Fun scan, long deadline) {
    return Special.waiting(scan, deadline);
  }

  /**
   * Whether a receive that has found no message has waited long enough; then it is over, and the
   * next starts anew.
   */
  public boolean timedOut(long deadline) {
    if (deadline == Long.MAX_VALUE) {
      return false;
    }
    if (deadline == Long.MIN_VALUE || System.nanoTime() - deadline >= 0) {
      restart();
      return true;
    }
    return false;
  }

  /**
   * When a receive that starts now times out. Long.MIN_VALUE stands for "at once", Long.MAX_VALUE
   * for never.
   *
   * @param timeout the {@code after} term: milliseconds or the atom infinity
   * @throws Raise error timeout_value
   */
  public static long deadline(Object timeout) {
    if (timeout instanceof Long millis && millis >= 0 && millis <= 0xFFFFFFFFL) {
      return millis == 0
          ? Long.MIN_VALUE
          : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
    if (timeout == Atom.INFINITY) {
      return Long.MAX_VALUE;
    }
    throw new Raise(Atom.ERROR, Atom.of("timeout_value"), true);
  }

  /** Whether what a wait waits for is here. */
  private boolean isReady(long deadline) {
    return hasUnseen()
        || deadline == Long.MIN_VALUE
        || (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0);
  }

  /** Waits under other Java frames: parks the thread. */
  private void awaitDeep(long deadline) {
    for (; ; ) {
      fetch();
      endIfAsked();
      if (isReady(deadline)) {
        return;
      }
      if (account.isOver(System.nanoTime())) {
        throw exceeded(Limit.TIME, account.timeLimit());
      }
      park(deadline);
    }
  }

  /** Parks until something arrives or the deadline has passed. Spurious returns are possible. */
  private void park(long deadline) {
    if (hosted) {
      parkHost(deadline);
      return;
    }
    Scheduler mine = scheduler;
    if (mine == null) {
      throw new IllegalStateException("not running");
    }
    parked = Thread.currentThread();
    leave(mine);
    scheduler = null;
    if (sleep(deadline)) {
      node.schedulers().handOver(mine);
      awaitScheduler();
    } else {
      scheduler = mine;
      parked = null;
      enter(mine);
    }
  }

  private void parkHost(long deadline) {
    settle();
    account.giveBack(reductions);
    granted = reductions = 0;
    parked = Thread.currentThread();
    long until = Math.min(deadline, account.deadline());
    if (sleep(Long.MAX_VALUE)) {
      long spinUntil = System.nanoTime() + HOST_SPIN_NANOS;
      while (state == WAITING && System.nanoTime() < spinUntil) {
        Thread.onSpinWait();
      }
      while (state == WAITING) {
        if (interrupted()) {
          STATE.compareAndSet(this, WAITING, RUNNABLE);
          break;
        }
        if (until == Long.MAX_VALUE) {
          Parking.park(this);
        } else {
          long left = until - System.nanoTime();
          if (left <= 0) {
            STATE.compareAndSet(this, WAITING, RUNNABLE);
            break;
          }
          LockSupport.parkNanos(this, left);
        }
      }
    }
    parked = null;
    reductions = granted = Math.max(1, account.draw(0, node.sliceLength()));
    if (interrupted()) {
      throw interruption();
    }
  }

  /**
   * Publishes that this process waits: from now on, where this gives true, whoever makes it
   * RUNNABLE sees to it that it runs, and this thread must not touch it. False when there is
   * something to do after all.
   */
  private boolean sleep(long deadline) {
    this.deadline = deadline;
    account.armDeadline();
    if (deadline != Long.MAX_VALUE) {
      extension().arm(this, deadline);
    }
    state = WAITING;
    if (hasArrivals()
        || account.failure() != null
        || (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0)) {
      return !STATE.compareAndSet(this, WAITING, RUNNABLE);
    }
    return true;
  }

  /** Makes this process run if it waits. Any thread. */
  void wake(@Nullable Scheduler from) {
    if (state == WAITING && STATE.compareAndSet(this, WAITING, RUNNABLE)) {
      if (hosted) {
        LockSupport.unpark(parked);
      } else {
        node.schedulers().enqueue(this, from);
      }
    }
  }

  /** Adds a message or signal and wakes this process; false when it has ended. Any thread. */
  boolean deliver(Message message, @Nullable Scheduler from) {
    if (!post(message)) {
      return false;
    }
    wake(from);
    return true;
  }

  /** When the wait going on ends by time; Long.MAX_VALUE for never. Any thread. */
  long waitDeadline() {
    return state == WAITING ? deadline : Long.MAX_VALUE;
  }

  // ---------------------------------------------------------------- running

  /** Gives this process what it is to do when it first runs. */
  void prepare(Fun start, Object[] arguments) {
    this.continuation = start;
    this.arguments = arguments;
  }

  /** Makes a prepared process runnable. */
  void start(@Nullable Scheduler from) {
    node.schedulers().enqueue(this, from);
  }

  boolean isParked() {
    return parked != null;
  }

  /** Lets the thread that keeps this process's stack go on, with the caller's permit. */
  void resume(Scheduler given) {
    Thread thread = parked;
    scheduler = given;
    LockSupport.unpark(thread);
  }

  /** Parks until a worker gives this process its permit. */
  private void awaitScheduler() {
    Scheduler given;
    while ((given = scheduler) == null) {
      Parking.park(this);
    }
    parked = null;
    enter(given);
  }

  /** Takes over what belongs to the permit, and a slice. */
  private void enter(Scheduler mine) {
    allocation = mine.allocation;
    allocationStep = mine.allocationStep;
    mine.startedAt = 0;
    int grant = account.draw(0, node.sliceLength());
    reductions = granted = grant;
  }

  /** Gives back what belongs to the permit, and the rest of the slice. */
  private void leave(Scheduler mine) {
    settle();
    account.giveBack(reductions);
    granted = reductions = 0;
    mine.allocation = allocation;
    mine.allocationStep = allocationStep;
  }

  /**
   * Runs until the process ends or waits with nothing on its stack; called by a worker.
   *
   * @return the permit that the worker holds now: another than it came with when the process parked
   *     in between
   */
  Scheduler run(Scheduler mine) {
    scheduler = mine;
    enter(mine);
    room = WORKER_ROOM;
    tailFloor = WORKER_ROOM - TAIL_SPAN;
    traces = true;
    try {
      Object result;
      Object[] first = arguments;
      Fun function = continuation;
      if (first != null) {
        arguments = null;
        continuation = null;
        endIfAsked();
        result = apply(function, first);
      } else {
        result = Special.waiting(function, deadline);
      }
      while (result instanceof Special special && special.kind != Special.VALUES) {
        if (special.kind == Special.TAIL_CALL) {
          result = apply(special.function, special.values);
          continue;
        }
        fetch();
        endIfAsked();
        if (!isReady(special.deadline)) {
          Segment.dismiss(this);
          continuation = special.function;
          Scheduler held = scheduler;
          leave(held);
          scheduler = null;
          if (sleep(special.deadline)) {
            return held;
          }
          scheduler = held;
          enter(held);
          continue;
        }
        deadline = Long.MAX_VALUE;
        continuation = null;
        reductions++;
        result = special.function.call0(this);
      }
      finish(Atom.NORMAL, result, null);
    } catch (Raise raise) {
      crash(raise);
    } catch (Kill kill) {
      finish(kill.reason(), null, kill);
    } catch (StackOverflowError | OutOfMemoryError e) {
      Kill kill = exhausted(e);
      finish(kill.reason(), null, kill);
    } catch (RuntimeException | Error e) {
      node.internalError(this, e);
      Kill kill = new Kill("internal error: " + e, Atom.of("internal_error"), e);
      finish(kill.reason(), null, kill);
    }
    Scheduler held = scheduler;
    leave(held);
    return held;
  }

  /**
   * Sets what is called, with nothing else on the stack, when this process ends by an exception
   * that was not caught: {@code handler(Class, Reason, ExitReason)} gives the exit reason. It
   * replaces the usual report. Unlike a handler around the whole body this leaves receives in tail
   * position free to wait without a stack.
   */
  public void onCrash(Fun handler) {
    extension().crashHandler = handler;
  }

  /** The end by an exception that was not caught. */
  private void crash(Raise raise) {
    Extension present = extension;
    Fun handler = present == null ? null : present.crashHandler;
    Raise last = raise;
    Object reason = node.exitReason(this, raise);
    try {
      if (handler != null) {
        present.crashHandler = null;
        Segment.dismiss(this);
        room = WORKER_ROOM;
        tailFloor = WORKER_ROOM - TAIL_SPAN;
        reason = call(handler, raise.kind(), raise.reason(), reason);
        last = new Raise(Atom.EXIT, reason, false);
      }
    } catch (Raise within) {
      last = within;
      reason = node.exitReason(this, within);
    } catch (Kill kill) {
      finish(kill.reason(), null, kill);
      return;
    }
    finish(reason, null, last);
  }

  /** What becomes of an error of the JVM's own that a script brought about. */
  private Kill exhausted(VirtualMachineError error) {
    Limit limit = error instanceof StackOverflowError ? Limit.DEPTH : Limit.MEMORY;
    long value = node.policy().limit(limit);
    if (limit == Limit.MEMORY) {
      value = Math.min(value, Runtime.getRuntime().maxMemory());
    }
    LimitExceeded kill = new LimitExceeded(Limits.exceeded(limit, value, ""), error);
    account.fail(kill);
    return kill;
  }

  /** The end of a process run by a worker. */
  private void finish(Object reason, @Nullable Object result, @Nullable Throwable failure) {
    Segment.dismiss(this);
    Extension present = extension;
    if (present != null && present.completion != null) {
      present.completion.ended(result, failure);
    } else if (failure instanceof Raise raise && raise.kind() != Atom.EXIT) {
      // An exit is no crash, as in OTP.
      node.crashed(this, reason, raise);
    }
    end(reason);
  }

  /** Tells everybody concerned that this process has ended. */
  private void end(Object reason) {
    settle();
    account.spent(used);
    Extension present = extension;
    if (present != null) {
      present.release(this);
    }
    close();
    state = ENDED;
    pid.target = null;
    node.remove(this);
    present = extension;
    if (present != null) {
      Links.propagate(this, present, reason);
    }
    clear();
    continuation = null;
    arguments = null;
    languageState = null;
    extension = null;
  }

  /** Whether the process is there and not about to end. Any thread. */
  public boolean isAlive() {
    return state != ENDED;
  }

  /** Waits for other processes to have a turn (erlang:yield). */
  public void yield() {
    charge(1);
    Scheduler mine = scheduler;
    if (mine != null && mine.hasWork()) {
      giveWay(mine);
    }
  }

  // ---------------------------------------------------------------- hosted

  /** What a host's thread runs as a process. */
  @FunctionalInterface
  public interface Body {
    Object run(Process process);
  }

  /** Runs {@code body} as this process on the calling thread. */
  Object host(Body body, Account account, int roomLeft) {
    if (account != this.account) {
      account.join();
      this.account.leave();
      this.account = account;
    }
    hosted = true;
    state = RUNNABLE;
    traces = true;
    room = roomLeft;
    tailFloor = roomLeft - TAIL_SPAN;
    extension().hostThread = Thread.currentThread();
    if (allocation <= 0) {
      allocation = allocationStep = LiveHeap.STEP;
    }
    reductions = granted = Math.max(1, account.draw(0, node.sliceLength()));
    try {
      fetch();
      endIfAsked();
      return one(extension().usesCoroutines ? detached(body) : runHere(body));
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw exhausted(e);
    } finally {
      settle();
      account.giveBack(reductions);
      granted = reductions = 0;
      Segment.dismiss(this);
      extension().hostThread = null;
      extension().interrupted = false;
    }
  }

  /**
   * Runs {@code body} off the host's thread where that makes its coroutines cheaper: to switch
   * between a platform thread and a coroutine's costs some 10 us, between two virtual threads 1 us.
   * The hand-over costs about as much as one such switch, so this is for code that is known to use
   * coroutines.
   */
  public Object detached(Body body) {
    if (ContinuationSwitch.AVAILABLE || Thread.currentThread().isVirtual()) {
      return body.run(this);
    }
    return hop(Segment.RUN_BODY, new Object[] {body});
  }

  /** Runs {@code body} on this thread unless evaluations nested in one another have used it up. */
  Object runHere(Body body) {
    return room < TAIL_SPAN ? hop(Segment.RUN_BODY, new Object[] {body}) : body.run(this);
  }

  static Object runBody(Process process, Body body) {
    return body.run(process);
  }

  /** Between evaluations: signals wait in the mailbox. */
  void rest() {
    // Also before the first evaluation: a message that comes then must not make a worker run this
    // process.
    hosted = true;
    state = WAITING;
  }

  /** The end of a hosted process. */
  void endHosted(Object reason) {
    // Links and monitors that were asked for while it rested are told why it ended, not that it is
    // gone.
    fetch();
    end(reason);
  }

  /**
   * After an evaluation that was killed: links and monitors see its end, the process goes on under
   * its pid.
   */
  void revive(Object reason) {
    fetch();
    exitReason = null;
    Extension present = extension;
    if (present != null) {
      Links.propagate(this, present, reason);
    }
    clear();
    extension = null;
  }

  private boolean interrupted() {
    noteInterrupt();
    return extension().interrupted;
  }

  /**
   * For a thread below that waits for one above: an interrupt of the host's thread is the
   * evaluation's end. (The node's own threads are interrupted by nobody.)
   */
  void noteInterrupt() {
    if (Thread.interrupted()) {
      extension().interrupted = true;
      wake(null);
    }
  }

  private Kill interruption() {
    extension().interrupted = false;
    return new Kill("evaluation interrupted " + Where.now(), Atom.of("interrupted"));
  }

  /**
   * Calls the host from a script. A host that evaluates a script in turn does so within this
   * process's limits; a call that blocks is interrupted when the limits of the evaluation run out.
   */
  public <T> T hostCall(Callable<T> call) throws Exception {
    Process outer = CALLING_HOST.get();
    CALLING_HOST.set(this);
    Extension present = extension();
    Thread outerCaller = present.caller;
    present.caller = Thread.currentThread();
    account.armDeadline();
    int before = room;
    room -= 8 * CALL_FRAMES;
    try {
      return call.call();
    } finally {
      room = before;
      present.caller = outerCaller;
      CALLING_HOST.set(outer);
      if (account.failure() != null) {
        // The call may have been interrupted because of that, and what it threw then is of no
        // interest.
        Thread.interrupted();
        endIfAsked();
      }
    }
  }

  /** The process whose {@link #hostCall} the calling thread is in, or null. */
  public static @Nullable Process callingHost() {
    return CALLING_HOST.get();
  }

  /** Interrupts the host if it was called by this process and has not come back. Any thread. */
  void interruptHost() {
    Extension present = extension;
    Thread caller = present == null ? null : present.caller;
    if (caller != null) {
      caller.interrupt();
    }
  }

  // ---------------------------------------------------------------- signals

  @Override
  void receive(Signal signal) {
    switch (signal) {
      case Signal.Exit exit -> receiveExit(exit);
      case Signal.Link link -> {
        if (isEnding()) {
          signal(link.from, new Signal.Exit(pid, Links.NOPROC, true));
        } else {
          extension().links().put(link.from, link.from);
        }
      }
      case Signal.Unlink unlink -> extension().unlink(unlink.from);
      case Signal.Monitor monitor -> {
        if (isEnding()) {
          signal(monitor.watcher, new Signal.Down(monitor.ref, monitor.item, Links.NOPROC));
        } else {
          extension().monitoredBy().put(monitor.ref, monitor);
        }
      }
      case Signal.Demonitor demonitor -> extension().monitoredBy().remove(demonitor.ref);
      case Signal.Down down -> Links.receiveDown(this, down);
      case Signal.ToAlias message -> Links.receiveToAlias(this, message);
      case Signal.Ask ask -> {
        Object answer = Atom.UNDEFINED;
        try {
          if (!isEnding()) {
            answer = ask.question.apply(this);
          }
        } finally {
          ask.inquiry.answer(answer);
        }
      }
      case Signal.Purge purge -> {
        if (exitReason == null && runs(purge.code)) {
          exitReason = Atom.KILLED;
        }
      }
      case Signal.Wake _ -> {}
    }
  }

  /** For signals behind the one that ends this process, it is not there any more. */
  private boolean isEnding() {
    return exitReason != null || isClosed();
  }

  private void receiveExit(Signal.Exit exit) {
    if (exit.link && !extension().unlink(exit.from)) {
      return;
    }
    if (!exit.link && exit.reason == Atom.KILL) {
      exitReason = Atom.KILLED;
    } else if (trapsExits) {
      append(new Message(new Tuple(Atom.of("EXIT"), exit.from, exit.reason)));
    } else if ((exit.reason != Atom.NORMAL || exit.from == pid) && exitReason == null) {
      exitReason = exit.reason;
    }
  }

  /** Sends a message. To a process of another node nothing is sent. */
  public void send(Pid to, Object message) {
    if (to.target instanceof Process process && process.node == node) {
      process.deliver(new Message(message), scheduler);
      if ((allocation -= MESSAGE_BYTES) < 0) {
        sample(message);
      }
    }
  }

  private static final int MESSAGE_BYTES = 24;

  /** Posts a signal to a process of this node; false when it has ended. */
  boolean signal(Pid to, Signal signal) {
    return to.target instanceof Process process
        && process.node == node
        && process.deliver(signal, scheduler);
  }

  /** spawn/1 and its kin: starts a process that calls {@code function}. */
  public Pid spawn(Fun function, Object... arguments) {
    Process child = node.create(account, output, node.languageOf(this, function));
    allocated(child, PROCESS_BYTES);
    GroupLeaders.inherit(this, child);
    child.prepare(function, arguments);
    child.start(scheduler);
    return child.pid;
  }

  /**
   * spawn_opt: starts a process, linked and monitored from its very beginning where that is asked
   * for.
   *
   * @return the monitor's reference, or null without a monitor, and the pid
   */
  public Spawned spawn(SpawnOptions options, Fun function, Object... arguments) {
    Process child = node.create(account, output, node.languageOf(this, function));
    allocated(child, PROCESS_BYTES);
    GroupLeaders.inherit(this, child);
    child.priority = options.priority();
    if (options.link()) {
      child.extension().links().put(pid, pid);
      extension().links().put(child.pid, child.pid);
    }
    Ref reference = null;
    if (options.monitor()) {
      reference = makeReference();
      Links.spawnMonitor(this, child, reference, options);
    }
    child.prepare(function, arguments);
    child.start(scheduler);
    return new Spawned(child.pid, reference);
  }

  /** What {@link #spawn(SpawnOptions, Fun, Object...)} gives. */
  public record Spawned(Pid pid, @Nullable Ref monitor) {}

  /** What a process is charged as: its object, pid and table slot. */
  private static final int PROCESS_BYTES = 320;

  /** exit/2: an exit signal. */
  public void exit(Pid to, Object reason) {
    signal(to, new Signal.Exit(pid, reason, false));
    if (to == pid) {
      fetch();
      endIfAsked();
    }
  }

  /** Whether exit signals become messages; gives the value before. */
  public boolean trapExits(boolean trap) {
    boolean before = trapsExits;
    fetch();
    trapsExits = trap;
    return before;
  }

  public boolean trapsExits() {
    return trapsExits;
  }

  /**
   * Asks another process something about itself; waits for the answer; undefined when it has ended.
   */
  public Object ask(Pid other, Function<Process, Object> question) {
    if (other == pid) {
      fetch();
      endIfAsked();
      return question.apply(this);
    }
    Inquiry inquiry = new Inquiry(this);
    if (!signal(other, new Signal.Ask(question, inquiry))) {
      return Atom.UNDEFINED;
    }
    for (; ; ) {
      fetch();
      endIfAsked();
      Object answer = inquiry.answer();
      if (answer != null) {
        return answer;
      }
      park(Long.MAX_VALUE);
    }
  }

  /** What is to be done at the end of this process, by its thread: giving up what it owns. */
  public void onExit(Runnable hook) {
    extension().onExit(hook);
  }

  /** Makes a reference that no message now in the mailbox can hold. */
  public Ref makeReference() {
    Ref reference = node.nextReference();
    markReference(reference);
    return reference;
  }

  public Priority priority() {
    return priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }

  /** The permit of this process, for those it wakes. */
  @Nullable Scheduler scheduler() {
    return scheduler;
  }

  // ---------------------------------------------------------------- code

  /**
   * Kills this process if it runs code of that loader: a frame of its Java stack is of it, or what
   * it does when it next wakes. A process that is about to do so looks for itself, at its next
   * slice or receive. Any thread.
   *
   * @return whether it did so now, as far as can be told without stopping it
   */
  public boolean killIfRunning(ClassLoader code) {
    boolean runs = mayRun(code);
    if (runs) {
      deliver(new Signal.Purge(code), null);
    }
    return runs;
  }

  /**
   * Whether this process runs code of that loader: exact while it waits, else a moment's picture.
   * Any thread.
   */
  public boolean mayRun(ClassLoader code) {
    Fun next = continuation;
    if (next != null) {
      return next.getClass().getClassLoader() == code;
    }
    return state != ENDED && StackUse.of(this, extension, parked, scheduler, code);
  }

  /** On the thread that runs this process. */
  private boolean runs(ClassLoader code) {
    Fun next = continuation;
    return next != null && next.getClass().getClassLoader() == code
        || StackUse.here(code)
        || StackUse.below(extension, code);
  }

  @Override
  public String toString() {
    return pid.toString();
  }
}
