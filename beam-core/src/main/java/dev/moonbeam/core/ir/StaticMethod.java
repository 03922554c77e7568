package dev.moonbeam.core.ir;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** A public static Java method that generated code calls. */
public record StaticMethod(ClassDesc owner, String name, MethodTypeDesc type) {

  /**
   * The one public static method of that name in {@code owner}; a programming error if there are
   * several or none.
   */
  public static StaticMethod of(Class<?> owner, String name) {
    StaticMethod found = null;
    for (Method method : owner.getMethods()) {
      if (method.getName().equals(name) && Modifier.isStatic(method.getModifiers())) {
        if (found != null) {
          throw new IllegalArgumentException("several methods " + owner.getName() + "." + name);
        }
        found = of(method);
      }
    }
    if (found == null) {
      throw new IllegalArgumentException("no method " + owner.getName() + "." + name);
    }
    return found;
  }

  /** The method with exactly these parameter types. */
  public static StaticMethod of(Class<?> owner, String name, Class<?>... parameters) {
    try {
      return of(owner.getMethod(name, parameters));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static StaticMethod of(Method method) {
    return new StaticMethod(
        method.getDeclaringClass().describeConstable().orElseThrow(),
        method.getName(),
        MethodTypeDesc.of(
            method.getReturnType().describeConstable().orElseThrow(),
            Arrays.stream(method.getParameterTypes())
                .map(type -> type.describeConstable().orElseThrow())
                .toList()));
  }
}
