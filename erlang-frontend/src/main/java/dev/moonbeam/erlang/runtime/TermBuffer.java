package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import java.util.Arrays;

/**
 * A growing array of terms under way to a list or tuple; asks the process before it takes a lot of
 * memory.
 */
public final class TermBuffer {
  private final Process process;
  private Object[] terms;
  private int size;

  public TermBuffer(Process process) {
    this(process, 16);
  }

  public TermBuffer(Process process, int expected) {
    this.process = process;
    this.terms = new Object[Math.max(4, expected)];
  }

  public void add(Object term) {
    if (size == terms.length) {
      if (size > 4096) {
        process.reserve(16L * size);
        process.charge(size >> 4);
      }
      terms = Arrays.copyOf(terms, size * 2);
    }
    terms[size++] = term;
  }

  public int size() {
    return size;
  }

  public Object get(int index) {
    return terms[index];
  }

  /** The list of what was added, in front of a tail. */
  public Object toList(Object tail) {
    return Lists.fromArray(process, terms, size, tail);
  }

  /** What was added, in an array of its own. */
  public Object[] toArray() {
    return Arrays.copyOf(terms, size);
  }
}
