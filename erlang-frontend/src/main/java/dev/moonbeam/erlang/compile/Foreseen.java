package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayList;
import java.util.List;

/** What is known of a value before the program runs. */
sealed interface Foreseen {
  /**
   * Terms made of others through variables may grow beyond the text that makes them; larger ones
   * are not followed.
   */
  int LARGEST = 10_000;

  Foreseen UNKNOWN = new Unknown();

  /** True or false. */
  Foreseen TRUTH = new Truth();

  /** Of an expression that does not return: what comes after it is never reached. */
  Foreseen NEVER = new Never();

  record Unknown() implements Foreseen {}

  record Truth() implements Foreseen {}

  record Never() implements Foreseen {}

  /**
   * This very term.
   *
   * @param size how many parts it has, however they are shared
   */
  record Constant(Object term, int size) implements Foreseen {}

  /** A tuple of that many elements. */
  record TupleOf(List<Foreseen> elements) implements Foreseen {}

  /** A list that is not empty. */
  record ConsOf(Foreseen head, Foreseen tail) implements Foreseen {}

  static Foreseen constant(Object term) {
    return new Constant(term, 1);
  }

  static Foreseen of(boolean value) {
    return constant(Atom.of(value));
  }

  /** A tuple of those elements: the term itself where all are known. */
  static Foreseen tuple(List<Foreseen> elements) {
    Object[] terms = new Object[elements.size()];
    long size = 1;
    for (int i = 0; i < terms.length; i++) {
      if (!(elements.get(i) instanceof Constant(Object term, int part))) {
        return new TupleOf(elements);
      }
      terms[i] = term;
      size += part;
    }
    return size > LARGEST ? new TupleOf(elements) : new Constant(new Tuple(terms), (int) size);
  }

  static Foreseen cons(Foreseen head, Foreseen tail) {
    return head instanceof Constant(Object first, int size)
            && tail instanceof Constant(Object rest, int more)
            && size + more < LARGEST
        ? new Constant(new Cons(first, rest), size + more + 1)
        : new ConsOf(head, tail);
  }

  /** Whether it can only be true or false. */
  default boolean isTruth() {
    return this instanceof Truth || isAtom(Atom.TRUE) || isAtom(Atom.FALSE);
  }

  default boolean isAtom(Atom atom) {
    return this instanceof Constant(Object term, _) && term == atom;
  }

  /** A tuple or cell that is a constant taken apart; anything else as it is. */
  default Foreseen apart() {
    if (this instanceof Constant(Tuple tuple, int size)) {
      List<Foreseen> elements = new ArrayList<>(tuple.size());
      for (int i = 0; i < tuple.size(); i++) {
        elements.add(new Constant(tuple.get(i), size));
      }
      return new TupleOf(elements);
    }
    if (this instanceof Constant(Cons cell, int size)) {
      return new ConsOf(new Constant(cell.head, size), new Constant(cell.tail, size));
    }
    return this;
  }
}
