package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.BitMatcher;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Characters;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.GraphemeClusters;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.util.Locale;

/**
 * Module {@code unicode_util}: takes code points and grapheme clusters off the front of character
 * data. Results are {@code [Character | Rest]}, {@code []} at the end, {@code {error, Rest}} where
 * the data is not well formed.
 */
@BuiltinModule("unicode_util")
public final class UnicodeUtilModule {
  private UnicodeUtilModule() {}

  @Builtin("cp")
  public static Object cp(Process process, Object data) {
    Object rest = data;
    // What follows the lists entered so far: nested once per list that was not empty.
    Object after = Nil.EMPTY;
    for (int steps = 0; ; steps++) {
      if ((steps & 63) == 63) {
        process.charge(8);
      }
      switch (rest) {
        case Cons cell -> {
          if (cell.head instanceof Long c) {
            if (!Characters.isValid(c)) {
              return new Tuple(Atom.ERROR, joined(rest, after));
            }
            return after == Nil.EMPTY ? rest : new Cons(c, joined(cell.tail, after));
          }
          after = joined(cell.tail, after);
          rest = cell.head;
        }
        case Nil _ -> {
          if (after == Nil.EMPTY) {
            return Nil.EMPTY;
          }
          rest = after;
          after = Nil.EMPTY;
        }
        case Binary binary -> {
          if (binary.length() == 0) {
            if (after == Nil.EMPTY) {
              return Nil.EMPTY;
            }
            rest = after;
            after = Nil.EMPTY;
            continue;
          }
          BitMatcher matcher = BitMatcher.of(binary);
          long c = matcher == null ? -1 : matcher.utf8();
          if (c < 0) {
            return new Tuple(Atom.ERROR, joined(rest, after));
          }
          int taken = (int) (matcher.position() >> 3);
          Binary left = binary.slice(taken, binary.length() - taken);
          process.allocated(left, 56);
          return new Cons(c, joined(left, after));
        }
        default -> throw Errors.functionClause(process, data);
      }
    }
  }

  /** Data followed by more data. */
  private static Object joined(Object first, Object second) {
    if (second == Nil.EMPTY) {
      return first;
    }
    if (first == Nil.EMPTY) {
      return second;
    }
    // As OTP has it: one more element at either end is not nested.
    Object rest =
        second instanceof Cons only && only.tail == Nil.EMPTY && !(only.head instanceof Long)
            ? only.head
            : second;
    return first instanceof Cons last && last.tail == Nil.EMPTY
        ? new Cons(last.head, rest)
        : new Cons(first, rest == second || rest instanceof Cons ? rest : second);
  }

  @Builtin("gc")
  public static Object gc(Process process, Object data) {
    Object first = cp(process, data);
    if (!(first instanceof Cons cell)) {
      return first;
    }
    int c = ((Long) cell.head).intValue();
    Object next = cp(process, cell.tail);
    // Two ASCII characters never form a cluster but for the line break of DOS.
    if (!(next instanceof Cons second)) {
      return next == Nil.EMPTY ? new Cons(cell.head, Nil.EMPTY) : first;
    }
    int d = ((Long) second.head).intValue();
    if (d < 0x300 && c < 0x300 && !(c == '\r' && d == '\n')) {
      return first;
    }
    GraphemeClusters cluster = new GraphemeClusters();
    cluster.take(c);
    if (!cluster.take(d)) {
      return first;
    }
    TermBuffer all = new TermBuffer(process);
    all.add(cell.head);
    all.add(second.head);
    Object rest = second.tail;
    while (cp(process, rest) instanceof Cons more && cluster.take(((Long) more.head).intValue())) {
      all.add(more.head);
      rest = more.tail;
      process.charge(1);
    }
    return new Cons(all.toList(Nil.EMPTY), rest);
  }

  private interface Mapping {
    String of(int c);
  }

  private static Object map(Process process, Object data, Mapping mapping) {
    if (!(cp(process, data) instanceof Cons cell)) {
      return cp(process, data);
    }
    int c = ((Long) cell.head).intValue();
    String mapped = mapping.of(c);
    if (mapped.codePointCount(0, mapped.length()) == 1) {
      return new Cons((long) mapped.codePointAt(0), cell.tail);
    }
    Object list = dev.moonbeam.erlang.runtime.Lists.ofText(process, mapped);
    return new Cons(list, cell.tail);
  }

  @Builtin("uppercase")
  public static Object uppercase(Process process, Object data) {
    return map(process, data, c -> Character.toString(c).toUpperCase(Locale.ROOT));
  }

  @Builtin("lowercase")
  public static Object lowercase(Process process, Object data) {
    return map(process, data, c -> Character.toString(c).toLowerCase(Locale.ROOT));
  }

  @Builtin("titlecase")
  public static Object titlecase(Process process, Object data) {
    return map(
        process,
        data,
        c -> {
          int title = Character.toTitleCase(c);
          String upper = Character.toString(c).toUpperCase(Locale.ROOT);
          // A ligature becomes a capital and small letters.
          return title != c || upper.codePointCount(0, upper.length()) == 1
              ? Character.toString(title)
              : upper.charAt(0) + upper.substring(1).toLowerCase(Locale.ROOT);
        });
  }

  @Builtin("casefold")
  public static Object casefold(Process process, Object data) {
    return map(process, data, UnicodeUtilModule::folded);
  }

  /** Lower case first: the capital sharp s is no upper case of the small one, and folds as it. */
  private static String folded(int c) {
    String lower = Character.toString(c).toLowerCase(Locale.ROOT);
    return lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
