package dev.moonbeam.core.term;

import java.util.Arrays;

/**
 * One hash of a term: every node, in order from left to right, is mixed into the hash. Iterative,
 * with its stack on the heap. Work is charged at one reduction for a node.
 */
final class TermHash {
  private static final int BATCH = 256;

  /** Smaller terms are covered by the cost of the operation itself. */
  private static final int FREE = 16;

  private static final Object[] NOTHING = {};

  private final WorkMeter meter;
  private Object[] stack = NOTHING;
  private int top;
  private int work;

  TermHash(WorkMeter meter) {
    this.meter = meter;
  }

  int run(Object start) {
    int hash = 0;
    Object term = start;
    for (; ; ) {
      tick();
      switch (term) {
        case Cons cell -> {
          hash = 31 * hash + 0x1157;
          // The tail waits while the head is done; a run of heads without parts needs no stack.
          Object next = cell;
          while (next instanceof Cons c && !isCompound(c.head)) {
            tick();
            hash = 31 * hash + TermOrder.leafHash(c.head);
            next = c.tail;
          }
          if (next instanceof Cons c) {
            push(c.tail);
            term = c.head;
          } else {
            term = next;
          }
          continue;
        }
        case Tuple tuple -> {
          hash = 31 * hash + tuple.size() + 0x7091;
          pushAll(tuple.elements());
        }
        case TermMap map -> {
          hash = 31 * hash + map.size() + 0x3AB5;
          pushAll(map.values());
          pushAll(map.keys());
        }
        default -> hash = 31 * hash + TermOrder.leafHash(term);
      }
      if (top == 0) {
        if (work >= FREE) {
          meter.charge(work);
        }
        return TermOrder.mix(hash);
      }
      term = stack[--top];
    }
  }

  private static boolean isCompound(Object term) {
    return term instanceof Cons || term instanceof Tuple || term instanceof TermMap;
  }

  private void pushAll(Object[] terms) {
    for (int i = terms.length - 1; i >= 0; i--) {
      push(terms[i]);
    }
    work += terms.length;
  }

  private void push(Object term) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, Math.max(16, top * 2));
    }
    stack[top++] = term;
  }

  private void tick() {
    if (++work >= BATCH) {
      int done = work;
      work = 0;
      meter.charge(done);
    }
  }
}
