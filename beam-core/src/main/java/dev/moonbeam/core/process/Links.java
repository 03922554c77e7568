package dev.moonbeam.core.process;

import dev.moonbeam.core.process.Extension.Watched;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Links, monitors and aliases: what {@code erlang:link/1}, {@code monitor/3} and their like do
 * (Erlang reference manual, Processes). Every method is called by the thread that runs {@code
 * process}.
 */
public final class Links {
  static final Atom NOPROC = Atom.of("noproc");
  static final Atom DOWN = Atom.of("DOWN");
  private static final Atom PROCESS = Atom.of("process");

  /**
   * What a monitor takes, charged to who asks for it: its reference, its entries in the maps of
   * both processes, and the signal, which the watched one keeps.
   */
  private static final int MONITOR_BYTES = 256;

  /** What an alias takes: its reference, and entries in the maps of its process and of the node. */
  private static final int ALIAS_BYTES = 176;

  private Links() {}

  /** link/1: a link to a process that does not exist gives an exit signal with reason noproc. */
  public static void link(Process process, Pid to) {
    if (to == process.pid() || process.extension().isLinked(to)) {
      return;
    }
    process.extension().links().put(to, to);
    if (!process.signal(to, new Signal.Link(process.pid()))) {
      process.deliver(new Signal.Exit(to, NOPROC, true), null);
    }
  }

  /** unlink/1: no exit signal of that link is seen from now on. */
  public static void unlink(Process process, Pid from) {
    process.fetch();
    if (process.extension().unlink(from)) {
      process.signal(from, new Signal.Unlink(process.pid()));
    }
  }

  /** monitor/2 of a pid. */
  public static Ref monitor(Process process, Pid target) {
    return monitor(process, target, target, process.makeReference(), DOWN);
  }

  /**
   * monitor/2 of a registered name.
   *
   * @param item what the DOWN message shows: {Name, Node}
   */
  public static Ref monitorName(Process process, Atom name, Object item) {
    return monitor(process, process.node().whereis(name), item, process.makeReference(), DOWN);
  }

  /** monitor/3: {@code tag} stands in place of the atom DOWN. */
  public static Ref monitor(
      Process process, @Nullable Pid target, Object item, Ref reference, Object tag) {
    Watched watched = new Watched(target, item, tag);
    process.extension().monitors().put(reference, watched);
    process.allocated(watched, MONITOR_BYTES);
    if (target == null
        || !process.signal(target, new Signal.Monitor(reference, process.pid(), item))) {
      process.deliver(new Signal.Down(reference, item, NOPROC), null);
    }
    return reference;
  }

  /** The monitor of spawn_monitor: the child does not run yet. */
  static void spawnMonitor(Process parent, Process child, Ref reference, SpawnOptions options) {
    parent
        .extension()
        .monitors()
        .put(reference, new Watched(child.pid(), child.pid(), options.tag()));
    child
        .extension()
        .monitoredBy()
        .put(reference, new Signal.Monitor(reference, parent.pid(), child.pid()));
    parent.allocated(reference, MONITOR_BYTES);
    if (options.alias() != null) {
      alias(parent, reference, options.alias());
    }
  }

  /**
   * demonitor/2.
   *
   * @param flush also remove the DOWN message if it is here
   * @return whether there was such a monitor
   */
  public static boolean demonitor(Process process, Ref reference, boolean flush) {
    process.fetch();
    Extension extension = process.extension();
    Watched watched = extension.monitors().remove(reference);
    if (watched != null && watched.pid() != null) {
      process.signal(watched.pid(), new Signal.Demonitor(reference));
    }
    AliasMode mode = extension.hasAliases() ? extension.aliases().get(reference) : null;
    if (mode == AliasMode.DEMONITOR || mode == AliasMode.REPLY_DEMONITOR) {
      unalias(process, reference);
    }
    if (flush && watched == null) {
      flushDown(process, reference);
    }
    return watched != null;
  }

  private static void flushDown(Process process, Ref reference) {
    Message before = null;
    for (Message message = process.firstMessage(); message != null; message = message.next) {
      process.charge(1);
      if (message.content instanceof Tuple down && down.size() == 5 && down.get(1) == reference) {
        process.removeAfter(before);
        return;
      }
      before = message;
    }
  }

  /** alias/1: makes a reference that messages can be sent to. */
  public static Ref alias(Process process, Ref reference, AliasMode mode) {
    process.extension().aliases().put(reference, mode);
    process.node().aliases().put(reference, process);
    process.allocated(reference, ALIAS_BYTES);
    return reference;
  }

  /** alias/1 with option {@code reply} or without. */
  public static Ref alias(Process process, boolean untilReply) {
    return alias(
        process, process.makeReference(), untilReply ? AliasMode.REPLY : AliasMode.EXPLICIT);
  }

  /** unalias/1. */
  public static boolean unalias(Process process, Ref alias) {
    process.node().aliases().remove(alias);
    return process.extension().hasAliases() && process.extension().aliases().remove(alias) != null;
  }

  /** Sends to an alias; nothing happens when it is none (any more). */
  public static void sendToAlias(Process process, Ref alias, Object message) {
    Process target = process.node().aliases().get(alias);
    if (target != null) {
      target.deliver(new Signal.ToAlias(alias, message), process.scheduler());
    }
  }

  static void receiveToAlias(Process process, Signal.ToAlias signal) {
    Extension extension = process.extension();
    AliasMode mode = extension.hasAliases() ? extension.aliases().get(signal.alias) : null;
    if (mode == null) {
      return;
    }
    process.append(new Message(signal.message));
    if (mode == AliasMode.REPLY || mode == AliasMode.REPLY_DEMONITOR) {
      unalias(process, signal.alias);
      if (mode == AliasMode.REPLY_DEMONITOR) {
        Watched watched = extension.monitors().remove(signal.alias);
        if (watched != null && watched.pid() != null) {
          process.signal(watched.pid(), new Signal.Demonitor(signal.alias));
        }
      }
    }
  }

  static void receiveDown(Process process, Signal.Down down) {
    Extension extension = process.extension();
    Watched watched = extension.monitors().remove(down.ref);
    if (watched == null) {
      return;
    }
    AliasMode mode = extension.hasAliases() ? extension.aliases().get(down.ref) : null;
    if (mode == AliasMode.DEMONITOR || mode == AliasMode.REPLY_DEMONITOR) {
      unalias(process, down.ref);
    }
    process.append(
        new Message(new Tuple(watched.tag(), down.ref, PROCESS, down.item, down.reason)));
  }

  /**
   * Tells linked and monitoring processes of the end. Only posts signals: a cascade does not
   * recurse.
   */
  static void propagate(Process process, Extension extension, Object reason) {
    Pid self = process.pid();
    extension
        .links()
        .forEach((other, _) -> process.signal(other, new Signal.Exit(self, reason, true)));
    extension
        .monitoredBy()
        .forEach(
            (reference, monitor) ->
                process.signal(monitor.watcher, new Signal.Down(reference, monitor.item, reason)));
    extension
        .monitors()
        .forEach(
            (reference, watched) -> {
              if (watched.pid() != null) {
                process.signal(watched.pid(), new Signal.Demonitor(reference));
              }
            });
  }
}
