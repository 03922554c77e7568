package dev.moonbeam.tests.conformance;

/**
 * The ways every script is run. All must give the same output, and all that meter the same count of
 * reductions.
 */
enum RunMode {
  /** Compiled and run on a node of its own. */
  FRESH,
  /**
   * What FRESH compiled, written as bytes, read back, and run on another node: compiled modules
   * share nothing with the node that ran them, and all that is in them can be kept.
   */
  CACHED,
  /** A slice is one reduction, so signals, limits and other processes get their turn everywhere. */
  PREEMPTED,
  /** The code was loaded, and run, on the node before. */
  RELOADED,
  /**
   * First on a fork of a state, then on the state itself and undone, which both leave it as it was;
   * then once more. For languages that keep a state between evaluations.
   */
  FORKED,
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
