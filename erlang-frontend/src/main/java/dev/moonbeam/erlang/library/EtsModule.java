package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.library.EtsTable.Content;
import dev.moonbeam.erlang.library.EtsTable.Protection;
import dev.moonbeam.erlang.library.EtsTable.Type;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.Numbers;
import dev.moonbeam.erlang.runtime.Operators;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code ets}: tables, and access by key. Matching and selecting are {@link
 * EtsMatchModule}'s.
 */
@BuiltinModule("ets")
public final class EtsModule {
  static final Atom END = Atom.of("$end_of_table");
  private static final Atom UNDEFINED = Atom.UNDEFINED;
  private static final Atom TRANSFER = Atom.of("ETS-TRANSFER");

  private EtsModule() {}

  // ---- Tables

  @Builtin(value = "new", cost = 10)
  public static Object create(Process process, Object name, Object options) {
    if (!(name instanceof Atom tableName)) {
      throw Errors.badarg(process, name, options);
    }
    Type type = Type.SET;
    Protection protection = Protection.PROTECTED;
    boolean named = false;
    int position = 1;
    Pid heir = null;
    Object heirData = Nil.EMPTY;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      process.charge(1);
      if (cell.head instanceof Atom option) {
        switch (option.name()) {
          case "set" -> type = Type.SET;
          case "ordered_set" -> type = Type.ORDERED_SET;
          case "bag" -> type = Type.BAG;
          case "duplicate_bag" -> type = Type.DUPLICATE_BAG;
          case "public" -> protection = Protection.PUBLIC;
          case "protected" -> protection = Protection.PROTECTED;
          case "private" -> protection = Protection.PRIVATE;
          case "named_table" -> named = true;
          case "compressed" -> {}
          default -> throw Errors.badarg(process, name, options);
        }
      } else if (cell.head instanceof Tuple option
          && option.size() >= 2
          && option.get(0) instanceof Atom key) {
        switch (key.name()) {
          case "keypos" -> {
            if (!(option.get(1) instanceof Long at) || at < 1 || at > 1 << 24) {
              throw Errors.badarg(process, name, options);
            }
            position = at.intValue();
          }
          case "heir" -> {
            if (option.get(1) instanceof Pid pid && option.size() == 3) {
              heir = pid;
              heirData = option.get(2);
            } else if (option.get(1) != Atom.of("none")) {
              throw Errors.badarg(process, name, options);
            }
          }
          case "read_concurrency", "write_concurrency", "decentralized_counters" -> {}
          default -> throw Errors.badarg(process, name, options);
        }
      } else {
        throw Errors.badarg(process, name, options);
      }
    }
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, name, options);
    }
    EtsTable table =
        new EtsTable(
            process.makeReference(), tableName, named, type, protection, position, process.pid());
    table.heir = heir;
    table.heirData = heirData;
    if (!EtsTables.of(process.node()).add(process, table)) {
      throw Errors.badarg(process, name, options);
    }
    return table.id;
  }

  private static Raise badarg(Process process, Object... arguments) {
    return Errors.badarg(process, arguments);
  }

  /** The table if the process may read it, else badarg. */
  static EtsTable readable(Process process, Object id, Object... arguments) {
    EtsTable table = EtsTables.of(process.node()).get(id);
    if (table == null || table.protection == Protection.PRIVATE && table.owner != process.pid()) {
      throw Errors.badarg(process, arguments);
    }
    return table;
  }

  static EtsTable writable(Process process, Object id, Object... arguments) {
    EtsTable table = EtsTables.of(process.node()).get(id);
    if (table == null || table.protection != Protection.PUBLIC && table.owner != process.pid()) {
      throw Errors.badarg(process, arguments);
    }
    return table;
  }

  @Builtin("delete")
  public static Object delete(Process process, Object id) {
    EtsTable table = writable(process, id, id);
    EtsTables.of(process.node()).remove(table);
    table.clear();
    return Atom.TRUE;
  }

  @Builtin("delete_all_objects")
  public static Object deleteAllObjects(Process process, Object id) {
    writable(process, id, id).clear();
    return Atom.TRUE;
  }

  @Builtin("whereis")
  public static Object whereis(Process process, Object name) {
    EtsTable table = EtsTables.of(process.node()).get(name);
    return table == null ? UNDEFINED : table.reference;
  }

  @Builtin("all")
  public static Object all(Process process) {
    Object[] ids = EtsTables.of(process.node()).all().stream().map(table -> table.id).toArray();
    return Lists.fromArray(process, ids, Nil.EMPTY);
  }

  @Builtin("rename")
  public static Object rename(Process process, Object id, Object name) {
    EtsTable table = writable(process, id, id, name);
    if (!(name instanceof Atom)) {
      throw Errors.badarg(process, id, name);
    }
    // A table without a name in the registry keeps its reference; only what info/1 says would
    // change.
    return table.named ? renamed(process, table, (Atom) name) : table.id;
  }

  private static Object renamed(Process process, EtsTable table, Atom name) {
    EtsTable fresh =
        new EtsTable(
            table.reference,
            name,
            true,
            table.type,
            table.protection,
            table.keyPosition,
            table.owner);
    fresh.change(process, _ -> table.content());
    fresh.heir = table.heir;
    fresh.heirData = table.heirData;
    EtsTables tables = EtsTables.of(process.node());
    tables.remove(table);
    if (!tables.add(process, fresh)) {
      throw Errors.badarg(process, table.id, name);
    }
    return name;
  }

  @Builtin("give_away")
  public static Object giveAway(Process process, Object id, Object pid, Object data) {
    EtsTable table = EtsTables.of(process.node()).get(id);
    if (table == null
        || table.owner != process.pid()
        || !(pid instanceof Pid target)
        || target == process.pid()) {
      throw Errors.badarg(process, id, pid, data);
    }
    EtsTables tables = EtsTables.of(process.node());
    Object done =
        process.ask(
            target,
            next -> {
              table.owner = target;
              tables.watch(next);
              return Atom.TRUE;
            });
    if (done != Atom.TRUE) {
      throw Errors.badarg(process, id, pid, data);
    }
    process.send(target, new Tuple(TRANSFER, table.id, process.pid(), data));
    return Atom.TRUE;
  }

  @Builtin("setopts")
  public static Object setopts(Process process, Object id, Object options) {
    EtsTable table = EtsTables.of(process.node()).get(id);
    Object option = options instanceof Cons cell ? cell.head : options;
    if (table == null
        || table.owner != process.pid()
        || !(option instanceof Tuple heir)
        || heir.size() < 2
        || heir.get(0) != Atom.of("heir")) {
      throw Errors.badarg(process, id, options);
    }
    if (heir.size() == 3 && heir.get(1) instanceof Pid pid) {
      table.heir = pid;
      table.heirData = heir.get(2);
    } else {
      table.heir = null;
    }
    return Atom.TRUE;
  }

  @Builtin("safe_fixtable")
  public static Object safeFixtable(Process process, Object id, Object fix) {
    // The order of traversal does not depend on what else is in the table, so there is nothing to
    // fix.
    readable(process, id, id, fix);
    return Atom.TRUE;
  }

  @Builtin(value = "info", cost = 5)
  public static Object info(Process process, Object id) {
    EtsTable table = EtsTables.of(process.node()).get(id);
    if (table == null) {
      return UNDEFINED;
    }
    String[] items = {
      "id", "read_concurrency", "write_concurrency", "compressed", "memory", "owner", "heir",
      "name", "size", "node", "named_table", "type", "keypos", "protection"
    };
    Object[] all = new Object[items.length];
    for (int i = 0; i < items.length; i++) {
      Atom item = Atom.of(items[i]);
      all[i] = new Tuple(item, item(table, item.name()));
    }
    return Cons.list(all);
  }

  @Builtin("info")
  public static Object info(Process process, Object id, Object item) {
    EtsTable table = EtsTables.of(process.node()).get(id);
    if (!(item instanceof Atom name)) {
      throw Errors.badarg(process, id, item);
    }
    if (table == null) {
      return UNDEFINED;
    }
    Object value = item(table, name.name());
    if (value == null) {
      throw Errors.badarg(process, id, item);
    }
    return value;
  }

  private static @Nullable Object item(EtsTable table, String item) {
    return switch (item) {
      case "id" -> table.reference;
      case "name" -> table.name;
      case "named_table" -> Atom.of(table.named);
      case "owner" -> table.owner;
      case "size" -> table.content().count();
      case "memory" -> 300 + 12 * table.content().count();
      case "type" -> Atom.of(table.type.name().toLowerCase(Locale.ROOT));
      case "keypos" -> (long) table.keyPosition;
      case "protection" -> Atom.of(table.protection.name().toLowerCase(Locale.ROOT));
      case "heir" -> table.heir == null ? Atom.of("none") : table.heir;
      case "node" -> ProcessBifs.NODE;
      case "compressed",
          "read_concurrency",
          "write_concurrency",
          "fixed",
          "decentralized_counters" ->
          Atom.FALSE;
      case "safe_fixed", "safe_fixed_monotonic_time" -> Atom.FALSE;
      default -> null;
    };
  }

  // ---- Inserting

  private static boolean fits(EtsTable table, Object object) {
    return object instanceof Tuple tuple && tuple.size() >= table.keyPosition;
  }

  /** Charges for tuples just stored; what the table made to hold that key stands for them. */
  private static void charged(Process process, EtsTable table, Object key, long tuples) {
    EtsTable.Content now = table.content();
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
    EtsTable table = writable(process, id, id, objects);
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
      throw badarg(process, arguments);
    }
    for (Object each : all) {
      if (!fits(table, each)) {
        throw badarg(process, arguments);
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
    EtsTable table = writable(process, id, id, objects);
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
    EtsTable table = readable(process, id, id, key);
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
    EtsTable table = readable(process, id, arguments);
    Object found = table.stored(table.content(), key, process);
    if (!(position instanceof Long at) || at < 1) {
      throw badarg(process, arguments);
    }
    if (found == null) {
      if (otherwise == null) {
        throw badarg(process, arguments);
      }
      return otherwise;
    }
    if (found instanceof Tuple tuple) {
      if (at > tuple.size()) {
        throw badarg(process, arguments);
      }
      return tuple.get((int) (at - 1));
    }
    Object elements = Nil.EMPTY;
    int count = 0;
    for (Object rest = found; rest instanceof Cons cell; rest = cell.tail) {
      Tuple tuple = (Tuple) cell.head;
      if (at > tuple.size()) {
        throw badarg(process, arguments);
      }
      elements = new Cons(tuple.get((int) (at - 1)), elements);
      count++;
    }
    Lists.allocated(process, elements, count);
    return elements;
  }

  @Builtin(value = "member", cost = 2)
  public static Object member(Process process, Object id, Object key) {
    EtsTable table = readable(process, id, id, key);
    return Atom.of(table.stored(table.content(), key, process) != null);
  }

  @Builtin(value = "delete", cost = 2)
  public static Object delete(Process process, Object id, Object key) {
    EtsTable table = writable(process, id, id, key);
    table.change(process, before -> table.without(before, key, process));
    return Atom.TRUE;
  }

  @Builtin(value = "delete_object", cost = 2)
  public static Object deleteObject(Process process, Object id, Object object) {
    EtsTable table = writable(process, id, id, object);
    if (!fits(table, object)) {
      throw Errors.badarg(process, id, object);
    }
    table.change(process, before -> table.withoutObject(before, (Tuple) object, process));
    return Atom.TRUE;
  }

  @Builtin(value = "take", cost = 2)
  public static Object take(Process process, Object id, Object key) {
    EtsTable table = writable(process, id, id, key);
    Content before = table.change(process, at -> table.without(at, key, process));
    return table.lookup(process, before, key);
  }

  @Builtin(value = "update_element", cost = 3)
  public static Object updateElement(Process process, Object id, Object key, Object changes) {
    EtsTable table = writable(process, id, id, key, changes);
    Object[] all =
        changes instanceof Tuple ? new Object[] {changes} : Lists.toArray(process, changes);
    if (all == null || table.isBag()) {
      throw Errors.badarg(process, id, key, changes);
    }
    boolean[] found = new boolean[1];
    table.change(
        process,
        before -> {
          found[0] = table.stored(before, key, process) instanceof Tuple;
          if (!(table.stored(before, key, process) instanceof Tuple tuple)) {
            return before;
          }
          Object[] elements = tuple.elements().clone();
          for (Object change : all) {
            if (!(change instanceof Tuple pair)
                || pair.size() != 2
                || !(pair.get(0) instanceof Long at)
                || at < 1
                || at > elements.length
                || at == table.keyPosition) {
              throw Errors.badarg(process, id, key, changes);
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
    EtsTable table = writable(process, id, arguments);
    boolean several = update instanceof Cons || update == Nil.EMPTY;
    Object[] updates = several ? Lists.toArray(process, update) : new Object[] {update};
    if (updates == null || table.isBag()) {
      throw badarg(process, arguments);
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
            throw badarg(process, arguments);
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
        throw badarg(process, arguments);
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
      throw badarg(process, arguments);
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
    EtsTable table = readable(process, id, id);
    return orEnd(table.first(table.content()));
  }

  @Builtin("last")
  public static Object last(Process process, Object id) {
    EtsTable table = readable(process, id, id);
    return orEnd(table.last(table.content()));
  }

  @Builtin(value = "next", cost = 2)
  public static Object next(Process process, Object id, Object key) {
    EtsTable table = readable(process, id, id, key);
    return orEnd(table.after(table.content(), key, process));
  }

  @Builtin(value = "prev", cost = 2)
  public static Object previous(Process process, Object id, Object key) {
    EtsTable table = readable(process, id, id, key);
    return orEnd(table.before(table.content(), key, process));
  }

  @Builtin("tab2list")
  public static Object tab2list(Process process, Object id) {
    EtsTable table = readable(process, id, id);
    return Lists.fromArray(process, table.all(process, table.content()), Nil.EMPTY);
  }

  @Builtin("foldl")
  public static Object foldl(Process process, Object function, Object start, Object id) {
    EtsTable table = readable(process, id, function, start, id);
    Object all = Lists.fromArray(process, table.all(process, table.content()), Nil.EMPTY);
    return Special.tailCall(
        process.node().code().external("lists", "foldl", 3), new Object[] {function, start, all});
  }

  @Builtin("foldr")
  public static Object foldr(Process process, Object function, Object start, Object id) {
    EtsTable table = readable(process, id, function, start, id);
    Object all = Lists.fromArray(process, table.all(process, table.content()), Nil.EMPTY);
    return Special.tailCall(
        process.node().code().external("lists", "foldr", 3), new Object[] {function, start, all});
  }
}
