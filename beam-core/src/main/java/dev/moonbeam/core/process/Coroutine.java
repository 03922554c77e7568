package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/**
 * A second Java stack within a process: {@link #resume} switches to it, {@link #yield} back.
 * Language-neutral; values go both ways as arrays of terms, and whatever the body throws (a {@link
 * Raise}, a {@link Kill}) comes out of the resume.
 *
 * <p>A coroutine belongs to the process that made it and spends that process's reductions; only the
 * thread that runs the process may call it. A receive inside a coroutine waits as one under other
 * frames does. Its stack may grow over segments like any other; resuming counts towards the depth
 * limit.
 *
 * <p>A suspended coroutine that nobody refers to is garbage: on virtual threads because its thread
 * is known only to an executor of its own (bare virtual threads would be reachable from the JVM's
 * list of threads), on continuations because those are plain objects.
 */
public final class Coroutine {
  /** What a coroutine runs. */
  @FunctionalInterface
  public interface Body {
    Object[] run(Process process, Object[] arguments);
  }

  /** Where a coroutine is in its life. */
  public enum Status {
    /** Not started, or in a yield. */
    SUSPENDED,
    /** It is the one that runs. */
    RUNNING,
    /** It has resumed another one. */
    NORMAL,
    /** It has returned or raised. */
    DEAD
  }

  /** What a coroutine is charged as: its objects and a stack of a few frames. */
  private static final int BYTES = 2_048;

  /**
   * What a resume counts as towards the depth limit, and takes of the stack where both share one.
   */
  private static final int RESUME_FRAMES = 4 * 1024;

  /** Less stack than this and a resume goes to a segment first. */
  private static final int LEAST_ROOM = 64 * 1024;

  private final Process process;
  private final Body body;
  private final StackSwitch stackSwitch;
  private Status status = Status.SUSPENDED;

  /** Who resumed this: a coroutine, or null for the process itself. */
  private @Nullable Coroutine resumer;

  private Object[] transfer = Fun.NO_ARGUMENTS;
  private @Nullable Throwable failure;

  /** The bottom of its stack. */
  private final Segment base;

  /** Where its stack stands while it is suspended. */
  private Segment top;

  private int room;
  private int tailFloor;
  private boolean traces;

  public Coroutine(Process process, Body body) {
    this.process = process;
    this.body = body;
    this.stackSwitch = StackSwitch.create(this::run);
    this.base = Segment.base(process);
    this.top = base;
    this.room = Calls.WORKER_ROOM;
    this.tailFloor = Calls.WORKER_ROOM - Calls.TAIL_SPAN;
    this.traces = process.traces;
    process.extension().usesCoroutines = true;
    process.allocated(this, BYTES);
  }

  /** The process it belongs to, the only one that may resume it. */
  public Process process() {
    return process;
  }

  public Status status() {
    return status;
  }

  /**
   * Where it stands while it is suspended in a yield, as far as its first stack segment goes;
   * innermost first. Empty otherwise.
   */
  public StackTraceElement[] stackTrace() {
    return status == Status.SUSPENDED && stackSwitch.started()
        ? stackSwitch.stackTrace()
        : new StackTraceElement[0];
  }

  /** The coroutine that runs in {@code process}, or null when it is the process itself. */
  public static @Nullable Coroutine running(Process process) {
    Extension extension = process.extension;
    return extension == null ? null : extension.coroutine;
  }

  /**
   * Runs the body, with {@code values} as its arguments or as the results of the yield it stands
   * in, until it yields or returns: what it gave then. {@link #status} tells which. What it throws
   * is thrown here, and it is dead.
   *
   * @throws IllegalStateException when it is not suspended, or belongs to another process
   */
  public Object[] resume(Process process, Object... values) {
    return resume(process, values, null);
  }

  /**
   * As {@link #resume}, but the yield it stands in throws {@code thrown}. One not started yet just
   * dies.
   */
  public Object[] raise(Process process, Throwable thrown) {
    if (status == Status.SUSPENDED && !stackSwitch.started()) {
      status = Status.DEAD;
      return Fun.NO_ARGUMENTS;
    }
    return resume(process, Fun.NO_ARGUMENTS, thrown);
  }

