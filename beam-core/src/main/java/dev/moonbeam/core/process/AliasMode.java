package dev.moonbeam.core.process;

/** When an alias stops being one (erlang:alias/1, erlang:monitor/3). */
public enum AliasMode {
  /** At unalias/1 only. */
  EXPLICIT,
  /** After the first message that comes by it. */
  REPLY,
  /** At demonitor and DOWN of the monitor whose reference it is. */
  DEMONITOR,
  /** At any of these. */
  REPLY_DEMONITOR
}
