package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Character data: nested lists of characters and of binaries in UTF-8 (or Latin-1). Decoded without
 * Java recursion into a text, up to the first thing that is no character.
 */
public final class CharData {
  /** How decoding ended. */
  public enum End {
    /** All was text. */
    COMPLETE,
    /** A binary ends within a character. */
    INCOMPLETE,
    /** Something is no character. */
    ERROR,
    /** Something is not even character data. */
    BADARG
  }

  /**
   * A decoded text.
   *
   * @param text what could be decoded
   * @param rest what is left, from the first thing that could not be
   */
  public record Decoded(String text, End end, Object rest) {}

  private static final int BATCH = 256;

  private CharData() {}

  /** The text of character data, null when it is not entirely text. */
  public static @Nullable String toText(Process process, Object data) {
    if (data instanceof Binary binary && binary.endOfAscii(0) == binary.length()) {
      process.charge(binary.length() >> 7);
      process.reserve(binary.length());
      return binary.toLatin1();
    }
    Decoded decoded = decode(process, data, false);
    return decoded.end == End.COMPLETE ? decoded.text : null;
  }

  /**
   * @param latin1 whether binaries are in Latin-1 and characters are bytes
   */
  public static Decoded decode(Process process, Object data, boolean latin1) {
    return decode(process, data, latin1, false);
  }

  /** As {@link #decode}, in UTF-8; a binary that is not entirely so is taken for Latin-1. */
  public static Decoded decodeMixed(Process process, Object data) {
    return decode(process, data, false, true);
  }

  private static Decoded decode(Process process, Object data, boolean latin1, boolean mixed) {
    StringBuilder text = new StringBuilder();
    Object[] stack = new Object[8];
    int top = 0;
    int work = 0;
    Object term = data;
    if (!(data instanceof Cons) && data != Nil.EMPTY && !(data instanceof Binary)) {
      return new Decoded("", End.BADARG, data);
    }
    for (; ; ) {
      if (++work >= BATCH) {
        process.charge(work >> 3);
        process.reserve(2L * text.length());
        work = 0;
      }
      if (term instanceof Cons cell) {
        if (cell.head instanceof Long c) {
          if (!Characters.isValid(c) || latin1 && c > 255) {
            return stopped(process, text, End.ERROR, cell, stack, top);
          }
          text.appendCodePoint(c.intValue());
          term = cell.tail;
        } else {
          if (top == stack.length) {
            stack = Arrays.copyOf(stack, top * 2);
          }
          stack[top++] = cell.tail;
          term = cell.head;
          if (!(term instanceof Cons) && term != Nil.EMPTY && !(term instanceof Binary)) {
            return new Decoded(text.toString(), End.BADARG, data);
          }
        }
        continue;
      }
      if (term instanceof Binary binary) {
        work += binary.length() >> 4;
        if (latin1) {
          process.reserve(binary.length());
          text.append(binary.toLatin1());
        } else {
          int before = text.length();
          int good = appendUtf8(text, binary);
          if (good < binary.length() && mixed) {
            text.setLength(before);
            process.reserve(binary.length());
            text.append(binary.toLatin1());
          } else if (good < binary.length()) {
            Object rest = binary.slice(good, binary.length() - good);
            boolean cut = top == 0 && isCut(binary, good);
            // More data may follow a cut character only when nothing else does.
            return cut || isCut(binary, good) && onlyEmpty(stack, top)
                ? new Decoded(text.toString(), End.INCOMPLETE, rest)
                : stopped(process, text, End.ERROR, rest, stack, top);
          }
        }
      } else if (term != Nil.EMPTY) {
        return new Decoded(text.toString(), term instanceof Bits ? End.ERROR : End.BADARG, term);
      }
      if (top == 0) {
        process.charge(work >> 3);
        return new Decoded(text.toString(), End.COMPLETE, Nil.EMPTY);
      }
      term = stack[--top];
    }
  }

  private static boolean onlyEmpty(Object[] stack, int top) {
    for (int i = 0; i < top; i++) {
      if (stack[i] != Nil.EMPTY) {
        return false;
      }
    }
    return true;
  }

  /** The rest is what is left here, followed by what waits. */
  private static Decoded stopped(
      Process process, StringBuilder text, End end, Object here, Object[] stack, int top) {
    Object rest = here;
    for (int i = top - 1; i >= 0; i--) {
      if (stack[i] != Nil.EMPTY) {
        rest = new Cons(rest, stack[i]);
        process.charge(1);
      } else if (rest instanceof Binary) {
        rest = new Cons(rest, Nil.EMPTY);
      }
    }
    return new Decoded(text.toString(), end, rest);
  }

  /** Appends what is well formed; gives the number of bytes taken. */
  private static int appendUtf8(StringBuilder text, Binary binary) {
    int i = 0;
    int end = binary.length();
    while (i < end) {
      int first = binary.at(i);
      if (first < 0x80) {
        int from = i;
        i = binary.endOfAscii(i);
        text.append(
            new String(
                binary.array(), binary.offset() + from, i - from, StandardCharsets.ISO_8859_1));
        continue;
      }
      int size = size(first);
      if (size == 0 || i + size > end) {
        return i;
      }
      int c = first & 0x7F >> size;
      for (int k = 1; k < size; k++) {
        int next = binary.at(i + k);
        if ((next & 0xC0) != 0x80) {
          return i;
        }
        c = c << 6 | next & 0x3F;
      }
      if (!Characters.isValid(c) || size == 3 && c < 0x800 || size == 4 && c < 0x10000) {
        return i;
      }
      text.appendCodePoint(c);
      i += size;
    }
    return i;
  }

  private static int size(int first) {
    return first >= 0xF5 ? 0 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
  }

  /** Whether the bytes from there on are the beginning of a character and nothing more. */
  private static boolean isCut(Binary binary, int at) {
    int size = size(binary.at(at));
    if (size == 0 || at + size <= binary.length()) {
      return false;
    }
    for (int i = at + 1; i < binary.length(); i++) {
      if ((binary.at(i) & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
