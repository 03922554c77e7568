package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.code.Calls;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Module {@code persistent_term}: terms kept by the node, cheap to read. What is kept counts as the
 * node's memory.
 */
@BuiltinModule("persistent_term")
public final class PersistentTermModule {
  private static final Atom NONE = Atom.of("none");

  private PersistentTermModule() {}

  /** The terms of a node. */
  private static final class Store extends AtomicReference<TermMap> {
    private static final long serialVersionUID = 1L;

    Store() {
      super(TermMap.empty());
    }
  }

  private static Store store(Node node) {
    return (Store) node.properties().computeIfAbsent(Store.class, _ -> new Store());
  }

  private static TermMap terms(Process process) {
    TermMap terms = store(process.node()).get();
    return terms == null ? TermMap.empty() : terms;
  }

  @Builtin("get")
  public static Object get(Process process, Object key) {
    Object value = terms(process).get(key, process);
    if (value == null) {
      throw Errors.badarg(process, key);
    }
    return value;
  }

  @Builtin("get")
  public static Object get(Process process, Object key, Object otherwise) {
    Object value = terms(process).get(key, process);
    return value == null ? otherwise : value;
  }

  @Builtin("get")
  public static Object get(Process process) {
    TermMap terms = terms(process);
    TermBuffer entries = new TermBuffer(process, terms.size());
    terms.forEach((key, value) -> entries.add(new Tuple(key, value)));
    return entries.toList(Nil.EMPTY);
  }

  @Builtin(value = "put", cost = 10)
  public static Object put(Process process, Object key, Object value) {
    Store store = store(process.node());
    TermMap before;
    TermMap after;
    do {
      before = terms(process);
      after = before.put(key, value, process);
    } while (!store.compareAndSet(before, after));
    process.allocated(after, after.putCost());
    return Atom.OK;
  }

  /** Since OTP 26.2.2: fails where there is another value already. */
  @Builtin(value = "put_new", cost = 10)
  public static Object putNew(Process process, Object key, Object value) {
    Store store = store(process.node());
    TermMap before;
    TermMap after;
    do {
      before = terms(process);
      Object present = before.get(key, process);
      if (present != null) {
        if (Calls.exactlyEqual(process, present, value)) {
          return Atom.OK;
        }
        throw Errors.badarg(process, key, value);
      }
      after = before.put(key, value, process);
    } while (!store.compareAndSet(before, after));
    process.allocated(after, after.putCost());
    return Atom.OK;
  }

  /**
   * Puts {@code value} where the key's value still is {@code expected}, the very object that was
   * read, or where {@code none} was given and it has none. For library modules whose state several
   * processes change.
   */
  @Builtin(value = "$replace", cost = 10)
  public static Object replace(Process process, Object key, Object expected, Object value) {
    Store store = store(process.node());
    TermMap before;
    TermMap after;
    do {
      before = terms(process);
      Object present = before.get(key, process);
      if (present == null ? expected != NONE : present != expected) {
        return Atom.FALSE;
      }
      after = before.put(key, value, process);
    } while (!store.compareAndSet(before, after));
    process.allocated(after, after.putCost());
    return Atom.TRUE;
  }

  @Builtin(value = "erase", cost = 10)
  public static Object erase(Process process, Object key) {
    Store store = store(process.node());
    TermMap before;
    TermMap after;
    do {
      before = terms(process);
      after = before.remove(key, process);
    } while (!store.compareAndSet(before, after));
    return Atom.of(before != after);
  }

  @Builtin("info")
  public static Object info(Process process) {
    return TermMap.of(Atom.of("count"), (long) terms(process).size(), Atom.of("memory"), 0L);
  }
}
