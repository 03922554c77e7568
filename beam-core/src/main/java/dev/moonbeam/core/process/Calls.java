package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Calls and the Java stack: what generated code and builtins do with the results of calls, and what
 * is left of the stack. A part of {@link Process} in a file of its own, for the reason given at
 * {@link Mailbox}.
 *
 * <p>{@link #room} always says what the present {@link Segment} has left, by generated code's
 * reckoning: whoever takes some off adds it back, also on the way of an exception.
 */
abstract sealed class Calls extends Metering permits Waiting {
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
  static final int CALL_FRAMES = 768;

  /**
   * Bytes of stack that one level of the depth limit stands for: what generated code reckons the
   * frame of a small function with one call to be, such as {@code local function f() return 1 + f()
   * end}.
   */
  static final int LEVEL_BYTES = 336;

  private static final MethodHandle APPLY = applyHandle();

  private static MethodHandle applyHandle() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Calls.class,
              "apply",
              MethodType.methodType(Object.class, Process.class, Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

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
   * Whether a raise should collect its stack trace. Set and restored by whoever would look at one.
   */
  public boolean traces = true;

  /**
   * Which exceptions need no stack trace, while {@link #traces} says that others do: a term that
   * belongs to the language, which sets it and restores it like {@link #traces}.
   */
  public Object quiet = Nil.EMPTY;

  Calls(Node node, Account account, OutputSink output) {
    super(node, account, output);
  }

  private Process self() {
    return (Process) this;
  }

  /** What this process needs rarely; made by the first who asks. */
  abstract Extension extension();

  /**
   * Waits under the frames that are on the stack until a receive that found no message should look
   * again, and gives what it then gives: another wait, perhaps.
   *
   * @param loops whether there was one before in place of the same value: a loop of receives
   */
  abstract Object awaitDeep(Special wait, boolean loops);

  /** Whether a wait had better be done on a segment than on the present thread. */
  abstract boolean waitsElsewhere();

  /**
   * Whether a tail call may be made as a plain call, by a frame that leaves {@code left} bytes of
   * room: then the frame has the room.
   */
  public final boolean descend(int left) {
    if (left <= tailFloor) {
      return false;
    }
    room = left;
    return true;
  }

  /**
   * As {@link #descend}, for a call that pays for itself, and is made as a plain call within the
   * slice only: the end of a slice is noticed where the call is made otherwise, by the trampoline.
   * So the code that follows knows what both counts are, which {@link #slice} could have changed.
   */
  public final boolean spendAndDescend(int left) {
    int rest = reductions - 1;
    if (rest < 0 || left <= tailFloor) {
      return false;
    }
    reductions = rest;
    room = left;
    return true;
  }

  /**
   * The one plain value of a call's result: resolves tail calls and waits; first of several; nil of
   * none.
   */
  public final Object one(Object result) {
    return result instanceof Special special ? oneOf(special) : result;
  }

  private Object oneOf(Special special) {
    Object resolved = special.kind == Special.VALUES ? special : resolve(special);
    return firstOf(resolved);
  }

  /** All plain values of a call's result. */
  public final Object[] all(Object result) {
    if (!(result instanceof Special special)) {
      return new Object[] {result};
    }
    Object resolved = special.kind == Special.VALUES ? special : resolve(special);
    return resolved instanceof Special several ? several.values : new Object[] {resolved};
  }

  /** Makes pending tail calls and waits until there is a result: a plain value or VALUES. */
  private Object resolve(Special pending) {
    if (room < TAIL_SPAN / 2 || pending.kind == Special.WAIT && waitsElsewhere()) {
      // To wait on a platform thread costs ten times as much as on a virtual one, and a loop of
      // receives comes by here only once. Or: too little is left for the frames between here and
      // the callee's own hop. The whole loop goes to a segment.
      return hop(Segment.RESOLVE, new Object[] {pending});
    }
    int roomBefore = room;
    int floorBefore = tailFloor;
    room -= CALL_FRAMES;
    tailFloor = room - TAIL_SPAN;
    try {
      boolean waited = false;
      Object result = pending;
      while (result instanceof Special special && special.kind != Special.VALUES) {
        if (special.kind == Special.TAIL_CALL) {
          result = apply(special.function, special.values);
        } else {
          result = awaitDeep(special, waited);
          waited = true;
        }
      }
      return result;
    } finally {
      room = roomBefore;
      tailFloor = floorBefore;
    }
  }

  final Object firstOf(Object result) {
    return result instanceof Special several
        ? several.values.length == 0 ? Atom.NIL : several.values[0]
        : result;
  }

  /** Bytes of frames below this point, on all segments. */
  final long depth() {
    Extension present = extension();
    Segment current = present.segment;
    return current != null ? current.depth(room) : present.depthBelow + present.baseRoom - room;
  }

  static Object resolvePending(Process process, Object pending) {
    return ((Calls) process).resolve((Special) pending);
  }

  final Object apply(Fun function, Object[] values) {
    return switch (values.length) {
      case 0 -> function.call0(self());
      case 1 -> function.call1(self(), values[0]);
      case 2 -> function.call2(self(), values[0], values[1]);
      case 3 -> function.call3(self(), values[0], values[1], values[2]);
      case 4 -> function.call4(self(), values[0], values[1], values[2], values[3]);
      default -> function.callN(self(), values);
    };
  }

  /** Calls a function from Java code and gives its one plain value; keeps {@link #room} honest. */
  public final Object call(Fun function, Object... arguments) {
    int before = room;
    room -= CALL_FRAMES;
    try {
      return one(room < 0 ? applyOnNewSegment(function, arguments) : apply(function, arguments));
    } finally {
      room = before;
    }
  }

  /** As {@link #call}, all values. */
  public final Object[] callAll(Fun function, Object... arguments) {
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
  public final Object hop(MethodHandle function, Object[] arguments) {
    return Segment.hop(self(), function, arguments);
  }

  /** Called when the depth limit is reached: throws what the running code's language says. */
  final Throwable depthExceeded() {
    return node().languageHere(self()).depthExceeded(self());
  }
}
