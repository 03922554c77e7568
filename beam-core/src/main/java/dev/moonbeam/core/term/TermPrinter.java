package dev.moonbeam.core.term;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;

/**
 * Terms as Erlang source text: {@code ~w} and, with lists of printable characters as strings,
 * {@code ~p} on one line. Iterative: a deep term needs no Java stack. The output is cut, with
 * {@code ...}, at a length that the caller gives.
 */
public final class TermPrinter {
  /** Characters after which the core's own messages cut a term. */
  private static final int GENEROUS = 1 << 20;

  private static final Set<String> RESERVED =
      Set.of(
          "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "case",
          "catch", "cond", "div", "end", "fun", "if", "let", "not", "of", "or", "orelse", "receive",
          "rem", "try", "when", "xor");

  private final StringBuilder out;
  private final int limit;
  private final boolean strings;
  private final boolean unicode;
  private final WorkMeter meter;
  private Object[] stack = new Object[16];
  private int top;

  private TermPrinter(
      StringBuilder out, int limit, boolean strings, boolean unicode, WorkMeter meter) {
    this.out = out;
    this.limit = limit;
    this.strings = strings;
    this.unicode = unicode;
    this.meter = meter;
  }

  /** As {@code ~w}; for the core's own messages. Output is cut at a generous length. */
  public static String print(Object term) {
    return write(term, GENEROUS, WorkMeter.NONE);
  }

  /** As {@code ~tw}, at most {@code limit} characters and an ellipsis. */
  public static String write(Object term, int limit, WorkMeter meter) {
    return run(term, limit, false, true, meter);
  }

  /** As {@code ~tp} on one line, at most {@code limit} characters and an ellipsis. */
  public static String pretty(Object term, int limit, WorkMeter meter) {
    return run(term, limit, true, true, meter);
  }

  /**
   * The general form.
   *
   * @param strings whether printable lists and binaries are shown as text ({@code ~p})
   * @param unicode whether characters beyond Latin-1 are shown as they are ({@code t})
   */
  public static String run(
      Object term, int limit, boolean strings, boolean unicode, WorkMeter meter) {
    StringBuilder out = new StringBuilder();
    new TermPrinter(out, limit, strings, unicode, meter).run(term);
    if (out.length() > limit) {
      out.setLength(limit);
      out.append("...");
    }
    return out.toString();
  }

  /** Text to be written as it is when its turn comes. */
  private record Text(String text) {}

  /** What of a list is still to be written, after its first element. */
  private record ListRest(Object tail) {}

  private static final class Elements {
    final Object[] terms;
    int next;

    Elements(Object[] terms) {
      this.terms = terms;
    }
  }

  private static final class Entries {
    final Object[] keys;
    final Object[] values;
    int next;

    Entries(TermMap map) {
      keys = map.keys();
      values = map.values();
    }
  }

  private static final Text CLOSE_LIST = new Text("]");
  private static final Text ARROW = new Text(" => ");

  private void run(Object start) {
    int charged = out.length();
    push(start);
    while (top > 0 && out.length() <= limit) {
      step(stack[--top]);
      if (out.length() - charged > 1024) {
        meter.charge(out.length() - charged >> 3);
        charged = out.length();
      }
    }
    meter.charge(out.length() - charged >> 3);
  }

