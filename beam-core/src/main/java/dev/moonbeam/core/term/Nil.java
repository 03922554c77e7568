package dev.moonbeam.core.term;

/** The empty list {@code []}. Not Lua's nil, which is the atom {@link Atom#NIL}. */
public final class Nil implements Term {
  public static final Nil EMPTY = new Nil();

  private Nil() {}

  @Override
  public int kind() {
    return TermOrder.NIL;
  }

  @Override
  public int compareSameKind(Object other) {
    return 0;
  }

  @Override
  public int termHash() {
    return 0x3C9D;
  }

  @Override
  public String toString() {
    return "[]";
  }
}
