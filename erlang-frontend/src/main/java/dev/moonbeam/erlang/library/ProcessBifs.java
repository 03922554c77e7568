package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.AliasMode;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.GroupLeaders;
import dev.moonbeam.core.process.Links;
import dev.moonbeam.core.process.Priority;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Processes: sending, links, monitors, names, flags (reference manual, "Processes"). Starting them
 * is {@link SpawnBifs}.
 */
@BuiltinModule("erlang")
public final class ProcessBifs {
  static final Atom NODE = Atom.of("nonode@nohost");
  private static final Set<String> NODE_KINDS =
      Set.of("visible", "hidden", "connected", "this", "known");
  private static final Atom PROCESS = Atom.of("process");
  private static final Atom FLUSH = Atom.of("flush");
  private static final Atom INFO = Atom.of("info");
  private static final Atom TAG = Atom.of("tag");
  private static final Atom ALIAS = Atom.of("alias");
  private static final Atom REPLY = Atom.of("reply");
  private static final Atom DOWN = Atom.of("DOWN");
  private static final Atom SAVE_CALLS = Atom.of("save_calls");
  private static final Atom UNDEFINED = Atom.UNDEFINED;
  private static final Atom IO_REQUEST = Atom.of("io_request");

  /** Functions have no more parameters. */
  private static final int MOST_ARGUMENTS = 255;

  private ProcessBifs() {}

  @Builtin(value = "self", guard = true)
  public static Object self(Process process) {
    return process.pid();
  }

  @Builtin(value = "node", guard = true)
  public static Object node(Process process) {
    return NODE;
  }

  @Builtin(value = "node", guard = true)
  public static Object node(Process process, Object of) {
    if (of instanceof Pid || of instanceof Ref) {
      return NODE;
    }
    throw Errors.badarg(process, of);
  }

  @Builtin("nodes")
  public static Object nodes(Process process) {
    return Nil.EMPTY;
  }

