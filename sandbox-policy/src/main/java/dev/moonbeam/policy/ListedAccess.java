package dev.moonbeam.policy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** See {@link HostAccess#listed}. */
record ListedAccess(Map<Class<?>, Set<String>> methods) implements HostAccess {
  ListedAccess {
    methods =
        methods.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
  }

  @Override
  public boolean allows(Class<?> type, Method method) {
    for (Map.Entry<Class<?>, Set<String>> entry : methods.entrySet()) {
      if (entry.getKey().isAssignableFrom(type)
          && entry.getValue().contains(method.getName())
          && has(entry.getKey(), method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the listed class has that overload: a subclass may add others, which nobody has listed.
   */
  private static boolean has(Class<?> listed, Method method) {
    for (Method each : listed.getMethods()) {
      if (each.getName().equals(method.getName())
          && java.util.Arrays.equals(each.getParameterTypes(), method.getParameterTypes())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String fingerprint() {
    TreeMap<String, Set<String>> sorted = new TreeMap<>();
    methods.forEach((type, names) -> sorted.put(type.getName(), new TreeSet<>(names)));
    return "listed" + sorted;
  }
}
