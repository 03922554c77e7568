package dev.moonbeam.engine;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;

/**
 * An object of a functional interface as a function of scripts. Missing arguments are null, surplus
 * ones are dropped, the rest are coerced to the types that the method declares. What the object
 * throws becomes an error that the script can catch ({@link HostCall}).
 */
final class HostFunction extends Fun {
  /**
   * Reductions for crossing over: reflection, conversions of small arguments. Beside what {@link
   * ToHost} charges.
   */
  private static final int COST = 20;

  private final Callables callables;
  private final Object target;
  private final FunctionalMethod method;
  private final LanguageBridge bridge;

  HostFunction(Callables callables, Object target, FunctionalMethod method, LanguageBridge bridge) {
    this.callables = callables;
    this.target = target;
    this.method = method;
    this.bridge = bridge;
  }

  Object target() {
    return target;
  }

  @Override
  public int arity() {
    return method.method().getParameterCount();
  }

  @Override
  public String displayName() {
    return "function '" + method.method().getDeclaringClass().getSimpleName() + "'";
  }

  @Override
  public Object callN(Process process, Object[] given) {
    process.charge(COST);
    Class<?>[] types = method.method().getParameterTypes();
    return HostCall.of(
        process,
        bridge,
        () -> {
          ToHost toHost = callables.toHost(process);
          Object[] arguments = new Object[types.length];
          boolean spread = method.method().isVarArgs();
          for (int i = 0; i < types.length; i++) {
            if (spread && i == types.length - 1) {
              arguments[i] = Coercion.rest(given, i, types[i], toHost);
            } else {
              Object argument = i < given.length ? given[i] : Atom.NIL;
              arguments[i] = Coercion.argument(i, argument, types[i], toHost);
            }
          }
          Object[] values = arguments;
          Object result = process.hostCall(() -> HostCall.invoke(method.call(), target, values));
          return callables.fromHost(process).convert(result);
        });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostFunction that
        && that.target == target
        && that.callables == callables;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(target);
  }

  @Override
  public int termHash() {
    return hashCode();
  }
}