  /** There is one node; what kinds of nodes are asked for only has to be right. */
  @Builtin("nodes")
  public static Object nodes(Process process, Object kinds) {
    Object rest = kinds instanceof Atom ? Cons.list(kinds) : kinds;
    boolean self = false;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (!(cell.head instanceof Atom kind) || !NODE_KINDS.contains(kind.name())) {
        throw Errors.badarg(process, kinds);
      }
      self |= kind.name().equals("this") || kind.name().equals("known");
    }
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, kinds);
    }
    return self ? Cons.list(NODE) : Nil.EMPTY;
  }

  /** Another node is never there, which a process that asks for it is told at once. */
  @Builtin("monitor_node")
  public static Object monitorNode(Process process, Object node, Object flag) {
    if (!(node instanceof Atom) || flag != Atom.TRUE && flag != Atom.FALSE) {
      throw Errors.badarg(process, node, flag);
    }
    if (flag == Atom.TRUE && node != NODE) {
      process.send(process.pid(), new Tuple(Atom.of("nodedown"), node));
    }
    return Atom.TRUE;
  }

  @Builtin("monitor_node")
  public static Object monitorNode(Process process, Object node, Object flag, Object options) {
    if (Lists.length(process, options) < 0) {
      throw Errors.badarg(process, node, flag, options);
    }
    return monitorNode(process, node, flag);
  }

  @Builtin("is_alive")
  public static Object isAlive(Process process) {
    return Atom.FALSE;
  }

  // ---- Sending

  @Builtin("!")
  public static Object bang(Process process, Object to, Object message) {
    deliver(process, to, message, to, message);
    return message;
  }

  @Builtin("send")
  public static Object send(Process process, Object to, Object message) {
    deliver(process, to, message, to, message);
    return message;
  }

  @Builtin("send")
  public static Object send(Process process, Object to, Object message, Object options) {
    if (Lists.length(process, options) < 0) {
      throw Errors.badarg(process, to, message, options);
    }
    deliver(process, to, message, to, message, options);
    return Atom.OK;
  }

  @Builtin("send_nosuspend")
  public static Object sendNosuspend(Process process, Object to, Object message) {
    deliver(process, to, message, to, message);
    return Atom.TRUE;
  }

  @Builtin("send_nosuspend")
  public static Object sendNosuspend(Process process, Object to, Object message, Object options) {
    if (Lists.length(process, options) < 0) {
      throw Errors.badarg(process, to, message, options);
    }
    deliver(process, to, message, to, message, options);
    return Atom.TRUE;
  }

  /**
   * To a pid, an alias, a registered name or {@code {Name, Node}}; a name that nobody has is
   * badarg.
   */
  private static void deliver(Process process, Object to, Object message, Object... arguments) {
    switch (to) {
      case Pid pid -> {
        if (pid.target == null && pid == GroupLeaders.standard(process.node())) {
          sendToStandard(process, message);
        } else {
          process.send(pid, message);
        }
      }
      case Atom name -> {
        Pid pid = process.node().whereis(name);
        if (pid == null) {
          throw Errors.badarg(process, arguments);
        }
        process.send(pid, message);
      }
      case Ref alias -> Links.sendToAlias(process, alias, message);
      case Tuple remote
          when remote.size() == 2
              && remote.get(0) instanceof Atom name
              && remote.get(1) instanceof Atom node -> {
        Pid pid = node == NODE ? process.node().whereis(name) : null;
        if (pid != null) {
          process.send(pid, message);
        }
      }
      default -> throw Errors.badarg(process, arguments);
    }
  }

  /** The node's own device is no process; one is made for a request that was not made by io. */
  private static void sendToStandard(Process process, Object message) {
    if (message instanceof Tuple request
        && request.size() == 4
        && request.get(0) == IO_REQUEST
        && request.get(1) instanceof Pid) {
      process.spawn(
          process.node().code().external("moonbeam_device", "serve_standard", 3),
          request.get(1),
          request.get(2),
          request.get(3));
    }
  }

  // ---- Exits, links, monitors

  @Builtin("exit")
  public static Object exit(Process process, Object pid, Object reason) {
    if (!(pid instanceof Pid target)) {
      throw Errors.badarg(process, pid, reason);
    }
    process.exit(target, reason);
    return Atom.TRUE;
  }

  @Builtin("link")
  public static Object link(Process process, Object pid) {
    if (!(pid instanceof Pid target)) {
      throw Errors.badarg(process, pid);
    }
    if (!process.trapsExits() && !isAliveHere(process, target)) {
      throw Errors.errorWith(process, Errors.NOPROC, pid);
    }
    Links.link(process, target);
    return Atom.TRUE;
  }

  @Builtin("unlink")
  public static Object unlink(Process process, Object pid) {
    if (!(pid instanceof Pid target)) {
      throw Errors.badarg(process, pid);
    }
    Links.unlink(process, target);
    return Atom.TRUE;
  }

  @Builtin("monitor")
  public static Object monitor(Process process, Object type, Object item) {
    return monitor(process, type, item, Nil.EMPTY, new Object[] {type, item});
  }

  @Builtin("monitor")
  public static Object monitor(Process process, Object type, Object item, Object options) {
    return monitor(process, type, item, options, new Object[] {type, item, options});
  }

  private static Object monitor(
      Process process, Object type, Object item, Object options, Object[] arguments) {
    if (type == Atom.of("time_offset") && item == Atom.of("clock_service")) {
      return process.makeReference();
    }
    if (type != PROCESS) {
      throw Errors.badarg(process, arguments);
    }
    Object tag = DOWN;
    AliasMode alias = null;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (!(cell.head instanceof Tuple option) || option.size() != 2) {
        throw Errors.badarg(process, arguments);
      }
      if (option.get(0) == TAG) {
        tag = option.get(1);
      } else if (option.get(0) == ALIAS) {
        alias = aliasMode(option.get(1));
        if (alias == null) {
          throw Errors.badarg(process, arguments);
        }
      } else {
        throw Errors.badarg(process, arguments);
      }
    }
    Pid target;
    Object shown;
    switch (item) {
      case Pid pid -> {
        target = pid;
        shown = pid;
      }
      case Atom name -> {
        target = process.node().whereis(name);
        shown = new Tuple(name, NODE);
      }
      case Tuple named when named.size() == 2 && named.get(0) instanceof Atom name -> {
        target = named.get(1) == NODE ? process.node().whereis(name) : null;
        shown = named;
      }
      default -> throw Errors.badarg(process, arguments);
    }
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, arguments);
    }
    Ref reference = process.makeReference();
    if (alias != null) {
      Links.alias(process, reference, alias);
    }
    return Links.monitor(process, target, shown, reference, tag);
  }

  static @Nullable AliasMode aliasMode(Object mode) {
    if (!(mode instanceof Atom atom)) {
      return null;
    }
    return switch (atom.name()) {
      case "explicit_unalias" -> AliasMode.EXPLICIT;
      case "demonitor" -> AliasMode.DEMONITOR;
      case "reply_demonitor" -> AliasMode.REPLY_DEMONITOR;
      default -> null;
    };
  }

  @Builtin("demonitor")
  public static Object demonitor(Process process, Object reference) {
    if (!(reference instanceof Ref ref)) {
      throw Errors.badarg(process, reference);
    }
    Links.demonitor(process, ref, false);
    return Atom.TRUE;
  }

  @Builtin("demonitor")
  public static Object demonitor(Process process, Object reference, Object options) {
    boolean flush = false;
    boolean info = false;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      flush |= cell.head == FLUSH;
      info |= cell.head == INFO;
      if (cell.head != FLUSH && cell.head != INFO) {
        throw Errors.badarg(process, reference, options);
      }
    }
    if (!(reference instanceof Ref ref) || rest != Nil.EMPTY) {
      throw Errors.badarg(process, reference, options);
    }
    boolean was = Links.demonitor(process, ref, flush);
    return Atom.of(!info || was);
  }

  @Builtin("alias")
  public static Object alias(Process process) {
    return Links.alias(process, false);
  }

  @Builtin("alias")
  public static Object alias(Process process, Object options) {
    boolean reply = false;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      reply |= cell.head == REPLY;
      if (cell.head != REPLY && cell.head != Atom.of("explicit_unalias")) {
        throw Errors.badarg(process, options);
      }
    }
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, options);
    }
    return Links.alias(process, reply);
  }

  @Builtin("unalias")
  public static Object unalias(Process process, Object alias) {
    if (alias instanceof Ref ref) {
      return Atom.of(Links.unalias(process, ref));
    }
    throw Errors.badarg(process, alias);
  }

  @Builtin("make_ref")
  public static Object makeRef(Process process) {
    return process.makeReference();
  }

  // ---- Names and pids

  @Builtin("register")
  public static Object register(Process process, Object name, Object pid) {
    if (name instanceof Atom atom
        && pid instanceof Pid target
        && atom != UNDEFINED
        && process.node().register(atom, target)) {
      return Atom.TRUE;
    }
    throw Errors.badarg(process, name, pid);
  }

  @Builtin("unregister")
  public static Object unregister(Process process, Object name) {
    if (name instanceof Atom atom && process.node().unregister(atom)) {
      return Atom.TRUE;
    }
    throw Errors.badarg(process, name);
  }

  @Builtin("whereis")
  public static Object whereis(Process process, Object name) {
    if (!(name instanceof Atom atom)) {
      throw Errors.badarg(process, name);
    }
    Pid pid = process.node().whereis(atom);
    return pid == null ? UNDEFINED : pid;
  }

  @Builtin("registered")
  public static Object registered(Process process) {
    Object[] names = process.node().registered().toArray();
    java.util.Arrays.sort(names, dev.moonbeam.core.term.TermOrder.EXACT);
    return Lists.fromArray(process, names, Nil.EMPTY);
  }

  @Builtin("processes")
  public static Object processes(Process process) {
    Object[] pids = process.node().processes().stream().map(each -> (Object) each.pid()).toArray();
    return Lists.fromArray(process, pids, Nil.EMPTY);
  }

  @Builtin("is_process_alive")
  public static Object isProcessAlive(Process process, Object pid) {
    if (!(pid instanceof Pid target)) {
      throw Errors.badarg(process, pid);
    }
    if (target == process.pid() || !isAliveHere(process, target)) {
      return Atom.of(target == process.pid());
    }
    // What this process has sent it before counts, an exit signal for one: so it answers itself.
    return Atom.of(process.ask(target, _ -> Atom.TRUE) == Atom.TRUE);
  }

  static boolean isAliveHere(Process process, Pid pid) {
    return pid.target instanceof Process target
        && target.node() == process.node()
        && target.isAlive();
  }

  @Builtin("pid_to_list")
  public static Object pidToList(Process process, Object pid) {
    if (pid instanceof Pid) {
      return Lists.ofText(process, pid.toString());
    }
    throw Errors.badarg(process, pid);
  }

  @Builtin("ref_to_list")
  public static Object refToList(Process process, Object reference) {
    if (reference instanceof Ref) {
      return Lists.ofText(process, reference.toString());
    }
    throw Errors.badarg(process, reference);
  }

  private static final java.util.regex.Pattern PID =
      java.util.regex.Pattern.compile("<0\\.(\\d{1,9})\\.(\\d{1,9})>");
  private static final java.util.regex.Pattern REFERENCE =
      java.util.regex.Pattern.compile("#Ref<0\\.(\\d{1,9})\\.(\\d{1,6})\\.(\\d{1,6})>");

  /** Pids of this node only: there is no other that could be named. */
  @Builtin("list_to_pid")
  public static Object listToPid(Process process, Object list) {
    String text = Lists.toText(process, list);
    if (text != null) {
      var match = PID.matcher(text);
      if (match.matches()) {
        return Pids.of(
            process, Long.parseLong(match.group(2)) << 28 | Long.parseLong(match.group(1)));
      }
    }
    throw Errors.badarg(process, list);
  }

  @Builtin("list_to_ref")
  public static Object listToRef(Process process, Object list) {
    String text = Lists.toText(process, list);
    if (text != null) {
      var match = REFERENCE.matcher(text);
      if (match.matches()) {
        return new Ref(
            Long.parseLong(match.group(1)) << 36
                | Long.parseLong(match.group(2)) << 18
                | Long.parseLong(match.group(3)));
      }
    }
    throw Errors.badarg(process, list);
  }

  // ---- Flags and information

  @Builtin("process_flag")
  public static Object processFlag(Process process, Object flag, Object value) {
    if (flag instanceof Atom name) {
      switch (name.name()) {
        case "trap_exit" -> {
          if (value == Atom.TRUE || value == Atom.FALSE) {
            return Atom.of(process.trapExits(value == Atom.TRUE));
          }
        }
        case "priority" -> {
          Priority wanted = priority(value);
          if (wanted != null) {
            Priority before = process.priority();
            process.setPriority(wanted);
            return Atom.of(before.name().toLowerCase(Locale.ROOT));
          }
        }
        case "sensitive" -> {
          if (value == Atom.TRUE || value == Atom.FALSE) {
            return Atom.FALSE;
          }
        }
        case "monitor_nodes" -> {
          return Atom.FALSE;
        }
        case "error_handler" -> {
          if (value instanceof Atom) {
            return Atom.of("error_handler");
          }
        }
        default -> {
          HeapSettings before = HeapSettings.of(process);
          HeapSettings after = before.with(name.name(), value);
          if (after != null) {
            process.setSettings(after);
            return before.get(name.name());
          }
        }
      }
    }
    throw Errors.badarg(process, flag, value);
  }

  /** Of another process only the number of saved calls can be set, and none are saved. */
  @Builtin("process_flag")
  public static Object processFlag(Process process, Object pid, Object flag, Object value) {
    if (pid instanceof Pid target
        && flag == SAVE_CALLS
        && value instanceof Long calls
        && calls >= 0
        && calls <= 10_000
        && process.node().statusOf(target) != null) {
      return 0L;
    }
    throw Errors.badarg(process, pid, flag, value);
  }

  static @Nullable Priority priority(Object level) {
    if (!(level instanceof Atom atom)) {
      return null;
    }
    return switch (atom.name()) {
      case "low" -> Priority.LOW;
      case "normal" -> Priority.NORMAL;
      case "high" -> Priority.HIGH;
      case "max" -> Priority.MAX;
      default -> null;
    };
  }

  @Builtin("group_leader")
  public static Object groupLeader(Process process) {
    Pid leader = GroupLeaders.of(process);
    return leader == null ? GroupLeaders.standard(process.node()) : leader;
  }

  @Builtin("group_leader")
  public static Object groupLeader(Process process, Object leader, Object pid) {
    if (!(leader instanceof Pid to) || !(pid instanceof Pid target)) {
      throw Errors.badarg(process, leader, pid);
    }
    Object done =
        process.ask(
            target,
            other -> {
              GroupLeaders.set(other, to);
              return Atom.TRUE;
            });
    if (done != Atom.TRUE) {
      throw Errors.badarg(process, leader, pid);
    }
    return Atom.TRUE;
  }

  @Builtin(value = "yield", cost = 10)
  public static Object yield(Process process) {
    process.yield();
    return Atom.TRUE;
  }

  @Builtin("bump_reductions")
  public static Object bumpReductions(Process process, Object count) {
    if (count instanceof Long n && n >= 1) {
      process.charge(n);
      return Atom.TRUE;
    }
    throw Errors.badarg(process, count);
  }

  /** Not OTP's: how proc_lib learns of a crash without a try around the whole process. */
  @Builtin("$on_crash")
  public static Object onCrash(Process process, Object handler) {
    if (!(handler instanceof Fun fun) || fun.arity() != 3) {
      throw Errors.badarg(process, handler);
    }
    process.onCrash(fun);
    return Atom.OK;
  }

  /** Forgets the stack, handlers and all, as OTP does. */
  @Builtin(value = "hibernate")
  public static Object hibernate(
      Process process, Object module, Object function, Object arguments) {
    Object[] values = Lists.toArray(process, arguments);
    if (!(module instanceof Atom m) || !(function instanceof Atom f) || values == null) {
      throw Errors.badarg(process, module, function, arguments);
    }
    if (values.length > MOST_ARGUMENTS) {
      throw Errors.systemLimit(process, module, function, arguments);
    }
    return process.startAfresh(new Hibernation(m, f, values));
  }
}