  private void step(Object item) {
    switch (item) {
      case Text text -> out.append(text.text);
      case ListRest rest -> {
        switch (rest.tail) {
          case Cons cell -> {
            out.append(',');
            push(new ListRest(cell.tail));
            push(cell.head);
          }
          case Nil _ -> out.append(']');
          default -> {
            out.append('|');
            push(CLOSE_LIST);
            push(rest.tail);
          }
        }
      }
      case Elements elements -> {
        if (elements.next == elements.terms.length) {
          out.append('}');
        } else {
          if (elements.next > 0) {
            out.append(',');
          }
          Object element = elements.terms[elements.next++];
          push(elements);
          push(element);
        }
      }
      case Entries entries -> {
        if (entries.next == entries.keys.length) {
          out.append('}');
        } else {
          if (entries.next > 0) {
            out.append(',');
          }
          int index = entries.next++;
          push(entries);
          push(entries.values[index]);
          push(ARROW);
          push(entries.keys[index]);
        }
      }
      case Cons cell -> {
        if (strings && isPrintable(cell, limit)) {
          appendString(out, cell);
        } else {
          out.append('[');
          push(new ListRest(cell.tail));
          push(cell.head);
        }
      }
      case Tuple tuple -> {
        out.append('{');
        push(new Elements(tuple.elements()));
      }
      case TermMap map -> {
        out.append("#{");
        push(new Entries(map));
      }
      case Binary binary -> appendBinary(out, binary, strings, unicode, limit);
      default -> appendLeaf(out, item, unicode);
    }
  }

