package dev.moonbeam.core.term;

/** A process identifier: compares equal to itself only; printed {@code <0.N.0>}. */
public final class Pid implements Term {
  private final long number;

  /** The process while it lives, for the owner node only; the core casts it. Cleared at its end. */
  public volatile @org.jspecify.annotations.Nullable Object target;

  public Pid(long number) {
    this.number = number;
  }

  public long number() {
    return number;
  }

  @Override
  public int kind() {
    return TermOrder.PID;
  }

  @Override
  public int compareSameKind(Object other) {
    return Long.compare(number, ((Pid) other).number);
  }

  @Override
  public int termHash() {
    return Long.hashCode(number) * 0x9E3779B9;
  }

  @Override
  public String toString() {
    return "<0." + (number & 0xFFFFFFF) + "." + (number >>> 28) + ">";
  }
}
