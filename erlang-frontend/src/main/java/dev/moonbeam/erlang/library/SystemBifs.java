package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.AtomsMade;
import dev.moonbeam.core.process.Kill;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Statistics;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.policy.Capability;
import dev.moonbeam.policy.Limit;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a program asks of the system it runs on. Answers concern the node; nothing of the host
 * shows.
 */
@BuiltinModule("erlang")
public final class SystemBifs {
  private SystemBifs() {}

  /** Ends the node's evaluation; the exit reason carries the status to whoever runs it. */
  @Builtin(value = "halt", needs = Capability.HALT)
  public static Object halt(Process process) {
    return halt(process, 0L);
  }

  @Builtin(value = "halt", needs = Capability.HALT)
  public static Object halt(Process process, Object status) {
    if (status instanceof Long n && n >= 0) {
      throw new Kill("halt with status " + n, new Tuple(Atom.of("halt"), status));
    }
    throw new Kill(
        "halt: " + TermPrinter.pretty(status, 1000, process), new Tuple(Atom.of("halt"), 1L));
  }

  @Builtin(value = "halt", needs = Capability.HALT)
  public static Object halt(Process process, Object status, Object options) {
    return halt(process, status);
  }

  /** The collector is the JVM's; a script that asks for it pays and gets nothing. */
  @Builtin(value = "garbage_collect", cost = 100)
  public static Object garbageCollect(Process process) {
    return Atom.TRUE;
  }

  @Builtin(value = "garbage_collect", cost = 100)
  public static Object garbageCollect(Process process, Object pid) {
    return Atom.TRUE;
  }

  @Builtin(value = "garbage_collect", cost = 100)
  public static Object garbageCollect(Process process, Object pid, Object options) {
    return Atom.TRUE;
  }

  @Builtin(value = "memory", cost = 50)
  public static Object memory(Process process) {
    Statistics figures = process.node().statistics();
    long live = figures.liveBytes();
    return Cons.list(
        new Tuple(Atom.of("total"), live),
        new Tuple(Atom.of("processes"), live),
        new Tuple(Atom.of("processes_used"), live),
        new Tuple(Atom.of("system"), 0L),
        new Tuple(Atom.of("atom"), 0L),
        new Tuple(Atom.of("atom_used"), 0L),
        new Tuple(Atom.of("binary"), 0L),
        new Tuple(Atom.of("code"), 0L),
        new Tuple(Atom.of("ets"), 0L));
  }

  @Builtin(value = "memory", cost = 50)
  public static Object memory(Process process, Object type) {
    for (Object rest = memory(process); rest instanceof Cons cell; rest = cell.tail) {
      if (((Tuple) cell.head).get(0) == type) {
        return ((Tuple) cell.head).get(1);
      }
    }
    throw Errors.badarg(process, type);
  }

  @Builtin(value = "statistics", cost = 50)
  public static Object statistics(Process process, Object item) {
    if (!(item instanceof Atom name)) {
      throw Errors.badarg(process, item);
    }
    return switch (name.name()) {
      case "reductions", "exact_reductions" ->
          asked(process, name, process.node().statistics().reductions());
      case "wall_clock", "runtime" ->
          asked(process, name, TimeBifs.nanoseconds(process) / 1_000_000);
      case "run_queue",
          "total_run_queue_lengths",
          "total_run_queue_lengths_all",
          "total_active_tasks",
          "total_active_tasks_all" ->
          0L;
      case "run_queue_lengths", "active_tasks" -> Cons.list(0L);
      case "run_queue_lengths_all", "active_tasks_all" -> Cons.list(0L, 0L);
      case "scheduler_wall_time", "scheduler_wall_time_all" -> Atom.UNDEFINED;
      case "garbage_collection" -> new Tuple(0L, 0L, 0L);
      case "context_switches" -> new Tuple(0L, 0L);
      case "io" -> new Tuple(new Tuple(Atom.of("input"), 0L), new Tuple(Atom.of("output"), 0L));
      default -> throw Errors.badarg(process, item);
    };
  }

  /** What a node was told of an item last. */
  private static final class Told extends ConcurrentHashMap<Atom, Long> {
    private static final long serialVersionUID = 1L;
  }

  /** A figure since the beginning and since it was asked for last. */
  private static Tuple asked(Process process, Atom item, long now) {
    Told told = (Told) process.node().properties().computeIfAbsent(Told.class, _ -> new Told());
    Long before = told.put(item, now);
    return new Tuple(now, before == null ? now : now - before);
  }

