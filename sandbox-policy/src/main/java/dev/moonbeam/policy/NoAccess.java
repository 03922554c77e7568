package dev.moonbeam.policy;

import java.lang.reflect.Method;

/** See {@link HostAccess#none}. */
enum NoAccess implements HostAccess {
  INSTANCE;

  @Override
  public boolean allows(Class<?> type, Method method) {
    return false;
  }

  @Override
  public String fingerprint() {
    return "none";
  }
}
