package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One ETS table. Its content is a persistent structure behind one atomic reference: a reader works
 * on the content as it was when it began, at no cost, and a writer computes the changed content on
 * its own account and puts it in place if nobody was faster, else tries again. No lock is ever held
 * while a script's terms are hashed or compared, so a process can be preempted or killed anywhere.
 *
 * <p>Thread-safety: safe for all processes of the node.
 */
final class EtsTable {
  /** What a key may occur how often. */
  enum Type {
    SET,
    ORDERED_SET,
    BAG,
    DUPLICATE_BAG
  }

  /** Who may do what. */
  enum Protection {
    PUBLIC,
    PROTECTED,
    PRIVATE
  }

  /**
   * Content at one moment.
   *
   * @param map key to a tuple (set) or to a list of tuples, newest first (bags); null for ordered
   *     sets
   * @param tree for ordered sets
   * @param count number of tuples
   */
  record Content(@Nullable TermMap map, @Nullable SortedTree tree, long count) {}

  final Object id;
  final Ref reference;
  final Atom name;
  final boolean named;
  final Type type;
  volatile Protection protection;
  final int keyPosition;
  private final AtomicReference<Content> content;
  volatile Pid owner;
  volatile @Nullable Pid heir;
  volatile Object heirData = Nil.EMPTY;

  EtsTable(
      Ref reference,
      Atom name,
      boolean named,
      Type type,
      Protection protection,
      int keyPosition,
      Pid owner) {
    this.reference = reference;
    this.id = named ? name : reference;
    this.name = name;
    this.named = named;
    this.type = type;
    this.protection = protection;
    this.keyPosition = keyPosition;
    this.owner = owner;
    this.content = new AtomicReference<>(empty());
  }

  private Content empty() {
    return new Content(type == Type.ORDERED_SET ? null : TermMap.table(), null, 0);
  }

  boolean isBag() {
    return type == Type.BAG || type == Type.DUPLICATE_BAG;
  }

  Content content() {
    return content.get();
  }

  /** A change of content; may run more than once. */
  interface Change {
    Content of(Content before);
  }

  /** Makes a change; gives the content before it. */
  Content change(Process process, Change change) {
    for (; ; ) {
      Content before = content.get();
      Content after = change.of(before);
      if (before == after || content.compareAndSet(before, after)) {
        return before;
      }
      process.charge(1);
    }
  }

  /** An object that this table made for the entry of a key, and that goes with it. */
  Object holder(Object key, Process process) {
    Content now = content();
    if (now.map() != null) {
      return now.map().holder(key, process);
    }
    SortedTree found = SortedTree.find(now.tree(), key, process);
    return found == null ? now : found;
  }

  void clear() {
    content.set(empty());
  }

  Object keyOf(Tuple tuple) {
    return tuple.get(keyPosition - 1);
  }

  // ---- Reading

  /** What is stored under a key: a tuple, or a list of tuples newest first; null for nothing. */
  @Nullable Object stored(Content at, Object key, WorkMeter meter) {
    if (at.map != null) {
      return at.map.get(key, meter);
    }
    SortedTree found = SortedTree.find(at.tree, key, meter);
    return found == null ? null : found.value;
  }

  /** All tuples under a key, in order of insertion. */
  Object lookup(Process process, Content at, Object key) {
    Object found = stored(at, key, process);
    if (found == null) {
      return Nil.EMPTY;
    }
    return found instanceof Tuple
        ? new Cons(found, Nil.EMPTY)
        : ListsModule.reverse(process, found);
  }

