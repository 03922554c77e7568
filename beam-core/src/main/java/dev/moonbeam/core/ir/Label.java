package dev.moonbeam.core.ir;

import java.util.List;

/**
 * A join point: a JVM label with parameters that are local slots. Bound once by a {@link
 * Expr.Join}, entered by {@link Expr.Jump}. Every jump stands in tail position with respect to its
 * join; the linter checks it.
 */
public final class Label {
  private final String name;
  private final List<Variable> parameters;

  public Label(String name, List<Variable> parameters) {
    this.name = name;
    this.parameters = List.copyOf(parameters);
  }

  public String name() {
    return name;
  }

  public List<Variable> parameters() {
    return parameters;
  }

  @Override
  public String toString() {
    return name;
  }
}
