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
  private static final Atom TAG = Atom.of("tag");
  private static final Atom ALIAS = Atom.of("alias");
  private static final int COST = 20;

  private SpawnBifs() {}

  @Builtin(value = "spawn", cost = COST)
  public static Object spawn(Process process, Object function) {
    return process.spawn(function(process, function, function));
  }

  @Builtin(value = "spawn", cost = COST)
  public static Object spawnOn(Process process, Object node, Object function) {
    return process.spawn(on(process, node, function(process, function, node, function)));
  }

  @Builtin(value = "spawn", cost = COST)
  public static Object spawn(Process process, Object module, Object name, Object arguments) {
    Object[] values = values(process, module, name, arguments);
    return process.spawn(named(process, module, name, values), values);
  }

  @Builtin(value = "spawn", cost = COST)
  public static Object spawnOn(
      Process process, Object node, Object module, Object name, Object arguments) {
    Object[] values = values(process, module, name, arguments);
    return process.spawn(on(process, node, named(process, module, name, values)), values);
  }

  @Builtin(value = "spawn_link", cost = COST)
  public static Object spawnLink(Process process, Object function) {
    return process.spawn(SpawnOptions.LINK, function(process, function, function)).pid();
  }

  @Builtin(value = "spawn_link", cost = COST)
  public static Object spawnLinkOn(Process process, Object node, Object function) {
    Fun start = on(process, node, function(process, function, node, function));
    return process.spawn(SpawnOptions.LINK, start).pid();
  }

  @Builtin(value = "spawn_link", cost = COST)
  public static Object spawnLink(Process process, Object module, Object name, Object arguments) {
    Object[] values = values(process, module, name, arguments);
    return process.spawn(SpawnOptions.LINK, named(process, module, name, values), values).pid();
  }

  @Builtin(value = "spawn_link", cost = COST)
  public static Object spawnLinkOn(
      Process process, Object node, Object module, Object name, Object arguments) {
    Object[] values = values(process, module, name, arguments);
    Fun start = on(process, node, named(process, module, name, values));
    return process.spawn(SpawnOptions.LINK, start, values).pid();
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

  @Builtin(value = "spawn_monitor", cost = COST)
  public static Object spawnMonitorOn(Process process, Object node, Object function) {
    Fun start = on(process, node, function(process, function, node, function));
    return result(process.spawn(SpawnOptions.MONITOR, start));
  }

  @Builtin(value = "spawn_monitor", cost = COST)
  public static Object spawnMonitorOn(
      Process process, Object node, Object module, Object name, Object arguments) {
    Object[] values = values(process, module, name, arguments);
    Fun start = on(process, node, named(process, module, name, values));
    return result(process.spawn(SpawnOptions.MONITOR, start, values));
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

  @Builtin(value = "spawn_opt", cost = COST)
  public static Object spawnOptOn(Process process, Object node, Object function, Object options) {
    SpawnOptions parsed = options(process, options);
    if (parsed == null || !(function instanceof Fun fun) || fun.arity() != 0) {
      throw Errors.badarg(process, node, function, options);
    }
    return result(process.spawn(parsed, on(process, node, fun, node, function, options)));
  }

  @Builtin(value = "spawn_opt", cost = COST)
  public static Object spawnOptOn(
      Process process, Object node, Object module, Object name, Object arguments, Object options) {
    SpawnOptions parsed = options(process, options);
    Object[] values = Lists.toArray(process, arguments);
    if (parsed == null || values == null || !(module instanceof Atom) || !(name instanceof Atom)) {
      throw Errors.badarg(process, node, module, name, arguments, options);
    }
    Fun start = on(process, node, named(process, module, name, values));
    return result(process.spawn(parsed, start, values));
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

  /**
   * What a process on that node starts with: of other nodes there are none, and a process on one
   * ends as when the connection is lost.
   */
  private static Fun on(Process process, Object node, Fun function, Object... arguments) {
    if (!(node instanceof Atom)) {
      throw Errors.badarg(process, arguments);
    }
    return node == ProcessBifs.NODE ? function : new Unreachable(function.arity());
  }

  private static final class Unreachable extends Fun {
    private final int arity;

    Unreachable(int arity) {
      this.arity = arity;
    }

    @Override
    public int arity() {
      return arity;
    }

    @Override
    public String displayName() {
      return "unreachable";
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      throw Errors.exit(process, Atom.of("noconnection"));
    }
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
  static Fun named(Process process, Object module, Object name, Object[] values) {
    return process
        .node()
        .code()
        .external(((Atom) module).name(), ((Atom) name).name(), values.length);
  }

  /** The options of {@code spawn_opt}; null when one is none. */
  static @Nullable SpawnOptions options(Process process, Object options) {
    SpawnOptions parsed = SpawnOptions.NONE;
    Object rest = options;
    for (; rest instanceof Cons cell && parsed != null; rest = cell.tail) {
      process.charge(1);
      parsed =
          switch (cell.head) {
            case Atom key when key == LINK -> parsed.withLink();
            case Atom key when key == MONITOR -> parsed.withMonitor();
            case Tuple option when option.size() == 2 && option.get(0) instanceof Atom key ->
                option(parsed, key.name(), option.get(1));
            default -> null;
          };
    }
    return rest == Nil.EMPTY ? parsed : null;
  }

  private static @Nullable SpawnOptions option(SpawnOptions parsed, String key, Object value) {
    switch (key) {
      case "priority" -> {
        Priority wanted = ProcessBifs.priority(value);
        return wanted == null ? null : parsed.withPriority(wanted);
      }
      case "monitor" -> {
        return monitor(parsed.withMonitor(), value);
      }
      case "scheduler" -> {
        return value instanceof Long n && n >= 0 && n <= 1024 ? parsed : null;
      }
      case "async_dist" -> {
        return value == Atom.TRUE || value == Atom.FALSE ? parsed : null;
      }
      default -> {
        HeapSettings settings =
            parsed.settings() instanceof HeapSettings given ? given : HeapSettings.USUAL;
        HeapSettings changed = key.equals("save_calls") ? null : settings.with(key, value);
        return changed == null ? null : parsed.withSettings(changed);
      }
    }
  }

  private static @Nullable SpawnOptions monitor(SpawnOptions parsed, Object options) {
    SpawnOptions with = parsed;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (!(cell.head instanceof Tuple pair) || pair.size() != 2) {
        return null;
      }
      AliasMode alias = pair.get(0) == ALIAS ? ProcessBifs.aliasMode(pair.get(1)) : null;
      if (pair.get(0) == TAG) {
        with = with.withTag(pair.get(1));
      } else if (alias != null) {
        with = with.withAlias(alias);
      } else {
        return null;
      }
    }
    return rest == Nil.EMPTY ? with : null;
  }
}
