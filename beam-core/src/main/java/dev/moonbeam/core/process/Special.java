package dev.moonbeam.core.process;

import org.jspecify.annotations.Nullable;

/**
 * What a call returns when it is not one plain value. One final class, so that a call site needs a
 * single type test for all the rare cases:
 *
 * <ul>
 *   <li>{@link #VALUES}: none or several results (Lua);
 *   <li>{@link #TAIL_CALL}: a tail call still to be made: {@link #function} with {@link #values} as
 *       arguments;
 *   <li>{@link #WAIT}: a receive that found no matching message: {@link #function} (no arguments)
 *       scans the mailbox again and goes on; until {@link #deadline} at most.
 * </ul>
 *
 * {@link Process#one} and {@link Process#all} resolve one into plain values; a base (scheduler
 * loop, trampoline) decides itself what a WAIT costs: the scheduler just returns, any other caller
 * parks.
 */
public final class Special {
  public static final int VALUES = 0;
  public static final int TAIL_CALL = 1;
  public static final int WAIT = 2;

  public final int kind;
  public final @Nullable Fun function;
  public final Object[] values;

  /** System.nanoTime() at which a WAIT times out; Long.MAX_VALUE for never. */
  public final long deadline;

  private Special(int kind, @Nullable Fun function, Object[] values, long deadline) {
    this.kind = kind;
    this.function = function;
    this.values = values;
    this.deadline = deadline;
  }

  /** Results as a callee returns them: the value itself when there is exactly one. */
  public static Object values(Object[] results) {
    return results.length == 1 ? results[0] : new Special(VALUES, null, results, 0);
  }

  public static Special tailCall(Fun function, Object[] arguments) {
    return new Special(TAIL_CALL, function, arguments, 0);
  }

  public static Special waiting(Fun scan, long deadline) {
    return new Special(WAIT, scan, Fun.NO_ARGUMENTS, deadline);
  }
}
