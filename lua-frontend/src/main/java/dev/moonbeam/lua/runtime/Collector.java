package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.policy.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Garbage collection as the scripts of one state see it: weak tables that lose fields, finalizers
 * that are called, and what {@code collectgarbage} asks for.
 */
public final class Collector {
  private static final int MOST_COLLECTIONS = 20;

  /** Bytes of keys that went only after a collection for which it is made once more. */
  private static final int WORTH_COLLECTING = 64 << 10;

  /** A full collection of a small heap takes some milliseconds. */
  private static final int COLLECTION_COST = 100_000;

  private final LuaState state;

  /** Made when a table first gets a finalizer. */
  private @Nullable Finalizers finalizers;

  /** Collections that scripts have asked for and got. */
  private int collections;

  Collector(LuaState state) {
    this.state = state;
  }

  Finalizers finalizers() {
    Finalizers present = finalizers;
    if (present == null) {
      present = new Finalizers();
      finalizers = present;
    }
    return present;
  }

  boolean isDue() {
    return finalizers != null && finalizers.isDue();
  }

  void run(Process process) {
    finalizers().run(process);
  }

  /** Whether a finalizer runs. */
  public boolean isFinalizing() {
    return finalizers != null && finalizers.isRunning();
  }

  /** Whether finalizers are called only where a collection is asked for. */
  public void setStopped(boolean stopped) {
    if (finalizers().isStopped() != stopped) {
      Undo change = new Switch();
      change.exchange();
      state.note(change);
    }
  }

  private final class Switch implements Undo.Unshared {
    @Override
    public void exchange() {
      finalizers().setStopped(!finalizers().isStopped());
    }

    @Override
    public Undo again() {
      return this;
    }
  }

  /** The end of the state: calls the finalizers of all tables that have one. */
  public void close(Process process) {
    if (finalizers != null) {
      finalizers.close(process);
    }
  }

  /**
   * A full collection was asked for. It is made only where a script can see its effect, and only so
   * often unless the policy trusts the script: it stops the whole JVM. Finalizers of what it finds
   * are called before this returns.
   */
  public void collect(Process process) {
    boolean trusted = process.node().policy().grants(Capability.DEBUG);
    Finalizers marked = finalizers;
    boolean visible = state.hasWeakTables || marked != null && !marked.isEmpty();
    if (trusted || visible && collections < MOST_COLLECTIONS) {
      collections++;
      state.cursors.forget();
      state.iterationValue = Atom.NIL;
      process.charge(COLLECTION_COST);
      state.weakTables.adaptAll(process);
      System.gc();
      if (marked != null && marked.awaitHandOver(process)) {
        // Weak tables that only a table to be finalized refers to are cleared by the next one.
        System.gc();
      }
      if (state.weakTables.cleanAll(process) > WORTH_COLLECTING) {
        System.gc();
      }
    }
    if (marked != null) {
      marked.run(process);
    }
  }
}
