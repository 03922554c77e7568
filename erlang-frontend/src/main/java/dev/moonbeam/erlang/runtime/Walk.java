package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;

/**
 * Charges a builtin for the cells of the lists it walks along, a batch at a time: so that a walk of
 * any length can be preempted and ended, and a step costs no more than a counter. Short enough to
 * be inlined, object and all.
 */
public final class Walk {
  private static final int BATCH = 1024;

  private final Process process;
  private final int cellsAReduction;
  private int count;

  /**
   * @param cellsAReduction how many steps are worth one reduction
   */
  public Walk(Process process, int cellsAReduction) {
    this.process = process;
    this.cellsAReduction = cellsAReduction;
  }

  /** One cell more. */
  public void step() {
    if (++count == BATCH) {
      count = 0;
      process.charge(BATCH / cellsAReduction);
    }
  }

  /** The walk is over: charges for what is left. */
  public void end() {
    process.charge(count / cellsAReduction);
    count = 0;
  }
}
