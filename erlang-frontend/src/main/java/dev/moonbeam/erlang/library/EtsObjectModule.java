package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.library.EtsTable.Content;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.Numbers;
import dev.moonbeam.erlang.runtime.Operators;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code ets}: the objects of a table, by their keys and in order. Each call is one change
 * of the table, or sees it at one moment.
 */
@BuiltinModule("ets")
public final class EtsObjectModule {
  static final Atom END = Atom.of("$end_of_table");

  private EtsObjectModule() {}

  // ---- Inserting

  private static boolean fits(EtsTable table, Object object) {
    return object instanceof Tuple tuple && tuple.size() >= table.keyPosition;
  }

  /** Charges for tuples just stored; what the table made to hold that key stands for them. */
  private static void charged(Process process, EtsTable table, Object key, long tuples) {
    Content now = table.content();
    long each = now.map() == null ? 56L + 40 * 20 / 2 : now.map().putCost();
    process.allocated(() -> table.holder(key, process), tuples * Math.min(each, 400));
  }

  private static void charged(Process process, EtsTable table, Object[] tuples) {
    if (tuples.length > 0) {
      Tuple last = (Tuple) tuples[tuples.length - 1];
      charged(process, table, table.keyOf(last), tuples.length);
    }
  }

  @Builtin(value = "insert", cost = 2)
  public static Object insert(Process process, Object id, Object objects) {
    EtsTable table = EtsModule.writable(process, id, id, objects);
    if (objects instanceof Tuple tuple) {
      if (!fits(table, tuple)) {
        throw Errors.badarg(process, id, objects);
      }
      table.change(process, before -> table.with(before, tuple, process));
      charged(process, table, table.keyOf(tuple), 1);
      return Atom.TRUE;
    }
    Object[] all = tuples(process, table, objects, id, objects);
    table.change(process, before -> withAll(process, table, before, all));
    charged(process, table, all);
    return Atom.TRUE;
  }

  private static Object[] tuples(
      Process process, EtsTable table, Object objects, Object... arguments) {
    Object[] all = Lists.toArray(process, objects);
    if (all == null) {
      throw Errors.badarg(process, arguments);
    }
    for (Object each : all) {
      if (!fits(table, each)) {
        throw Errors.badarg(process, arguments);
      }
    }
    process.charge(all.length);
    return all;
  }

  private static Content withAll(Process process, EtsTable table, Content before, Object[] tuples) {
    Content content = before;
    for (Object tuple : tuples) {
      content = table.with(content, (Tuple) tuple, process);
    }
    return content;
  }

  @Builtin(value = "insert_new", cost = 2)
  public static Object insertNew(Process process, Object id, Object objects) {
    EtsTable table = EtsModule.writable(process, id, id, objects);
    Object[] all =
        objects instanceof Tuple
            ? tuples(process, table, Cons.list(objects), id, objects)
            : tuples(process, table, objects, id, objects);
    boolean[] fresh = new boolean[1];
    table.change(
        process,
        before -> {
          fresh[0] = true;
          for (Object tuple : all) {
            if (table.stored(before, table.keyOf((Tuple) tuple), process) != null) {
              fresh[0] = false;
              return before;
            }
          }
          return withAll(process, table, before, all);
        });
    charged(process, table, all);
    return Atom.of(fresh[0]);
  }

  // ---- Access by key

  @Builtin(value = "lookup", cost = 2)
  public static Object lookup(Process process, Object id, Object key) {
    EtsTable table = EtsModule.readable(process, id, id, key);
    return table.lookup(process, table.content(), key);
  }

  @Builtin(value = "lookup_element", cost = 2)
  public static Object lookupElement(Process process, Object id, Object key, Object position) {
    return element(process, id, key, position, null, new Object[] {id, key, position});
  }

  @Builtin(value = "lookup_element", cost = 2)
  public static Object lookupElement(
      Process process, Object id, Object key, Object position, Object otherwise) {
    return element(
        process, id, key, position, otherwise, new Object[] {id, key, position, otherwise});
  }

  private static Object element(
      Process process,
      Object id,
      Object key,
      Object position,
      @Nullable Object otherwise,
      Object[] arguments) {
    EtsTable table = EtsModule.readable(process, id, arguments);
    Object found = table.stored(table.content(), key, process);
    if (!(position instanceof Long at) || at < 1) {
      throw Errors.badarg(process, arguments);
    }
    if (found == null) {
      if (otherwise == null) {
        throw Errors.badarg(process, arguments);
      }
      return otherwise;
    }
    if (found instanceof Tuple tuple) {
      if (at > tuple.size()) {
        throw Errors.badarg(process, arguments);
      }
      return tuple.get((int) (at - 1));
    }
    Object elements = Nil.EMPTY;
    int count = 0;
    for (Object rest = found; rest instanceof Cons cell; rest = cell.tail) {
      Tuple tuple = (Tuple) cell.head;
      if (at > tuple.size()) {
        throw Errors.badarg(process, arguments);
      }
      elements = new Cons(tuple.get((int) (at - 1)), elements);
      count++;
    }
    Lists.allocated(process, elements, count);
    return elements;
  }

