package dev.moonbeam.core.process;

/**
 * Leaves every frame of a process, which then goes on in another function with nothing on its
 * stack: thrown by {@link Process#startAfresh}, caught at the process's base. Like a {@link Kill}
 * it is seen by no handler and no {@code after} on the way.
 */
final class FreshStart extends Error {
  private static final long serialVersionUID = 1L;

  private final transient Fun function;

  FreshStart(Fun function) {
    super(null, null, false, false);
    this.function = function;
  }

  Fun function() {
    return function;
  }
}
