package dev.moonbeam.lua.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state as it was between two runs. The one that is now, {@link LuaState#present}, is in the
 * tables themselves; every other knows its neighbour on the way to the present and the journal that
 * leads back from there (H. Baker, "Shallow binding makes functional arrays fast", 1991). The links
 * go towards the present only, so a version that nobody keeps is garbage with its journal, and a
 * chain of runs over one state keeps nothing of the past.
 *
 * <p>A fork ends all this: what the journals speak of is shared from then on. The versions before
 * it and their journals stay as they are for good, and the one that is wanted again gets a {@link
 * #twin} among those after the fork.
 *
 * <p>Confined like its state.
 */
public final class Version {
  private @Nullable Journal journal;
  private @Nullable Version next;
  private @Nullable Roots roots;

  /** Of the runs that lead to it and from it; see {@link Owner#line}. */
  final Object line;

  private @Nullable Version twin;

  Version(Object line) {
    this.line = line;
  }

  /** What a state refers to besides the contents of tables and cells. */
  record Roots(
      Overlay overlay,
      @Nullable LuaTable[] metatables,
      @Nullable LuaTable hostMetatable,
      boolean hasWeakTables,
      @Nullable Hook hook,
      Position position) {}

  /** Where a run stands, as far as the state knows: between runs, nowhere. */
  record Position(
      @Nullable LuaThread thread,
      ToBeClosed toBeClosed,
      int open,
      @Nullable Activation activation,
      boolean hooking,
      int nesting,
      int unyieldable) {}

  /** The state goes on to another version; this one is what undoing the journal gives. */
  void leave(Journal changes, Roots before, Version to) {
    journal = changes;
    roots = before;
    next = to;
  }

  /** This is the present one now. */
  void arrive() {
    journal = null;
    roots = null;
    next = null;
  }

  /** The same contents after a fork, once somebody has asked for them. */
  @Nullable Version twin() {
    return twin;
  }

  void setTwin(Version afterFork) {
    twin = afterFork;
  }

  /** Towards the present; null when it is this one, or was when the state was forked. */
  @Nullable Version next() {
    return next;
  }

  Journal journal() {
    return Objects.requireNonNull(journal);
  }

  Roots roots() {
    return Objects.requireNonNull(roots);
  }
}
