package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.AliasMode;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Priority;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.process.SpawnOptions;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import org.jspecify.annotations.Nullable;

/** Starting processes: {@code spawn} and its kin, by function value or by name. */
@BuiltinModule("erlang")
public final class SpawnBifs {
  private static final Atom LINK = Atom.of("link");
  private static final Atom MONITOR = Atom.of("monitor");
  private static final Atom DOWN = Atom.of("DOWN");
  private static final int COST = 20;

  private SpawnBifs() {}

  @Builtin(value = "spawn", cost = COST)
  public static Object spawn(Process process, Object function) {
    return process.spawn(function(process, function, function));
  }

  @Builtin(value = "spawn", cost = COST)
  public static Object spawnOn(Process process, Object node, Object function) {
    return process.spawn(local(process, node, function, node, function));
  }

  @Builtin(value = "spawn", cost = COST)
  public static Object spawn(Process process, Object module, Object name, Object arguments) {
    Object[] values = values(process, module, name, arguments);
    return process.spawn(named(process, module, name, values), values);
  }

  @Builtin(value = "spawn_link", cost = COST)
  public static Object spawnLink(Process process, Object function) {
    return process.spawn(SpawnOptions.LINK, function(process, function, function)).pid();
  }

  @Builtin(value = "spawn_link", cost = COST)
  public static Object spawnLinkOn(Process process, Object node, Object function) {
    return process.spawn(SpawnOptions.LINK, local(process, node, function, node, function)).pid();
  }

  @Builtin(value = "spawn_link", cost = COST)
  public static Object spawnLink(Process process, Object module, Object name, Object arguments) {
    Object[] values = values(process, module, name, arguments);
    return process.spawn(SpawnOptions.LINK, named(process, module, name, values), values).pid();
  }

  @Builtin(value = "spawn_monitor", cost = COST)
  public static Object spawnMonitor(Process process, Object function) {
    return result(process.spawn(SpawnOptions.MONITOR, function(process, function, function)));
  }

  @Builtin(value = "spawn_monitor", cost = COST)
  public static Object spawnMonitor(Process process, Object module, Object name, Object arguments) {
    Object[] values = values(process, module, name, arguments);
    return result(
        process.spawn(SpawnOptions.MONITOR, named(process, module, name, values), values));
  }

  @Builtin(value = "spawn_opt", cost = COST)
  public static Object spawnOpt(Process process, Object function, Object options) {
    SpawnOptions parsed = options(process, options);
    if (parsed == null || !(function instanceof Fun fun) || fun.arity() != 0) {
      throw Errors.badarg(process, function, options);
    }
    return result(process.spawn(parsed, fun));
  }

  @Builtin(value = "spawn_opt", cost = COST)
  public static Object spawnOpt(
      Process process, Object module, Object name, Object arguments, Object options) {
    SpawnOptions parsed = options(process, options);
    Object[] values = Lists.toArray(process, arguments);
    if (parsed == null || values == null || !(module instanceof Atom) || !(name instanceof Atom)) {
      throw Errors.badarg(process, module, name, arguments, options);
    }
    return result(process.spawn(parsed, named(process, module, name, values), values));
  }

  private static Object result(Process.Spawned spawned) {
    return spawned.monitor() == null ? spawned.pid() : new Tuple(spawned.pid(), spawned.monitor());
  }

  private static Fun function(Process process, Object function, Object... arguments) {
    if (function instanceof Fun fun && fun.arity() == 0) {
      return fun;
    }
    throw Errors.badarg(process, arguments);
  }

  private static Fun local(Process process, Object node, Object function, Object... arguments) {
    if (node != ProcessBifs.NODE) {
      throw Errors.badarg(process, arguments);
    }
    return function(process, function, arguments);
  }

  private static Object[] values(Process process, Object module, Object name, Object arguments) {
    Object[] values = Lists.toArray(process, arguments);
    if (values == null || !(module instanceof Atom) || !(name instanceof Atom)) {
      throw failure(process, module, name, arguments);
    }
    return values;
  }

  private static Raise failure(Process process, Object... arguments) {
    return Errors.badarg(process, arguments);
  }

  /**
   * Looked up by the new process, so that it, not its parent, fails when there is no such function.
   */
  private static Fun named(Process process, Object module, Object name, Object[] values) {
    return process
        .node()
        .code()
        .external(((Atom) module).name(), ((Atom) name).name(), values.length);
  }

  /** Options about heap sizes and garbage collection are accepted and mean nothing here. */
  private static @Nullable SpawnOptions options(Process process, Object options) {
    boolean link = false;
    boolean monitor = false;
    Priority priority = Priority.NORMAL;
    Object tag = DOWN;
    AliasMode alias = null;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      process.charge(1);
      if (cell.head == LINK) {
        link = true;
      } else if (cell.head == MONITOR) {
        monitor = true;
      } else if (cell.head instanceof Tuple option
          && option.size() == 2
          && option.get(0) instanceof Atom key) {
        Object value = option.get(1);
        switch (key.name()) {
          case "priority" -> {
            Priority wanted = ProcessBifs.priority(value);
            if (wanted == null) {
              return null;
            }
            priority = wanted;
          }
          case "monitor" -> {
            monitor = true;
            for (Object each = value; each instanceof Cons c; each = c.tail) {
              if (!(c.head instanceof Tuple pair) || pair.size() != 2) {
                return null;
              }
              if (pair.get(0) == Atom.of("tag")) {
                tag = pair.get(1);
              } else if (pair.get(0) == Atom.of("alias")) {
                alias = ProcessBifs.aliasMode(pair.get(1));
              }
            }
          }
          case "fullsweep_after", "min_heap_size", "min_bin_vheap_size", "scheduler" -> {
            if (!(value instanceof Long n) || n < 0 || n > 1L << 31) {
              return null;
            }
          }
          case "max_heap_size", "message_queue_data", "async_dist", "link" -> {}
          default -> {
            return null;
          }
        }
      } else {
        return null;
      }
    }
    return rest == Nil.EMPTY ? new SpawnOptions(link, monitor, priority, tag, alias) : null;
  }
}
