package dev.moonbeam.lua.compile;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A block or compound statement, and the locals of its function that are assigned in it: what a
 * join point behind or around it has to thread.
 */
final class Region {
  /** Locals active where it starts; those declared inside it come later. */
  final int outside;

  private final Set<Local> assigned = new LinkedHashSet<>();

  Region(int outside) {
    this.outside = outside;
  }

  /** Notes an assignment; false when it was known. */
  boolean assign(Local local) {
    return assigned.add(local);
  }

  /** Locals assigned in it, in the order of their first assignment; those declared in it too. */
  Set<Local> assigned() {
    return assigned;
  }
}
