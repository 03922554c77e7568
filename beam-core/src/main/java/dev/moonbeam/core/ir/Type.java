package dev.moonbeam.core.ir;

/**
 * How a value of the IR is held in the JVM. Inferred by a pass; a frontend may leave everything
 * {@link #TERM}.
 */
public enum Type {
  /** Any term, a Java reference. */
  TERM,
  /** A 64-bit integer in a JVM {@code long}. */
  LONG,
  /** A float in a JVM {@code double}. */
  DOUBLE,
  /**
   * A truth value in a JVM {@code int}: what conditions have. As a term: the atoms true and false.
   */
  BOOL,
  /**
   * A list of several results, as {@code Object[]}: Lua's varargs and expanded calls. Never a term.
   */
  VALUES
}
