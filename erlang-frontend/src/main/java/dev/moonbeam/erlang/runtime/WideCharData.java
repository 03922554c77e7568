package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Character data as {@link CharData} has it, with binaries in UTF-16 or UTF-32. A character may
 * begin in one binary and end in the next.
 */
public final class WideCharData {
  /** The encoding of the binaries. */
  public enum Encoding {
    UTF16_BIG,
    UTF16_LITTLE,
    UTF32_BIG,
    UTF32_LITTLE;

    boolean isBig() {
      return this == UTF16_BIG || this == UTF32_BIG;
    }

    int unit() {
      return this == UTF16_BIG || this == UTF16_LITTLE ? 2 : 4;
    }
  }

  private static final int BATCH = 256;

  private final Process process;
  private final Encoding encoding;
  private final StringBuilder text = new StringBuilder();

  /** What follows each enclosing list's element. */
  private final Deque<Object> tails = new ArrayDeque<>();

  /** The bytes of a character that is not there as a whole yet. */
  private byte[] begun = {};

  private WideCharData(Process process, Encoding encoding) {
    this.process = process;
    this.encoding = encoding;
  }

  public static CharData.Decoded decode(Process process, Object data, Encoding encoding) {
    return new WideCharData(process, encoding).decode(data);
  }

  private CharData.Decoded decode(Object data) {
    if (!(data instanceof Cons) && data != Nil.EMPTY && !(data instanceof Binary)) {
      return new CharData.Decoded("", CharData.End.BADARG, data);
    }
    Object term = data;
    boolean element = false;
    for (int work = 1; ; work++) {
      if (work % BATCH == 0) {
        process.charge(BATCH >> 3);
        process.reserve(16L * tails.size());
      }
      if (term instanceof Cons cell) {
        tails.push(cell.tail);
        term = cell.head;
        element = true;
        continue;
      }
      if (term instanceof Long code && element) {
        if (begun.length > 0) {
          return error(Binary.of(begun), new Cons(code, tails.pop()), false);
        }
        if (code < 0 || code > 0x10FFFF || code >= 0xD800 && code <= 0xDFFF) {
          return error(Cons.list(code), Nil.EMPTY, true);
        }
        text.appendCodePoint(code.intValue());
      } else if (term instanceof Binary binary) {
        int bad = take(binary);
        if (bad >= 0) {
          byte[] rest = Arrays.copyOfRange(begun, bad, begun.length);
          return error(Binary.of(rest), Nil.EMPTY, element);
        }
      } else if (term != Nil.EMPTY) {
        return new CharData.Decoded(text.toString(), CharData.End.BADARG, term);
      }
      if (tails.isEmpty()) {
        return begun.length == 0
            ? new CharData.Decoded(text.toString(), CharData.End.COMPLETE, Nil.EMPTY)
            : new CharData.Decoded(text.toString(), CharData.End.INCOMPLETE, Binary.of(begun));
      }
      term = tails.pop();
      element = false;
    }
  }

  /** What is left is the culprit in front of what follows it, in as many lists as it was found. */
  private CharData.Decoded error(Object culprit, Object follows, boolean element) {
    Object rest = follows == Nil.EMPTY ? culprit : new Cons(culprit, follows);
    if (element) {
      rest = new Cons(culprit, tails.pop());
    }
    while (!tails.isEmpty()) {
      rest = new Cons(rest, tails.pop());
    }
    return new CharData.Decoded(text.toString(), CharData.End.ERROR, rest);
  }

  /**
   * Decodes the characters of a binary, after what was begun before.
   *
   * @return where in {@link #begun} something stands that is no character, else -1
   */
  private int take(Binary binary) {
    process.charge(binary.length() >> 5);
    process.reserve(2L * binary.length());
    byte[] bytes = Arrays.copyOf(begun, begun.length + binary.length());
    System.arraycopy(binary.array(), binary.offset(), bytes, begun.length, binary.length());
    begun = bytes;
    int unit = encoding.unit();
    int at = 0;
    while (at + unit <= bytes.length) {
      int code = unit(bytes, at, unit);
      int length = unit;
      if (unit == 2 && code >= 0xD800 && code <= 0xDBFF) {
        if (at + 4 > bytes.length) {
          break;
        }
        int low = unit(bytes, at + 2, 2);
        if (low < 0xDC00 || low > 0xDFFF) {
          return at;
        }
        code = Character.toCodePoint((char) code, (char) low);
        length = 4;
      } else if (code < 0 || code > 0x10FFFF || code >= 0xD800 && code <= 0xDFFF) {
        return at;
      }
      text.appendCodePoint(code);
      at += length;
    }
    // The first bytes of UTF-32 tell early that no character can come of them.
    if (encoding == Encoding.UTF32_BIG && at < bytes.length && bytes[at] != 0) {
      return at;
    }
    begun = Arrays.copyOfRange(bytes, at, bytes.length);
    return -1;
  }

  private int unit(byte[] bytes, int at, int length) {
    int value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes[encoding.isBig() ? at + i : at + length - 1 - i] & 0xFF;
    }
    return value;
  }
}
