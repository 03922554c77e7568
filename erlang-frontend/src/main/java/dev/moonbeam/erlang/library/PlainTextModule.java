package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.runtime.CharData;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What module {@code string} asks before it goes through a string by grapheme clusters: a binary or
 * flat list of characters that can form no clusters is dealt with as a text. The answer is
 * undefined for all others.
 */
@BuiltinModule("unicode_util")
public final class PlainTextModule {
  private static final Atom ALL = Atom.of("all");
  private static final Atom TRAILING = Atom.of("trailing");
  private static final Atom NO_MATCH = Atom.of("nomatch");

  /** Below it there are no combining characters. */
  private static final int FIRST_COMBINING = 0x300;

  private PlainTextModule() {}

  /**
   * The text of character data in which every character is a cluster, but for line breaks of two;
   * null for any other.
   */
  private static @Nullable String plain(Process process, Object data) {
    boolean shape =
        data instanceof Binary
            || data == Nil.EMPTY
            || data instanceof Cons cell && cell.head instanceof Long;
    String text = shape ? CharData.toText(process, data) : null;
    if (text == null) {
      return null;
    }
    int length = text.length();
    process.charge(length >> 6);
    if (isAscii(data, text)) {
      return text;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return null;
      }
    }
    return data instanceof Binary || isFlat(data, length) ? text : null;
  }

  /** Whether every byte is a character. */
  private static boolean isAscii(Object data, String text) {
    return data instanceof Binary binary && binary.length() == text.length();
  }

  private static boolean isFlat(Object list, int length) {
    Object rest = list;
    for (int i = 0; i < length; i++) {
      if (!(rest instanceof Cons cell) || !(cell.head instanceof Long)) {
        return false;
      }
      rest = cell.tail;
    }
    return rest == Nil.EMPTY;
  }

  /** A piece of a text in the form of the string it comes from. */
  private static Object like(Process process, Object original, String text) {
    if (original instanceof Binary) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      process.allocated(bytes, bytes.length + 32L);
      return Binary.of(bytes);
    }
    return Lists.ofText(process, text);
  }

  /** Whether a match of it cannot end within a line break. */
  private static boolean isPattern(String wanted) {
    return !wanted.isEmpty() && !wanted.endsWith("\r");
  }

  /** The string in upper, lower or folded case. */
  @Builtin("plain_case")
  public static Object plainCase(Process process, Object kind, Object string) {
    String text = plain(process, string);
    if (text == null || !(kind instanceof Atom name)) {
      return Atom.UNDEFINED;
    }
    process.charge(text.length() >> 4);
    process.reserve(4L * text.length());
    String changed =
        switch (name.name()) {
          case "uppercase" -> text.toUpperCase(Locale.ROOT);
          case "lowercase" -> text.toLowerCase(Locale.ROOT);
          default -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        };
    return like(process, string, changed);
  }

  @Builtin("plain_split")
  public static Object plainSplit(Process process, Object string, Object pattern, Object where) {
    String text = plain(process, string);
    String wanted = text == null ? null : plain(process, pattern);
    if (text == null || wanted == null || !isPattern(wanted)) {
      return Atom.UNDEFINED;
    }
    process.charge(text.length() >> 4);
    TermBuffer pieces = new TermBuffer(process);
    int from = 0;
    int at = where == TRAILING ? text.lastIndexOf(wanted) : text.indexOf(wanted);
    while (at >= 0) {
      pieces.add(like(process, string, text.substring(from, at)));
      from = at + wanted.length();
      at = where == ALL ? text.indexOf(wanted, from) : -1;
    }
    pieces.add(from == 0 ? string : like(process, string, text.substring(from)));
    return pieces.toList(Nil.EMPTY);
  }

  /** The string from the first or last occurrence on. */
  @Builtin("plain_find")
  public static Object plainFind(Process process, Object string, Object pattern, Object where) {
    String text = plain(process, string);
    String wanted = text == null ? null : plain(process, pattern);
    if (text == null || wanted == null || !isPattern(wanted)) {
      return Atom.UNDEFINED;
    }
    process.charge(text.length() >> 4);
    int at = where == TRAILING ? text.lastIndexOf(wanted) : text.indexOf(wanted);
    if (at < 0) {
      return NO_MATCH;
    }
    if (isAscii(string, text)) {
      Binary rest = ((Binary) string).slice(at, text.length() - at);
      process.allocated(rest, 56);
      return rest;
    }
    if (string instanceof Binary) {
      return like(process, string, text.substring(at));
    }
    Object rest = string;
    for (int i = 0; i < at && rest instanceof Cons cell; i++) {
      rest = cell.tail;
    }
    return rest;
  }
}
