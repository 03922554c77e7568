package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one state that are weak, and those that may become so because a chunk of the state
 * writes {@code __mode} into tables (see {@code Introspection.setsModes}): what a metatable says of
 * weakness holds for its tables from the moment it says so, in either direction. Programs that name
 * {@code __mode} in constructors alone do not have their other tables listed.
 *
 * <p>The list says what may be, not what is: a table that has another metatable by now, or never
 * was made since its run was undone, is passed over. So nothing here needs to be undone, and a fork
 * starts from the lists of the state it comes from, which nobody adds to any more.
 *
 * <p>Thread-safety: confined to the running process; those before a fork are read under their lock,
 * because a {@link WeakHashMap} tidies up when it is read.
 */
final class WeakTables {
  private final @Nullable WeakTables before;
  private final Map<LuaTable, Tables> byMetatable = new WeakHashMap<>();

  /** Whether tables are listed that are not weak. */
  private boolean following;

  private WeakTables(@Nullable WeakTables before, boolean following) {
    this.before = before;
    this.following = following;
  }

  WeakTables() {
    this(null, false);
  }

  /** What a state goes on with that shares what is listed here; this must not be added to. */
  WeakTables fork() {
    return new WeakTables(byMetatable.isEmpty() ? before : this, following);
  }

  void follow() {
    following = true;
  }

  boolean isFollowing() {
    return following;
  }

  /** Tables that got the same metatable. */
  private static final class Tables {
    private List<WeakReference<LuaTable>> list = new ArrayList<>();
    private int liveAtLastCleaning = 8;

    void add(Process process, LuaTable table) {
      if (list.size() >= 2 * liveAtLastCleaning) {
        process.charge(list.size() >> 2);
        list.removeIf(each -> each.refersTo(null));
        liveAtLastCleaning = Math.max(8, list.size());
      }
      WeakReference<LuaTable> reference = new WeakReference<>(table);
      list.add(reference);
      process.allocated(reference, REFERENCE_BYTES);
    }
  }

  /** A reference and its place in a list. */
  private static final int REFERENCE_BYTES = 64;

  /** A table has got a metatable. */
  void note(Process process, LuaTable table, LuaTable metatable) {
    synchronized (this) {
      byMetatable.computeIfAbsent(metatable, _ -> new Tables()).add(process, table);
    }
  }

  /** A metatable may say something else of weakness than before. */
  void modeMayHaveChanged(Process process, LuaTable metatable) {
    for (WeakTables each = this; each != null; each = each.before) {
      each.tables(process, metatable).forEach(table -> adapt(process, table, metatable));
    }
  }

  private synchronized List<LuaTable> tables(Process process, LuaTable metatable) {
    Tables tables = byMetatable.get(metatable);
    if (tables == null) {
      return List.of();
    }
    process.charge(tables.list.size());
    return tables.list.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
  }

  /** Makes a table as weak as its metatable says. */
  private static void adapt(Process process, LuaTable table, LuaTable metatable) {
    LuaTable now = table.forReading(process);
    int mode = WeakTable.mode(process, metatable);
    if (now.metatable == metatable && mode != now.mode()) {
      table.setMetatable(process, metatable);
    }
  }

  /**
   * Before a collection: sees to what metatables say by now, whatever way it was written to them.
   */
  void adaptAll(Process process) {
    for (WeakTables each = this; each != null; each = each.before) {
      for (LuaTable metatable : each.metatables()) {
        modeMayHaveChanged(process, metatable);
      }
    }
  }

  private synchronized List<LuaTable> metatables() {
    return List.copyOf(byMetatable.keySet());
  }

  /**
   * After a collection: lets go what entries that are gone still hold.
   *
   * @return how many bytes it was
   */
  long cleanAll(Process process) {
    LuaState state = LuaState.of(process);
    long bytes = 0;
    for (WeakTables each = this; each != null; each = each.before) {
      for (LuaTable metatable : each.metatables()) {
        for (LuaTable table : each.tables(process, metatable)) {
          // Others may be reading it if it is not this state's alone.
          if (table.forReading(process) instanceof WeakTable weak && state.ownsLineOf(weak.owner)) {
            process.charge(weak.bytes() >> 8);
            bytes += weak.clean();
          }
        }
      }
    }
    return bytes;
  }

  /** Whether there may be weak tables. */
  boolean isEmpty() {
    return before == null && byMetatable.isEmpty();
  }
}