  /** All tuples, in the order of traversal. */
  Object[] all(Process process, Content at) {
    process.reserve(8 * at.count);
    process.charge(at.count >> 3);
    if (at.map == null) {
      Object[] tuples = new Object[(int) at.count];
      SortedTree.collect(at.tree, tuples, 0);
      return tuples;
    }
    if (!isBag()) {
      return at.map.values();
    }
    Object[] tuples = new Object[(int) at.count];
    int next = 0;
    for (Object list : at.map.values()) {
      int first = next;
      for (Object rest = list; rest instanceof Cons cell; rest = cell.tail) {
        next++;
      }
      int place = next;
      for (Object rest = list; rest instanceof Cons cell; rest = cell.tail) {
        tuples[--place] = cell.head;
      }
      if (place != first) {
        throw new IllegalStateException();
      }
    }
    return tuples;
  }

  @Nullable Object first(Content at) {
    return at.map != null
        ? at.map.firstKey()
        : at.tree == null ? null : SortedTree.first(at.tree).key;
  }

  @Nullable Object last(Content at) {
    return at.map != null
        ? at.map.firstKey()
        : at.tree == null ? null : SortedTree.last(at.tree).key;
  }

  @Nullable Object after(Content at, Object key, WorkMeter meter) {
    if (at.map != null) {
      return at.map.keyAfter(key, meter);
    }
    SortedTree next = SortedTree.after(at.tree, key, meter);
    return next == null ? null : next.key;
  }

  @Nullable Object before(Content at, Object key, WorkMeter meter) {
    if (at.map != null) {
      return at.map.keyAfter(key, meter);
    }
    SortedTree next = SortedTree.before(at.tree, key, meter);
    return next == null ? null : next.key;
  }

  // ---- Writing: content after a change

  Content with(Content at, Tuple tuple, WorkMeter meter) {
    Object key = keyOf(tuple);
    if (at.map == null) {
      SortedTree changed = SortedTree.put(at.tree, key, tuple, meter);
      return new Content(null, changed, SortedTree.size(changed));
    }
    if (!isBag()) {
      TermMap changed = at.map.put(key, tuple, meter);
      return new Content(changed, null, changed.size());
    }
    Object present = at.map.get(key, meter);
    if (present != null && type == Type.BAG) {
      for (Object rest = present; rest instanceof Cons cell; rest = cell.tail) {
        meter.charge(1);
        if (TermOrder.exactlyEqual(cell.head, tuple, meter)) {
          return at;
        }
      }
    }
    Cons list = new Cons(tuple, present == null ? Nil.EMPTY : present);
    return new Content(at.map.put(key, list, meter), null, at.count + 1);
  }

  Content without(Content at, Object key, WorkMeter meter) {
    if (at.map == null) {
      SortedTree changed = SortedTree.remove(at.tree, key, meter);
      return changed == at.tree ? at : new Content(null, changed, SortedTree.size(changed));
    }
    Object present = at.map.get(key, meter);
    if (present == null) {
      return at;
    }
    long gone = 0;
    for (Object rest = present; rest instanceof Cons cell; rest = cell.tail) {
      gone++;
    }
    meter.charge(gone >> 3);
    return new Content(at.map.remove(key, meter), null, at.count - (isBag() ? gone : 1));
  }

  /** Without one very tuple: all its copies in a duplicate bag. */
  Content withoutObject(Content at, Tuple tuple, WorkMeter meter) {
    Object key = keyOf(tuple);
    Object present = stored(at, key, meter);
    if (present == null) {
      return at;
    }
    if (!isBag()) {
      return TermOrder.exactlyEqual(present, tuple, meter) ? without(at, key, meter) : at;
    }
    java.util.List<Object> kept = new java.util.ArrayList<>();
    long gone = 0;
    for (Object rest = present; rest instanceof Cons cell; rest = cell.tail) {
      meter.charge(1);
      if (TermOrder.exactlyEqual(cell.head, tuple, meter)) {
        gone++;
      } else {
        kept.add(cell.head);
      }
    }
    if (gone == 0 || at.map == null) {
      return at;
    }
    TermMap changed =
        kept.isEmpty()
            ? at.map.remove(key, meter)
            : at.map.put(key, Cons.list(kept.toArray()), meter);
    return new Content(changed, null, at.count - gone);
  }
}