  @Builtin(value = "member", cost = 2)
  public static Object member(Process process, Object id, Object key) {
    EtsTable table = EtsModule.readable(process, id, id, key);
    return Atom.of(table.stored(table.content(), key, process) != null);
  }

  @Builtin(value = "delete", cost = 2)
  public static Object delete(Process process, Object id, Object key) {
    EtsTable table = EtsModule.writable(process, id, id, key);
    table.change(process, before -> table.without(before, key, process));
    return Atom.TRUE;
  }

  @Builtin(value = "delete_object", cost = 2)
  public static Object deleteObject(Process process, Object id, Object object) {
    EtsTable table = EtsModule.writable(process, id, id, object);
    if (!fits(table, object)) {
      throw Errors.badarg(process, id, object);
    }
    table.change(process, before -> table.withoutObject(before, (Tuple) object, process));
    return Atom.TRUE;
  }

  @Builtin(value = "take", cost = 2)
  public static Object take(Process process, Object id, Object key) {
    EtsTable table = EtsModule.writable(process, id, id, key);
    Content before = table.change(process, at -> table.without(at, key, process));
    return table.lookup(process, before, key);
  }

  @Builtin(value = "update_element", cost = 3)
  public static Object updateElement(Process process, Object id, Object key, Object changes) {
    return changed(process, id, key, changes, null, new Object[] {id, key, changes});
  }

  /** Since OTP 27: where the key is missing an object is made of {@code otherwise}. */
  @Builtin(value = "update_element", cost = 3)
  public static Object updateElement(
      Process process, Object id, Object key, Object changes, Object otherwise) {
    Object[] arguments = {id, key, changes, otherwise};
    if (!(otherwise instanceof Tuple initial)) {
      throw Errors.badarg(process, arguments);
    }
    return changed(process, id, key, changes, initial, arguments);
  }

  private static Object changed(
      Process process,
      Object id,
      Object key,
      Object changes,
      @Nullable Tuple initial,
      Object[] arguments) {
    EtsTable table = EtsModule.writable(process, id, arguments);
    Object[] all =
        changes instanceof Tuple ? new Object[] {changes} : Lists.toArray(process, changes);
    if (all == null || table.isBag() || initial != null && !fits(table, initial)) {
      throw Errors.badarg(process, arguments);
    }
    boolean[] found = new boolean[1];
    table.change(
        process,
        before -> {
          Tuple present = (Tuple) table.stored(before, key, process);
          found[0] = present != null || initial != null;
          Tuple tuple = present != null ? present : initial;
          if (tuple == null) {
            return before;
          }
          Object[] elements = tuple.elements().clone();
          if (present == null) {
            elements[table.keyPosition - 1] = key;
          }
          for (Object change : all) {
            if (!(change instanceof Tuple pair)
                || pair.size() != 2
                || !(pair.get(0) instanceof Long at)
                || at < 1
                || at > elements.length
                || at == table.keyPosition) {
              throw Errors.badarg(process, arguments);
            }
            elements[(int) (at - 1)] = pair.get(1);
          }
          return table.with(before, new Tuple(elements), process);
        });
    charged(process, table, key, 1);
    return Atom.of(found[0]);
  }

  @Builtin(value = "update_counter", cost = 3)
  public static Object updateCounter(Process process, Object id, Object key, Object update) {
    return count(process, id, key, update, null, new Object[] {id, key, update});
  }

  @Builtin(value = "update_counter", cost = 3)
  public static Object updateCounter(
      Process process, Object id, Object key, Object update, Object otherwise) {
    return count(process, id, key, update, otherwise, new Object[] {id, key, update, otherwise});
  }

  private static Object count(
      Process process,
      Object id,
      Object key,
      Object update,
      @Nullable Object otherwise,
      Object[] arguments) {
    EtsTable table = EtsModule.writable(process, id, arguments);
    boolean several = update instanceof Cons || update == Nil.EMPTY;
    Object[] updates = several ? Lists.toArray(process, update) : new Object[] {update};
    if (updates == null || table.isBag()) {
      throw Errors.badarg(process, arguments);
    }
    Object[] results = new Object[updates.length];
    table.change(
        process,
        before -> {
          Object present = table.stored(before, key, process);
          if (present == null && otherwise != null && fits(table, otherwise)) {
            Object[] elements = ((Tuple) otherwise).elements().clone();
            elements[table.keyPosition - 1] = key;
            present = new Tuple(elements);
          }
          if (!(present instanceof Tuple tuple)) {
            throw Errors.badarg(process, arguments);
          }
          Object[] elements = tuple.elements().clone();
          for (int i = 0; i < updates.length; i++) {
            results[i] = counted(process, table, elements, updates[i], arguments);
          }
          return table.with(before, new Tuple(elements), process);
        });
    charged(process, table, key, 1);
    return several ? Lists.fromArray(process, results, Nil.EMPTY) : results[0];
  }