  @Builtin("system_info")
  public static Object systemInfo(Process process, Object item) {
    if (item instanceof Tuple pair
        && pair.size() == 2
        && pair.get(0) == Atom.of("wordsize")
        && (pair.get(1) == Atom.of("internal") || pair.get(1) == Atom.of("external"))) {
      return 8L;
    }
    if (!(item instanceof Atom name)) {
      throw Errors.badarg(process, item);
    }
    return switch (name.name()) {
      case "otp_release" -> Lists.ofText(process, "25");
      case "version" -> Lists.ofText(process, "13.1");
      case "machine" -> Lists.ofText(process, "BEAM");
      case "system_version" -> Lists.ofText(process, "Moonbeam\n");
      case "system_architecture" -> Lists.ofText(process, "jvm");
      case "wordsize" -> 8L;
      case "atom_count" -> AtomsMade.count(process.node());
      case "ets_count" -> (long) EtsTables.of(process.node()).all().size();
      case "process_count" -> (long) process.node().processCount();
      case "process_limit" -> bounded(process, Limit.PROCESSES, 1L << 27);
      case "atom_limit" -> bounded(process, Limit.ATOMS, 1L << 31);
      case "ets_limit" -> bounded(process, Limit.TABLES, 1L << 31);
      case "port_limit", "port_count", "dist_buf_busy_limit" -> 0L;
      case "schedulers",
          "schedulers_online",
          "logical_processors",
          "logical_processors_available",
          "logical_processors_online" ->
          (long) process.node().schedulerCount();
      case "dirty_cpu_schedulers", "dirty_cpu_schedulers_online", "dirty_io_schedulers" -> 0L;
      case "scheduler_id" -> 1L;
      case "threads", "smp_support", "kernel_poll" -> Atom.TRUE;
      case "thread_pool_size" -> 0L;
      case "emu_flavor" -> Atom.of("jit");
      case "emu_type" -> Atom.of("opt");
      case "build_type" -> Atom.of("opt");
      case "time_correction" -> Atom.TRUE;
      case "os_monotonic_time_source", "os_system_time_source" -> Nil.EMPTY;
      case "start_time" -> 0L;
      case "creation" -> 0L;
      case "delayed_node_table_gc" -> Atom.INFINITY;
      case "max_heap_size", "message_queue_data" -> HeapSettings.USUAL.get(name.name());
      case "min_heap_size", "min_bin_vheap_size", "fullsweep_after" ->
          new Tuple(item, HeapSettings.USUAL.get(name.name()));
      case "garbage_collection" ->
          Cons.list(
              new Tuple(Atom.of("max_heap_size"), 0L),
              new Tuple(Atom.of("min_bin_vheap_size"), HeapSettings.USUAL.minBinaries()),
              new Tuple(Atom.of("min_heap_size"), HeapSettings.USUAL.minHeap()),
              new Tuple(Atom.of("fullsweep_after"), HeapSettings.USUAL.fullsweepAfter()));
      case "heap_type" -> Atom.of("private");
      case "context_reductions" -> 4_000L;
      case "multi_scheduling" ->
          Atom.of(process.node().schedulerCount() > 1 ? "enabled" : "disabled");
      case "multi_scheduling_blockers", "normal_multi_scheduling_blockers", "dist_ctrl" ->
          Nil.EMPTY;
      case "scheduler_bind_type" -> Atom.of("unbound");
      case "time_warp_mode" -> Atom.of("no_time_warp");
      case "modified_timing_level", "cpu_topology" -> Atom.UNDEFINED;
      case "port_parallelism", "debug_compiled" -> Atom.FALSE;
      case "compat_rel" -> 25L;
      case "nif_version" -> Lists.ofText(process, "2.16");
      case "endian" -> Atom.of("little");
      default -> throw Errors.badarg(process, item);
    };
  }

  private static Object bounded(Process process, Limit limit, long most) {
    return Math.min(process.node().policy().limit(limit), most);
  }

  @Builtin("system_flag")
  public static Object systemFlag(Process process, Object flag, Object value) {
    if (flag == Atom.of("backtrace_depth") && value instanceof Long n && n >= 0) {
      return 8L;
    }
    throw Errors.badarg(process, flag, value);
  }

  /** Shown on the error output of the node, for debugging. */
  @Builtin("display")
  public static Object display(Process process, Object term) {
    byte[] text =
        (TermPrinter.write(term, 100_000, process) + "\n").getBytes(StandardCharsets.UTF_8);
    process.write(text, 0, text.length);
    return Atom.TRUE;
  }

  @Builtin("display_string")
  public static Object displayString(Process process, Object text) {
    String characters = Lists.toText(process, text);
    if (characters == null) {
      throw Errors.badarg(process, text);
    }
    byte[] bytes = characters.getBytes(StandardCharsets.UTF_8);
    process.write(bytes, 0, bytes.length);
    return Atom.TRUE;
  }

  @Builtin("display_nl")
  public static Object displayNewline(Process process) {
    process.write(new byte[] {'\n'}, 0, 1);
    return Atom.TRUE;
  }

  @Builtin("ports")
  public static Object ports(Process process) {
    return Nil.EMPTY;
  }
}
