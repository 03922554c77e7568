package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies of tables that go into messages: what is in a mailbox must not change when the sender goes
 * on writing. The copy belongs to no run, so whoever receives it writes to a copy of his own as
 * with any table he did not make. Shared and cyclic structure stays as it is; metatables stay
 * behind, a message is data.
 */
public final class Snapshot {
  /** Tuples and lists in one another deeper than this are refused. */
  private static final int DEEPEST = 1_000;

  private final Process process;
  private final Object owner = new Object();
  private final Map<LuaTable, LuaTable> copies = new IdentityHashMap<>();
  private final ArrayDeque<LuaTable> pending = new ArrayDeque<>();

  private Snapshot(Process process) {
    this.process = process;
  }

  /** The value itself when there is no table in it. */
  public static Object of(Process process, Object value) {
    Snapshot snapshot = new Snapshot(process);
    Object copy = snapshot.copy(value, 0);
    for (LuaTable next; (next = snapshot.pending.poll()) != null; ) {
      snapshot.fill(next);
    }
    return copy;
  }

  private Object copy(Object value, int depth) {
    if (depth > DEEPEST) {
      throw LuaError.library(process, "message is nested too deeply");
    }
    return switch (value) {
      case LuaTable table -> {
        LuaTable copy = copies.get(table);
        if (copy == null) {
          copy = new LuaTable(owner);
          copies.put(table, copy);
          pending.add(table);
        }
        yield copy;
      }
      case Tuple tuple -> copyTuple(tuple, depth);
      case Cons list -> copyList(list, depth);
      case TermMap map -> copyMap(map, depth);
      default -> value;
    };
  }

  private Object copyTuple(Tuple tuple, int depth) {
    Object[] elements = tuple.elements();
    Object[] copies = null;
    process.charge(elements.length >> 3);
    for (int i = 0; i < elements.length; i++) {
      Object copy = copy(elements[i], depth + 1);
      if (copy != elements[i] && copies == null) {
        copies = elements.clone();
      }
      if (copies != null) {
        copies[i] = copy;
      }
    }
    return copies == null ? tuple : new Tuple(copies);
  }

  private Object copyList(Cons list, int depth) {
    List<Object> copies = new ArrayList<>();
    boolean changed = false;
    Object rest = list;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      Object copy = copy(cell.head, depth + 1);
      changed |= copy != cell.head;
      copies.add(copy);
      if ((copies.size() & 63) == 0) {
        process.charge(8);
      }
    }
    Object tail = rest == Nil.EMPTY ? rest : copy(rest, depth + 1);
    return changed || tail != rest ? Cons.listWithTail(tail, copies.toArray()) : list;
  }

  private Object copyMap(TermMap map, int depth) {
    TermMap[] result = {map};
    map.forEach(
        (key, value) -> {
          process.charge(1);
          Object copy = copy(value, depth + 1);
          if (copy != value) {
            result[0] = result[0].put(key, copy);
          }
        });
    return result[0];
  }

  private void fill(LuaTable table) {
    LuaTable from = table.forReading(process);
    LuaTable to = copies.get(table);
    process.reserve(from.bytes());
    for (int at = from.nextPosition(0); at != 0; at = from.nextPosition(at)) {
      process.charge(1);
      to.put(process, copy(from.keyAt(at), 0), copy(from.valueAtPosition(at), 0));
    }
    process.allocated(to, LuaTable.BYTES);
  }
}
