package dev.moonbeam.lua.runtime;

/** How a running library function was called, which decides how messages count its arguments. */
final class CallNames {
  private CallNames() {}

  /** Name by which it was called, and whether with a colon. */
  record Called(String name, boolean method) {}

  /** For the library function whose frame is innermost; {@code own} is its own name. */
  static Called ofLibraryCall(String own) {
    return new Called(own, false);
  }
}
