package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import dev.moonbeam.erlang.runtime.Walk;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code lists}: finding, removing and replacing the first tuple of a list that has a key at
 * a position. Keys that compare equal are the same ({@code 1} and {@code 1.0}); what is no tuple,
 * or too short a one, has no key.
 */
@BuiltinModule("lists")
public final class ListsKeyModule {
  private static final Atom VALUE = Atom.of("value");

  private ListsKeyModule() {}

  @Builtin("keyfind")
  public static Object keyfind(Process process, Object key, Object position, Object list) {
    Tuple found = find(process, key, position, list);
    return found == null ? Atom.FALSE : found;
  }

  @Builtin("keymember")
  public static Object keymember(Process process, Object key, Object position, Object list) {
    return Atom.of(find(process, key, position, list) != null);
  }

  @Builtin("keysearch")
  public static Object keysearch(Process process, Object key, Object position, Object list) {
    Tuple found = find(process, key, position, list);
    return found == null ? Atom.FALSE : new Tuple(VALUE, found);
  }

  /** The first tuple whose element at {@code position} compares equal to the key, or null. */
  private static @Nullable Tuple find(Process process, Object key, Object position, Object list) {
    if (!(position instanceof Long at) || at < 1) {
      throw Errors.badarg(process, key, position, list);
    }
    Walk walk = new Walk(process, 8);
    Object rest = list;
    int index = (int) Math.min(at, Integer.MAX_VALUE) - 1;
    while (rest instanceof Cons cell) {
      if (cell.head instanceof Tuple tuple
          && index < tuple.size()
          && TermOrder.equal(key, tuple.get(index), process)) {
        walk.end();
        return tuple;
      }
      rest = cell.tail;
      walk.step();
    }
    walk.end();
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, key, position, list);
    }
    return null;
  }

  @Builtin("keydelete")
  public static Object keydelete(Process process, Object key, Object position, Object list) {
    return withoutKey(process, key, position, list)[1];
  }

  @Builtin("keytake")
  public static Object keytake(Process process, Object key, Object position, Object list) {
    Object[] parts = withoutKey(process, key, position, list);
    return parts[0] == Atom.FALSE ? Atom.FALSE : new Tuple(VALUE, parts[0], parts[1]);
  }

  /** The first tuple with that key (false for none) and the list without it. */
  private static Object[] withoutKey(Process process, Object key, Object position, Object list) {
    int index = keyIndex(process, position, key, position, list);
    TermBuffer before = new TermBuffer(process);
    for (Object rest = list; rest instanceof Cons cell; rest = cell.tail) {
      if (cell.head instanceof Tuple tuple
          && index < tuple.size()
          && TermOrder.equal(key, tuple.get(index), process)) {
        return new Object[] {tuple, before.toList(cell.tail)};
      }
      before.add(cell.head);
    }
    if (Lists.length(process, list) < 0) {
      throw Errors.functionClause(process, key, position, list);
    }
    return new Object[] {Atom.FALSE, list};
  }

  private static int keyIndex(Process process, Object position, Object... arguments) {
    if (position instanceof BigInteger far && far.signum() > 0) {
      return Integer.MAX_VALUE - 1;
    }
    if (!(position instanceof Long at) || at < 1) {
      throw Errors.functionClause(process, arguments);
    }
    return (int) Math.min(at, Integer.MAX_VALUE) - 1;
  }

  @Builtin("keyreplace")
  public static Object keyreplace(
      Process process, Object key, Object position, Object list, Object replacement) {
    return keyPut(process, key, position, list, replacement, false);
  }

  @Builtin("keystore")
  public static Object keystore(
      Process process, Object key, Object position, Object list, Object replacement) {
    return keyPut(process, key, position, list, replacement, true);
  }

  private static Object keyPut(
      Process process,
      Object key,
      Object position,
      Object list,
      Object replacement,
      boolean append) {
    int index = keyIndex(process, position, key, position, list, replacement);
    if (!(replacement instanceof Tuple)) {
      throw Errors.functionClause(process, key, position, list, replacement);
    }
    TermBuffer before = new TermBuffer(process);
    Object rest = list;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (cell.head instanceof Tuple tuple
          && index < tuple.size()
          && TermOrder.equal(key, tuple.get(index), process)) {
        return before.toList(new Cons(replacement, cell.tail));
      }
      before.add(cell.head);
    }
    if (rest != Nil.EMPTY) {
      throw Errors.functionClause(process, key, position, rest, replacement);
    }
    process.charge(before.size() / 8);
    return append ? before.toList(new Cons(replacement, Nil.EMPTY)) : list;
  }
}
