package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.MessageTimers;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Numbers;
import dev.moonbeam.policy.Capability;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Time and timers. The monotonic clock is free; the calendar needs {@link Capability#CLOCK}. */
@BuiltinModule("erlang")
public final class TimeBifs {
  /** The longest timer of OTP: 2^32 - 1 milliseconds. */
  private static final long MOST_MILLISECONDS = (1L << 32) - 1;

  private static final BigInteger NANOSECONDS = BigInteger.valueOf(1_000_000_000);

  /** Before the last days of 1901 the C library of OTP knows no local time. */
  private static final long FIRST_LOCAL_YEAR = 1902;

  private static final Atom ABS = Atom.of("abs");
  private static final Atom ASYNC = Atom.of("async");
  private static final Atom INFO = Atom.of("info");

  private TimeBifs() {}

  /** Of a node: where its monotonic time begins, and the last value of {@code now/0}. */
  private static final class Clock {
    final long start = System.nanoTime();
    final AtomicLong lastNow = new AtomicLong();
    final AtomicLong unique = new AtomicLong();
  }

  private static Clock clock(Process process) {
    return (Clock) process.node().properties().computeIfAbsent(Clock.class, _ -> new Clock());
  }

  /** Of the node's monotonic clock, which begins with its first use. */
  static long nanoseconds(Process process) {
    return System.nanoTime() - clock(process).start;
  }

  @Builtin("monotonic_time")
  public static Object monotonicTime(Process process) {
    return nanoseconds(process);
  }

  @Builtin("monotonic_time")
  public static Object monotonicTime(Process process, Object unit) {
    return inUnit(process, nanoseconds(process), unit, unit);
  }

  @Builtin(value = "system_time", needs = Capability.CLOCK)
  public static Object systemTime(Process process) {
    return wallNanoseconds();
  }

  @Builtin(value = "system_time", needs = Capability.CLOCK)
  public static Object systemTime(Process process, Object unit) {
    return inUnit(process, wallNanoseconds(), unit, unit);
  }

  static long wallNanoseconds() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000 + now.getNano();
  }

  @Builtin(value = "time_offset", needs = Capability.CLOCK)
  public static Object timeOffset(Process process) {
    return wallNanoseconds() - nanoseconds(process);
  }

  @Builtin(value = "time_offset", needs = Capability.CLOCK)
  public static Object timeOffset(Process process, Object unit) {
    return inUnit(process, wallNanoseconds() - nanoseconds(process), unit, unit);
  }

  static Object inUnit(Process process, long nanoseconds, Object unit, Object... arguments) {
    BigInteger parts = anyUnit(unit);
    if (parts == null) {
      throw Errors.badarg(process, arguments);
    }
    return floorDivide(BigInteger.valueOf(nanoseconds).multiply(parts), NANOSECONDS);
  }

  private static Object floorDivide(BigInteger value, BigInteger by) {
    BigInteger[] parts = value.divideAndRemainder(by);
    return Numbers.normalize(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  /** 0 for what is no unit. */
  private static long unitsPerSecond(Object unit) {
    if (!(unit instanceof Atom atom)) {
      return 0;
    }
    return switch (atom.name()) {
      case "second", "seconds" -> 1;
      case "millisecond", "milli_seconds" -> 1_000;
      case "microsecond", "micro_seconds" -> 1_000_000;
      case "nanosecond", "nano_seconds", "native", "perf_counter" -> 1_000_000_000;
      default -> 0;
    };
  }

  @Builtin("convert_time_unit")
  public static Object convertTimeUnit(Process process, Object time, Object from, Object to) {
    BigInteger fromUnit = anyUnit(from);
    BigInteger toUnit = anyUnit(to);
    if (!Numbers.isInteger(time) || fromUnit == null || toUnit == null) {
      throw Errors.badarg(process, time, from, to);
    }
    return floorDivide(Numbers.big(time).multiply(toUnit), fromUnit);
  }

  /** Parts of a second, of any number; null for what is no unit. */
  private static @Nullable BigInteger anyUnit(Object unit) {
    if (Numbers.isInteger(unit)) {
      BigInteger parts = Numbers.big(unit);
      return parts.signum() > 0 ? parts : null;
    }
    long parts = unitsPerSecond(unit);
    return parts > 0 ? BigInteger.valueOf(parts) : null;
  }

  @Builtin(value = "timestamp", needs = Capability.CLOCK)
  public static Object timestamp(Process process) {
    return timestamp(wallNanoseconds() / 1000);
  }

  static Tuple timestamp(long microseconds) {
    return new Tuple(
        microseconds / 1_000_000_000_000L,
        microseconds / 1_000_000 % 1_000_000,
        microseconds % 1_000_000);
  }

  /** Strictly increasing on a node. */
  @Builtin(value = "now", needs = Capability.CLOCK)
  public static Object now(Process process) {
    long current = wallNanoseconds() / 1000;
    return timestamp(clock(process).lastNow.updateAndGet(last -> Math.max(last + 1, current)));
  }

  @Builtin("unique_integer")
  public static Object uniqueInteger(Process process) {
    return clock(process).unique.incrementAndGet() - (1L << 58);
  }

  @Builtin("unique_integer")
  public static Object uniqueInteger(Process process, Object modifiers) {
    boolean positive = false;
    Object rest = modifiers;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      positive |= cell.head == Atom.of("positive");
      if (cell.head != Atom.of("positive") && cell.head != Atom.of("monotonic")) {
        throw Errors.badarg(process, modifiers);
      }
    }
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, modifiers);
    }
    long number = clock(process).unique.incrementAndGet();
    return positive ? number : number - (1L << 58);
  }

  // ---- The calendar

  @Builtin(value = "date", needs = Capability.CLOCK)
  public static Object date(Process process) {
    return date(LocalDateTime.now());
  }

  @Builtin(value = "time", needs = Capability.CLOCK)
  public static Object time(Process process) {
    return time(LocalDateTime.now());
  }

  @Builtin(value = "localtime", needs = Capability.CLOCK)
  public static Object localtime(Process process) {
    return dateTime(LocalDateTime.now());
  }

  @Builtin(value = "universaltime", needs = Capability.CLOCK)
  public static Object universaltime(Process process) {
    return dateTime(LocalDateTime.now(ZoneOffset.UTC));
  }

  @Builtin(value = "localtime_to_universaltime", needs = Capability.CLOCK)
  public static Object localToUniversal(Process process, Object dateTime) {
    LocalDateTime local = dateTime(dateTime);
    if (local == null || local.getYear() < FIRST_LOCAL_YEAR) {
      throw Errors.badarg(process, dateTime);
    }
    return dateTime(
        local.atZone(ZoneId.systemDefault()).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
  }

  /** As for a time of the zone's standard time (false) or summer time (true). */
  @Builtin(value = "localtime_to_universaltime", needs = Capability.CLOCK)
  public static Object localToUniversal(Process process, Object dateTime, Object isSummer) {
    if (isSummer == Atom.UNDEFINED) {
      return localToUniversal(process, dateTime);
    }
    LocalDateTime local = dateTime(dateTime);
    if (local == null
        || local.getYear() < FIRST_LOCAL_YEAR
        || isSummer != Atom.TRUE && isSummer != Atom.FALSE) {
      throw Errors.badarg(process, dateTime, isSummer);
    }
    ZoneRules rules = ZoneId.systemDefault().getRules();
    Instant about = local.toInstant(rules.getOffset(local));
    ZoneOffset offset =
        isSummer == Atom.TRUE ? rules.getOffset(about) : rules.getStandardOffset(about);
    return dateTime(LocalDateTime.ofInstant(local.toInstant(offset), ZoneOffset.UTC));
  }

  @Builtin(value = "universaltime_to_localtime", needs = Capability.CLOCK)
  public static Object universalToLocal(Process process, Object dateTime) {
    LocalDateTime universal = dateTime(dateTime);
    if (universal == null || universal.getYear() < FIRST_LOCAL_YEAR) {
      throw Errors.badarg(process, dateTime);
    }
    return dateTime(
        universal
            .atZone(ZoneOffset.UTC)
            .withZoneSameInstant(ZoneId.systemDefault())
            .toLocalDateTime());
  }

  @Builtin("universaltime_to_posixtime")
  public static Object universalToPosix(Process process, Object dateTime) {
    LocalDateTime universal = dateTime(dateTime);
    if (universal == null) {
      throw Errors.badarg(process, dateTime);
    }
    return universal.toEpochSecond(ZoneOffset.UTC);
  }

  @Builtin("posixtime_to_universaltime")
  public static Object posixToUniversal(Process process, Object seconds) {
    if (seconds instanceof Long n && Math.abs(n) < 1L << 40) {
      return dateTime(LocalDateTime.ofEpochSecond(n, 0, ZoneOffset.UTC));
    }
    throw Errors.badarg(process, seconds);
  }

  private static Tuple date(LocalDateTime time) {
    return new Tuple(
        (long) time.getYear(), (long) time.getMonthValue(), (long) time.getDayOfMonth());
  }

  private static Tuple time(LocalDateTime time) {
    return new Tuple((long) time.getHour(), (long) time.getMinute(), (long) time.getSecond());
  }

  private static Tuple dateTime(LocalDateTime time) {
    return new Tuple(date(time), time(time));
  }

  private static @Nullable LocalDateTime dateTime(Object term) {
    if (term instanceof Tuple pair
        && pair.size() == 2
        && pair.get(0) instanceof Tuple date
        && date.size() == 3
        && pair.get(1) instanceof Tuple time
        && time.size() == 3
        && date.get(0) instanceof Long year
        && date.get(1) instanceof Long month
        && date.get(2) instanceof Long day
        && time.get(0) instanceof Long hour
        && time.get(1) instanceof Long minute
        && time.get(2) instanceof Long second) {
      try {
        return LocalDateTime.of(
            Math.toIntExact(year),
            Math.toIntExact(month),
            Math.toIntExact(day),
            Math.toIntExact(hour),
            Math.toIntExact(minute),
            Math.toIntExact(second));
      } catch (DateTimeException | ArithmeticException e) {
        // No such day or time: badarg.
        return null;
      }
    }
    return null;
  }

  // ---- Timers

  @Builtin(value = "send_after", cost = 5)
  public static Object sendAfter(Process process, Object time, Object to, Object message) {
    return start(process, time, to, message, Nil.EMPTY, false, time, to, message);
  }

  @Builtin(value = "send_after", cost = 5)
  public static Object sendAfter(
      Process process, Object time, Object to, Object message, Object options) {
    return start(process, time, to, message, options, false, time, to, message, options);
  }

  @Builtin(value = "start_timer", cost = 5)
  public static Object startTimer(Process process, Object time, Object to, Object message) {
    return start(process, time, to, message, Nil.EMPTY, true, time, to, message);
  }

  @Builtin(value = "start_timer", cost = 5)
  public static Object startTimer(
      Process process, Object time, Object to, Object message, Object options) {
    return start(process, time, to, message, options, true, time, to, message, options);
  }

  private static Object start(
      Process process,
      Object time,
      Object to,
      Object message,
      Object options,
      boolean wrap,
      Object... arguments) {
    Boolean absolute = flag(options, ABS);
    if (!(time instanceof Long milliseconds)
        || !(to instanceof Pid) && !(to instanceof Atom)
        || absolute == null) {
      throw Errors.badarg(process, arguments);
    }
    long now = System.nanoTime();
    long wait = absolute ? milliseconds - nanoseconds(process) / 1_000_000 : milliseconds;
    if (wait > MOST_MILLISECONDS || !absolute && wait < 0) {
      throw Errors.badarg(process, arguments);
    }
    return MessageTimers.start(process, now + Math.max(0, wait) * 1_000_000, to, message, wrap);
  }

  /** Whether the options {@code [{Key, Boolean}]} have the flag; null when they are wrong. */
  private static @Nullable Boolean flag(Object options, Atom key) {
    boolean set = false;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (!(cell.head instanceof Tuple option)
          || option.size() != 2
          || option.get(1) != Atom.TRUE && option.get(1) != Atom.FALSE) {
        return null;
      }
      if (option.get(0) == key) {
        set = option.get(1) == Atom.TRUE;
      } else if (option.get(0) != ASYNC && option.get(0) != INFO) {
        return null;
      }
    }
    return rest == Nil.EMPTY ? Boolean.valueOf(set) : null;
  }

  @Builtin("cancel_timer")
  public static Object cancelTimer(Process process, Object timer) {
    if (timer instanceof Ref reference) {
      return left(MessageTimers.cancel(process, reference));
    }
    throw Errors.badarg(process, timer);
  }

  @Builtin("cancel_timer")
  public static Object cancelTimer(Process process, Object timer, Object options) {
    Boolean async = flag(options, ASYNC);
    if (!(timer instanceof Ref reference) || async == null) {
      throw Errors.badarg(process, timer, options);
    }
    Object result = left(MessageTimers.cancel(process, reference));
    boolean info = true;
    for (Object rest = options; rest instanceof Cons cell; rest = cell.tail) {
      if (((Tuple) cell.head).get(0) == INFO) {
        info = ((Tuple) cell.head).get(1) == Atom.TRUE;
      }
    }
    if (async) {
      if (info) {
        process.send(process.pid(), new Tuple(Atom.of("cancel_timer"), timer, result));
      }
      return Atom.OK;
    }
    return info ? result : Atom.OK;
  }

  @Builtin("read_timer")
  public static Object readTimer(Process process, Object timer) {
    if (timer instanceof Ref reference) {
      return left(MessageTimers.left(process, reference));
    }
    throw Errors.badarg(process, timer);
  }

  @Builtin("read_timer")
  public static Object readTimer(Process process, Object timer, Object options) {
    return readTimer(process, timer);
  }

  private static Object left(long nanoseconds) {
    return nanoseconds < 0 ? Atom.FALSE : (Object) ((nanoseconds + 999_999) / 1_000_000);
  }
}
