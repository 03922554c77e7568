package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What only unusual tables have: contents kept outside the table's own parts, because it was copied
 * by a run that did not own it (see {@link LuaState}) or because it is weak.
 */
final class TableExtension {
  /**
   * The contents for every state that has no copy of its own; null while they are in the table
   * itself.
   */
  private final @Nullable LuaTable contents;

  /** Whether some state has a copy in its overlay, so that readers must ask theirs. */
  private final boolean copied;

  /** Values that weak tables have for the key that this table is; see {@link WeakTable}. */
  private @Nullable Map<WeakTable, Object> attached;

  /** Copies that states have of the table, by what their overlays have for it. */
  private @Nullable Map<Object, LuaTable> copies;

  /** While the table is marked for finalization: nobody else refers to it. */
  private Finalizers.@Nullable Sentinel sentinel;

  private TableExtension(
      @Nullable LuaTable contents, boolean copied, @Nullable TableExtension before) {
    this.contents = contents;
    this.copied = copied;
    this.attached = before == null ? null : before.attached;
    this.copies = before == null ? null : before.copies;
    this.sentinel = before == null ? null : before.sentinel;
  }

  /**
   * What the last run to ask saw. Right for that run for ever after: whoever changes what it sees
   * is that run, and notes it here.
   */
  private @Nullable View view;

  private record View(Object run, LuaTable contents) {}

  /** The contents for every state that has no copy of its own; null: they are in the table. */
  @Nullable LuaTable ownContents() {
    return contents;
  }

  boolean hasContents() {
    return contents != null;
  }

  LuaTable contents(Process process, LuaTable table) {
    if (!copied) {
      return contents == null ? table : contents;
    }
    View last = view;
    if (last != null && last.run == process.owner) {
      return last.contents;
    }
    LuaState state = LuaState.of(process);
    LuaTable copy = state.copyOf(table);
    LuaTable seen = copy != null ? copy : contents == null ? table : contents;
    view = new View(process.owner, seen);
    return seen;
  }

  /** See {@link LuaTable#forWriting}: the slow half. */
  static LuaTable writable(Process process, LuaTable table) {
    LuaTable now = table.forReading(process);
    if (now.owner == process.owner) {
      return now;
    }
    LuaState state = LuaState.of(process);
    if (!state.ownsLineOf(now.owner)) {
      return copied(process, state, table);
    }
    Journal journal = state.journal;
    if (journal == null) {
      now.owner = process.owner;
      return now;
    }
    if (now instanceof WeakTable) {
      return replaceWeak(process, state, journal, table, now);
    }
    journal.noteAll(process, table, now);
    return now;
  }

  /** As {@link #writable(Process, LuaTable)}, for one write. */
  static LuaTable writable(Process process, LuaTable table, Object key, @Nullable Object value) {
    LuaTable now = table.forReading(process);
    if (now.owner == process.owner) {
      return now;
    }
    LuaState state = LuaState.of(process);
    Journal journal = state.journal;
    if (journal == null || now instanceof WeakTable || !state.ownsLineOf(now.owner)) {
      return writable(process, table);
    }
    journal.noteField(process, table, now, key, value);
    return now;
  }

  /** A weak table's entries have no places that could be noted, so the run works on a copy. */
  private static LuaTable replaceWeak(
      Process process, LuaState state, Journal journal, LuaTable table, LuaTable now) {
    TableExtension extension = table.extension;
    if (extension != null && extension.copied) {
      return copied(process, state, table);
    }
    long bytes = now.bytes();
    process.reserve(bytes);
    process.charge(1 + (bytes >> 6));
    LuaTable copy = now.copy(process.owner);
    process.allocated(copy, bytes);
    journal.noteContents(process, table);
    moveContents(table, copy);
    return copy;
  }

  /** A copy for this state alone of a table that another has made, or that was forked. */
  private static LuaTable copied(Process process, LuaState state, LuaTable table) {
    markCopied(table); // first: another run, on another thread, may be about to do it
    LuaTable now = table.forReading(process);
    process.reserve(now.bytes());
    process.charge(1 + (now.bytes() >> 6));
    LuaTable copy = now.copy(process.owner);
    process.allocated(copy, copy.bytes());
    state.putCopy(table, copy);
    TableExtension extension = table.extension;
    if (extension != null) {
      extension.view = new View(process.owner, copy);
    }
    return copy;
  }

