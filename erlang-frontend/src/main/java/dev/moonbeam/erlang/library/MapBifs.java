package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.erlang.runtime.Errors;

/** Maps: the BIFs that may stand in guards. */
@BuiltinModule("erlang")
public final class MapBifs {
  private MapBifs() {}

  @Builtin(value = "map_size", guard = true)
  public static Object mapSize(Process process, Object map) {
    if (map instanceof TermMap m) {
      return (long) m.size();
    }
    throw Errors.badmap(process, map, map);
  }

  @Builtin(value = "map_get", guard = true)
  public static Object mapGet(Process process, Object key, Object map) {
    if (!(map instanceof TermMap m)) {
      throw Errors.badmap(process, map, key, map);
    }
    Object value = m.get(key, process);
    if (value == null) {
      throw Errors.badkey(process, key, key, map);
    }
    return value;
  }

  @Builtin(value = "is_map_key", guard = true)
  public static Object isMapKey(Process process, Object key, Object map) {
    if (map instanceof TermMap m) {
      return Atom.of(m.get(key, process) != null);
    }
    throw Errors.badmap(process, map, key, map);
  }
}
