package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.library.AtomicsModule.Atomics;
import dev.moonbeam.erlang.runtime.Errors;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code counters}: arrays of 64-bit counters, which are {@link AtomicsModule}'s. Writing
 * concurrently is what those are good at, so both kinds are the same.
 */
@BuiltinModule("counters")
public final class CountersModule {
  private static final Atom ATOMICS = Atom.of("atomics");
  private static final Atom WRITE_CONCURRENCY = Atom.of("write_concurrency");
  private static final Atom SIZE = Atom.of("size");
  private static final Atom MEMORY = Atom.of("memory");

  private CountersModule() {}

  @Builtin("new")
  public static Object make(Process process, Object size, Object options) {
    Object kind = ATOMICS;
    Object rest = options;
    while (rest instanceof Cons cell && (cell.head == ATOMICS || cell.head == WRITE_CONCURRENCY)) {
      kind = cell.head;
      rest = cell.tail;
    }
    Ref made = rest == Nil.EMPTY ? AtomicsModule.make(process, size, true) : null;
    if (made == null) {
      throw Errors.badarg(process, size, options);
    }
    return new Tuple(kind, made);
  }

  private static @Nullable Atomics of(Object counters) {
    boolean shape =
        counters instanceof Tuple pair
            && pair.size() == 2
            && (pair.get(0) == ATOMICS || pair.get(0) == WRITE_CONCURRENCY);
    return shape ? AtomicsModule.of(((Tuple) counters).get(1)) : null;
  }

  /** The place of a counter, -1 when it has none. */
  private static int place(@Nullable Atomics atomics, Object index) {
    return atomics != null && index instanceof Long at && at >= 1 && at <= atomics.values().length()
        ? at.intValue() - 1
        : -1;
  }

  @Builtin("get")
  public static Object get(Process process, Object counters, Object index) {
    Atomics atomics = of(counters);
    int place = place(atomics, index);
    if (atomics == null || place < 0) {
      throw Errors.badarg(process, counters, index);
    }
    return atomics.values().get(place);
  }

  @Builtin("add")
  public static Object add(Process process, Object counters, Object index, Object increment) {
    Atomics atomics = of(counters);
    int place = place(atomics, index);
    Long number = AtomicsModule.wrapped(increment);
    if (atomics == null || place < 0 || number == null) {
      throw Errors.badarg(process, counters, index, increment);
    }
    atomics.values().getAndAdd(place, number);
    return Atom.OK;
  }

  @Builtin("sub")
  public static Object sub(Process process, Object counters, Object index, Object decrement) {
    Atomics atomics = of(counters);
    int place = place(atomics, index);
    Long number = AtomicsModule.wrapped(decrement);
    if (atomics == null || place < 0 || number == null) {
      throw Errors.badarg(process, counters, index, decrement);
    }
    atomics.values().getAndAdd(place, -number);
    return Atom.OK;
  }

  @Builtin("put")
  public static Object put(Process process, Object counters, Object index, Object value) {
    Atomics atomics = of(counters);
    int place = place(atomics, index);
    if (atomics == null || place < 0 || !(value instanceof Long number)) {
      throw Errors.badarg(process, counters, index, value);
    }
    atomics.values().set(place, number);
    return Atom.OK;
  }

  @Builtin("info")
  public static Object info(Process process, Object counters) {
    Atomics atomics = of(counters);
    if (atomics == null) {
      throw Errors.badarg(process, counters);
    }
    long size = atomics.values().length();
    return TermMap.of(SIZE, size, MEMORY, 8 * size + 40);
  }
}
