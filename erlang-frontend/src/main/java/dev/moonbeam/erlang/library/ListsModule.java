package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.Numbers;
import dev.moonbeam.erlang.runtime.Operators;
import dev.moonbeam.erlang.runtime.TermBuffer;
import dev.moonbeam.erlang.runtime.Walk;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The functions of module {@code lists} that call no function of the script; those that do are
 * written in Erlang. What is not a list where one is needed is function_clause, as in the Erlang
 * originals. Those that look at keys of tuples are {@link ListsKeyModule}'s, those that sort {@link
 * ListsSortModule}'s.
 */
@BuiltinModule("lists")
public final class ListsModule {
  private static final int BATCH = 1024;

  private ListsModule() {}

  @Builtin("reverse")
  public static Object reverse(Process process, Object list) {
    Object result = reversed(process, list, Nil.EMPTY);
    if (result == null) {
      throw list instanceof Cons cell && cell.tail instanceof Cons
          ? Errors.badarg(process, list)
          : Errors.functionClause(process, list);
    }
    return result;
  }

  @Builtin("reverse")
  public static Object reverse(Process process, Object list, Object tail) {
    Object result = reversed(process, list, tail);
    if (result == null) {
      throw Errors.badarg(process, list, tail);
    }
    return result;
  }

  private static @Nullable Object reversed(Process process, Object list, Object tail) {
    Object result = tail;
    Object rest = list;
    int count = 0;
    while (rest instanceof Cons cell) {
      result = new Cons(cell.head, result);
      rest = cell.tail;
      if (++count == BATCH) {
        Lists.allocated(process, result, BATCH);
        count = 0;
      }
    }
    Lists.allocated(process, result, count);
    return rest == Nil.EMPTY ? result : null;
  }

  @Builtin("member")
  public static Object member(Process process, Object element, Object list) {
    Walk walk = new Walk(process, 8);
    Object rest = list;
    while (rest instanceof Cons cell) {
      if (TermOrder.exactlyEqual(element, cell.head, process)) {
        walk.end();
        return Atom.TRUE;
      }
      rest = cell.tail;
      walk.step();
    }
    walk.end();
    if (rest != Nil.EMPTY) {
      throw Errors.badarg(process, element, list);
    }
    return Atom.FALSE;
  }

  @Builtin("seq")
  public static Object seq(Process process, Object from, Object to) {
    if (from instanceof Long first
        && to instanceof Long last
        && last >= first
        && last - first >= 0) {
      return sequence(process, first, 1, last - first + 1);
    }
    return slowSequence(process, from, to, 1L, new Object[] {from, to});
  }

  @Builtin("seq")
  public static Object seq(Process process, Object from, Object to, Object step) {
    return slowSequence(process, from, to, step, new Object[] {from, to, step});
  }

  private static Object slowSequence(
      Process process, Object from, Object to, Object step, Object[] arguments) {
    if (!Numbers.isInteger(from) || !Numbers.isInteger(to) || !Numbers.isInteger(step)) {
      throw notSequence(process, arguments);
    }
    BigInteger first = Numbers.big(from);
    BigInteger distance = Numbers.big(to).subtract(first);
    BigInteger by = Numbers.big(step);
    // The sequence is empty where it would end right before its first element.
    BigInteger count = by.signum() == 0 ? BigInteger.ONE : distance.add(by).divide(by);
    boolean reached =
        by.signum() == 0 ? distance.signum() == 0 : distance.add(by).signum() * by.signum() >= 0;
    if (!reached) {
      throw notSequence(process, arguments);
    }
    if (count.bitLength() > 50) {
      throw Errors.systemLimit(process, arguments);
    }
    if (from instanceof Long start && to instanceof Long && step instanceof Long stride) {
      return sequence(process, start, stride, count.longValue());
    }
    return sequence(process, first, by, count.longValue());
  }

  private static Raise notSequence(Process process, Object[] arguments) {
    return arguments.length == 2
        ? Errors.functionClause(process, arguments)
        : Errors.errorWith(process, Errors.BADARG, arguments);
  }

  private static Object sequence(Process process, BigInteger first, BigInteger step, long count) {
    TermBuffer out = new TermBuffer(process);
    BigInteger next = first;
    for (long i = 0; i < count; i++) {
      out.add(Numbers.normalize(next));
      process.allocated(out, 32 + first.bitLength() / 8);
      next = next.add(step);
    }
    return out.toList(Nil.EMPTY);
  }

