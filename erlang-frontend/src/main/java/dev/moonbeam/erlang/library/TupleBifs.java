package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import java.util.Arrays;

/** Tuples, and the list BIFs that may stand in guards. Indexes count from 1. */
@BuiltinModule("erlang")
public final class TupleBifs {
  /** The largest tuple of OTP: its size has 24 bits. */
  private static final long MOST_ELEMENTS = (1 << 24) - 1;

  private TupleBifs() {}

  @Builtin(value = "element", guard = true)
  public static Object element(Process process, Object index, Object tuple) {
    if (tuple instanceof Tuple t && index instanceof Long i && i >= 1 && i <= t.size()) {
      return t.get((int) (i - 1));
    }
    throw Errors.badarg(process, index, tuple);
  }

  @Builtin("setelement")
  public static Object setelement(Process process, Object index, Object tuple, Object value) {
    if (tuple instanceof Tuple t && index instanceof Long i && i >= 1 && i <= t.size()) {
      Object[] elements = t.elements().clone();
      elements[(int) (i - 1)] = value;
      return made(process, elements);
    }
    throw Errors.badarg(process, index, tuple, value);
  }

  @Builtin(value = "tuple_size", guard = true)
  public static Object tupleSize(Process process, Object tuple) {
    if (tuple instanceof Tuple t) {
      return (long) t.size();
    }
    throw Errors.badarg(process, tuple);
  }

  @Builtin("make_tuple")
  public static Object makeTuple(Process process, Object arity, Object value) {
    if (!(arity instanceof Long size) || size < 0 || size > MOST_ELEMENTS) {
      throw Errors.badarg(process, arity, value);
    }
    return filled(process, size.intValue(), value);
  }

  @Builtin("make_tuple")
  public static Object makeTupleWith(Process process, Object arity, Object value, Object list) {
    if (!(arity instanceof Long size) || size < 0 || size > MOST_ELEMENTS) {
      throw Errors.badarg(process, arity, value, list);
    }
    Tuple tuple = filled(process, size.intValue(), value);
    Object[] pairs = Lists.toArray(process, list);
    if (pairs == null) {
      throw Errors.badarg(process, arity, value, list);
    }
    for (Object pair : pairs) {
      if (!(pair instanceof Tuple t && t.size() == 2 && t.get(0) instanceof Long i)
          || i < 1
          || i > size) {
        throw Errors.badarg(process, arity, value, list);
      }
      tuple.elements()[(int) (i - 1)] = t.get(1);
    }
    return tuple;
  }

  private static Tuple filled(Process process, int size, Object value) {
    process.reserve(8L * size);
    process.charge(size >> 5);
    Object[] elements = new Object[size];
    Arrays.fill(elements, value);
    return made(process, elements);
  }

  @Builtin("append_element")
  public static Object appendElement(Process process, Object tuple, Object value) {
    if (!(tuple instanceof Tuple t) || t.size() >= MOST_ELEMENTS) {
      throw Errors.badarg(process, tuple, value);
    }
    Object[] elements = Arrays.copyOf(t.elements(), t.size() + 1);
    elements[t.size()] = value;
    return made(process, elements);
  }

  @Builtin("insert_element")
  public static Object insertElement(Process process, Object index, Object tuple, Object value) {
    if (!(tuple instanceof Tuple t)
        || !(index instanceof Long i)
        || i < 1
        || i > t.size() + 1
        || t.size() >= MOST_ELEMENTS) {
      throw Errors.badarg(process, index, tuple, value);
    }
    int at = (int) (i - 1);
    Object[] elements = new Object[t.size() + 1];
    System.arraycopy(t.elements(), 0, elements, 0, at);
    elements[at] = value;
    System.arraycopy(t.elements(), at, elements, at + 1, t.size() - at);
    return made(process, elements);
  }

  @Builtin("delete_element")
  public static Object deleteElement(Process process, Object index, Object tuple) {
    if (!(tuple instanceof Tuple t) || !(index instanceof Long i) || i < 1 || i > t.size()) {
      throw Errors.badarg(process, index, tuple);
    }
    int at = (int) (i - 1);
    Object[] elements = new Object[t.size() - 1];
    System.arraycopy(t.elements(), 0, elements, 0, at);
    System.arraycopy(t.elements(), at + 1, elements, at, elements.length - at);
    return made(process, elements);
  }

  @Builtin("list_to_tuple")
  public static Object listToTuple(Process process, Object list) {
    Object[] elements = Lists.toArray(process, list);
    if (elements == null || elements.length > MOST_ELEMENTS) {
      throw Errors.badarg(process, list);
    }
    return made(process, elements);
  }

  @Builtin("tuple_to_list")
  public static Object tupleToList(Process process, Object tuple) {
    if (tuple instanceof Tuple t) {
      return Lists.fromArray(process, t.elements(), Nil.EMPTY);
    }
    throw Errors.badarg(process, tuple);
  }

  private static Tuple made(Process process, Object[] elements) {
    Tuple tuple = new Tuple(elements);
    process.charge(elements.length >> 6);
    process.allocated(tuple, 32 + 4L * elements.length);
    return tuple;
  }

  @Builtin(value = "hd", guard = true)
  public static Object hd(Process process, Object list) {
    if (list instanceof Cons cell) {
      return cell.head;
    }
    throw Errors.badarg(process, list);
  }

  @Builtin(value = "tl", guard = true)
  public static Object tl(Process process, Object list) {
    if (list instanceof Cons cell) {
      return cell.tail;
    }
    throw Errors.badarg(process, list);
  }

  @Builtin(value = "length", guard = true)
  public static Object length(Process process, Object list) {
    int length = Lists.length(process, list);
    if (length < 0) {
      throw Errors.badarg(process, list);
    }
    return (long) length;
  }
}
