package dev.moonbeam.policy;

import java.lang.reflect.Method;
import java.util.Arrays;

/** See {@link HostAccess#annotated}. */
enum AnnotatedAccess implements HostAccess {
  INSTANCE;

  @Override
  public boolean allows(Class<?> type, Method method) {
    if (method.isAnnotationPresent(ScriptVisible.class)) {
      return true;
    }
    // What a class overrides or implements was meant for the same callers.
    for (Class<?> at = type.getSuperclass(); at != null; at = at.getSuperclass()) {
      if (declares(at, method)) {
        return true;
      }
    }
    return inInterfaces(type, method);
  }

  private static boolean inInterfaces(Class<?> type, Method method) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> each : at.getInterfaces()) {
        if (declares(each, method) || inInterfaces(each, method)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean declares(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            each ->
                each.isAnnotationPresent(ScriptVisible.class)
                    && each.getName().equals(method.getName())
                    && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
  }

  @Override
  public String fingerprint() {
    return "annotated";
  }
}
