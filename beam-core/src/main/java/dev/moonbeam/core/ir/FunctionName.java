package dev.moonbeam.core.ir;

/** A function of a module: name and number of parameters, as in {@code foo/2}. */
public record FunctionName(String name, int arity) {
  @Override
  public String toString() {
    return name + "/" + arity;
  }
}
