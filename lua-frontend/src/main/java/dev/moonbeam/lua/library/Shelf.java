package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.BuiltinRow;
import dev.moonbeam.core.builtin.BuiltinTable;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.InternedStrings;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.policy.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The functions of one table of builtins as all states with the same capabilities have them: names
 * interned, refusals in place of what is not granted. A function of the library has no state, so
 * they are linked once for all; a state then costs no more than the tables that hold them.
 *
 * <p>Thread-safety: immutable.
 */
record Shelf(String module, Binary[] names, Fun[] functions) {
  /** By what is granted. Policies are the host's, so there are a few. */
  private static final Map<Set<Capability>, Map<BuiltinTable, Shelf>> STOCK =
      new ConcurrentHashMap<>();

  static Shelf of(Process process, BuiltinTable table) {
    Set<Capability> granted = process.node().policy().capabilities();
    return STOCK
        .computeIfAbsent(granted, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(table, _ -> link(granted, table));
  }

  private static Shelf link(Set<Capability> granted, BuiltinTable table) {
    List<BuiltinRow> rows = table.rows();
    List<Binary> names = new ArrayList<>();
    List<Fun> functions = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      BuiltinRow row = rows.get(i);
      Fun function = null;
      for (Capability capability : row.needs()) {
        if (!granted.contains(capability)) {
          function = new Denied(row, capability);
          break;
        }
      }
      names.add(InternedStrings.intern(row.name()));
      functions.add(function == null ? table.link(i) : function);
    }
    return new Shelf(table.module(), names.toArray(Binary[]::new), functions.toArray(Fun[]::new));
  }

  int size() {
    return names.length;
  }

  void putInto(Process process, LuaTable library) {
    forEach((name, function) -> library.putString(process, name, function));
  }

  void forEach(BiConsumer<Binary, Fun> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], functions[i]);
    }
  }
}
