package dev.moonbeam.policy;

import java.lang.reflect.Method;

/** See {@link HostAccess#or}. */
record EitherAccess(HostAccess first, HostAccess second) implements HostAccess {
  @Override
  public boolean allows(Class<?> type, Method method) {
    return first.allows(type, method) || second.allows(type, method);
  }

  @Override
  public String fingerprint() {
    return first.fingerprint() + "|" + second.fingerprint();
  }
}