  private static Object counted(
      Process process, EtsTable table, Object[] elements, Object update, Object[] arguments) {
    Object position = (long) table.keyPosition + 1;
    Object increment = update;
    Object threshold = null;
    Object reset = null;
    if (update instanceof Tuple operation) {
      if (operation.size() != 2 && operation.size() != 4) {
        throw Errors.badarg(process, arguments);
      }
      position = operation.get(0);
      increment = operation.get(1);
      if (operation.size() == 4) {
        threshold = operation.get(2);
        reset = operation.get(3);
      }
    }
    if (!(position instanceof Long at)
        || at < 1
        || at > elements.length
        || at == table.keyPosition
        || !Numbers.isInteger(increment)
        || !Numbers.isInteger(elements[(int) (at - 1)])) {
      throw Errors.badarg(process, arguments);
    }
    Object value = Operators.add(process, elements[(int) (at - 1)], increment);
    if (threshold != null && reset != null) {
      boolean up = Numbers.big(increment).signum() >= 0;
      if (up
          ? Operators.greater(process, value, threshold)
          : Operators.less(process, value, threshold)) {
        value = reset;
      }
    }
    elements[(int) (at - 1)] = value;
    return value;
  }

  // ---- Traversal

  private static Object orEnd(@Nullable Object key) {
    return key == null ? END : key;
  }

  @Builtin("first")
  public static Object first(Process process, Object id) {
    EtsTable table = EtsModule.readable(process, id, id);
    return orEnd(table.first(table.content()));
  }

  @Builtin("last")
  public static Object last(Process process, Object id) {
    EtsTable table = EtsModule.readable(process, id, id);
    return orEnd(table.last(table.content()));
  }

  @Builtin(value = "next", cost = 2)
  public static Object next(Process process, Object id, Object key) {
    EtsTable table = EtsModule.readable(process, id, id, key);
    return orEnd(table.after(table.content(), key, process));
  }

  @Builtin(value = "prev", cost = 2)
  public static Object previous(Process process, Object id, Object key) {
    EtsTable table = EtsModule.readable(process, id, id, key);
    return orEnd(table.before(table.content(), key, process));
  }

  /** Since OTP 27: the key together with its objects. */
  @Builtin(value = "first_lookup", cost = 2)
  public static Object firstLookup(Process process, Object id) {
    EtsTable table = EtsModule.readable(process, id, id);
    Content now = table.content();
    return withObjects(process, table, now, table.first(now));
  }

  @Builtin(value = "last_lookup", cost = 2)
  public static Object lastLookup(Process process, Object id) {
    EtsTable table = EtsModule.readable(process, id, id);
    Content now = table.content();
    return withObjects(process, table, now, table.last(now));
  }

  @Builtin(value = "next_lookup", cost = 3)
  public static Object nextLookup(Process process, Object id, Object key) {
    EtsTable table = EtsModule.readable(process, id, id, key);
    Content now = table.content();
    return withObjects(process, table, now, table.after(now, key, process));
  }

  @Builtin(value = "prev_lookup", cost = 3)
  public static Object previousLookup(Process process, Object id, Object key) {
    EtsTable table = EtsModule.readable(process, id, id, key);
    Content now = table.content();
    return withObjects(process, table, now, table.before(now, key, process));
  }

  private static Object withObjects(
      Process process, EtsTable table, Content now, @Nullable Object key) {
    return key == null ? END : new Tuple(key, table.lookup(process, now, key));
  }

  /** Every object is a slot of its own. */
  @Builtin(value = "slot", cost = 2)
  public static Object slot(Process process, Object id, Object number) {
    EtsTable table = EtsModule.readable(process, id, id, number);
    Object[] all = table.all(process, table.content());
    if (!(number instanceof Long at) || at < 0 || at > all.length) {
      throw Errors.badarg(process, id, number);
    }
    return at == all.length ? END : new Cons(all[(int) (long) at], Nil.EMPTY);
  }

  @Builtin("tab2list")
  public static Object tab2list(Process process, Object id) {
    EtsTable table = EtsModule.readable(process, id, id);
    return Lists.fromArray(process, table.all(process, table.content()), Nil.EMPTY);
  }

  @Builtin("foldl")
  public static Object foldl(Process process, Object function, Object start, Object id) {
    EtsTable table = EtsModule.readable(process, id, function, start, id);
    Object all = Lists.fromArray(process, table.all(process, table.content()), Nil.EMPTY);
    return Special.tailCall(
        process.node().code().external("lists", "foldl", 3), new Object[] {function, start, all});
  }

  @Builtin("foldr")
  public static Object foldr(Process process, Object function, Object start, Object id) {
    EtsTable table = EtsModule.readable(process, id, function, start, id);
    Object all = Lists.fromArray(process, table.all(process, table.content()), Nil.EMPTY);
    return Special.tailCall(
        process.node().code().external("lists", "foldr", 3), new Object[] {function, start, all});
  }
}