  private static Object sequence(Process process, long first, long step, long count) {
    // A cell and a boxed integer each.
    process.reserve(Math.multiplyExact(Math.min(count, 1L << 50), 40L));
    Object list = Nil.EMPTY;
    int batch = 0;
    for (long i = count - 1; i >= 0; i--) {
      list = new Cons(first + i * step, list);
      if (++batch == BATCH) {
        process.allocated(list, 40L * BATCH);
        process.charge(BATCH / 10);
        batch = 0;
      }
    }
    process.allocated(list, 40L * batch);
    process.charge(batch / 10);
    return list;
  }

  @Builtin("duplicate")
  public static Object duplicate(Process process, Object count, Object element) {
    if (!(count instanceof Long times) || times < 0) {
      throw Errors.functionClause(process, count, element);
    }
    process.reserve(Math.min(times, 1L << 50) * Lists.CELL);
    Object list = Nil.EMPTY;
    int batch = 0;
    for (long i = 0; i < times; i++) {
      list = new Cons(element, list);
      if (++batch == BATCH) {
        Lists.allocated(process, list, BATCH);
        batch = 0;
      }
    }
    Lists.allocated(process, list, batch);
    return list;
  }

  @Builtin("nth")
  public static Object nth(Process process, Object index, Object list) {
    Object at = index instanceof Long n && n >= 1 ? tail(process, n - 1, list) : null;
    if (!(at instanceof Cons cell)) {
      throw notWithin(process, index, list);
    }
    return cell.head;
  }

  /** What is no number is found out when it is counted down. */
  private static Raise notWithin(Process process, Object index, Object list) {
    return Numbers.isNumber(index) || !(list instanceof Cons)
        ? Errors.functionClause(process, index, list)
        : Errors.badarith(process, index, 1L);
  }

  @Builtin("nthtail")
  public static Object nthtail(Process process, Object count, Object list) {
    Object at = count instanceof Long n && n >= 0 ? tail(process, n, list) : null;
    if (at == null || !(list instanceof Cons) && list != Nil.EMPTY) {
      throw notWithin(process, count, list);
    }
    return at;
  }

  private static @Nullable Object tail(Process process, long count, Object list) {
    Walk walk = new Walk(process, 10);
    Object rest = list;
    for (long done = 0; done < count; done++) {
      if (!(rest instanceof Cons cell)) {
        return null;
      }
      rest = cell.tail;
      walk.step();
    }
    walk.end();
    return rest;
  }

  @Builtin("last")
  public static Object last(Process process, Object list) {
    Walk walk = new Walk(process, 10);
    Object rest = list;
    while (rest instanceof Cons cell) {
      if (!(cell.tail instanceof Cons)) {
        if (cell.tail != Nil.EMPTY) {
          break;
        }
        walk.end();
        return cell.head;
      }
      rest = cell.tail;
      walk.step();
    }
    throw Errors.functionClause(process, list);
  }

  @Builtin("sum")
  public static Object sum(Process process, Object list) {
    Walk walk = new Walk(process, 4);
    Object sum = 0L;
    Object rest = list;
    while (rest instanceof Cons cell) {
      sum = Operators.add(process, sum, cell.head);
      rest = cell.tail;
      walk.step();
    }
    walk.end();
    if (rest != Nil.EMPTY) {
      throw Errors.functionClause(process, rest, sum);
    }
    return sum;
  }

  @Builtin("max")
  public static Object max(Process process, Object list) {
    return extreme(process, list, 1);
  }

  @Builtin("min")
  public static Object min(Process process, Object list) {
    return extreme(process, list, -1);
  }

  private static Object extreme(Process process, Object list, int sign) {
    if (!(list instanceof Cons first)) {
      throw Errors.functionClause(process, list);
    }
    Walk walk = new Walk(process, 4);
    Object best = first.head;
    Object rest = first.tail;
    while (rest instanceof Cons cell) {
      if (sign * TermOrder.compare(cell.head, best, process) > 0) {
        best = cell.head;
      }
      rest = cell.tail;
      walk.step();
    }
    walk.end();
    if (rest != Nil.EMPTY) {
      throw Errors.functionClause(process, rest, best);
    }
    return best;
  }

  @Builtin("append")
  public static Object append(Process process, Object left, Object right) {
    return Operators.append(process, left, right);
  }

