package dev.moonbeam.tests.conformance;

/**
 * The ways every script is run. All must give the same output, and all that meter the same count of
 * reductions.
 */
enum RunMode {
  /** Compiled and run on a node of its own. */
  FRESH,
  /**
   * What FRESH compiled, run again on another node: compiled modules share nothing with the node
   * that ran them.
   */
  CACHED,
  /** A slice is one reduction, so signals, limits and other processes get their turn everywhere. */
  PREEMPTED,
  /** The code was loaded, and run, on the node before. */
  RELOADED,
  /** Loops have no unboxed copies, and the IR is checked after every pass. */
  UNSPECIALISED,
  /**
   * Without counting reductions and allocations; limits do not hold, so scripts about them are left
   * out.
   */
  UNMETERED;

  /** As directives and test names call it. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
