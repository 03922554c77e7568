package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.library.EtsTable.Protection;
import dev.moonbeam.erlang.library.EtsTable.Type;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code ets}: tables as wholes, who owns them and who may use them. What is in them is
 * {@link EtsObjectModule}'s, and {@link EtsMatchModule}'s by patterns.
 */
@BuiltinModule("ets")
public final class EtsModule {
  private static final Atom UNDEFINED = Atom.UNDEFINED;
  private static final Atom TRANSFER = Atom.of("ETS-TRANSFER");

  private EtsModule() {}

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

  /** An option or a list of them, each once; all are right before one takes effect. */
  @Builtin("setopts")
  public static Object setopts(Process process, Object id, Object options) {
    EtsTable table = EtsTables.of(process.node()).get(id);
    if (table == null || table.owner != process.pid()) {
      throw Errors.badarg(process, id, options);
    }
    Tuple heir = null;
    Protection protection = null;
    Object rest = options instanceof Tuple ? Cons.list(options) : options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      process.charge(1);
      if (heir == null && isHeir(cell.head)) {
        heir = (Tuple) cell.head;
      } else if (protection == null && protectionOf(cell.head) instanceof Protection wanted) {
        protection = wanted;
      } else {
        throw Errors.badarg(process, id, options);
      }
    }
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, id, options);
    }
    if (protection != null) {
      table.protection = protection;
    }
    if (heir != null) {
      boolean some = heir.size() == 3;
      table.heir = some ? (Pid) heir.get(1) : null;
      table.heirData = some ? heir.get(2) : Nil.EMPTY;
    }
    return Atom.TRUE;
  }

  private static boolean isHeir(Object option) {
    return option instanceof Tuple tuple
        && tuple.size() >= 2
        && tuple.get(0) == Atom.of("heir")
        && (tuple.size() == 2
            ? tuple.get(1) == Atom.of("none")
            : tuple.size() == 3 && tuple.get(1) instanceof Pid);
  }

  private static @Nullable Protection protectionOf(Object option) {
    if (!(option instanceof Tuple tuple)
        || tuple.size() != 2
        || tuple.get(0) != Atom.of("protection")
        || !(tuple.get(1) instanceof Atom wanted)) {
      return null;
    }
    return switch (wanted.name()) {
      case "public" -> Protection.PUBLIC;
      case "protected" -> Protection.PROTECTED;
      case "private" -> Protection.PRIVATE;
      default -> null;
    };
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
}
