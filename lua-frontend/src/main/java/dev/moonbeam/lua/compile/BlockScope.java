package dev.moonbeam.lua.compile;

import dev.moonbeam.lua.syntax.LuaStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open block while its names are resolved: its labels so far, and gotos still looking for
 * theirs.
 */
final class BlockScope {
  /** Locals active where it starts. */
  final int outside;

  final boolean loop;
  final List<LabelScope> labels = new ArrayList<>();
  final List<Pending> pending = new ArrayList<>();

  /** Place of the statement being resolved. */
  int index;

  BlockScope(int outside, boolean loop) {
    this.outside = outside;
    this.loop = loop;
  }

  @Nullable LabelScope label(String name) {
    for (LabelScope each : labels) {
      if (each.name.equals(name)) {
        return each;
      }
    }
    return null;
  }

  /** A goto whose label has not come yet. */
  static final class Pending {
    final LuaStatement.Goto jump;

    /** Locals active at the goto that still are where it looks. */
    int active;

    /** Place, in the block that holds it now, of the statement it stands in. */
    int index;

    Pending(LuaStatement.Goto jump, int active, int index) {
      this.jump = jump;
      this.active = active;
      this.index = index;
    }
  }
}
