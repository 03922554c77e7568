package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Pid;
import org.jspecify.annotations.Nullable;

/**
 * Group leaders: the process that does a process's input and output where that is not the node's
 * own (Erlang reference manual, {@code group_leader/2}).
 */
public final class GroupLeaders {
  private static final long STANDARD = 64;

  private GroupLeaders() {}

  /** The group leader that was set, or null for the node's own output. Called by the process. */
  public static @Nullable Pid of(Process process) {
    Extension extension = process.extension;
    return extension == null ? null : extension.groupLeader;
  }

  /**
   * The pid that stands for the node's own output: no process, known to the functions of module io.
   */
  public static Pid standard(Node node) {
    return (Pid) node.properties().computeIfAbsent(GroupLeaders.class, _ -> new Pid(STANDARD));
  }

  /** A process has the group leader of the one that starts it. */
  static void inherit(Process parent, Process child) {
    Extension extension = parent.extension;
    if (extension != null && extension.groupLeader != null) {
      child.extension().groupLeader = extension.groupLeader;
    }
  }

  /** Sets it for the process, by the process. */
  public static void set(Process process, Pid leader) {
    process.extension().groupLeader = leader;
  }
}
