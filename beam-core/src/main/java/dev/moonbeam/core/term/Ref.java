package dev.moonbeam.core.term;

import org.jspecify.annotations.Nullable;

/**
 * A unique reference: from make_ref, monitors, aliases and timers; printed {@code #Ref<0.A.B.C>}.
 */
public final class Ref implements Term {
  private final long number;

  /**
   * What the reference stands for, where a library hands out something of its own in that shape (an
   * array of counters); it lives as long as somebody has the reference.
   */
  private final @Nullable Object referent;

  public Ref(long number) {
    this(number, null);
  }

  public Ref(long number, @Nullable Object referent) {
    this.number = number;
    this.referent = referent;
  }

  public @Nullable Object referent() {
    return referent;
  }

  public long number() {
    return number;
  }

  @Override
  public int kind() {
    return TermOrder.REFERENCE;
  }

  @Override
  public int compareSameKind(Object other) {
    return Long.compare(number, ((Ref) other).number);
  }

  @Override
  public int termHash() {
    return Long.hashCode(number) * 0x85EBCA6B;
  }

  @Override
  public String toString() {
    return "#Ref<0."
        + (number >>> 36)
        + "."
        + (number >>> 18 & 0x3FFFF)
        + "."
        + (number & 0x3FFFF)
        + ">";
  }
}
