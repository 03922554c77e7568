package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Numbers;
import dev.moonbeam.erlang.runtime.Operators;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code atomics}: arrays of 64-bit integers that processes change without a lock. An array
 * is a reference and is collected when nobody has it.
 */
@BuiltinModule("atomics")
public final class AtomicsModule {
  private static final Atom SIGNED = Atom.of("signed");
  private static final Atom SIZE = Atom.of("size");
  private static final Atom MAX = Atom.of("max");
  private static final Atom MIN = Atom.of("min");
  private static final Atom MEMORY = Atom.of("memory");
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  /** A gigabyte of them. */
  private static final long LARGEST = 1L << 27;

  private AtomicsModule() {}

  /** An array and how its numbers are read. */
  record Atomics(AtomicLongArray values, boolean signed) {
    Object term(long value) {
      return signed || value >= 0 ? (Object) value : BigInteger.valueOf(value).add(TWO_64);
    }
  }

  /** Makes an array; null when the size is none. */
  static @Nullable Ref make(Process process, Object size, boolean signed) {
    if (size instanceof BigInteger huge && huge.signum() > 0) {
      throw Errors.systemLimit(process, size);
    }
    if (!(size instanceof Long count) || count < 1) {
      return null;
    }
    process.reserve(Math.min(count, 1L << 50) * 8);
    if (count > LARGEST) {
      throw Errors.systemLimit(process, size);
    }
    AtomicLongArray values = new AtomicLongArray(count.intValue());
    Ref made = new Ref(process.makeReference().number(), new Atomics(values, signed));
    process.allocated(values, 8 * count + 64);
    return made;
  }

  @Builtin("new")
  public static Object make(Process process, Object size, Object options) {
    boolean signed = true;
    Object rest = options;
    while (rest instanceof Cons cell
        && cell.head instanceof Tuple option
        && option.size() == 2
        && option.get(0) == SIGNED
        && option.get(1) instanceof Atom value
        && (value == Atom.TRUE || value == Atom.FALSE)) {
      signed = value == Atom.TRUE;
      rest = cell.tail;
    }
    Ref made = rest == Nil.EMPTY ? make(process, size, signed) : null;
    if (made == null) {
      throw Errors.badarg(process, size, options);
    }
    return made;
  }

  /** The array of a reference; null when it has none. */
  static @Nullable Atomics of(Object reference) {
    return reference instanceof Ref ref && ref.referent() instanceof Atomics atomics
        ? atomics
        : null;
  }

  /** A number to add, of at most 64 bits: what is above the largest wraps around; else null. */
  static @Nullable Long wrapped(Object number) {
    return switch (number) {
      case Long value -> value;
      case BigInteger big when big.signum() > 0 && big.bitLength() <= 64 -> big.longValue();
      default -> null;
    };
  }

  private interface Action {
    Object apply(Atomics atomics, int index, long operand);
  }

  /** Does something with one number, after looking at the arguments. */
  private static Object on(
      Process process, Object reference, Object index, Object operand, Action action) {
    Atomics atomics = of(reference);
    if (atomics == null
        || !(index instanceof Long at)
        || at < 1
        || at > atomics.values.length()
        || !Numbers.isInteger(operand)) {
      throw badarg(process, reference, index, operand);
    }
    if (operand instanceof Long number) {
      if (!atomics.signed && number < 0 && action != ADD && action != ADD_GET) {
        throw badarg(process, reference, index, operand);
      }
      return action.apply(atomics, at.intValue() - 1, number);
    }
    // To add a number above the largest wraps around, as every overflow does.
    BigInteger big = (BigInteger) operand;
    boolean adds = action == ADD || action == ADD_GET;
    boolean fits = (adds || !atomics.signed) && big.signum() > 0 && big.bitLength() <= 64;
    if (!fits) {
      throw badarg(process, reference, index, operand);
    }
    return action.apply(atomics, at.intValue() - 1, big.longValue());
  }

  private static Raise badarg(Process process, Object... arguments) {
    return Errors.badarg(process, arguments);
  }

  private static final Action PUT =
      (atomics, index, value) -> {
        atomics.values.set(index, value);
        return Atom.OK;
      };

  private static final Action ADD =
      (atomics, index, value) -> {
        atomics.values.getAndAdd(index, value);
        return Atom.OK;
      };

  private static final Action ADD_GET =
      (atomics, index, value) -> atomics.term(atomics.values.addAndGet(index, value));

  private static final Action EXCHANGE =
      (atomics, index, value) -> atomics.term(atomics.values.getAndSet(index, value));

  @Builtin("put")
  public static Object put(Process process, Object reference, Object index, Object value) {
    return on(process, reference, index, value, PUT);
  }

  @Builtin("get")
  public static Object get(Process process, Object reference, Object index) {
    Atomics atomics = of(reference);
    if (atomics == null || !(index instanceof Long at) || at < 1 || at > atomics.values.length()) {
      throw Errors.badarg(process, reference, index);
    }
    return atomics.term(atomics.values.get(at.intValue() - 1));
  }

  @Builtin("add")
  public static Object add(Process process, Object reference, Object index, Object increment) {
    return on(process, reference, index, increment, ADD);
  }

  @Builtin("add_get")
  public static Object addGet(Process process, Object reference, Object index, Object increment) {
    return on(process, reference, index, increment, ADD_GET);
  }

  @Builtin("sub")
  public static Object sub(Process process, Object reference, Object index, Object decrement) {
    return on(process, reference, index, negated(process, decrement), ADD);
  }

  @Builtin("sub_get")
  public static Object subGet(Process process, Object reference, Object index, Object decrement) {
    return on(process, reference, index, negated(process, decrement), ADD_GET);
  }

  private static Object negated(Process process, Object number) {
    return Numbers.isInteger(number) ? Operators.negate(process, number) : number;
  }

  @Builtin("exchange")
  public static Object exchange(Process process, Object reference, Object index, Object value) {
    return on(process, reference, index, value, EXCHANGE);
  }

  @Builtin("compare_exchange")
  public static Object compareExchange(
      Process process, Object reference, Object index, Object expected, Object value) {
    long[] wanted = new long[1];
    on(
        process,
        reference,
        index,
        expected,
        (_, _, number) -> {
          wanted[0] = number;
          return Atom.OK;
        });
    return on(
        process,
        reference,
        index,
        value,
        (atomics, at, number) -> {
          long seen = atomics.values.compareAndExchange(at, wanted[0], number);
          return seen == wanted[0] ? Atom.OK : atomics.term(seen);
        });
  }

  @Builtin("info")
  public static Object info(Process process, Object reference) {
    Atomics atomics = of(reference);
    if (atomics == null) {
      throw Errors.badarg(process, reference);
    }
    boolean signed = atomics.signed;
    return TermMap.of(
        MAX,
        atomics.term(signed ? Long.MAX_VALUE : -1),
        MIN,
        signed ? Long.MIN_VALUE : 0L,
        SIZE,
        (long) atomics.values.length(),
        MEMORY,
        8L * atomics.values.length() + 40);
  }
}