  private void push(Object item) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = item;
  }

  /** Whether this is a proper list of characters that {@code ~p} shows as a string. */
  public static boolean isPrintable(Object list, long most) {
    Object rest = list;
    for (long n = 0; rest instanceof Cons cell && n <= most; n++) {
      if (!(cell.head instanceof Long c) || !isPrintable(c)) {
        return false;
      }
      rest = cell.tail;
    }
    return rest == Nil.EMPTY || rest instanceof Cons;
  }

  /** Printable in Latin-1, which is what {@code ~p} takes for text unless told otherwise. */
  public static boolean isPrintable(long c) {
    return c >= 32 && c < 127 || c >= 160 && c <= 255 || c >= 8 && c <= 13 || c == 27;
  }

  private void appendString(StringBuilder text, Cons list) {
    text.append('"');
    for (Object rest = list;
        rest instanceof Cons cell && text.length() <= limit;
        rest = cell.tail) {
      appendCharacter(text, ((Long) cell.head).intValue(), '"', unicode);
    }
    text.append('"');
  }

  /** Anything but a list, tuple, map or binary. */
  public static void appendLeaf(StringBuilder out, Object term, boolean unicode) {
    switch (term) {
      case Atom atom -> appendAtom(out, atom, unicode);
      case Long number -> out.append(number.longValue());
      case Double real -> out.append(formatFloat(real));
      case BigInteger number -> out.append(number);
      case Nil _ -> out.append("[]");
      case Bits bits -> appendBits(out, bits);
      default -> out.append(term);
    }
  }

  /** The atom, quoted where Erlang's syntax asks for it. */
  public static void appendAtom(StringBuilder out, Atom atom, boolean unicode) {
    String name = atom.name();
    if (isPlainAtom(name)) {
      out.append(name);
      return;
    }
    out.append('\'');
    name.codePoints().forEach(c -> appendCharacter(out, c, '\'', unicode));
    out.append('\'');
  }

  private static boolean isPlainAtom(String name) {
    if (name.isEmpty() || !isLower(name.charAt(0)) || RESERVED.contains(name)) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(isLower(c)
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '_'
          || c == '@'
          || c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z' || c >= 0xDF && c <= 0xFF && c != 0xF7;
  }

  /** A character inside quotes, escaped as {@code io_lib} does. */
  public static void appendCharacter(StringBuilder out, int c, char quote, boolean unicode) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      case 11 -> out.append("\\v");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case 27 -> out.append("\\e");
      case 127 -> out.append("\\d");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (c < 32 || c > 127 && c < 160) {
          out.append('\\').append((char) ('0' + (c >> 6)));
          out.append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
        } else if (c > 255 && !unicode) {
          out.append("\\x{").append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT));
          out.append('}');
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** A binary, as text between quotes where asked for and possible. */
  public static void appendBinary(
      StringBuilder out, Binary binary, boolean strings, boolean unicode, int limit) {
    if (strings && binary.length() > 0 && appendText(out, binary, unicode, limit)) {
      return;
    }
    out.append("<<");
    for (int i = 0; i < binary.length() && out.length() <= limit; i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append(binary.at(i));
    }
    out.append(">>");
  }

  private static boolean appendText(StringBuilder out, Binary binary, boolean unicode, int limit) {
    int show = Math.min(binary.length(), limit + 1);
    String text = unicode ? decode(binary) : null;
    if (text == null) {
      for (int i = 0; i < show; i++) {
        if (!isPrintable(binary.at(i))) {
          return false;
        }
      }
      text = binary.window(0, show).toLatin1();
    } else if (!text.codePoints().allMatch(TermPrinter::isPrintable)) {
      return false;
    }
    boolean plain = text.length() == show;
    out.append("<<\"");
    text.codePoints().limit(show).forEach(c -> appendCharacter(out, c, '"', unicode));
    out.append(plain ? "\">>" : "\"/utf8>>");
    return true;
  }

  /** The text of well-formed UTF-8, else null. */
  private static @org.jspecify.annotations.Nullable String decode(Binary binary) {
    try {
      return java.nio.charset.StandardCharsets.UTF_8
          .newDecoder()
          .decode(java.nio.ByteBuffer.wrap(binary.array(), binary.offset(), binary.length()))
          .toString();
    } catch (java.nio.charset.CharacterCodingException e) {
      // Not UTF-8: its bytes may still be printable.
      return null;
    }
  }

  private static void appendBits(StringBuilder out, Bits bits) {
    out.append("<<");
    int last = bits.byteLength() - 1;
    for (int i = 0; i < last; i++) {
      out.append(bits.at(i)).append(',');
    }
    out.append(bits.at(last) >> 8 - bits.lastBits()).append(':').append(bits.lastBits());
    out.append(">>");
  }

  /**
   * Double.toString gives two digits even where one would read back as the same float: 4.9E-324 for
   * 5e-324.
   */
  private static java.math.BigDecimal shortest(double value) {
    java.math.BigDecimal digits =
        new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (digits.precision() == 2) {
      java.math.BigDecimal one = digits.round(new java.math.MathContext(1));
      return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
    }
    return digits;
  }

  /**
   * The shortest digits that read back as the same float, in whichever of {@code 123.4} and {@code
   * 1.234e2} is shorter, the first when both are; always with a point. Values from 2^53 on have an
   * exponent, as not every digit before the point would be meant.
   */
  public static String formatFloat(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 1e-3 && magnitude < 1e7) {
      // Java writes these without an exponent, which is the shorter way but for multiples of 1,000.
      String plain = Double.toString(value);
      if (magnitude < 1e3 || !plain.endsWith(".0")) {
        return plain;
      }
    }
    java.math.BigDecimal shortest = shortest(magnitude);
    String digits = shortest.unscaledValue().toString();
    // value = 0.d1d2d3... * 10^point
    int point = digits.length() - shortest.scale();
    String exponent = Integer.toString(point - 1);
    int scientific = Math.max(digits.length(), 2) + 2 + exponent.length();
    int plain =
        point <= 0
            ? 2 - point + digits.length()
            : point >= digits.length() ? point + 2 : digits.length() + 1;
    StringBuilder text = new StringBuilder();
    if (value < 0) {
      text.append('-');
    }
    if (plain > scientific || magnitude >= 0x1p53) {
      text.append(digits.charAt(0)).append('.');
      text.append(digits.length() == 1 ? "0" : digits.substring(1));
      return text.append('e').append(exponent).toString();
    }
    if (point <= 0) {
      return text.append("0.").repeat('0', -point).append(digits).toString();
    }
    if (point >= digits.length()) {
      return text.append(digits).repeat('0', point - digits.length()).append(".0").toString();
    }
    return text.append(digits, 0, point).append('.').append(digits.substring(point)).toString();
  }
}
