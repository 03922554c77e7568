package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;

/** Map expressions of compiled code (reference manual, "Map Expressions"). */
public final class MapSyntax {
  private static final int ENTRY_BYTES = 16;
  private static final Atom BAD_GENERATOR = Atom.of("bad_generator");

  private MapSyntax() {}

  /** {@code #{Key => Value, ...}}: keys and values in turn; a later key wins. */
  public static Object of(Process process, Object[] keysAndValues) {
    TermMap.Builder builder = new TermMap.Builder(process);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    TermMap map = builder.build();
    process.allocated(map, 48L + (long) ENTRY_BYTES * map.size());
    return map;
  }

  /** {@code Map#{Key => Value}}. */
  public static Object put(Process process, Object map, Object key, Object value) {
    TermMap changed = map(process, map).put(key, value, process);
    process.updated(changed, key);
    return changed;
  }

  /** {@code Map#{Key := Value}}. */
  public static Object update(Process process, Object map, Object key, Object value) {
    TermMap changed = map(process, map).update(key, value, process);
    if (changed == null) {
      throw Errors.error(process, new Tuple(Atom.of("badkey"), key));
    }
    process.updated(changed, key);
    return changed;
  }

  /** The map itself; anything else is badmap. */
  public static Object check(Process process, Object map) {
    return map(process, map);
  }

  /** The associations as a list of pairs, for a map generator. */
  public static Object pairs(Process process, Object map) {
    if (!(map instanceof TermMap associations)) {
      throw Errors.error(process, new Tuple(BAD_GENERATOR, map));
    }
    process.reserve(64L * associations.size());
    process.charge(associations.size() >> 2);
    Object[] keys = associations.keys();
    Object[] values = associations.values();
    Object list = Nil.EMPTY;
    for (int i = keys.length - 1; i >= 0; i--) {
      list = new Cons(new Tuple(keys[i], values[i]), list);
    }
    process.allocated(list, 64L * keys.length);
    return list;
  }

  private static TermMap map(Process process, Object map) {
    if (map instanceof TermMap associations) {
      return associations;
    }
    throw Errors.error(process, new Tuple(Atom.of("badmap"), map));
  }
}
