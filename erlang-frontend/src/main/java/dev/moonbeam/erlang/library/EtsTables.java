package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.policy.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The ETS tables of a node. A table goes with its owner, or to its heir. */
final class EtsTables {
  private static final Atom TRANSFER = Atom.of("ETS-TRANSFER");

  /** By reference, and named ones by name too. */
  private final ConcurrentHashMap<Object, EtsTable> tables = new ConcurrentHashMap<>();

  /** Processes whose end is waited for. */
  private final Set<Pid> watched = ConcurrentHashMap.newKeySet();

  private EtsTables() {}

  static EtsTables of(Node node) {
    return (EtsTables) node.properties().computeIfAbsent(EtsTables.class, _ -> new EtsTables());
  }

  @Nullable EtsTable get(Object id) {
    return id instanceof Atom || id instanceof Ref ? tables.get(id) : null;
  }

  List<EtsTable> all() {
    List<EtsTable> all = new ArrayList<>();
    tables.forEach(
        (key, table) -> {
          if (key == table.reference) {
            all.add(table);
          }
        });
    return all;
  }

  /** Enters a table of the process; false when its name is taken. */
  boolean add(Process process, EtsTable table) {
    long limit = process.node().policy().limit(Limit.TABLES);
    if (tables.mappingCount() >= limit) {
      throw process.exceeded(Limit.TABLES, limit);
    }
    if (table.named && tables.putIfAbsent(table.name, table) != null) {
      return false;
    }
    tables.put(table.reference, table);
    process.allocated(table, 400);
    watch(process);
    return true;
  }

  /** Sees to it that the process's tables go with it. By the process. */
  void watch(Process process) {
    if (watched.add(process.pid())) {
      process.onExit(() -> ended(process));
    }
  }

  void remove(EtsTable table) {
    tables.remove(table.reference, table);
    if (table.named) {
      tables.remove(table.name, table);
    }
  }

  private void ended(Process process) {
    Pid pid = process.pid();
    watched.remove(pid);
    for (EtsTable table : all()) {
      if (table.owner != pid) {
        continue;
      }
      Pid heir = table.heir;
      if (heir != null && heir != pid && ProcessBifs.isAliveHere(process, heir)) {
        table.owner = heir;
        // The heir may end at this very moment: then nobody is left to own the table.
        if (heir.target instanceof Process next && next.isAlive()) {
          process.send(heir, new Tuple(TRANSFER, table.id, pid, table.heirData));
          continue;
        }
      }
      remove(table);
    }
  }
}
