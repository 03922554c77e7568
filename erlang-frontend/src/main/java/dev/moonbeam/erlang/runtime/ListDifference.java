package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import java.util.Arrays;

/**
 * {@code Left -- Right}: the left list without the first occurrence of each element of the right
 * one. In time n log n whatever the lists hold; what follows the last element that is dropped is
 * shared with the left list and not looked at.
 */
final class ListDifference {
  /** So many elements are looked through one after the other. */
  private static final int FEW = 8;

  /** Elements of the left list, or comparisons, between two charges. */
  private static final int BATCH = 1024;

  private final Process process;

  /** What is to be dropped, each once; in term order when there are many. */
  private final Object[] drop;

  /** How often each is still to be dropped. */
  private final int[] counts;

  private int different;
  private int remaining;
  private int compared;

  private ListDifference(Process process, Object[] right) {
    this.process = process;
    this.drop = right;
    this.counts = new int[right.length];
    this.remaining = right.length;
    if (right.length <= FEW) {
      Arrays.fill(counts, 1);
      different = right.length;
    } else {
      Arrays.sort(right, this::compare);
      for (Object element : right) {
        if (different == 0 || compare(drop[different - 1], element) != 0) {
          drop[different++] = element;
        }
        counts[different - 1]++;
      }
    }
  }

  static Object of(Process process, Object left, Object right) {
    int length = Lists.length(process, left);
    Object[] drop = length < 0 ? null : Lists.toArray(process, right);
    if (drop == null) {
      throw Errors.badarg(process, left, right);
    }
    return drop.length == 0 ? left : new ListDifference(process, drop).from(left, length);
  }

  private Object from(Object left, int length) {
    TermBuffer kept = new TermBuffer(process);
    Object rest = left;
    int seen = 0;
    while (remaining > 0 && rest instanceof Cons cell) {
      if ((++seen & BATCH - 1) == 0) {
        process.charge(BATCH >> 2);
      }
      if (!drops(cell.head)) {
        kept.add(cell.head);
      }
      rest = cell.tail;
    }
    process.charge((seen & BATCH - 1) >> 2);
    return rest == Nil.EMPTY && kept.size() == length ? left : kept.toList(rest);
  }

  private boolean drops(Object element) {
    int at = drop.length <= FEW ? find(element) : search(element);
    if (at < 0 || counts[at] == 0) {
      return false;
    }
    counts[at]--;
    remaining--;
    return true;
  }

  private int compare(Object left, Object right) {
    if ((++compared & BATCH - 1) == 0) {
      process.charge(BATCH >> 4);
    }
    return TermOrder.compareExact(left, right, process);
  }

  private int find(Object element) {
    for (int i = 0; i < different; i++) {
      if (counts[i] > 0 && TermOrder.exactlyEqual(element, drop[i], process)) {
        return i;
      }
    }
    return -1;
  }

  private int search(Object element) {
    int low = 0;
    int high = different - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = compare(drop[middle], element);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
