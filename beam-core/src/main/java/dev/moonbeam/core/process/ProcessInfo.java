package dev.moonbeam.core.process;

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

/**
 * What {@code erlang:process_info} tells: each item is found out by the process itself, between two
 * of its slices, so it is true of one moment and no lock is needed.
 */
public final class ProcessInfo {
  private static final Atom PROCESS = Atom.of("process");

  /** What {@code process_info/1} gives, in OTP's order. */
  private static final List<String> USUAL =
      List.of(
          "registered_name",
          "current_function",
          "initial_call",
          "status",
          "message_queue_len",
          "links",
          "dictionary",
          "trap_exit",
          "error_handler",
          "priority",
          "group_leader",
          "total_heap_size",
          "heap_size",
          "stack_size",
          "reductions",
          "garbage_collection",
          "suspending");

  private static final Map<String, Function<Process, Object>> ITEMS =
      Map.ofEntries(
          Map.entry("registered_name", ProcessInfo::name),
          Map.entry("current_function", _ -> mfa("erlang", "apply", 2)),
          Map.entry("current_location", _ -> mfa("erlang", "apply", 2)),
          Map.entry("current_stacktrace", _ -> Nil.EMPTY),
          Map.entry("initial_call", _ -> mfa("erlang", "apply", 2)),
          Map.entry("status", _ -> Atom.of("waiting")),
          Map.entry("message_queue_len", process -> (long) process.length()),
          Map.entry("messages", ProcessInfo::messages),
          Map.entry("links", ProcessInfo::links),
          Map.entry("monitors", ProcessInfo::monitors),
          Map.entry("monitored_by", ProcessInfo::monitoredBy),
          Map.entry("dictionary", ProcessInfo::dictionary),
          Map.entry("trap_exit", process -> Atom.of(process.trapsExits())),
          Map.entry("error_handler", _ -> Atom.of("error_handler")),
          Map.entry(
              "priority", process -> Atom.of(process.priority().name().toLowerCase(Locale.ROOT))),
          Map.entry("group_leader", ProcessInfo::groupLeader),
          Map.entry("parent", ProcessInfo::parent),
          Map.entry("total_heap_size", _ -> 233L),
          Map.entry("heap_size", _ -> 233L),
          Map.entry("stack_size", _ -> 4L),
          Map.entry("memory", process -> 2_688L + 64L * process.length()),
          Map.entry("reductions", Process::reductionsUsed),
          Map.entry("garbage_collection", _ -> Nil.EMPTY),
          Map.entry("catchlevel", _ -> 0L),
          Map.entry("last_calls", _ -> Atom.FALSE),
          Map.entry("suspending", _ -> Nil.EMPTY));

  private ProcessInfo() {}

  /** Whether there is such an item. */
  public static boolean isItem(Atom item) {
    return ITEMS.containsKey(item.name());
  }

  /**
   * {@code {Item, Value}} of a process of this node, undefined when it has ended.
   *
   * @param item one of {@link #isItem}
   */
  public static Object of(Process asker, Pid pid, Atom item) {
    Function<Process, Object> question = ITEMS.get(item.name());
    if (question == null) {
      throw new IllegalArgumentException(item.name());
    }
    // Only the process asked knows the rest; whether it runs can be seen from outside.
    if (item.name().equals("status") && pid == asker.pid()) {
      return new Tuple(item, Atom.of("running"));
    }
    Object value = asker.ask(pid, question);
    if (value == Atom.UNDEFINED) {
      return value;
    }
    return item.name().equals("registered_name") && value == Nil.EMPTY
        ? value
        : new Tuple(item, value);
  }

  /** The usual items of a process of this node, undefined when it has ended. */
  public static Object usual(Process asker, Pid pid) {
    List<Object> items = new ArrayList<>();
    for (String name : USUAL) {
      Object item = of(asker, pid, Atom.of(name));
      if (item == Atom.UNDEFINED) {
        return item;
      }
      if (item != Nil.EMPTY) {
        items.add(item);
      }
    }
    return Cons.list(items.toArray());
  }

  private static Object mfa(String module, String function, long arity) {
    return new Tuple(Atom.of(module), Atom.of(function), arity);
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
    Extension extension = process.extension;
    Pid parent = extension == null ? null : extension.parent;
    return parent == null ? Atom.UNDEFINED : parent;
  }
}
