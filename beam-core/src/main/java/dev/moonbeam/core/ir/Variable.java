package dev.moonbeam.core.ir;

/**
 * A variable of the core IR, bound exactly once. Identity is the variable; the name is for printing
 * and for error messages only. The type starts as what the frontend knows and is narrowed by
 * inference.
 */
public final class Variable {
  private final String name;
  private Type type;

  public Variable(String name, Type type) {
    this.name = name;
    this.type = type;
  }

  public Variable(String name) {
    this(name, Type.TERM);
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  public void type(Type narrowed) {
    type = narrowed;
  }

  @Override
  public String toString() {
    return name;
  }
}
