package dev.moonbeam.core.term;

/**
 * A list cell. The tail is a Cons, {@link Nil#EMPTY}, or anything else in an improper list. A cell
 * that anybody else than the code that makes a list has seen never changes.
 */
public final class Cons {
  public final Object head;

  /** Written by {@link #link} only. */
  public Object tail;

  public Cons(Object head, Object tail) {
    this.head = head;
    this.tail = tail;
  }

  /** A cell whose tail is yet to be linked. */
  public static Cons cell(Object head) {
    return new Cons(head, Nil.EMPTY);
  }

  /** Links {@code tail} to a cell whose list is still being made. */
  public static void link(Object cell, Object tail) {
    ((Cons) cell).tail = tail;
  }

  /** A proper list of the elements. */
  public static Object list(Object... elements) {
    return listWithTail(Nil.EMPTY, elements);
  }

  public static Object listWithTail(Object tail, Object... elements) {
    Object list = tail;
    for (int i = elements.length - 1; i >= 0; i--) {
      list = new Cons(elements[i], list);
    }
    return list;
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
