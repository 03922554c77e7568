package dev.moonbeam.core.ir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the IR.
 *
 * @param name unique in its module; the arity counts {@code captured} and {@code parameters} but
 *     not {@code rest}
 * @param captured variables that closure conversion made parameters, in order, before the others;
 *     empty until then
 * @param parameters what a caller passes
 * @param rest of type VALUES: surplus arguments, for a variadic function; else null
 * @param strictArity true: a call with another number of arguments raises badarity; false: missing
 *     arguments are nil and surplus ones are dropped (or go to {@code rest})
 * @param body in tail position
 * @param displayName what stack traces show, e.g. {@code function 'area'} or {@code -loop/1-fun-0-}
 * @param line where it starts
 * @param self the first of {@code captured} is the function value itself, which its {@code Fun}
 *     passes (a closure that uses itself as a value keeps its identity that way); set by closure
 *     conversion only
 */
public record FunctionDef(
    FunctionName name,
    List<Variable> captured,
    List<Variable> parameters,
    @Nullable Variable rest,
    boolean strictArity,
    Expr body,
    String displayName,
    int line,
    boolean self) {

  public FunctionDef(
      FunctionName name,
      List<Variable> captured,
      List<Variable> parameters,
      @Nullable Variable rest,
      boolean strictArity,
      Expr body,
      String displayName,
      int line) {
    this(name, captured, parameters, rest, strictArity, body, displayName, line, false);
  }

  public FunctionDef withBody(Expr replaced) {
    return new FunctionDef(
        name, captured, parameters, rest, strictArity, replaced, displayName, line, self);
  }

  /** Captured, declared and rest parameters, in the order of the Java method's parameters. */
  public List<Variable> allParameters() {
    List<Variable> all = new ArrayList<>(captured);
    all.addAll(parameters);
    if (rest != null) {
      all.add(rest);
    }
    return all;
  }
}
