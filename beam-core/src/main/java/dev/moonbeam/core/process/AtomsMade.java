package dev.moonbeam.core.process;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.policy.Limit;
import java.util.concurrent.atomic.AtomicLong;

/** Atoms that scripts of a node make at run time, which {@link Limit#ATOMS} bounds. */
public final class AtomsMade {
  private AtomsMade() {}

  /** Key of a node's count of atoms made. */
  private static final class Count extends AtomicLong {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The atom of that name.
   *
   * @throws LimitExceeded when the node has made too many
   */
  public static Atom make(Process process, String name) {
    Atom existing = Atom.existing(name);
    if (existing != null) {
      return existing;
    }
    // An atom that was collected and is made again counts again: what is limited is the making.
    long limit = process.node().policy().limit(Limit.ATOMS);
    if (counter(process.node()).incrementAndGet() > limit) {
      throw process.exceeded(Limit.ATOMS, limit);
    }
    return Atom.of(name);
  }

  /** How many atoms the node has made. */
  public static long count(Node node) {
    return counter(node).get();
  }

  private static Count counter(Node node) {
    return (Count) node.properties().computeIfAbsent(Count.class, _ -> new Count());
  }
}
