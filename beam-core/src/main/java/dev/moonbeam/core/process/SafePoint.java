package dev.moonbeam.core.process;

/**
 * A {@link Process#languageState} with code of the script to run now and then, such as finalizers.
 * It is asked wherever a slice ends between two steps of the script: at a function's entry or a
 * loop's turn, never in the middle of a builtin.
 */
public interface SafePoint {
  /** Whether there is something to run. Called often. */
  boolean isDue();

  /**
   * Runs it, in the process and on its account. Nothing but a {@link Kill} comes out of it; what it
   * changes of the process's public fields, reductions and allocation aside, it restores.
   */
  void run(Process process);
}
