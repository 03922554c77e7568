package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.WeakHashMap;
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

  /** While the table is marked for finalization: nobody else refers to it. */
  private Finalizers.@Nullable Sentinel sentinel;

  private TableExtension(
      @Nullable LuaTable contents, boolean copied, @Nullable TableExtension before) {
    this.contents = contents;
    this.copied = copied;
    this.attached = before == null ? null : before.attached;
    this.sentinel = before == null ? null : before.sentinel;
  }

  /**
   * What the last state to ask saw. Right for that state for ever after: whoever changes what a
   * state sees is that state, and notes it here.
   */
  private @Nullable View view;

  private record View(LuaState state, LuaTable contents) {}

  LuaTable contents(Process process, LuaTable table) {
    if (!copied) {
      return contents == null ? table : contents;
    }
    View last = view;
    if (last != null && last.state == process.languageState) {
      return last.contents;
    }
    LuaState state = LuaState.of(process);
    LuaTable copy = state.copyOf(table);
    LuaTable seen = copy != null ? copy : contents == null ? table : contents;
    view = new View(state, seen);
    return seen;
  }

  /** See {@link LuaTable#forWriting}: the slow half. */
  static LuaTable writable(Process process, LuaTable table) {
    LuaState state = LuaState.of(process);
    LuaTable now = table.forReading(process);
    if (now.owner == process.owner) {
      return now;
    }
    process.reserve(now.bytes());
    process.charge(1 + (now.bytes() >> 6));
    LuaTable copy = now.copy(process.owner);
    process.allocated(copy, copy.bytes());
    markCopied(table);
    state.putCopy(table, copy);
    TableExtension extension = table.extension;
    if (extension != null) {
      extension.view = new View(state, copy);
    }
    return copy;
  }

  /**
   * Makes readers of the table look outside it from now on. Several runs may come here at once:
   * every one of them moves the same frozen parts, so it does not matter whose move is seen.
   */
  private static void markCopied(LuaTable table) {
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
        extension.view = new View(state, weak);
      } else {
        moveContents(table, weak);
      }
    }
    return weak;
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
