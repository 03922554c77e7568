package dev.moonbeam.lua.runtime;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Going back over what was written before a fork. The tables and cells have been shared with the
 * fork since and must stay as they are; so this state gets copies, in which the changes are undone.
 */
final class Thaw {
  private final LuaState state;

  /** By the object that is shared. */
  private final Map<LuaTable, Copy> copies = new IdentityHashMap<>();

  private final Map<Cell, Object> cells = new IdentityHashMap<>();

  Thaw(LuaState state) {
    this.state = state;
  }

  /**
   * A table as it was before what has been undone so far.
   *
   * @param identity the table as scripts know it
   * @param table the copy
   * @param original the parts that the shared object had then: which arrays, not what is in them.
   *     Only so can be told what a note of a table's parts has changed.
   */
  record Copy(LuaTable identity, LuaTable table, LuaTable original) {
    void restoreParts(LuaTable before) {
      Object[] entries = table.entries;
      Object[] objects = table.objects;
      long[] longs = table.longs;
      double[] doubles = table.doubles;
      int[] index = table.index;
      table.takeParts(before);
      table.entries = original.entries == before.entries ? entries : before.entries.clone();
      table.objects = original.objects == before.objects ? objects : before.objects.clone();
      table.longs = original.longs == before.longs ? longs : before.longs.clone();
      table.doubles = original.doubles == before.doubles ? doubles : before.doubles.clone();
      if (before.index != null) {
        table.index = original.index == before.index ? index : before.index.clone();
      }
      original.takeParts(before);
    }
  }

  /**
   * The state's copy of a table, to be changed.
   *
   * @param shared the object that the note is about
   */
  Copy copy(LuaTable identity, LuaTable shared) {
    return copies.computeIfAbsent(
        shared,
        _ -> {
          TableExtension.markCopied(identity);
          LuaTable from = shared == identity ? identity.contentsOfOwner() : shared;
          LuaTable original = new LuaTable(state.owner);
          original.takeParts(from);
          return new Copy(identity, from.copy(state.owner), original);
        });
  }

  void replace(LuaTable identity, TableExtension extension) {
    LuaTable contents = extension.ownContents();
    if (contents != null) {
      TableExtension.markCopied(identity);
      copies.put(identity, new Copy(identity, contents.copy(state.owner), contents));
    }
  }

  void cell(Cell cell, Object value) {
    cells.put(cell, value);
  }

  /**
   * Makes the copies what the state sees, which has the roots by now of the version that is wanted.
   * What it sees there may be another object, which it had before it got the shared one.
   */
  void finish() {
    copies.forEach(
        (shared, copy) -> {
          LuaTable seen = state.copyOf(copy.identity());
          if (shared == (seen == null ? copy.identity() : seen)) {
            copy.table().absent = 0;
            state.putCopy(copy.identity(), copy.table());
          }
        });
    cells.forEach(
        (cell, value) -> {
          if (state.valueOf(cell) == null) {
            cell.freeze();
            state.putValue(cell, value);
          }
        });
  }
}
