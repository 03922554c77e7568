package dev.moonbeam.core.term;

/**
 * What a value class of our own tells about itself so that terms of every kind can be ordered,
 * compared and hashed without the term package knowing them all (functions, pids, a language's
 * tables). Plain Java values (Long, BigInteger, Double) are terms too and do not implement this.
 */
public interface Term {
  /**
   * Place of this kind in the standard order of terms: one of the constants in {@link TermOrder}.
   */
  int kind();

  /** Order against another term of the same kind; 0 exactly when both are the same value. */
  int compareSameKind(Object other);

  /** Consistent with {@link #compareSameKind}; the same in every run. */
  int termHash();
}
