package dev.moonbeam.core.term;

/** A tuple. Immutable: whoever makes one hands over the array. */
public final class Tuple {
  public static final Tuple EMPTY = new Tuple();

  private final Object[] elements;

  public Tuple(Object... elements) {
    this.elements = elements;
  }

  public int size() {
    return elements.length;
  }

  /** Element by index from 0 (Erlang's element/2 counts from 1). */
  public Object get(int index) {
    return elements[index];
  }

  /** The elements themselves: not to be written. */
  public Object[] elements() {
    return elements;
  }

  @Override
  public boolean equals(Object other) {
    return TermOrder.exactlyEqual(this, other);
  }

  @Override
  public int hashCode() {
    return TermOrder.hash(this);
  }

  @Override
  public String toString() {
    return TermPrinter.print(this);
  }
}
