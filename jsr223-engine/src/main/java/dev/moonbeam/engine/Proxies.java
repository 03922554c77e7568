package dev.moonbeam.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Java interfaces implemented by functions of scripts. Methods of Object are answered here, default
 * methods run as they are, results are coerced to what the method declares. A call runs under the
 * function's policy with a fresh budget, as {@link ScriptFunction#call} says.
 */
final class Proxies {
  private Proxies() {}

  /** A functional interface, its one abstract method calling the function. */
  static <T> T of(Class<T> type, ScriptFunction function) {
    if (FunctionalMethod.singleAbstract(type) == null) {
      throw new IllegalArgumentException(
          type.getName()
              + " is not a functional interface, and a function can only be one of those");
    }
    return of(type, method -> method.isDefault() ? null : function, function);
  }

  /**
   * The interface with its methods looked up as they are called.
   *
   * @param lookup the method to a function, or to null when the script has none
   * @param identity what equals and hashCode go by
   */
  static <T> T of(
      Class<T> type, Function<Method, @Nullable ScriptFunction> lookup, Object identity) {
    InvocationHandler handler =
        (proxy, method, given) -> {
          Object[] arguments = given == null ? new Object[0] : given;
          if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments, type, identity);
          }
          ScriptFunction function = lookup.apply(method);
          if (function == null) {
            if (method.isDefault()) {
              return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            throw new UnsupportedOperationException(
                "the script has no function '" + method.getName() + "'");
          }
          return function instanceof FunctionOfScript known
              ? known.callAs(method.getReturnType(), arguments)
              : Coercion.coerceValue(function.call(arguments), method.getReturnType());
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object ofObject(
      Object proxy, Method method, Object[] arguments, Class<?> type, Object identity) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(identity);
      default -> type.getSimpleName() + " implemented by a script";
    };
  }
}
