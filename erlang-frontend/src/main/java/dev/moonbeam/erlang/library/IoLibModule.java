package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.CharData;
import dev.moonbeam.erlang.runtime.Characters;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import org.jspecify.annotations.Nullable;

/** Module {@code io_lib}: terms and formats as text. Results are flat lists of characters. */
@BuiltinModule("io_lib")
public final class IoLibModule {
  private IoLibModule() {}

  @Builtin("format")
  public static Object format(Process process, Object format, Object arguments) {
    Object list = IoFormat.list(process, format, arguments);
    if (list == null) {
      throw Errors.badarg(process, format, arguments);
    }
    return list;
  }

  @Builtin("fwrite")
  public static Object fwrite(Process process, Object format, Object arguments) {
    return format(process, format, arguments);
  }

  @Builtin("format")
  public static Object format(Process process, Object format, Object arguments, Object options) {
    String text = IoFormat.format(process, format, arguments);
    if (text == null) {
      throw Errors.badarg(process, format, arguments, options);
    }
    Long limit = limit(options);
    return Lists.ofText(process, limit == null ? text : cut(text, limit));
  }

  @Builtin("fwrite")
  public static Object fwrite(Process process, Object format, Object arguments, Object options) {
    return format(process, format, arguments, options);
  }

  private static @Nullable Long limit(Object options) {
    for (Object rest = options; rest instanceof Cons cell; rest = cell.tail) {
      if (cell.head instanceof Tuple option
          && option.size() == 2
          && option.get(0) == Atom.of("chars_limit")
          && option.get(1) instanceof Long limit
          && limit >= 0) {
        return limit;
      }
    }
    return null;
  }

  private static String cut(String text, long limit) {
    return text.length() <= limit ? text : text.substring(0, (int) limit) + "...";
  }

  @Builtin("write")
  public static Object write(Process process, Object term) {
    return Lists.ofText(process, PrettyPrinter.oneLine(term, -1, false, false, process));
  }

  @Builtin("write")
  public static Object write(Process process, Object term, Object depth) {
    int cutAt = depth instanceof Long n && Math.abs(n) < 1 << 30 ? n.intValue() : -1;
    return Lists.ofText(process, PrettyPrinter.oneLine(term, cutAt, false, false, process));
  }

  @Builtin("print")
  public static Object print(Process process, Object term) {
    return Lists.ofText(process, PrettyPrinter.lines(term, 1, 80, -1, true, false, process));
  }

  @Builtin("print")
  public static Object print(
      Process process, Object term, Object column, Object lineLength, Object depth) {
    if (column instanceof Long c
        && lineLength instanceof Long l
        && depth instanceof Long d
        && Math.abs(c) < 1 << 20
        && Math.abs(l) < 1 << 20
        && Math.abs(d) < 1 << 30) {
      return Lists.ofText(
          process,
          PrettyPrinter.lines(
              term, c.intValue(), l.intValue(), d.intValue(), true, false, process));
    }
    throw Errors.badarg(process, term, column, lineLength, depth);
  }

  @Builtin("nl")
  public static Object nl(Process process) {
    return Cons.list((long) '\n');
  }

  @Builtin("write_atom")
  public static Object writeAtom(Process process, Object atom) {
    if (!(atom instanceof Atom a)) {
      throw Errors.functionClause(process, atom);
    }
    StringBuilder text = new StringBuilder();
    TermPrinter.appendAtom(text, a, true);
    return Lists.ofText(process, text.toString());
  }

  @Builtin("write_string")
  public static Object writeString(Process process, Object list) {
    String text = Lists.toText(process, list);
    if (text == null) {
      throw Errors.functionClause(process, list);
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> TermPrinter.appendCharacter(quoted, c, '"', true));
    return Lists.ofText(process, quoted.append('"').toString());
  }

  @Builtin("write_char")
  public static Object writeChar(Process process, Object character) {
    if (!(character instanceof Long c) || !Characters.isValid(c)) {
      throw Errors.functionClause(process, character);
    }
    StringBuilder text = new StringBuilder("$");
    if (c == ' ') {
      text.append("\\s");
    } else {
      TermPrinter.appendCharacter(text, c.intValue(), '\'', true);
    }
    String shown = text.toString().replace("\\'", "'");
    return Lists.ofText(process, shown);
  }

  @Builtin("char_list")
  public static Object charList(Process process, Object term) {
    return Atom.of(Lists.toText(process, term) != null);
  }

  @Builtin("latin1_char_list")
  public static Object latin1CharList(Process process, Object term) {
    String text = Lists.toText(process, term);
    return Atom.of(text != null && text.chars().allMatch(c -> c < 256));
  }

  @Builtin("deep_char_list")
  public static Object deepCharList(Process process, Object term) {
    return Atom.of(
        (term instanceof Cons || term == Nil.EMPTY)
            && Lists.toText(process, ListsModule.flatten(process, term)) != null);
  }

  @Builtin("printable_list")
  public static Object printableList(Process process, Object term) {
    return printable(process, term);
  }

  @Builtin("printable_latin1_list")
  public static Object printableLatin1List(Process process, Object term) {
    return printable(process, term);
  }

  private static Object printable(Process process, Object term) {
    Lists.length(process, term);
    return Atom.of(term == Nil.EMPTY || TermPrinter.isPrintable(term, Long.MAX_VALUE));
  }

  @Builtin("printable_unicode_list")
  public static Object printableUnicodeList(Process process, Object term) {
    String text = Lists.toText(process, term);
    return Atom.of(
        text != null
            && text.codePoints()
                .allMatch(
                    c -> TermPrinter.isPrintable(c) || c > 255 && c != 0xFFFE && c != 0xFFFF));
  }

  @Builtin("chars_length")
  public static Object charsLength(Process process, Object chars) {
    String text = CharData.toText(process, chars);
    if (text == null) {
      throw Errors.badarg(process, chars);
    }
    return (long) text.codePointCount(0, text.length());
  }

  @Builtin("indentation")
  public static Object indentation(Process process, Object chars, Object start) {
    String text = CharData.toText(process, chars);
    if (text == null || !(start instanceof Long column)) {
      throw Errors.badarg(process, chars, start);
    }
    long at = column;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      at = c == '\n' ? 0 : c == '\t' ? (at / 8 + 1) * 8 : at + 1;
    }
    return at;
  }
}