  @Builtin("append")
  public static Object append(Process process, Object lists) {
    Object[] parts = Lists.toArray(process, lists);
    if (parts == null) {
      throw Errors.functionClause(process, lists);
    }
    Object result = Nil.EMPTY;
    for (int i = parts.length - 1; i >= 0; i--) {
      result = i == parts.length - 1 ? parts[i] : Operators.append(process, parts[i], result);
    }
    return result;
  }

  @Builtin("subtract")
  public static Object subtract(Process process, Object left, Object right) {
    return Operators.subtractLists(process, left, right);
  }

  @Builtin("flatten")
  public static Object flatten(Process process, Object list) {
    return flatten(process, list, Nil.EMPTY);
  }

  /** Depth first, without Java recursion: what is left of each enclosing list waits on a stack. */
  @Builtin("flatten")
  public static Object flatten(Process process, Object list, Object tail) {
    if (!(list instanceof Cons) && list != Nil.EMPTY
        || !(tail instanceof Cons) && tail != Nil.EMPTY) {
      throw Errors.functionClause(process, list, tail);
    }
    TermBuffer out = new TermBuffer(process);
    Object[] stack = new Object[8];
    int top = 0;
    Object rest = list;
    Walk walk = new Walk(process, 8);
    for (; ; ) {
      walk.step();
      if (rest instanceof Cons cell) {
        if (cell.head instanceof Cons || cell.head == Nil.EMPTY) {
          if (top == stack.length) {
            process.reserve(16L * top);
            stack = Arrays.copyOf(stack, top * 2);
          }
          stack[top++] = cell.tail;
          rest = cell.head;
        } else {
          out.add(cell.head);
          rest = cell.tail;
        }
      } else if (rest != Nil.EMPTY) {
        throw Errors.functionClause(process, rest, tail);
      } else if (top == 0) {
        walk.end();
        return out.toList(tail);
      } else {
        rest = stack[--top];
      }
    }
  }

