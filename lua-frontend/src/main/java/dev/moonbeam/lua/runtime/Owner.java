package dev.moonbeam.lua.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Who may write a table or cell in place: the run that made it, or one that has noted how it was
 * (see {@link Journal}). Tables carry it, and so does the process while it runs; that the two are
 * the same object is all that a write checks.
 */
sealed interface Owner {
  /** The runs of one state, one after another. A fork is the end of a line for both sides. */
  Object line();

  /** From a {@link LuaState#begin} (or a fork) to the next. */
  final class Run implements Owner {
    private final Object line;

    /** Owner of small tables of which this run has noted one write. */
    final WrittenOnce writtenOnce = new WrittenOnce(this);

    Run(Object line) {
      this.line = line;
    }

    @Override
    public Object line() {
      return line;
    }
  }

  /** Of a table that a run writes to and notes each write. Never a process's. */
  sealed interface Noting extends Owner {
    Run run();

    @Override
    default Object line() {
      return run().line;
    }
  }

  /** See {@link Run#writtenOnce}. */
  record WrittenOnce(Run run) implements Noting {}

  /** Of one large table: how many writes have been noted. */
  final class Counted implements Noting {
    private final Run run;
    int writes;

    Counted(Run run) {
      this.run = run;
    }

    @Override
    public Run run() {
      return run;
    }
  }

  /** The line that an owner belongs to; null for what belongs to none, such as a message. */
  static @Nullable Object lineOf(Object owner) {
    return owner instanceof Owner known ? known.line() : null;
  }
}
