package dev.moonbeam.engine;

import dev.moonbeam.core.process.HostProcess;
import dev.moonbeam.core.process.Process;
import org.jspecify.annotations.Nullable;

/** The process of a session, and of the states that were taken from it. */
final class SessionProcess {
  /** Evaluations within evaluations, as Lua limits calls through C (LUAI_MAXCCALLS). */
  static final int MOST_NESTED = 200;

  final HostProcess process;

  // Touched by the process only.

  /** The state that the evaluation works on which runs now. */
  private @Nullable SessionState active;

  private int nesting;

  SessionProcess(HostProcess process) {
    this.process = process;
  }

  /** Whether an evaluation is under way on this very state. */
  boolean isActive(SessionState state) {
    return state.evaluations > 0;
  }

  /** What is evaluated. */
  @FunctionalInterface
  interface Work {
    void run();
  }

  /**
   * Runs an evaluation on a state. If it throws whatever it may be, the state is what it was
   * before.
   *
   * @param at where the state is before and, if all goes well, after; not looked at when this is
   *     nested in an evaluation on the same state
   * @param failures makes the failure for one that is nested too deeply
   */
  void evaluate(Process running, SessionState state, Place at, Failures failures, Work work) {
    if (nesting >= MOST_NESTED) {
      throw failures.nestedTooDeeply(MOST_NESTED);
    }
    SessionState outer = active;
    boolean outermost = state.evaluations == 0;
    active = state;
    nesting++;
    state.evaluations++;
    try {
      state.prepare(running);
      if (outermost) {
        at.enter(running, state.versions);
      }
      Object before = state.versions.begin(running);
      boolean done = false;
      try {
        work.run();
        done = true;
      } finally {
        if (!done) {
          state.versions.goTo(running, before);
        }
        if (!outermost) {
          if (!done) {
            state.versions.begin(running); // for what the outer one goes on to do
          }
        } else if (done) {
          state.versions.end(running, before);
          at.version = state.versions.present(running);
        }
      }
    } finally {
      state.evaluations--;
      nesting--;
      active = outer;
      if (outer != null && outer != state) {
        outer.versions.attach(running);
      }
    }
  }

  /** A place among the versions of a state: where a session goes on. */
  static final class Place {
    /** Null before the first evaluation. */
    @Nullable Object version;

    void enter(Process running, Versions versions) {
      Object wanted = version;
      if (wanted == null) {
        version = versions.present(running);
      } else if (wanted != versions.present(running)) {
        versions.goTo(running, wanted);
      }
    }
  }
}
