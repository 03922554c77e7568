package dev.moonbeam.core.process;

import dev.moonbeam.policy.Limit;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a process's Java stack: a virtual thread that calls what was handed to it while the
 * thread below waits. So recursion can be as deep as the policy lets it, on default JVM flags.
 *
 * <p>Segments of one process form a chain; a segment that is not in use any more stays, parked, for
 * the next time the recursion comes by, until the process waits at its base or ends ({@link
 * #dismiss}).
 */
final class Segment implements Runnable {
  /** {@link Calls#resolvePending}, for a trampoline that finds itself near the end of a segment. */
  static final MethodHandle RESOLVE;

  /** {@link Coroutine#resumeOnSegment}. */
  static final MethodHandle RESUME;

  /** {@link Hosting#runBody}. */
  static final MethodHandle RUN_BODY;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      RESOLVE =
          lookup.findStatic(
              Calls.class,
              "resolvePending",
              MethodType.methodType(Object.class, Process.class, Object.class));
      RUN_BODY =
          lookup.findStatic(
              Hosting.class,
              "runBody",
              MethodType.methodType(Object.class, Process.class, Process.Body.class));
      RESUME =
          lookup.findStatic(
              Coroutine.class,
              "resumeOnSegment",
              MethodType.methodType(
                  Object.class, Process.class, Coroutine.class, Object[].class, Throwable.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final int IDLE = 0;
  private static final int CALLED = 1;
  private static final int DONE = 2;
  private static final int DISMISSED = 3;

  /** The code on this segment yields: the thread below is to switch out for it. */
  private static final int YIELDED = 4;

  /** A segment with less than this would overflow at once again. */
  private static final int LEAST_ROOM = 2 * Calls.TAIL_SPAN;

  private final Process process;
  private final @Nullable Segment below;
  private @Nullable Segment above;

  /** Bytes of frames on all segments below this. */
  private long depthBelow;

  /** Whether this is one of the JVM's few {@link DeepThreads}. */
  private boolean deep;

  /** Bytes of frames this may hold. */
  private int capacity;

  private @Nullable Thread thread;
  private @Nullable Thread caller;
  private @Nullable MethodHandle function;
  private Object[] arguments = Fun.NO_ARGUMENTS;
  private @Nullable Object result;
  private @Nullable Throwable failure;
  private @Nullable Coroutine yielding;
  private volatile int turn;

  private Segment(Process process, @Nullable Segment below, long depthBelow, int capacity) {
    this.process = process;
    this.below = below;
    this.depthBelow = depthBelow;
    this.capacity = capacity;
  }

  /** The piece of stack that a coroutine starts on. */
  static Segment base(Process process) {
    return new Segment(process, null, 0, Calls.WORKER_ROOM);
  }

  /** The piece of stack that runs now; at a process's base the first call makes it. */
  static Segment current(Process process) {
    Extension extension = process.extension();
    Segment current = extension.segment;
    if (current == null) {
      current = new Segment(process, null, extension.depthBelow, extension.baseRoom);
      current.thread = Thread.currentThread();
      extension.segment = current;
    }
    return current;
  }

  /** See {@link Process#hop}. */
  static Object hop(Process process, MethodHandle function, Object[] arguments) {
    Extension extension = process.extension();
    Segment current = current(process);
    int room = process.room;
    int floor = process.tailFloor;
    long depth = current.depthBelow + current.capacity - room;
    long left = left(process, depth);
    if (left <= 0) {
      throw sneaky(process.depthExceeded());
    }
    Segment next = current.above;
    if (next == null) {
      next = new Segment(process, current, depth, 0);
      current.above = next;
    }
    next.depthBelow = depth;
    if (next.thread == null) {
      // The first segment is a virtual thread, for recursion that is just a little too deep.
      next.deep = current.below != null && DeepThreads.available();
    }
    next.capacity =
        (int)
            Math.min(next.deep ? DeepThreads.ROOM : Calls.WORKER_ROOM, Math.max(left, LEAST_ROOM));
    process.room = next.capacity;
    process.tailFloor = next.capacity - Calls.TAIL_SPAN;
    extension.segment = next;
    try {
      // The stack of the parked thread is heap. Frames are reckoned as interpreted ones, at their
      // largest; those of
      // recursion this deep are mostly compiled, and a third of that.
      process.allocated(next, (current.capacity - Math.max(0, room)) / 3);
      return next.call(function, arguments);
    } finally {
      extension.segment = current;
      process.room = room;
      process.tailFloor = floor;
    }
  }

  /**
   * Bytes that may still be used up at that depth, under the depth limit and that of the language
   * whose code wants them: a process of one language may be running code of another.
   */
  static long left(Process process, long depth) {
    Node node = process.node();
    long allowed = bytes(node.policy().limit(Limit.DEPTH));
    long usual = Math.min(allowed, bytes(process.language().mostLevels()));
    if (usual <= depth && usual < allowed) {
      usual = Math.min(allowed, bytes(node.languageHere(process).mostLevels()));
    }
    return usual - depth;
  }

  private static long bytes(long levels) {
    return levels >= Long.MAX_VALUE / Calls.LEVEL_BYTES
        ? Long.MAX_VALUE
        : levels * Calls.LEVEL_BYTES;
  }

  @Nullable Segment below() {
    return below;
  }

  @Nullable Thread thread() {
    return thread;
  }

  int capacity() {
    return capacity;
  }

  /**
   * For the base of a coroutine: where it was resumed from this time.
   *
   * @param shares whether it runs on the stack of {@code resumer}'s thread
   */
  void rebase(long depth, Segment resumer, boolean shares) {
    depthBelow = depth;
    thread = shares ? resumer.thread : null;
  }

  /**
   * The thread that waits for this segment. A coroutine on a continuation can be resumed by another
   * thread of the host than before; compiled code may take {@code Thread.currentThread()} for
   * constant then, so it is asked for only where that cannot be.
   */
  private Thread threadBelow() {
    Thread known = below.thread;
    return known != null ? known : Thread.currentThread();
  }

  /**
   * Code on this segment yields its coroutine. The switch belongs to the thread of the coroutine's
   * base, so the word is passed down from segment to segment while their threads wait.
   */
  void yieldBelow(Coroutine coroutine) {
    if (below == null) {
      coroutine.switchOut();
      return;
    }
    yielding = coroutine;
    Thread waiting = caller;
    turn = YIELDED;
    LockSupport.unpark(waiting);
    while (turn == YIELDED) {
      Parking.park(this);
    }
  }

  /** Ends the threads of all segments of a process that stands at its base. */
  static void dismiss(Process process) {
    Extension extension = process.extension;
    if (extension != null && extension.segment != null) {
      Segment base = extension.segment;
      extension.segment = null;
      base.dismissAbove();
    }
  }

  void dismissAbove() {
    Segment segment = above;
    above = null;
    for (; segment != null; segment = segment.above) {
      segment.turn = DISMISSED;
      LockSupport.unpark(segment.thread);
    }
  }

  long depth(int room) {
    return depthBelow + capacity - room;
  }

  private Object call(MethodHandle function, Object[] arguments) {
    MethodHandle spread = function.asSpreader(1, Object[].class, arguments.length);
    this.function = spread;
    this.arguments = arguments;
    caller = threadBelow();
    turn = CALLED;
    if (thread == null) {
      start();
    } else {
      LockSupport.unpark(thread);
    }
    for (int now; (now = turn) != DONE; ) {
      if (now == YIELDED) {
        Coroutine coroutine = yielding;
        yielding = null;
        below.yieldBelow(coroutine);
        caller = threadBelow();
        turn = CALLED;
        LockSupport.unpark(thread);
        continue;
      }
      Parking.park(this);
      Hosting.noteInterrupt(process);
    }
    turn = IDLE;
    Throwable thrown = failure;
    Object value = result;
    failure = null;
    result = null;
    this.function = null;
    this.arguments = Fun.NO_ARGUMENTS;
    caller = null;
    if (thrown != null) {
      throw sneaky(FramesBelow.joined(thrown));
    }
    return value;
  }

  private void start() {
    if (deep && !DeepThreads.run(this)) {
      // Somebody was faster. What the call was told of its room is mended before it begins.
      deep = false;
      capacity = Math.min(capacity, Calls.WORKER_ROOM);
      process.room = capacity;
      process.tailFloor = capacity - Calls.TAIL_SPAN;
    }
    if (!deep) {
      process.node().schedulers().threads().execute(this);
    }
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    for (; ; ) {
      int now = turn;
      if (now == DISMISSED) {
        return;
      }
      if (now != CALLED) {
        Parking.park(this);
        continue;
      }
      try {
        result = (Object) function.invokeExact(process, arguments);
      } catch (Throwable thrown) {
        failure = thrown;
      }
      Thread waiting = caller;
      turn = DONE;
      LockSupport.unpark(waiting);
    }
  }

  /** Throws whatever it is: what crosses from one thread to another is exactly what was thrown. */
  @SuppressWarnings("unchecked")
  static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
