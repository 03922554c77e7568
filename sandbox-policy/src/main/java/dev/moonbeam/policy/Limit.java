package dev.moonbeam.policy;

/**
 * The limits a policy sets. Values are {@code long}s in the unit named; see {@link ResourceLimits}.
 */
public enum Limit {
  /** Reductions an evaluation may use, with all processes it starts. */
  REDUCTIONS("reductions"),
  /** Wall time of an evaluation, in nanoseconds. */
  TIME("time"),
  /** Live heap of the node, in bytes, measured by sampling. */
  MEMORY("memory"),
  /** Processes alive at once on the node. */
  PROCESSES("processes"),
  /** Messages waiting in one mailbox. */
  MAILBOX("mailbox"),
  /** Bytes written to the output. */
  OUTPUT("output"),
  /** Depth of calls of one process, in levels. */
  DEPTH("depth"),
  /** Characters of one source text. */
  SOURCE("source"),
  /** Bytes of one value (string, binary, big integer, tuple). */
  VALUE("value"),
  /** Atoms a node may make beyond those of the system. */
  ATOMS("atoms"),
  /** ETS tables on the node. */
  TABLES("tables"),
  /** Timers running on the node. */
  TIMERS("timers"),
  /** Modules loaded on the node beyond the library's. */
  MODULES("modules");

  private final String word;

  Limit(String word) {
    this.word = word;
  }

  /** The name used on the command line and in messages. */
  public String word() {
    return word;
  }
}
