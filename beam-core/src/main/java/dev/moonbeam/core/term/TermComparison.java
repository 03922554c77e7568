package dev.moonbeam.core.term;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of two terms, left to right, deciding at the first difference. What remains to be
 * compared is kept on a stack on the heap, made only when compound terms nest, so that neither a
 * deep term nor a long list uses Java stack.
 *
 * <p>Work is charged at one reduction for a node visited.
 */
final class TermComparison {
  /** Nodes between two charges. */
  private static final int BATCH = 256;

  /** Smaller terms are covered by the cost of the operation itself. */
  private static final int FREE = 16;

  /**
   * How deep large maps may be nested as keys of large maps before their order is no longer by
   * sorted keys.
   */
  private static final int SORT_DEPTH = 64;

  private final boolean exact;
  private final boolean equalityOnly;
  private final WorkMeter meter;
  private final int depth;
  private Frame @Nullable [] stack;
  private int top;
  private int work;

  /**
   * @param exact whether integers and floats differ ({@code =:=}, order of map keys)
   * @param equalityOnly whether any result but zero will do for what differs
   */
  TermComparison(boolean exact, boolean equalityOnly, WorkMeter meter) {
    this(exact, equalityOnly, meter, 0);
  }

  private TermComparison(boolean exact, boolean equalityOnly, WorkMeter meter, int depth) {
    this.exact = exact;
    this.equalityOnly = equalityOnly;
    this.meter = meter;
    this.depth = depth;
  }

  /** Two sequences of which the elements from {@code index} on are still to be compared. */
  private static final class Frame {
    final Object[] left;
    final Object[] right;
    final boolean exact;
    int index;

    Frame(Object[] left, Object[] right, int index, boolean exact) {
      this.left = left;
      this.right = right;
      this.index = index;
      this.exact = exact;
    }
  }

  int run(Object left, Object right) {
    int order = walk(left, right);
    if (work >= FREE) {
      meter.charge(work);
    }
    return order;
  }

  private int walk(Object first, Object second) {
    Object left = first;
    Object right = second;
    boolean exactly = exact;
    for (; ; ) {
      // Invariant: everything to the left of this pair was equal; what is right of it is on the
      // stack.
      if (!nested(left, right)) {
        int order = leaf(left, right, exactly);
        if (order != 0) {
          return order;
        }
      } else if (left instanceof Cons l) {
        Cons r = (Cons) right;
        tick();
        if (nested(l.head, r.head)) {
          push(new Object[] {l.tail}, new Object[] {r.tail}, exactly);
          left = l.head;
          right = r.head;
          continue;
        }
        int order = leaf(l.head, r.head, exactly);
        if (order != 0) {
          return order;
        }
        left = l.tail;
        right = r.tail;
        continue;
      } else if (left instanceof Tuple l) {
        tick();
        Tuple r = (Tuple) right;
        if (l.size() != r.size()) {
          return Integer.compare(l.size(), r.size());
        }
        push(l.elements(), r.elements(), exactly);
      } else {
        tick();
        TermMap l = (TermMap) left;
        TermMap r = (TermMap) right;
        if (l.size() != r.size()) {
          return Integer.compare(l.size(), r.size());
        }
        pushMaps(l, r, exactly);
      }
      // Take the next pair that needs the loop above; elements without parts are compared right
      // here.
      Frame frame = null;
      while (top > 0) {
        Frame candidate = peek();
        int index = candidate.index;
        Object[] ls = candidate.left;
        Object[] rs = candidate.right;
        while (index < ls.length && !nested(ls[index], rs[index])) {
          int order = leaf(ls[index], rs[index], candidate.exact);
          if (order != 0) {
            return order;
          }
          index++;
        }
        candidate.index = index + 1;
        if (index + 1 >= ls.length) {
          top--;
        }
        if (index < ls.length) {
          frame = candidate;
          left = ls[index];
          right = rs[index];
          exactly = candidate.exact;
          break;
        }
      }
      if (frame == null) {
        return 0;
      }
    }
  }

  /** Both compound and of the same kind: the only pairs that have parts to compare. */
  private static boolean nested(Object left, Object right) {
    return left != right
        && (left instanceof Cons && right instanceof Cons
            || left instanceof Tuple && right instanceof Tuple
            || left instanceof TermMap && right instanceof TermMap);
  }

  private int leaf(Object left, Object right, boolean exactly) {
    tick();
    if (left == right) {
      return 0;
    }
    int kind = TermOrder.kindOf(left);
    int otherKind = TermOrder.kindOf(right);
    if (kind != otherKind) {
      return kind < otherKind ? -1 : 1;
    }
    switch (kind) {
      case TermOrder.NUMBER -> {
        if (left instanceof BigInteger big && right instanceof BigInteger) {
          work += big.bitLength() >> 8;
        }
        if (exactly && left instanceof Double != right instanceof Double) {
          return left instanceof Double ? 1 : -1;
        }
        return TermOrder.compareNumbers(left, right);
      }
      case TermOrder.BITSTRING -> {
        if (left instanceof Binary l && right instanceof Binary r) {
          work += Math.min(l.length(), r.length()) >> 6;
        }
        return ((Term) left).compareSameKind(right);
      }
      case TermOrder.OPAQUE -> {
        if (left.getClass() != right.getClass() || !(left instanceof Term)) {
          int byClass = left.getClass().getName().compareTo(right.getClass().getName());
          return byClass != 0
              ? byClass
              : Integer.compare(System.identityHashCode(left), System.identityHashCode(right));
        }
        return ((Term) left).compareSameKind(right);
      }
      default -> {
        return ((Term) left).compareSameKind(right);
      }
    }
  }

  /**
   * Maps of equal size: first all keys, in order, then all values. For equality the tries' own
   * order will do, as equal maps have tries of equal shape.
   */
  private void pushMaps(TermMap left, TermMap right, boolean exactly) {
    Object[] leftKeys = left.keys();
    Object[] rightKeys = right.keys();
    work += leftKeys.length;
    Object[] leftValues;
    Object[] rightValues;
    if (equalityOnly || left.isSorted() || depth >= SORT_DEPTH) {
      leftValues = left.values();
      rightValues = right.values();
    } else {
      leftValues = sorted(left, leftKeys);
      rightValues = sorted(right, rightKeys);
    }
    push(leftValues, rightValues, exactly);
    push(leftKeys, rightKeys, true);
  }

  /** Sorts the keys in place and gives the values in the same order. */
  private Object[] sorted(TermMap map, Object[] keys) {
    Arrays.sort(keys, (a, b) -> new TermComparison(true, false, meter, depth + 1).run(a, b));
    Object[] values = new Object[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[i] = map.get(keys[i], meter);
    }
    return values;
  }

  private void push(Object[] left, Object[] right, boolean exactly) {
    if (left.length == 0) {
      return;
    }
    Frame[] frames = stack;
    if (frames == null) {
      frames = stack = new Frame[8];
    } else if (top == frames.length) {
      frames = stack = Arrays.copyOf(frames, top * 2);
    }
    frames[top++] = new Frame(left, right, 0, exactly);
  }

  private Frame peek() {
    Frame[] frames = stack;
    if (frames == null) {
      throw new IllegalStateException();
    }
    return frames[top - 1];
  }

  private void tick() {
    if (++work >= BATCH) {
      int done = work;
      work = 0;
      meter.charge(done);
    }
  }
}
