package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What only unusual tables have: contents kept outside the table's own parts, because it was copied by a run that did not
 * own it (see {@link LuaState}) or because it is weak.
 */
final class TableExtension {
  /** The contents for every state that has no copy of its own; null while they are in the table itself. */
  private final @Nullable LuaTable contents;

  /** Whether some state has a copy in its overlay, so that readers must ask theirs. */
  private final boolean copied;

  private TableExtension(@Nullable LuaTable contents, boolean copied) {
    this.contents = contents;
    this.copied = copied;
  }

  /**
   * What the last state to ask saw. Right for that state for ever after: whoever changes what a state sees is that state,
   * and notes it here.
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
   * Makes readers of the table look outside it from now on. Several runs may come here at once: every one of them moves
   * the same frozen parts, so it does not matter whose move is seen.
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
      table.extension = new TableExtension(original, true);
      VarHandle.releaseFence();
      table.shed();
    }
  }

  /** Puts the contents of a table that its run owns into another object (a weak table). */
  static void moveContents(LuaTable table, LuaTable contents) {
    TableExtension old = table.extension;
    table.extension = new TableExtension(contents, old != null && old.copied);
    table.shed();
  }
}
