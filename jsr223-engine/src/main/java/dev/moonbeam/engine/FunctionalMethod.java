package dev.moonbeam.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The method by which an object of a functional interface is called, found once for each class.
 *
 * <p>A class counts as a function when exactly one of its interfaces is functional: annotated
 * {@code FunctionalInterface}, or, for a lambda or method reference, having a single abstract
 * method. An object that is merely {@code Comparable} or {@code Iterable} beside its real purpose
 * is not handed over as a function.
 *
 * @param call with the receiver first, everything an Object
 */
record FunctionalMethod(Method method, MethodHandle call) {
  private static final ClassValue<List<FunctionalMethod>> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected List<FunctionalMethod> computeValue(Class<?> type) {
          FunctionalMethod found = find(type);
          return found == null ? List.of() : List.of(found);
        }
      };

  /** The method for objects of that class, or null where they are not functions. */
  static @Nullable FunctionalMethod of(Class<?> type) {
    List<FunctionalMethod> found = OF_CLASS.get(type);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static @Nullable FunctionalMethod find(Class<?> type) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      collect(at.getInterfaces(), interfaces);
    }
    boolean lambda = type.isHidden() || type.isSynthetic();
    List<Method> methods = new ArrayList<>();
    for (Class<?> each : interfaces) {
      Method method = singleAbstract(each);
      if (method != null && (lambda || each.isAnnotationPresent(FunctionalInterface.class))) {
        // A sub-interface such as UnaryOperator inherits its method from one that is in the set as
        // well.
        if (methods.stream().noneMatch(known -> known.equals(method))) {
          methods.add(method);
        }
      }
    }
    return methods.size() == 1 ? link(methods.getFirst()) : null;
  }

  private static void collect(Class<?>[] interfaces, Set<Class<?>> into) {
    for (Class<?> each : interfaces) {
      if (into.add(each)) {
        collect(each.getInterfaces(), into);
      }
    }
  }

  /** The one abstract method that Object does not have (Java language specification, 9.8). */
  static @Nullable Method singleAbstract(Class<?> type) {
    Method found = null;
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
        if (found != null) {
          return null;
        }
        found = method;
      }
    }
    return found;
  }

  private static boolean isOfObject(Method method) {
    return switch (method.getName()) {
      case "equals" ->
          method.getParameterCount() == 1 && method.getParameterTypes()[0] == Object.class;
      case "hashCode", "toString" -> method.getParameterCount() == 0;
      default -> false;
    };
  }

  /** Null when the interface is not accessible from here: then the object stays opaque. */
  private static @Nullable FunctionalMethod link(Method method) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle handle =
          method.trySetAccessible()
              ? lookup.unreflect(method)
              : MethodHandles.publicLookup().unreflect(method);
      int parameters = method.getParameterCount();
      return new FunctionalMethod(
          method,
          handle
              .asFixedArity()
              .asType(handle.type().generic())
              .asSpreader(Object[].class, parameters));
    } catch (IllegalAccessException _) {
      return null;
    }
  }
}
