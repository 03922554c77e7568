package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives weak tables back the entries whose keys only tables that are about to be finalized lead to:
 * an object that is brought back to life stays a weak key until its finalizer has run (manual,
 * 2.5.4), whereas the JVM clears the weak reference to it before.
 *
 * <p>The value is kept with its key ({@link TableExtension#attach}), so what has to be found is the
 * key. From each table to be finalized the search goes on through keys, values and metatables, but
 * not into functions and coroutines, and for {@value #MOST_VISITED} tables at most: such a table
 * may lead to everything there is.
 */
final class FinalizedKeys {
  private static final int MOST_VISITED = 10_000;

  private final Process process;
  private final LuaState state;
  private final Set<LuaTable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<LuaTable> waiting = new ArrayDeque<>();

  private FinalizedKeys(Process process) {
    this.process = process;
    this.state = LuaState.of(process);
  }

  static void restore(Process process, Collection<LuaTable> dying) {
    FinalizedKeys keys = new FinalizedKeys(process);
    dying.forEach(keys::visit);
    for (LuaTable each; (each = keys.waiting.poll()) != null; ) {
      keys.follow(each);
    }
  }

  private void visit(@Nullable Object value) {
    if (value instanceof LuaTable table && seen.size() < MOST_VISITED && seen.add(table)) {
      waiting.add(table);
    }
  }

  private void follow(LuaTable table) {
    TableExtension.forEachAttached(
        table,
        (weak, value) -> {
          if (state.ownsLineOf(weak.owner)) {
            weak.restore(process, table, value);
          }
          visit(value);
        });
    LuaTable contents = table.forReading(process);
    visit(contents.metatable);
    if (contents instanceof WeakTable) {
      return; // what it refers to weakly is not brought back
    }
    process.charge(1 + (contents.bytes() >> 6));
    for (int i = 0; i < contents.used; i += 2) {
      if (contents.entries[i + 1] != null) {
        visit(contents.entries[i]);
        visit(contents.entries[i + 1]);
      }
    }
    for (int i = 0; i < Math.min(contents.size, contents.objects.length); i++) {
      visit(contents.objects[i]);
    }
  }
}
