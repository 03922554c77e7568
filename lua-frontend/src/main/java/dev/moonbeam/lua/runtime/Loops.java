package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Binary;

/**
 * The checks of numerical {@code for} (manual, 3.3.5) and the steps of generic {@code for} that
 * need no call.
 *
 * <p>An integer loop is known by its first and its last value, so neither overflow nor a count past
 * 63 bits can go wrong:
 *
 * <pre>
 * if FOR_IS_INTEGER(start, step): if FOR_RUNS(start, limit, step): last = FOR_LAST(start, limit, step);
 *   i = start; loop { body; if i == last break; i = i + step }
 * else: limit = FOR_FLOAT_LIMIT(limit), step = FOR_FLOAT_STEP(step), i = FOR_FLOAT_START(start);
 *   if FOR_STARTS(i, limit, step): loop { body; i = i + step; if !FOR_GOES(i, limit, step) break }
 * </pre>
 */
public final class Loops {
  private Loops() {}

  // -------------------------------------------------------------------------------------------------- numerical, integer

  /** Whether the loop counts in integers: start and step are. */
  public static boolean isInteger(Object start, Object step) {
    return start instanceof Long && step instanceof Long;
  }

  /** Checks limit and step; whether the body runs at all. */
  public static boolean runs(Process process, long start, Object limit, long step) {
    return limit instanceof Long integer
        ? runs(process, start, (long) integer, step)
        : runsTo(process, start, limit, step);
  }

  private static boolean runsTo(Process process, long start, Object limit, long step) {
    if (step == 0) {
      throw zeroStep(process);
    }
    Object number = Numbers.toNumber(process, limit);
    if (number == null) {
      throw forError(process, "limit", limit);
    }
    if (number instanceof Long integer) {
      return step > 0 ? start <= integer : start >= integer;
    }
    double real = (Double) number;
    // A limit that is NaN counts as one below all integers.
    return step > 0 ? Comparison.le(start, real) : Double.isNaN(real) || Comparison.le(real, start);
  }

  /** The last value of a loop that runs. */
  public static long last(Process process, long start, Object limit, long step) {
    return limit instanceof Long integer
        ? last(start, (long) integer, step)
        : lastTo(process, start, limit, step);
  }

  private static long lastTo(Process process, long start, Object limit, long step) {
    Object number = Numbers.toNumber(process, limit);
    long end =
        number instanceof Long integer
            ? integer
            : number instanceof Double real ? clip(real, step) : start;
    return last(start, end, step);
  }

  public static long last(long start, long end, long step) {
    return step == 1 || step == -1 ? end : lastOf(start, end, step);
  }

  private static long lastOf(long start, long end, long step) {
    // Distance and step as unsigned numbers; -step of the smallest integer is right as such.
    return step > 0
        ? start + Long.divideUnsigned(end - start, step) * step
        : start + Long.divideUnsigned(start - end, -step) * step;
  }

  public static boolean runs(Process process, long start, long limit, long step) {
    if (step == 0) {
      throw zeroStep(process);
    }
    return step > 0 ? start <= limit : start >= limit;
  }

  private static Raise zeroStep(Process process) {
    return LuaError.raise(process, "'for' step is zero");
  }

  /** A float limit as the integer that ends the same loop. */
  private static long clip(double limit, long step) {
    if (Double.isNaN(limit)) {
      return Long.MIN_VALUE;
    }
    // Java's conversion saturates as the manual wants.
    return step > 0 ? (long) Math.floor(limit) : (long) Math.ceil(limit);
  }

  // ---------------------------------------------------------------------------------------------------- numerical, float

  public static double floatLimit(Process process, Object limit) {
    return number(process, "limit", limit);
  }

  public static double floatStep(Process process, Object step) {
    return number(process, "step", step);
  }

  /** The start, checked last; then the step must not be zero. */
  public static double floatStart(Process process, Object start, double step) {
    double value = number(process, "initial value", start);
    if (step == 0) {
      throw zeroStep(process);
    }
    return value;
  }

  /**
   * Whether the loop has a first turn: a NaN, which is not beyond anything, does not keep it from
   * that.
   */
  public static boolean starts(double value, double limit, double step) {
    return !(step > 0 ? limit < value : value < limit);
  }

  public static boolean goes(double value, double limit, double step) {
    return step > 0 ? value <= limit : limit <= value;
  }

  private static double number(Process process, String what, Object value) {
    if (value instanceof Double real) {
      return real;
    }
    if (value instanceof Long integer) {
      return integer;
    }
    if (value instanceof Binary && Numbers.toNumber(process, value) instanceof Number converted) {
      return converted.doubleValue();
    }
    throw forError(process, what, value);
  }

  private static RuntimeException forError(Process process, String what, Object value) {
    return LuaError.raise(
        process,
        "bad 'for' " + what + " (number expected, got " + LuaError.typeName(process, value) + ")");
  }

  // -------------------------------------------------------------------------------------------------------------- generic

  /**
   * An iterator of the library whose step {@link #iterate} makes without a call: {@code next} and
   * the function that {@code ipairs} gives.
   */
  public interface Iterator {
    /** The first result; a second one goes to {@link LuaState#iterationValue}. */
    Object step(Process process, LuaState state, Object subject, Object control);
  }

  /** Whether {@link #iterate} may stand for calling this function. */
  public static boolean iterates(Object function) {
    return function instanceof Iterator;
  }

  /**
   * One step: the new control value, nil at the end. The second value is what {@link #value} then
   * gives.
   */
  public static Object iterate(Process process, Object function, Object subject, Object control) {
    return ((Iterator) function).step(process, LuaState.of(process), subject, control);
  }

  public static Object value(Process process) {
    return LuaState.of(process).iterationValue;
  }
}