  /**
   * Makes readers of the table look outside it from now on. What is there stays as it is for ever.
   * Several runs may come here at once: every one of them moves the same frozen parts, so it does
   * not matter whose move is seen.
   */
  static void markCopied(LuaTable table) {
    TableExtension old = table.extension;
    if (old != null && old.copied) {
      return;
    }
    synchronized (table.owner) {
      old = table.extension;
      if (old != null && old.copied) {
        return;
      }
      LuaTable original = old == null ? null : old.contents;
      if (original == null) {
        original = new LuaTable(table.owner);
        original.takeParts(table);
      }
      VarHandle.releaseFence();
      table.extension = new TableExtension(original, true, old);
      VarHandle.releaseFence();
      table.shed();
    }
  }

  /**
   * Makes what the run sees of a table weak, or of another mode. {@code now} is the run's own
   * object for it.
   *
   * @return the object that then stands for it
   */
  static LuaTable weaken(Process process, LuaTable table, LuaTable now, int mode) {
    LuaState state = LuaState.of(process);
    state.hasWeakTables = true;
    if (now instanceof WeakTable weak) {
      weak.setMode(process, mode);
      return weak;
    }
    WeakTable weak = WeakTable.of(process, now, mode);
    if (now == table) {
      moveContents(table, weak);
    } else {
      TableExtension extension = table.extension;
      if (extension != null && extension.copied) {
        state.putCopy(table, weak);
        extension.view = new View(process.owner, weak);
      } else {
        moveContents(table, weak);
      }
    }
    return weak;
  }

  /**
   * Keeps a state's copy of a table with the table, for as long as some state has the handle: the
   * copy may well refer to the table, which must not keep it.
   */
  static void keep(LuaTable table, Object handle, LuaTable copy) {
    synchronized (table) {
      TableExtension extension = Objects.requireNonNull(table.extension);
      Map<Object, LuaTable> kept = extension.copies;
      if (kept == null) {
        kept = new WeakHashMap<>();
        extension.copies = kept;
      }
      kept.put(handle, copy);
    }
  }

  static @Nullable LuaTable copy(LuaTable table, Object handle) {
    synchronized (table) {
      TableExtension extension = table.extension;
      return extension == null || extension.copies == null ? null : extension.copies.get(handle);
    }
  }

  /** Keeps a weak table's value with its key. */
  static void attach(LuaTable key, WeakTable table, Object value) {
    synchronized (key) {
      TableExtension extension = of(key);
      Map<WeakTable, Object> values = extension.attached;
      if (values == null) {
        values = new WeakHashMap<>();
        extension.attached = values;
      }
      values.put(table, value);
    }
  }

  static void detach(LuaTable key, WeakTable table) {
    synchronized (key) {
      TableExtension extension = key.extension;
      if (extension != null && extension.attached != null) {
        extension.attached.remove(table);
      }
    }
  }

  private static TableExtension of(LuaTable table) {
    TableExtension extension = table.extension;
    if (extension == null) {
      extension = new TableExtension(null, false, null);
      table.extension = extension;
    }
    return extension;
  }

  /** The mark for finalization; null when there is none. */
  static Finalizers.@Nullable Sentinel sentinel(LuaTable table) {
    TableExtension extension = table.extension;
    return extension == null ? null : extension.sentinel;
  }

  /** Marks a table for finalization, or takes the mark away. */
  static void mark(LuaTable table, Finalizers.@Nullable Sentinel sentinel) {
    synchronized (table) {
      of(table).sentinel = sentinel;
    }
  }

  /** What weak tables have for a key, and which. */
  static void forEachAttached(LuaTable key, BiConsumer<WeakTable, Object> action) {
    Map<WeakTable, Object> values;
    synchronized (key) {
      TableExtension extension = key.extension;
      if (extension == null || extension.attached == null) {
        return;
      }
      values = new HashMap<>(extension.attached);
    }
    values.forEach(action);
  }

  static @Nullable Object attached(LuaTable key, WeakTable table) {
    synchronized (key) {
      TableExtension extension = key.extension;
      return extension == null || extension.attached == null ? null : extension.attached.get(table);
    }
  }

  /** Puts the contents of a table that its run owns into another object (a weak table). */
  static void moveContents(LuaTable table, LuaTable contents) {
    TableExtension old = table.extension;
    table.extension = new TableExtension(contents, old != null && old.copied, old);
    table.shed();
  }
}
