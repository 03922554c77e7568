package dev.moonbeam.engine;

import dev.moonbeam.core.process.Process;
import java.util.function.Consumer;

/** What a session keeps in its process, by which alone it is touched. */
final class SessionState {
  final Versions versions;

  private final Consumer<Process> preparation;
  private volatile boolean prepared;

  /** Evaluations on it that are under way, nested in one another. */
  int evaluations;

  /**
   * @param preparation done before anything is evaluated
   */
  SessionState(Versions versions, Consumer<Process> preparation) {
    this.versions = versions;
    this.preparation = preparation;
  }

  /** Whether anything may have been evaluated. Any thread. */
  boolean isPrepared() {
    return prepared;
  }

  /** Makes the process work on it. */
  void prepare(Process running) {
    versions.attach(running);
    if (!prepared) {
      preparation.accept(running);
      prepared = true;
    }
  }
}
