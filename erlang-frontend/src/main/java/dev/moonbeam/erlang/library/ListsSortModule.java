package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Module {@code lists}: sorting in the standard order, of whole elements or by a key. All are
 * stable. Sorting by a function of the script is written in Erlang.
 */
@BuiltinModule("lists")
public final class ListsSortModule {
  private static final Atom CASE_CLAUSE = Atom.of("case_clause");

  private ListsSortModule() {}

  @Builtin("sort")
  public static Object sort(Process process, Object list) {
    Object[] elements = elements(process, list);
    sort(process, elements);
    return Lists.fromArray(process, elements, Nil.EMPTY);
  }

  @Builtin("usort")
  public static Object usort(Process process, Object list) {
    Object[] elements = elements(process, list);
    sort(process, elements);
    int kept = 0;
    for (Object element : elements) {
      if (kept == 0 || TermOrder.compare(elements[kept - 1], element, process) != 0) {
        elements[kept++] = element;
      }
    }
    return Lists.fromArray(process, elements, kept, Nil.EMPTY);
  }

  @Builtin("keysort")
  public static Object keysort(Process process, Object position, Object list) {
    Object[] elements = keyed(process, position, list);
    sort(process, elements, byKey(process, position));
    return Lists.fromArray(process, elements, Nil.EMPTY);
  }

  @Builtin("ukeysort")
  public static Object ukeysort(Process process, Object position, Object list) {
    Object[] elements = keyed(process, position, list);
    Comparator<Object> order = byKey(process, position);
    sort(process, elements, order);
    int kept = 0;
    for (Object element : elements) {
      if (kept == 0 || order.compare(elements[kept - 1], element) != 0) {
        elements[kept++] = element;
      }
    }
    return Lists.fromArray(process, elements, kept, Nil.EMPTY);
  }

  /** The elements are what {@link #keyed} gave for that position. */
  private static Comparator<Object> byKey(Process process, Object position) {
    int index = ((Long) position).intValue() - 1;
    return (a, b) -> TermOrder.compare(((Tuple) a).get(index), ((Tuple) b).get(index), process);
  }

  private static void sort(Process process, Object[] elements, Comparator<Object> order) {
    Arrays.sort(
        elements,
        (a, b) -> {
          process.charge(1);
          return order.compare(a, b);
        });
  }

  /** The elements, all of which are tuples with that position, unless there is only one. */
  private static Object[] keyed(Process process, Object position, Object list) {
    Object[] elements = Lists.toArray(process, list);
    if (!(position instanceof Long at) || at < 1) {
      throw Errors.functionClause(process, position, list);
    }
    if (elements == null) {
      throw list instanceof Cons
          ? Errors.functionClause(process, position, list)
          : Errors.error(process, new Tuple(CASE_CLAUSE, list));
    }
    if (elements.length == 1) {
      return elements;
    }
    for (Object element : elements) {
      if (!(element instanceof Tuple tuple) || tuple.size() < at) {
        throw Errors.errorWith(process, Errors.BADARG, position, element);
      }
    }
    return elements;
  }

  private static Object[] elements(Process process, Object list) {
    Object[] elements = Lists.toArray(process, list);
    if (elements == null) {
      throw Errors.functionClause(process, list);
    }
    return elements;
  }

  /** Stable, in the standard order: equal elements of different type keep their places. */
  private static void sort(Process process, Object[] elements) {
    if (allLongs(elements)) {
      process.charge((long) (elements.length * Math.log(elements.length + 1.0) / 20));
      Arrays.sort(elements, (a, b) -> Long.compare((Long) a, (Long) b));
      return;
    }
    int[] work = new int[1];
    Arrays.sort(
        elements,
        (a, b) -> {
          if ((++work[0] & 63) == 0) {
            process.charge(16);
          }
          return TermOrder.compare(a, b, process);
        });
  }

  private static boolean allLongs(Object[] elements) {
    for (Object element : elements) {
      if (!(element instanceof Long)) {
        return false;
      }
    }
    return true;
  }
}
