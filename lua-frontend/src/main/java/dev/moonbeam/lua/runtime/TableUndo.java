package dev.moonbeam.lua.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What can have changed in a table. Notes name places, not array objects: the notes that come after
 * have been undone first, so the table has the very arrays again that it had when this one was
 * made.
 */
sealed interface TableUndo extends Undo {
  /**
   * All of a table's parts. Where it is noted for a table that is written in place afterwards,
   * {@code before} has the arrays as they were and the table goes on with copies.
   *
   * @param identity the table as scripts know it
   * @param table the object that was written to: the table itself, or the state's own copy of it
   */
  record Parts(LuaTable identity, LuaTable table, LuaTable before) implements TableUndo {
    @Override
    public void exchange() {
      LuaTable now = new LuaTable(table.owner);
      now.takeParts(table);
      now.extension = table.extension;
      table.takeParts(before);
      table.absent = 0;
      if (hasContents(table.extension) || hasContents(before.extension)) {
        table.extension = before.extension;
      }
      before.takeParts(now);
      before.extension = now.extension;
    }

    private static boolean hasContents(@Nullable TableExtension extension) {
      return extension != null && extension.hasContents();
    }

    @Override
    public void undoAfterFork(Thaw thaw, Journal changes) {
      thaw.copy(identity, table).restoreParts(before);
    }
  }

  /** An array of a table. */
  enum Place {
    ENTRIES,
    INDEX,
    OBJECTS,
    LONGS,
    DOUBLES;

    /** What is there; null where the array does not reach that far. */
    @Nullable Object get(LuaTable table, int at) {
      return switch (this) {
        case ENTRIES -> at < table.entries.length ? table.entries[at] : null;
        case INDEX -> table.index != null && at < table.index.length ? table.index[at] : null;
        case OBJECTS -> at < table.objects.length ? table.objects[at] : null;
        case LONGS -> at < table.longs.length ? table.longs[at] : null;
        case DOUBLES -> at < table.doubles.length ? table.doubles[at] : null;
      };
    }

    /** Does nothing where the array does not reach that far: it is about to be exchanged. */
    void set(LuaTable table, int at, @Nullable Object value) {
      switch (this) {
        case ENTRIES -> {
          if (at < table.entries.length) {
            table.entries[at] = value;
          }
        }
        case INDEX -> {
          if (table.index != null && at < table.index.length && value instanceof Integer slot) {
            table.index[at] = slot;
          }
        }
        case OBJECTS -> {
          if (at < table.objects.length) {
            table.objects[at] = value;
          }
        }
        case LONGS -> {
          if (at < table.longs.length && value instanceof Long integer) {
            table.longs[at] = integer;
          }
        }
        case DOUBLES -> {
          if (at < table.doubles.length && value instanceof Double real) {
            table.doubles[at] = real;
          }
        }
      }
    }
  }

  /** One place of one of a table's arrays. */
  final class Slot implements TableUndo {
    private final LuaTable identity;
    private final LuaTable table;
    private final Place place;
    private final int at;
    private @Nullable Object value;

    Slot(LuaTable identity, LuaTable table, Place place, int at) {
      this.identity = identity;
      this.table = table;
      this.place = place;
      this.at = at;
      this.value = place.get(table, at);
    }

    @Override
    public void exchange() {
      Object now = place.get(table, at);
      place.set(table, at, value);
      value = now;
      table.absent = 0;
    }

    @Override
    public void undoAfterFork(Thaw thaw, Journal changes) {
      place.set(thaw.copy(identity, table).table(), at, value);
    }
  }

  /** The contents of a weak table, which are not changed but replaced. */
  final class Contents implements TableUndo {
    private final LuaTable table;
    private @Nullable TableExtension extension;

    Contents(LuaTable table) {
      this.table = table;
      this.extension = table.extension;
    }

    @Override
    public void exchange() {
      TableExtension now = table.extension;
      table.extension = extension;
      extension = now;
    }

    @Override
    public void undoAfterFork(Thaw thaw, Journal changes) {
      if (extension != null) {
        thaw.replace(table, extension);
      }
    }
  }
}
