package dev.moonbeam.core.process;

import dev.moonbeam.core.code.ExternalFun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a process tells of itself, under the names of {@code erlang:process_info}: it is found out
 * by the process, between two of its slices, so it is true of one moment and no lock is needed.
 * What depends on the language is not here.
 */
public final class ProcessInfo {
  private static final Atom PROCESS = Atom.of("process");

  /** What a process that started with a function value is said to have been called as. */
  private static final Tuple APPLY = new Tuple(Atom.of("erlang"), Atom.of("apply"), 2L);

  private static final Map<String, Function<Process, Object>> ITEMS =
      Map.ofEntries(
          Map.entry("registered_name", ProcessInfo::name),
          Map.entry("initial_call", ProcessInfo::initialCall),
          Map.entry("message_queue_len", process -> (long) process.length()),
          Map.entry("messages", ProcessInfo::messages),
          Map.entry("links", ProcessInfo::links),
          Map.entry("monitors", ProcessInfo::monitors),
          Map.entry("monitored_by", ProcessInfo::monitoredBy),
          Map.entry("dictionary", ProcessInfo::dictionary),
          Map.entry("trap_exit", process -> Atom.of(process.trapsExits())),
          Map.entry(
              "priority", process -> Atom.of(process.priority().name().toLowerCase(Locale.ROOT))),
          Map.entry("group_leader", ProcessInfo::groupLeader),
          Map.entry("parent", ProcessInfo::parent),
          Map.entry("memory", process -> 2_688L + 64L * process.length()),
          Map.entry("reductions", Process::reductionsUsed));

  private ProcessInfo() {}

  /**
   * How a process finds out about that item of itself; null when there is none of that name. To be
   * asked by {@link Process#ask}.
   */
  public static @Nullable Function<Process, Object> item(String name) {
    return ITEMS.get(name);
  }

  private static Object initialCall(Process process) {
    ExternalFun entry = process.entry();
    return entry == null
        ? APPLY
        : new Tuple(Atom.of(entry.module()), Atom.of(entry.function()), (long) entry.arity());
  }

  private static Object name(Process process) {
    Extension extension = process.extension;
    Atom name = extension == null ? null : extension.name;
    return name == null ? Nil.EMPTY : name;
  }

  private static Object messages(Process process) {
    List<Object> messages = new ArrayList<>();
    for (Message message = process.firstMessage(); message != null; message = message.next) {
      messages.add(message.content);
    }
    process.charge(messages.size());
    return Cons.list(messages.toArray());
  }

  private static Object links(Process process) {
    List<Object> links = new ArrayList<>();
    if (process.extension != null) {
      process.extension.links().forEach((pid, _) -> links.add(pid));
    }
    return Cons.list(links.toArray());
  }

  private static Object monitors(Process process) {
    List<Object> watched = new ArrayList<>();
    if (process.extension != null) {
      process
          .extension
          .monitors()
          .forEach((_, monitor) -> watched.add(new Tuple(PROCESS, monitor.item())));
    }
    return Cons.list(watched.toArray());
  }

  private static Object monitoredBy(Process process) {
    List<Object> watchers = new ArrayList<>();
    if (process.extension != null) {
      process.extension.monitoredBy().forEach((_, monitor) -> watchers.add(monitor.watcher));
    }
    return Cons.list(watchers.toArray());
  }

  private static Object dictionary(Process process) {
    List<Object> entries = new ArrayList<>();
    ProcessDictionary.forEach(process, (key, value) -> entries.add(new Tuple(key, value)));
    process.charge(entries.size());
    return Cons.list(entries.toArray());
  }

  private static Object groupLeader(Process process) {
    Pid leader = GroupLeaders.of(process);
    return leader == null ? GroupLeaders.standard(process.node()) : leader;
  }

  private static Object parent(Process process) {
    Pid parent = process.parent();
    return parent == null ? Atom.UNDEFINED : parent;
  }
}
