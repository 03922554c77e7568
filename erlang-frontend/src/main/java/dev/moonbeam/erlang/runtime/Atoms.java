package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.policy.Limit;
import java.util.concurrent.atomic.AtomicLong;

/** Atoms that scripts make at run time: limited in length, and counted by the node. */
public final class Atoms {
  public static final int MOST_CHARACTERS = 255;

  private Atoms() {}

  /** Key of a node's count of atoms made. */
  private static final class Count extends AtomicLong {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The atom of that name; too long a name is a system_limit error of the builtin with those
   * arguments.
   */
  public static Atom make(Process process, String name, Object... arguments) {
    if (name.length() > MOST_CHARACTERS
        && name.codePointCount(0, name.length()) > MOST_CHARACTERS) {
      throw Errors.systemLimit(process, arguments);
    }
    Atom existing = Atom.existing(name);
    if (existing != null) {
      return existing;
    }
    // An atom that was collected and is made again counts again: what is limited is the making.
    Count count =
        (Count) process.node().properties().computeIfAbsent(Count.class, _ -> new Count());
    long limit = process.node().policy().limit(Limit.ATOMS);
    if (count.incrementAndGet() > limit) {
      throw process.exceeded(Limit.ATOMS, limit);
    }
    return Atom.of(name);
  }
}
