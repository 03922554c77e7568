package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;

/**
 * The functions of module {@code maps} that call no function of the script; those that do are
 * written in Erlang.
 */
@BuiltinModule("maps")
public final class MapsModule {
  private MapsModule() {}

  private static TermMap updated(Process process, TermMap map, Object key) {
    process.updated(map, key);
    return map;
  }

  /** Charges for what takes a key away. */
  static TermMap updated(Process process, TermMap map) {
    process.allocated(map, map.putCost());
    return map;
  }

  private static TermMap map(Process process, Object map, Object... arguments) {
    if (map instanceof TermMap m) {
      return m;
    }
    throw Errors.badmap(process, map, arguments);
  }

  @Builtin("get")
  public static Object get(Process process, Object key, Object map) {
    Object value = map(process, map, key, map).get(key, process);
    if (value == null) {
      throw Errors.badkey(process, key, key, map);
    }
    return value;
  }

  @Builtin("get")
  public static Object get(Process process, Object key, Object map, Object otherwise) {
    Object value = map(process, map, key, map, otherwise).get(key, process);
    return value == null ? otherwise : value;
  }

  @Builtin("find")
  public static Object find(Process process, Object key, Object map) {
    Object value = map(process, map, key, map).get(key, process);
    return value == null ? Atom.ERROR : new Tuple(Atom.OK, value);
  }

  @Builtin("is_key")
  public static Object isKey(Process process, Object key, Object map) {
    return Atom.of(map(process, map, key, map).get(key, process) != null);
  }

  @Builtin("put")
  public static Object put(Process process, Object key, Object value, Object map) {
    return updated(process, map(process, map, key, value, map).put(key, value, process), key);
  }

  @Builtin("update")
  public static Object update(Process process, Object key, Object value, Object map) {
    TermMap changed = map(process, map, key, value, map).update(key, value, process);
    if (changed == null) {
      throw Errors.badkey(process, key, key, value, map);
    }
    return updated(process, changed, key);
  }

  @Builtin("remove")
  public static Object remove(Process process, Object key, Object map) {
    return updated(process, map(process, map, key, map).remove(key, process));
  }

  @Builtin("take")
  public static Object take(Process process, Object key, Object map) {
    TermMap m = map(process, map, key, map);
    Object value = m.get(key, process);
    return value == null ? Atom.ERROR : new Tuple(value, updated(process, m.remove(key, process)));
  }

  @Builtin("new")
  public static Object empty(Process process) {
    return TermMap.empty();
  }

  @Builtin("size")
  public static Object size(Process process, Object map) {
    return (long) map(process, map, map).size();
  }

  @Builtin("keys")
  public static Object keys(Process process, Object map) {
    return Lists.fromArray(process, map(process, map, map).keys(), Nil.EMPTY);
  }

  @Builtin("values")
  public static Object values(Process process, Object map) {
    return Lists.fromArray(process, map(process, map, map).values(), Nil.EMPTY);
  }

  @Builtin("to_list")
  public static Object toList(Process process, Object map) {
    if (map instanceof TermMap m) {
      Object[] keys = m.keys();
      Object[] values = m.values();
      process.reserve(48L * keys.length);
      process.allocated(keys, 24L * keys.length);
      for (int i = 0; i < keys.length; i++) {
        keys[i] = new Tuple(keys[i], values[i]);
      }
      return Lists.fromArray(process, keys, Nil.EMPTY);
    }
    throw Errors.badmap(process, map, map);
  }

  @Builtin("from_list")
  public static Object fromList(Process process, Object list) {
    TermMap.Builder builder = new TermMap.Builder(process);
    Object rest = list;
    int count = 0;
    while (rest instanceof Cons cell) {
      if (!(cell.head instanceof Tuple pair) || pair.size() != 2) {
        throw Errors.badarg(process, list);
      }
      builder.put(pair.get(0), pair.get(1));
      rest = cell.tail;
      if (++count == 64) {
        process.charge(32);
        process.allocated(builder, 64 * 60);
        count = 0;
      }
    }
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, list);
    }
    TermMap map = builder.build();
    process.charge(count / 2);
    process.allocated(map, 60L * count);
    return map;
  }

  @Builtin("from_keys")
  public static Object fromKeys(Process process, Object list, Object value) {
    Object[] keys = Lists.toArray(process, list);
    if (keys == null) {
      throw Errors.badarg(process, list, value);
    }
    TermMap.Builder builder = new TermMap.Builder(process);
    int count = 0;
    for (Object key : keys) {
      builder.put(key, value);
      if (++count == 64) {
        process.charge(32);
        process.allocated(builder, 64 * 60);
        count = 0;
      }
    }
    return builder.build();
  }

  /** Entries of the right map win. The smaller map is put into the larger one where that may be. */
  @Builtin("merge")
  public static Object merge(Process process, Object left, Object right) {
    TermMap l = map(process, left, left, right);
    TermMap r = map(process, right, left, right);
    if (l.size() == 0 || l == r) {
      return r;
    }
    boolean intoRight = r.size() > l.size();
    TermMap[] merged = {intoRight ? r : l};
    int[] count = new int[1];
    (intoRight ? l : r)
        .forEach(
            (key, value) -> {
              if (!intoRight || merged[0].get(key, process) == null) {
                merged[0] = merged[0].put(key, value, process);
              }
              if (++count[0] % 16 == 0) {
                process.charge(16);
                process.allocated(merged[0], 16L * merged[0].putCost());
              }
            });
    return merged[0];
  }

  @Builtin("with")
  public static Object with(Process process, Object keys, Object map) {
    TermMap m = map(process, map, keys, map);
    TermMap.Builder builder = new TermMap.Builder(process);
    for (Object key : keyList(process, keys, map)) {
      Object value = m.get(key, process);
      if (value != null) {
        builder.put(key, value);
      }
    }
    return updated(process, builder.build());
  }

  @Builtin("without")
  public static Object without(Process process, Object keys, Object map) {
    TermMap result = map(process, map, keys, map);
    for (Object key : keyList(process, keys, map)) {
      process.charge(1);
      result = updated(process, result.remove(key, process));
    }
    return result;
  }

  private static Object[] keyList(Process process, Object keys, Object map) {
    Object[] all = Lists.toArray(process, keys);
    if (all == null) {
      throw Errors.badarg(process, keys, map);
    }
    process.charge(all.length / 2);
    return all;
  }

  /** An iterator is the list of entries that are left, which costs what the first turn would. */
  @Builtin("iterator")
  public static Object iterator(Process process, Object map) {
    Object entries = toList(process, map);
    Object iterator = Atom.of("none");
    Object[] all = Lists.toArray(process, entries);
    if (all == null) {
      throw new IllegalStateException();
    }
    for (int i = all.length - 1; i >= 0; i--) {
      Tuple entry = (Tuple) all[i];
      iterator = new Tuple(entry.get(0), entry.get(1), iterator);
    }
    process.allocated(iterator, 40L * all.length);
    return iterator;
  }

  @Builtin("next")
  public static Object next(Process process, Object iterator) {
    if (iterator == Atom.of("none") || iterator instanceof Tuple step && step.size() == 3) {
      return iterator;
    }
    throw Errors.badarg(process, iterator);
  }
}
