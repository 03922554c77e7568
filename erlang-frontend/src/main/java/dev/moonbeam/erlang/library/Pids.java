package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Pid;

/** Process identifiers made from numbers: of a process of this node, or of none. */
final class Pids {
  private Pids() {}

  /** The pid of that number; when no process has it (any more), one that stands for nothing. */
  static Pid of(Process process, long number) {
    Pid pid = process.node().pid(number);
    return pid == null ? new Pid(number) : pid;
  }
}
