package dev.moonbeam.engine;

import dev.moonbeam.core.process.Process;

/**
 * What a language keeps in a process between evaluations, as versions that can be gone back to.
 * Touched by the process only.
 */
interface Versions {
  /**
   * Of a language that keeps nothing: each evaluation has its variables, and they are the host's.
   */
  Versions NONE =
      new Versions() {
        @Override
        public void attach(Process process) {}

        @Override
        public Object present(Process process) {
          return this;
        }

        @Override
        public void goTo(Process process, Object version) {}

        @Override
        public Object begin(Process process) {
          return this;
        }

        @Override
        public void end(Process process, Object before) {}

        @Override
        public Versions fork(Process process) {
          return this;
        }
      };

  /** The process works on this state from now on. */
  void attach(Process process);

  /** The version that it is at, between evaluations. */
  Object present(Process process);

  /** Goes to another version of the same state. */
  void goTo(Process process, Object version);

  /**
   * Before an evaluation, or one nested in it.
   *
   * @return the version to go to if it fails
   */
  Object begin(Process process);

  /** After an evaluation that was not nested in another and went well. */
  void end(Process process, Object before);

  /** The same contents, to be used by another process. */
  Versions fork(Process process);
}
