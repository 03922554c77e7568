package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.ProcessInfo;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.StackTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code process_info}. All items asked for in one call are of one moment. Sizes of heaps and
 * stacks are those of a small new process of OTP: a process has no heap of its own here, and what
 * the garbage collector is told is only kept ({@link HeapSettings}).
 */
@BuiltinModule("erlang")
public final class ProcessInfoBifs {
  private static final Atom STATUS = Atom.of("status");
  private static final Atom REGISTERED_NAME = Atom.of("registered_name");

  /** What {@code process_info/1} gives, in OTP's order. */
  private static final List<Atom> USUAL =
      atoms(
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

  private static final Tuple HIBERNATING =
      new Tuple(Atom.of("erlang"), Atom.of("hibernate"), 3L, Nil.EMPTY);

  /** What a process knows of itself besides {@link ProcessInfo}. */
  private static final Map<String, Function<Process, Object>> ITEMS =
      Map.ofEntries(
          Map.entry("current_function", ProcessInfoBifs::currentFunction),
          Map.entry("current_location", ProcessInfoBifs::currentLocation),
          Map.entry("current_stacktrace", ProcessInfoBifs::currentStack),
          Map.entry("backtrace", ProcessInfoBifs::backtrace),
          Map.entry("status", _ -> Atom.of("running")),
          Map.entry("error_handler", _ -> Atom.of("error_handler")),
          Map.entry("total_heap_size", process -> HeapSettings.of(process).minHeap()),
          Map.entry("heap_size", process -> HeapSettings.of(process).minHeap()),
          Map.entry("stack_size", process -> (long) process.stack().size()),
          Map.entry("min_heap_size", process -> HeapSettings.of(process).minHeap()),
          Map.entry("min_bin_vheap_size", process -> HeapSettings.of(process).minBinaries()),
          Map.entry("garbage_collection", process -> collection(HeapSettings.of(process))),
          Map.entry("garbage_collection_info", process -> collectionInfo(HeapSettings.of(process))),
          Map.entry("max_heap_size", process -> HeapSettings.of(process).maxHeap()),
          Map.entry("fullsweep_after", process -> HeapSettings.of(process).fullsweepAfter()),
          Map.entry("message_queue_data", process -> HeapSettings.of(process).queueData()),
          Map.entry("binary", _ -> Nil.EMPTY),
          Map.entry("catchlevel", _ -> 0L),
          Map.entry("last_calls", _ -> Atom.FALSE),
          Map.entry("sequential_trace_token", _ -> Nil.EMPTY),
          Map.entry("trace", _ -> 0L),
          Map.entry("suspending", _ -> Nil.EMPTY));

  private ProcessInfoBifs() {}

  @Builtin(value = "process_info", cost = 20)
  public static Object processInfo(Process process, Object pid) {
    if (!(pid instanceof Pid target)) {
      throw Errors.badarg(process, pid);
    }
    Object items = ask(process, target, USUAL);
    return items instanceof Cons first && isNameless(first.head) ? first.tail : items;
  }

  @Builtin(value = "process_info", cost = 10)
  public static Object processInfo(Process process, Object pid, Object item) {
    List<Atom> items = items(process, item);
    if (!(pid instanceof Pid target) || items == null) {
      throw Errors.badarg(process, pid, item);
    }
    Object values = ask(process, target, items);
    if (!(item instanceof Atom) || !(values instanceof Cons only)) {
      return values;
    }
    return isNameless(only.head) ? Nil.EMPTY : only.head;
  }

  /** A name that a process has not got is no item at all, unless it is one of several asked for. */
  private static boolean isNameless(Object item) {
    return item instanceof Tuple pair && pair.get(0) == REGISTERED_NAME && pair.get(1) == Nil.EMPTY;
  }

  /** The items asked for, one or a list; null when one of them is none. */
  private static @Nullable List<Atom> items(Process process, Object asked) {
    Object[] names = asked instanceof Atom ? new Object[] {asked} : Lists.toArray(process, asked);
    if (names == null) {
      return null;
    }
    List<Atom> items = new ArrayList<>(names.length);
    for (Object name : names) {
      if (!(name instanceof Atom item) || question(item) == null) {
        return null;
      }
      items.add(item);
    }
    return items;
  }

  private static @Nullable Function<Process, Object> question(Atom item) {
    Function<Process, Object> own = ITEMS.get(item.name());
    return own != null ? own : ProcessInfo.item(item.name());
  }

  /** A list of {@code {Item, Value}}; undefined when the process has ended. */
  private static Object ask(Process asker, Pid pid, List<Atom> items) {
    // Asked for it, a process runs: whether it did before can only be seen from outside.
    Atom status = pid == asker.pid() ? null : asker.node().statusOf(pid);
    return asker.ask(
        pid,
        process -> {
          Object[] values = new Object[items.size()];
          for (int i = 0; i < values.length; i++) {
            Atom item = items.get(i);
            Object value =
                item == STATUS && status != null ? status : question(item).apply(process);
            values[i] = new Tuple(item, value);
          }
          return Lists.fromArray(process, values, Nil.EMPTY);
        });
  }

  /** A process that hibernates has no stack. */
  private static Object currentStack(Process process) {
    return process.waitsIn() instanceof Hibernation ? Nil.EMPTY : StackTraces.now(process);
  }

  /** The innermost entry of the stack; null when no code of Erlang is on it. */
  private static @Nullable Tuple innermost(Process process) {
    if (process.waitsIn() instanceof Hibernation) {
      return HIBERNATING;
    }
    return StackTraces.now(process) instanceof Cons first ? (Tuple) first.head : null;
  }

  private static Object currentFunction(Process process) {
    Tuple entry = innermost(process);
    return entry == null ? Atom.UNDEFINED : new Tuple(entry.get(0), entry.get(1), entry.get(2));
  }

  private static Object currentLocation(Process process) {
    Tuple entry = innermost(process);
    return entry == null ? Atom.UNDEFINED : entry;
  }

  /** One line an entry; OTP shows machine words, which there are none of here. */
  private static Object backtrace(Process process) {
    StringBuilder text = new StringBuilder();
    for (Object rest = currentStack(process); rest instanceof Cons entry; rest = entry.tail) {
      Tuple frame = (Tuple) entry.head;
      text.append(TermPrinter.print(frame.get(0)))
          .append(':')
          .append(TermPrinter.print(frame.get(1)))
          .append('/')
          .append(frame.get(2))
          .append('\n');
    }
    return Binary.of(text.toString());
  }

  private static Object collection(HeapSettings settings) {
    return Cons.list(
        pair("max_heap_size", settings.maxHeap()),
        pair("min_bin_vheap_size", settings.minBinaries()),
        pair("min_heap_size", settings.minHeap()),
        pair("fullsweep_after", settings.fullsweepAfter()),
        pair("minor_gcs", 0L));
  }

  private static Object collectionInfo(HeapSettings settings) {
    return Cons.list(
        pair("old_heap_block_size", 0L),
        pair("heap_block_size", settings.minHeap()),
        pair("mbuf_size", 0L),
        pair("recent_size", 0L),
        pair("stack_size", 0L),
        pair("old_heap_size", 0L),
        pair("heap_size", 0L),
        pair("bin_vheap_size", 0L),
        pair("bin_vheap_block_size", settings.minBinaries()),
        pair("bin_old_vheap_size", 0L),
        pair("bin_old_vheap_block_size", settings.minBinaries()));
  }

  private static Tuple pair(String name, Object value) {
    return new Tuple(Atom.of(name), value);
  }

  private static List<Atom> atoms(String... names) {
    List<Atom> atoms = new ArrayList<>();
    for (String name : names) {
      atoms.add(Atom.of(name));
    }
    return atoms;
  }
}
