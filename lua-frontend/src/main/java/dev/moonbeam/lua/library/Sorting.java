package dev.moonbeam.lua.library;

import dev.moonbeam.core.code.ModuleFun;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Comparison;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * {@code table.sort}: quicksort with the median of three, which makes the same comparisons and
 * exchanges as the reference implementation, so that elements that compare equal come out in the
 * same order. Recursion goes into the smaller part, so its depth is logarithmic.
 */
final class Sorting {
  /**
   * Parts larger than this take their pivot elsewhere than in the middle, once sorting goes badly:
   * at a place that looks random but depends on nothing but their bounds, so that a sort costs the
   * same each time.
   */
  private static final int LARGE = 100;

  /** Java frames between two comparisons of one sort, in bytes of stack. */
  private static final int FRAMES = 1024;

  private final Process process;
  private final Object table;
  private final @Nullable Fun order;

  /** The elements when they can be sorted in place; null: every access goes through the table. */
  private Object @Nullable [] elements;

  Sorting(Process process, Object table, Object order) {
    this.process = process;
    this.table = table;
    this.order = Arguments.isNil(order) ? null : (Fun) order;
  }

  void sort(int count) {
    if (order == null && Sequence.sortNumbers(process, table, count)) {
      return;
    }
    // A comparator may look at the table, or change it: with one, only elements that it cannot
    // reach are handled directly.
    elements = order == null ? Sequence.sortable(process, table, count) : null;
    LuaState state = LuaState.of(process);
    int nesting = state.nest(process);
    int unyieldable = state.forbidYield();
    if (order == null || order instanceof ModuleFun) {
      // Unlike the reference implementation's: a comparator written in Lua may yield.
      state.setUnyieldable(unyieldable);
    }
    int room = process.room;
    process.room -= FRAMES;
    try {
      sort(1, count, 0);
    } finally {
      process.room = room;
      state.setUnyieldable(unyieldable);
      state.unnest(nesting);
    }
  }

  private Object get(int index) {
    return elements != null ? elements[index - 1] : Sequence.get(process, table, index);
  }

  private void set(int index, Object value) {
    if (elements != null) {
      elements[index - 1] = value;
    } else {
      Sequence.set(process, table, index, value);
    }
  }

  private boolean less(Object a, Object b) {
    process.charge(1);
    return order == null
        ? Comparison.lt(process, a, b)
        : Comparison.truthy(process.one(order.call2(process, a, b)));
  }

  private void sort(int from, int to, int seed) {
    int lo = from;
    int up = to;
    int random = seed;
    while (lo < up) {
      Object first = get(lo);
      Object last = get(up);
      if (less(last, first)) {
        set(lo, last);
        set(up, first);
      }
      if (up - lo == 1) {
        return;
      }
      int p = up - lo < LARGE || random == 0 ? lo + up >>> 1 : pivot(lo, up, random);
      Object middle = get(p);
      first = get(lo);
      if (less(middle, first)) {
        set(p, first);
        set(lo, middle);
      } else {
        last = get(up);
        if (less(last, middle)) {
          set(p, last);
          set(up, middle);
        }
      }
      if (up - lo == 2) {
        return;
      }
      Object pivot = get(p);
      set(p, get(up - 1));
      set(up - 1, pivot);
      p = partition(lo, up, pivot);
      int smaller;
      if (p - lo < up - p) {
        sort(lo, p - 1, random);
        smaller = p - lo;
        lo = p + 1;
      } else {
        sort(p + 1, up, random);
        smaller = up - p;
        up = p - 1;
      }
      if ((up - lo) / 128 > smaller) {
        random = (int) ((31L * lo + up) * 0x9E3779B97F4A7C15L >>> 33) | 1;
      }
    }
  }

  private int partition(int lo, int up, Object pivot) {
    int i = lo;
    int j = up - 1;
    while (true) {
      Object a;
      while (less(a = get(++i), pivot)) {
        if (i == up - 1) {
          throw LuaTableLibrary.invalidOrder(process);
        }
      }
      Object b;
      while (less(pivot, b = get(--j))) {
        if (j < i) {
          throw LuaTableLibrary.invalidOrder(process);
        }
      }
      if (j < i) {
        set(up - 1, a);
        set(i, pivot);
        return i;
      }
      set(i, b);
      set(j, a);
    }
  }

  private static int pivot(int lo, int up, int random) {
    int quarter = (up - lo) / 4;
    return random % (quarter * 2) + lo + quarter;
  }
}
