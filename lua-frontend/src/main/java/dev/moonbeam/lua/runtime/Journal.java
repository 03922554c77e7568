package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a run has changed in tables and cells that were there before it, so that it can be undone
 * ({@link LuaState#goBack}). Undoing costs as much as there is in it, whatever the state's size.
 *
 * <p>A table's first write in a run is noted by itself, which costs no more for a table of a
 * million entries than for a small one. If more follow, the table is copied and belongs to the run
 * from then on, so that a run which works on a table pays once: a small table at the second write,
 * a large one when the notes come near its size.
 */
final class Journal {
  /** Copying a table of that many bytes takes some 100 ns. */
  private static final int SMALL = 1_024;

  /** About the bytes of a note of one slot, of a table's parts, of a cell. */
  private static final int SLOT_BYTES = 32;

  private static final int PARTS_BYTES = 96;
  private static final int CELL_BYTES = 24;

  private static final Undo[] NONE = {};

  private Undo[] notes = NONE;
  private int size;

  void add(Undo note) {
    if (size == notes.length) {
      notes = Arrays.copyOf(notes, Math.max(4, 2 * size));
    }
    notes[size++] = note;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Undoes everything, the last change first, and gives the journal that would redo it. */
  Journal undo() {
    Journal inverse = new Journal();
    for (int i = size - 1; i >= 0; i--) {
      notes[i].exchange();
      inverse.add(notes[i]);
    }
    return inverse;
  }

  /** See {@link Undo#undoAfterFork}. This journal itself stays as it is. */
  void undoAfterFork(Thaw thaw, Journal changes) {
    for (int i = size - 1; i >= 0; i--) {
      notes[i].undoAfterFork(thaw, changes);
    }
  }

  // -----------------------------------------------------------------------------------------------
  // tables

  // In the following {@code identity} is the table as scripts know it and {@code table} the object
  // that is written to: the same, or the state's own copy.

  /** Called before a table of an earlier run is written to in any way; it is the run's own then. */
  void noteAll(Process process, LuaTable identity, LuaTable table) {
    long bytes = table.bytes();
    process.reserve(bytes);
    process.charge(1 + (bytes >> 6));
    // The arrays as they are go into the note: notes made before refer to places in them.
    LuaTable before = new LuaTable(table.owner);
    before.takeParts(table);
    before.extension = table.extension;
    LuaTable copy = table.copy(process.owner);
    process.allocated(copy, bytes + PARTS_BYTES);
    add(new TableUndo.Parts(identity, table, before));
    table.takeParts(copy);
    table.owner = process.owner;
  }

  /** Called before one field of a table of an earlier run is written; null for nil. */
  void noteField(
      Process process, LuaTable identity, LuaTable table, Object key, @Nullable Object value) {
    Owner.Run run = (Owner.Run) process.owner;
    long bytes = table.bytes();
    boolean small = bytes <= SMALL;
    Owner.Noting noting =
        table.owner instanceof Owner.Noting known && known.run() == run ? known : null;
    boolean often =
        noting != null && (small || noting instanceof Owner.Counted c && c.writes > bytes >> 6);
    if (often || !noteSlots(process, identity, table, key, value, small)) {
      noteAll(process, identity, table);
    } else if (small) {
      table.owner = run.writtenOnce;
    } else {
      Owner.Counted counted = noting instanceof Owner.Counted c ? c : new Owner.Counted(run);
      counted.writes++;
      table.owner = counted;
    }
  }

  /**
   * Notes the places that a write will change.
   *
   * @return false when they may be many, or not worth noting one by one
   */
  private boolean noteSlots(
      Process process,
      LuaTable identity,
      LuaTable table,
      Object field,
      @Nullable Object value,
      boolean small) {
    Object key = field;
    if (field instanceof Double real) {
      Long integral = Numbers.integerOf(real);
      key = integral == null ? field : integral;
    }
    long i = key instanceof Long integer ? integer - 1 : -1;
    if (i >= 0 && i < table.size && value != null) {
      TableUndo.Place place = placeFor(table, (int) i, value);
      if (place != null) {
        noteSlot(process, identity, table, place, (int) i);
        return true;
      }
    } else if (i < 0 || i >= table.size) {
      int slot = table.findEntry(key);
      if (slot >= 0 && i != table.size) {
        noteSlot(process, identity, table, TableUndo.Place.ENTRIES, slot + 1);
        return true;
      }
      if (slot < 0 && value == null) {
        return true;
      }
    }
    return !small && noteGrowth(process, identity, table, key, value, i);
  }

  /** A new key, or one of the array part that goes or changes the array's kind. */
  private boolean noteGrowth(
      Process process,
      LuaTable identity,
      LuaTable table,
      Object key,
      @Nullable Object value,
      long i) {
    boolean integersInEntries = (table.filter & LuaTable.INTEGER_KEYS) != 0;
    boolean inEntries = i < 0 || i > table.size;
    if (integersInEntries) {
      boolean mayMoveMany = inEntries ? ArrayGrowth.isDue(table) : table.findEntry(i + 2) >= 0;
      if (mayMoveMany) {
        return false;
      }
    }
    LuaTable before = new LuaTable(table.owner);
    before.takeParts(table);
    before.extension = table.extension;
    process.allocated(before, PARTS_BYTES);
    add(new TableUndo.Parts(identity, table, before));
    if (i >= 0) {
      noteInRange(process, identity, table, TableUndo.Place.OBJECTS, table.objects.length, i);
      noteInRange(process, identity, table, TableUndo.Place.LONGS, table.longs.length, i);
      noteInRange(process, identity, table, TableUndo.Place.DOUBLES, table.doubles.length, i);
    }
    if (inEntries && value != null && table.used < table.entries.length) {
      noteSlot(process, identity, table, TableUndo.Place.ENTRIES, table.used);
      noteSlot(process, identity, table, TableUndo.Place.ENTRIES, table.used + 1);
      int[] index = table.index;
      if (index != null) {
        int place = LuaTable.freePlace(index, key);
        noteSlot(process, identity, table, TableUndo.Place.INDEX, place);
      }
    }
    return true;
  }

  private void noteInRange(
      Process process,
      LuaTable identity,
      LuaTable table,
      TableUndo.Place place,
      int length,
      long i) {
    if (i < length) {
      noteSlot(process, identity, table, place, (int) i);
    }
  }

  private void noteSlot(
      Process process, LuaTable identity, LuaTable table, TableUndo.Place place, int at) {
    TableUndo.Slot note = new TableUndo.Slot(identity, table, place, at);
    process.allocated(note, SLOT_BYTES);
    add(note);
  }

  /** The array of the array part in which such a value simply takes the other's place, or null. */
  private static TableUndo.@Nullable Place placeFor(LuaTable table, int i, Object value) {
    if (table.longs.length > i) {
      return value instanceof Long ? TableUndo.Place.LONGS : null;
    }
    if (table.doubles.length > i) {
      return value instanceof Double ? TableUndo.Place.DOUBLES : null;
    }
    return TableUndo.Place.OBJECTS;
  }

  /** Called before the contents of a weak table of an earlier run are replaced. */
  void noteContents(Process process, LuaTable table) {
    TableUndo.Contents note = new TableUndo.Contents(table);
    process.allocated(note, SLOT_BYTES);
    add(note);
  }

  // -----------------------------------------------------------------------------------------------
  // cells

  /** Called before a cell of an earlier run is written. */
  void noteCell(Process process, Cell cell) {
    Undo note = cell.new Value();
    process.allocated(note, CELL_BYTES);
    add(note);
  }
}
