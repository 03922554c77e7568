package dev.moonbeam.policy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

/**
 * Which methods of host objects scripts may call. Everything not named is invisible; there is no
 * reflection reachable from scripts. Methods of {@link Object} and static methods are never shown,
 * whatever this says.
 *
 * <p>Asked once for each method of each class on a node, by any thread.
 */
public interface HostAccess {
  /**
   * Whether the public method may be called on an instance of {@code type}.
   *
   * @param method a public method of that class; each overload is asked for
   */
  boolean allows(Class<?> type, Method method);

  /** Text that is equal for rules that say the same. */
  default String fingerprint() {
    return getClass().getName() + '@' + System.identityHashCode(this);
  }

  /** Nothing. */
  static HostAccess none() {
    return NoAccess.INSTANCE;
  }

  /**
   * Methods annotated with {@link ScriptVisible}, where they are declared or in what they override.
   */
  static HostAccess annotated() {
    return AnnotatedAccess.INSTANCE;
  }

  /**
   * Methods listed by name: all overloads that the class, or what it extends, declares. An instance
   * of a subclass or an implementation shows the same methods.
   */
  static HostAccess listed(Map<Class<?>, Set<String>> methods) {
    return new ListedAccess(methods);
  }

  /** What this or {@code other} allows. */
  default HostAccess or(HostAccess other) {
    return new EitherAccess(this, other);
  }
}