  private Object[] resume(Process process, Object[] values, @Nullable Throwable thrown) {
    if (process != this.process || status != Status.SUSPENDED) {
      throw new IllegalStateException("cannot resume: " + status);
    }
    if (stackSwitch.sharesStack() && process.room < base.capacity() - room + LEAST_ROOM) {
      return (Object[]) process.hop(Segment.RESUME, new Object[] {this, values, thrown});
    }
    return resumeHere(values, thrown);
  }

  static Object resumeOnSegment(
      Process process, Coroutine coroutine, Object[] values, @Nullable Throwable thrown) {
    return coroutine.resumeHere(values, thrown);
  }

  private Object[] resumeHere(Object[] values, @Nullable Throwable thrown) {
    Extension extension = process.extension();
    long depth = process.depth() + RESUME_FRAMES;
    if (Segment.left(process, depth) <= 0) {
      throw Segment.sneaky(process.depthExceeded());
    }
    Segment segmentBefore = Segment.current(process);
    base.rebase(depth, segmentBefore, stackSwitch.sharesStack());
    int roomBefore = process.room;
    int floorBefore = process.tailFloor;
    boolean tracesBefore = process.traces;
    Coroutine before = extension.coroutine;
    if (before != null) {
      before.status = Status.NORMAL;
    }
    resumer = before;
    status = Status.RUNNING;
    transfer = values;
    failure = thrown;
    extension.coroutine = this;
    extension.segment = top;
    // A coroutine that shares its resumer's stack has no more room than is left there.
    int borrowed = 0;
    if (stackSwitch.sharesStack() && top == base) {
      borrowed = Math.max(0, room - (roomBefore - RESUME_FRAMES - (base.capacity() - room)));
    }
    process.room = room - borrowed;
    process.tailFloor = tailFloor - borrowed;
    process.traces = traces;
    try {
      stackSwitch.into(process);
    } finally {
      top = extension.segment;
      room = process.room + borrowed;
      tailFloor = process.tailFloor + borrowed;
      traces = process.traces;
      extension.coroutine = before;
      extension.segment = segmentBefore;
      process.room = roomBefore;
      process.tailFloor = floorBefore;
      process.traces = tracesBefore;
      resumer = null;
      if (before != null) {
        before.status = Status.RUNNING;
      }
    }
    Object[] given = transfer;
    Throwable raised = failure;
    transfer = Fun.NO_ARGUMENTS;
    failure = null;
    if (stackSwitch.finished()) {
      status = Status.DEAD;
      base.dismissAbove();
      if (raised != null) {
        throw Segment.sneaky(raised);
      }
    } else {
      status = Status.SUSPENDED;
    }
    return given;
  }

  /** The body of the switch: runs on the coroutine's own stack. */
  private void run() {
    try {
      Throwable thrown = failure;
      failure = null;
      if (thrown != null) {
        throw thrown;
      }
      Object[] arguments = transfer;
      transfer = body.run(process, arguments);
    } catch (Throwable thrown) {
      // Everything crosses to the resumer, kills and errors of the JVM included.
      transfer = Fun.NO_ARGUMENTS;
      failure = thrown;
    }
  }

  /**
   * Suspends the running coroutine: {@code values} become the result of its resume; the result is
   * what the next resume hands over.
   *
   * @throws IllegalStateException when no coroutine runs
   */
  public static Object[] yield(Process process, Object... values) {
    Coroutine coroutine = running(process);
    if (coroutine == null) {
      throw new IllegalStateException("no coroutine runs");
    }
    coroutine.transfer = values;
    coroutine.failure = null;
    Extension extension = process.extension();
    extension.segment.yieldBelow(coroutine);
    Throwable thrown = coroutine.failure;
    coroutine.failure = null;
    if (thrown != null) {
      throw Segment.sneaky(thrown);
    }
    Object[] given = coroutine.transfer;
    coroutine.transfer = Fun.NO_ARGUMENTS;
    return given;
  }

  /**
   * On the thread of {@link #base}: goes back to the resumer, and comes back at the next resume.
   */
  void switchOut() {
    stackSwitch.out();
  }
}
