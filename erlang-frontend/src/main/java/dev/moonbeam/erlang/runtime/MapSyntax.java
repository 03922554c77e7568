package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Map expressions of compiled code (reference manual, "Map Expressions"). */
public final class MapSyntax {
  private static final int ENTRY_BYTES = 16;
  private static final Atom BAD_GENERATOR = Atom.of("bad_generator");
  private static final Atom NONE = Atom.of("none");

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

  /** The associations of a map, or those left of an iterator, as a list for a map generator. */
  public static Object pairs(Process process, Object map) {
    if (!(map instanceof TermMap associations)) {
      return pairsLeft(process, map);
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

  /** What {@code maps:iterator} gives: {@code {Key, Value, Iterator}}, and at the end none. */
  private static Object pairsLeft(Process process, Object iterator) {
    List<Object> pairs = new ArrayList<>();
    Object rest = iterator;
    while (rest instanceof Tuple step && step.size() == 3) {
      process.charge(1);
      process.reserve(64);
      pairs.add(new Tuple(step.get(0), step.get(1)));
      rest = step.get(2);
    }
    if (rest != NONE) {
      throw Errors.error(process, new Tuple(BAD_GENERATOR, rest));
    }
    Object list = Cons.list(pairs.toArray());
    process.allocated(list, 64L * pairs.size());
    return list;
  }

  private static TermMap map(Process process, Object map) {
    if (map instanceof TermMap associations) {
      return associations;
    }
    throw Errors.error(process, new Tuple(Atom.of("badmap"), map));
  }
}
