package dev.moonbeam.engine;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.source.ByteText;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.HostObject;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.lua.runtime.LuaTable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversion of a script's value to the host's, as the package describes. Works off a queue,
 * not by recursion, so depth does not matter, and converts each compound term once however often it
 * is referred to, so that a term that shares its parts (or a table in a cycle) comes out in the
 * same shape rather than unfolded. Charges the process for each value.
 *
 * <p>Compound values are made empty at once and filled when their turn comes. That is why one that
 * is a key, and therefore hashed, is converted by {@link #key} ahead of its turn, to a bounded
 * depth.
 */
final class ToHost {
  /**
   * Levels of compound map keys that are converted; a deeper key stays a term. Hashing one
   * recurses.
   */
  private static final int KEY_LEVELS = 20;

  private static final int CONTAINER_BYTES = 64;
  private static final int ELEMENT_BYTES = 16;

  private final Process process;
  private final Callables callables;
  private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();
  private final ArrayDeque<Runnable> queue = new ArrayDeque<>();

  /**
   * @param process in whose state the value lives
   * @param callables what functions and objects become
   */
  ToHost(Process process, Callables callables) {
    this.process = process;
    this.callables = callables;
  }

  @Nullable Object convert(Object term) {
    Object result = start(term);
    for (Runnable next; (next = queue.poll()) != null; ) {
      next.run();
    }
    return result;
  }

  /** The converted value; a compound one is still empty. */
  private @Nullable Object start(Object term) {
    return switch (term) {
      case Atom atom -> atom(atom);
      case Binary binary -> {
        process.charge(binary.length() >> 6);
        yield text(binary);
      }
      case Nil _ -> new ArrayList<>();
      case Cons _, Tuple _, TermMap _, LuaTable _ -> {
        Object known = done.get(term);
        yield known != null ? known : startCompound(term);
      }
      case Fun function -> callables.scriptFunction(function);
      case HostObject host -> host.object();
      default -> term;
    };
  }

  private Object startCompound(Object term) {
    process.charge(1);
    return switch (term) {
      case Cons list -> startList(list);
      case Tuple tuple -> {
        @Nullable Object[] elements = new @Nullable Object[tuple.size()];
        process.charge(elements.length);
        yield later(
            term,
            TupleValue.over(elements),
            elements.length,
            () -> fill(elements, tuple.elements()));
      }
      case TermMap map -> {
        Map<Object, Object> result = new LinkedHashMap<>();
        process.charge(map.size());
        yield later(
            term,
            result,
            map.size(),
            () -> map.forEach((key, value) -> result.put(key(key), start(value))));
      }
      case LuaTable table -> startTable(table.forReading(process), table);
      default -> throw new AssertionError(term.getClass());
    };
  }

  /** The cells of a list up to its end; an improper list has no counterpart and stays itself. */
  private Object startList(Cons list) {
    int length = 0;
    Object rest = list;
    while (rest instanceof Cons cell) {
      length = Math.addExact(length, 1);
      rest = cell.tail;
    }
    process.charge(length);
    if (rest != Nil.EMPTY) {
      return list;
    }
    List<@Nullable Object> result = new ArrayList<>(length);
    return later(
        list,
        result,
        length,
        () -> {
          Object at = list;
          while (at instanceof Cons cell) {
            result.add(start(cell.head));
            at = cell.tail;
          }
        });
  }

  private Object startTable(LuaTable table, LuaTable identity) {
    if (table.metatable() != null) {
      return callables.object(identity);
    }
    long[] fields = {0};
    table.forEach((_, _) -> fields[0]++);
    process.charge(fields[0]);
    if (fields[0] > 0 && table.length() == fields[0]) {
      List<@Nullable Object> result = new ArrayList<>((int) fields[0]);
      return later(
          identity,
          result,
          fields[0],
          () -> {
            for (long i = 1; i <= fields[0]; i++) {
              Object value = table.getInteger(i);
              result.add(value == null ? null : start(value));
            }
          });
    }
    Map<Object, Object> result = new LinkedHashMap<>();
    return later(
        identity,
        result,
        fields[0],
        () -> table.forEach((key, value) -> result.put(luaKey(key), start(value))));
  }

  private <T> T later(Object term, T result, long elements, Runnable filling) {
    // The copy is the host's from now on, but as long as the script makes more of them it pays.
    process.allocated(result, CONTAINER_BYTES + ELEMENT_BYTES * elements);
    done.put(term, result);
    queue.add(filling);
    return result;
  }

  private void fill(@Nullable Object[] target, Object[] terms) {
    for (int i = 0; i < terms.length; i++) {
      target[i] = start(terms[i]);
    }
  }

  /** A key of a table: compound ones have an identity of their own in Lua. */
  private static @Nullable Object luaKey(Object key) {
    return switch (key) {
      case Atom atom -> atom(atom);
      case Binary binary -> text(binary);
      default -> key;
    };
  }

  private @Nullable Object key(Object key) {
    return shallow(key, KEY_LEVELS) ? keyValue(key) : key;
  }

  /** Whether the key is made of lists, tuples and simple values only, not deeper than that. */
  private boolean shallow(Object key, int levels) {
    process.charge(1);
    return switch (key) {
      case Cons list -> {
        Object at = list;
        while (levels > 0 && at instanceof Cons cell && shallow(cell.head, levels - 1)) {
          at = cell.tail;
        }
        yield at == Nil.EMPTY;
      }
      case Tuple tuple -> {
        for (Object element : tuple.elements()) {
          if (levels == 0 || !shallow(element, levels - 1)) {
            yield false;
          }
        }
        yield true;
      }
      case TermMap _, LuaTable _, Fun _ -> false;
      default -> true;
    };
  }

  private @Nullable Object keyValue(Object key) {
    return switch (key) {
      case Cons list -> {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object at = list; at instanceof Cons cell; at = cell.tail) {
          result.add(keyValue(cell.head));
        }
        yield result;
      }
      case Tuple tuple -> {
        @Nullable Object[] elements = new @Nullable Object[tuple.size()];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = keyValue(tuple.get(i));
        }
        yield TupleValue.over(elements);
      }
      case TermMap _, LuaTable _, Fun _ -> key;
      default -> start(key);
    };
  }

  private static @Nullable Object atom(Atom atom) {
    return atom == Atom.NIL
        ? null
        : atom == Atom.TRUE ? Boolean.TRUE : atom == Atom.FALSE ? Boolean.FALSE : atom;
  }

  /**
   * Bytes that are not UTF-8 become lone surrogates, from which {@link FromHost} makes those bytes
   * again.
   */
  private static String text(Binary binary) {
    ByteBuffer bytes = ByteBuffer.wrap(binary.array(), binary.offset(), binary.length());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException _) {
      return ByteText.decode(binary.toByteArray());
    }
  }
}
