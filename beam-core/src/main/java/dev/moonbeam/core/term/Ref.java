package dev.moonbeam.core.term;

/**
 * A unique reference: from make_ref, monitors, aliases and timers; printed {@code #Ref<0.A.B.C>}.
 */
public final class Ref implements Term {
  private final long number;

  public Ref(long number) {
    this.number = number;
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
