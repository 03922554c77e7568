package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code global} of OTP's kernel, whose names are terms of any kind: since there is one
 * node, a table of the node. A name ends with its process: what is found dead counts as not there
 * and is swept out when the table has doubled. What is kept counts as the node's memory.
 */
@BuiltinModule("global")
public final class GlobalModule {
  private static final Atom YES = Atom.of("yes");
  private static final Atom NO = Atom.of("no");
  private static final Atom UNDEFINED = Atom.of("undefined");

  /** The table is swept when it has grown to this, and then whenever it has doubled. */
  private static final int FIRST_SWEEP = 64;

  private GlobalModule() {}

  /** The names of a node, and the size at which the dead ones are looked for. */
  private record Table(TermMap names, int sweepAt) {
    static final Table EMPTY = new Table(TermMap.empty(), FIRST_SWEEP);

    Table with(Process process, Object name, Pid pid) {
      TermMap after = names.put(name, pid, process);
      if (after.size() < sweepAt) {
        return new Table(after, sweepAt);
      }
      process.charge(after.size());
      TermMap[] swept = {after};
      after.forEach(
          (key, value) -> {
            if (!ProcessBifs.isAliveHere(process, (Pid) value)) {
              swept[0] = swept[0].remove(key, process);
            }
          });
      return new Table(swept[0], Math.max(FIRST_SWEEP, 2 * swept[0].size()));
    }
  }

  private static final class Store extends AtomicReference<Table> {
    private static final long serialVersionUID = 1L;

    Store() {
      super(Table.EMPTY);
    }
  }

  private static Store store(Node node) {
    return (Store) node.properties().computeIfAbsent(Store.class, _ -> new Store());
  }

  @Builtin("whereis_name")
  public static Object whereisName(Process process, Object name) {
    Pid pid = alive(process, store(process.node()).get(), name);
    return pid == null ? UNDEFINED : pid;
  }

  private static @Nullable Pid alive(Process process, Table table, Object name) {
    Object pid = table.names().get(name, process);
    return pid instanceof Pid found && ProcessBifs.isAliveHere(process, found) ? found : null;
  }

  /** A dead process cannot have a name: it gets it and has lost it at once, as in OTP. */
  @Builtin(value = "register_name", cost = 10)
  public static Object registerName(Process process, Object name, Object pid) {
    return put(process, name, pid, false);
  }

  /** There is no other node whose name could clash. */
  @Builtin(value = "register_name", cost = 10)
  public static Object registerName(Process process, Object name, Object pid, Object resolve) {
    return put(process, name, pid, false);
  }

  @Builtin(value = "re_register_name", cost = 10)
  public static Object reRegisterName(Process process, Object name, Object pid) {
    return put(process, name, pid, true);
  }

  @Builtin(value = "re_register_name", cost = 10)
  public static Object reRegisterName(Process process, Object name, Object pid, Object resolve) {
    return put(process, name, pid, true);
  }

  private static Object put(Process process, Object name, Object pid, boolean replace) {
    if (!(pid instanceof Pid owner)) {
      throw Errors.functionClause(process, name, pid);
    }
    Store store = store(process.node());
    Table before;
    Table after;
    do {
      before = store.get();
      if (!replace && alive(process, before, name) != null) {
        return NO;
      }
      after = before.with(process, name, owner);
    } while (!store.compareAndSet(before, after));

    process.updated(after.names(), name);
    return YES;
  }

  @Builtin(value = "unregister_name", cost = 10)
  public static Object unregisterName(Process process, Object name) {
    Store store = store(process.node());
    Table before;
    Table after;
    do {
      before = store.get();
      after = new Table(before.names().remove(name, process), before.sweepAt());
    } while (!store.compareAndSet(before, after));
    return Atom.OK;
  }

  @Builtin("registered_names")
  public static Object registeredNames(Process process) {
    TermMap names = store(process.node()).get().names();
    TermBuffer found = new TermBuffer(process, names.size());
    names.forEach(
        (name, pid) -> {
          if (ProcessBifs.isAliveHere(process, (Pid) pid)) {
            found.add(name);
          }
        });
    process.charge(names.size());
    return found.toList(Nil.EMPTY);
  }
}
