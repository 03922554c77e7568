package dev.moonbeam.core.term;

/**
 * A term that is equal to nothing but itself, and whose place among its like says nothing: a table,
 * a coroutine, an open file.
 */
public interface IdentityTerm extends Term {
  @Override
  default int kind() {
    return TermOrder.OPAQUE;
  }

  @Override
  default int compareSameKind(Object other) {
    return this == other ? 0 : termHash() <= ((Term) other).termHash() ? -1 : 1;
  }

  @Override
  default int termHash() {
    return System.identityHashCode(this);
  }
}
