package dev.moonbeam.lua;

import dev.moonbeam.core.language.Bindings;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Access;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host's bindings as globals for the time of one run. Before it, every binding is written into
 * the globals; after it, every global whose value is another than the host knows goes back. What
 * the library put there is never given to the host unless a script replaces it. Raw access both
 * ways: no metamethod runs.
 *
 * <p>What the host knows goes back with the state when a run is undone.
 */
final class GlobalBindings {
  private final Bindings bindings;
  private final Known known;

  private GlobalBindings(Bindings bindings, Known known) {
    this.bindings = bindings;
    this.known = known;
  }

  /** Values of globals as the host last saw them; kept with the state, from run to run. */
  private static final class Known implements LuaState.Forkable<Known> {
    final Map<Binary, Object> values = new HashMap<>();

    /** Names that the host has: a global whose name it takes away is gone. */
    final Map<Binary, Boolean> names = new HashMap<>();

    @Override
    public Known fork() {
      Known copy = new Known();
      copy.values.putAll(values);
      copy.names.putAll(names);
      return copy;
    }
  }

  static GlobalBindings bind(Process process, Bindings bindings) {
    LuaState state = LuaState.of(process);
    LuaTable globals = state.globals();
    Known known = state.part(Known.class, () -> library(process, globals));
    int names = 0;
    for (String name : bindings.names()) {
      Object value = bindings.get(name);
      if (value != null) {
        Binary key = Binary.of(name);
        // Most bindings are what they were at the run before.
        if (!same(LuaTable.orNil(globals.forReading(process).getString(key)), value)) {
          Access.rawSet(process, globals, key, value);
        }
        if (!same(known.values.get(key), value)) {
          state.put(known.values, key, value);
        }
        if (!known.names.containsKey(key)) {
          state.put(known.names, key, true);
        }
        names++;
      }
    }
    if (names < known.names.size()) {
      for (Binary name : List.copyOf(known.names.keySet())) {
        if (bindings.get(name.toString()) == null) {
          Access.rawSet(process, globals, name, Atom.NIL);
          state.put(known.names, name, null);
          state.put(known.values, name, null);
        }
      }
    }
    return new GlobalBindings(bindings, known);
  }

  private static Known library(Process process, LuaTable globals) {
    Known known = new Known();
    globals
        .forReading(process)
        .forEach(
            (key, value) -> {
              if (key instanceof Binary name) {
                known.values.put(name, value);
              }
            });
    return known;
  }

  /**
   * After a run that ended well. Most runs change few globals or none, so what the host knows is
   * compared in place, not taken anew: that was half the time of a short evaluation.
   */
  void giveBack(Process process) {
    LuaState state = LuaState.of(process);
    LuaTable globals = state.globals().forReading(process);
    int before = known.values.size();
    int[] kept = {0};
    globals.forEach(
        (key, value) -> {
          if (key instanceof Binary name) {
            Object last = known.values.get(name);
            if (last != null) {
              kept[0]++;
            }
            if (!same(last, value)) {
              state.put(known.values, name, value);
              state.put(known.names, name, true);
              bindings.put(name.toString(), value);
            }
          }
        });
    process.charge(known.values.size() >> 2);
    if (kept[0] < before) {
      for (Binary name : List.copyOf(known.values.keySet())) {
        if (globals.getString(name) == null) {
          state.put(known.values, name, null);
          bindings.put(name.toString(), Atom.NIL);
        }
      }
    }
  }

  /** Plain values and functions are the same when they are equal, others when they are one. */
  private static boolean same(@Nullable Object before, Object after) {
    return before == after
        || (after instanceof Long
                || after instanceof Double
                || after instanceof Binary
                || after instanceof Fun)
            && after.equals(before);
  }
}
