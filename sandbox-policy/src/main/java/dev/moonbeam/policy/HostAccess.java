package dev.moonbeam.policy;

/**
 * Which members of host objects scripts may use. Everything not named is invisible; there is no reflection reachable
 * from scripts.
 */
public interface HostAccess {
  /** Whether the public method may be called on an instance of {@code type}. */
  boolean allows(Class<?> type, String method);

  /** Nothing. */
  static HostAccess none() {
    return (type, method) -> false;
  }

  /** Members annotated with {@link ScriptVisible}. */
  static HostAccess annotated() {
    return (type, method) -> {
      for (var each : type.getMethods()) {
        if (each.getName().equals(method) && each.isAnnotationPresent(ScriptVisible.class)) {
          return true;
        }
      }
      return false;
    };
  }
}