  @Builtin("delete")
  public static Object delete(Process process, Object element, Object list) {
    TermBuffer before = new TermBuffer(process);
    Object rest = list;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (TermOrder.exactlyEqual(element, cell.head, process)) {
        return before.toList(cell.tail);
      }
      before.add(cell.head);
    }
    if (rest != Nil.EMPTY) {
      throw Errors.functionClause(process, element, rest);
    }
    process.charge(before.size() / 8);
    return list;
  }

  @Builtin("sublist")
  public static Object sublist(Process process, Object list, Object length) {
    if (!(length instanceof Long count)
        || count < 0
        || !(list instanceof Cons) && list != Nil.EMPTY) {
      throw Errors.functionClause(process, list, length);
    }
    Object result = first(process, list, count);
    if (result == null) {
      throw Errors.functionClause(process, list, length);
    }
    return result;
  }

  @Builtin("sublist")
  public static Object sublist(Process process, Object list, Object start, Object length) {
    if (!(start instanceof Long from) || from < 1) {
      throw Errors.functionClause(process, list, start, length);
    }
    // The list may end before the start, and nobody asks then what the length is.
    Object at = list;
    Walk walk = new Walk(process, 10);
    for (long index = 1; index < from; index++) {
      if (!(at instanceof Cons cell)) {
        if (at == Nil.EMPTY) {
          return Nil.EMPTY;
        }
        throw Errors.functionClause(process, at, from - index + 1, length);
      }
      at = cell.tail;
      walk.step();
    }
    walk.end();
    if (!(length instanceof Long count) || count < 0 || !(at instanceof Cons) && at != Nil.EMPTY) {
      throw Errors.functionClause(process, at, 1L, length);
    }
    Object result = first(process, at, count);
    if (result == null) {
      throw Errors.functionClause(process, at, length);
    }
    return result;
  }

  /** The first elements, null where a tail that is no list stands in the way. */
  private static @Nullable Object first(Process process, Object list, long count) {
    TermBuffer out = new TermBuffer(process);
    Object rest = list;
    while (out.size() < count && rest instanceof Cons cell) {
      out.add(cell.head);
      rest = cell.tail;
    }
    return out.size() < count && rest != Nil.EMPTY ? null : out.toList(Nil.EMPTY);
  }

  @Builtin("split")
  public static Object split(Process process, Object position, Object list) {
    if (!(position instanceof Long count)
        || count < 0
        || !(list instanceof Cons) && list != Nil.EMPTY) {
      throw Errors.badarg(process, position, list);
    }
    TermBuffer out = new TermBuffer(process);
    Object rest = list;
    while (out.size() < count) {
      if (!(rest instanceof Cons cell)) {
        throw Errors.badarg(process, position, list);
      }
      out.add(cell.head);
      rest = cell.tail;
    }
    return new Tuple(out.toList(Nil.EMPTY), rest);
  }

  @Builtin("zip")
  public static Object zip(Process process, Object left, Object right) {
    TermBuffer out = new TermBuffer(process);
    Object ls = left;
    Object rs = right;
    while (ls instanceof Cons l && rs instanceof Cons r) {
      out.add(new Tuple(l.head, r.head));
      ls = l.tail;
      rs = r.tail;
    }
    if (ls != Nil.EMPTY || rs != Nil.EMPTY) {
      throw Errors.functionClause(process, ls, rs);
    }
    process.allocated(out, 24L * out.size());
    return out.toList(Nil.EMPTY);
  }

  @Builtin("zip3")
  public static Object zip3(Process process, Object first, Object second, Object third) {
    TermBuffer out = new TermBuffer(process);
    Object as = first;
    Object bs = second;
    Object cs = third;
    while (as instanceof Cons a && bs instanceof Cons b && cs instanceof Cons c) {
      out.add(new Tuple(a.head, b.head, c.head));
      as = a.tail;
      bs = b.tail;
      cs = c.tail;
    }
    if (as != Nil.EMPTY || bs != Nil.EMPTY || cs != Nil.EMPTY) {
      throw Errors.functionClause(process, as, bs, cs);
    }
    process.allocated(out, 32L * out.size());
    return out.toList(Nil.EMPTY);
  }

  @Builtin("unzip")
  public static Object unzip(Process process, Object list) {
    return unzipped(process, list, 2);
  }

  @Builtin("unzip3")
  public static Object unzip3(Process process, Object list) {
    return unzipped(process, list, 3);
  }

  private static Object unzipped(Process process, Object list, int width) {
    TermBuffer[] out = new TermBuffer[width];
    Arrays.setAll(out, _ -> new TermBuffer(process));
    Object rest = list;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      if (!(cell.head instanceof Tuple tuple) || tuple.size() != width) {
        throw Errors.functionClause(process, rest);
      }
      for (int i = 0; i < width; i++) {
        out[i].add(tuple.get(i));
      }
    }
    if (rest != Nil.EMPTY) {
      throw Errors.functionClause(process, rest);
    }
    Object[] lists = new Object[width];
    Arrays.setAll(lists, i -> out[i].toList(Nil.EMPTY));
    return new Tuple(lists);
  }

  @Builtin("prefix")
  public static Object prefix(Process process, Object prefix, Object list) {
    if (!(list instanceof Cons) && list != Nil.EMPTY) {
      throw Errors.functionClause(process, prefix, list);
    }
    Object left = prefix;
    Object right = list;
    Walk walk = new Walk(process, 8);
    while (left instanceof Cons l && right instanceof Cons r) {
      if (!TermOrder.exactlyEqual(l.head, r.head, process)) {
        return Atom.FALSE;
      }
      left = l.tail;
      right = r.tail;
      walk.step();
    }
    walk.end();
    if (left == Nil.EMPTY) {
      return Atom.TRUE;
    }
    if (left instanceof Cons && right == Nil.EMPTY) {
      return Atom.FALSE;
    }
    throw Errors.functionClause(process, left, right);
  }

  @Builtin("suffix")
  public static Object suffix(Process process, Object suffix, Object list) {
    int have = Lists.length(process, list);
    int want = Lists.length(process, suffix);
    if (have < 0 || want < 0) {
      throw Errors.badarg(process, have < 0 ? list : suffix);
    }
    if (want > have) {
      return Atom.FALSE;
    }
    Object end = tail(process, have - want, list);
    return Atom.of(end != null && TermOrder.exactlyEqual(end, suffix, process));
  }

  @Builtin("droplast")
  public static Object droplast(Process process, Object list) {
    Object[] elements = Lists.toArray(process, list);
    if (elements == null || elements.length == 0) {
      throw Errors.functionClause(process, list);
    }
    return Lists.fromArray(process, elements, elements.length - 1, Nil.EMPTY);
  }
}
