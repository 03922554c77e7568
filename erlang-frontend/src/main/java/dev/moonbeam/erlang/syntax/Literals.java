package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that literal tokens stand for. Reference manual: "Data Types", "Escape Sequences". */
final class Literals {
  private Literals() {}

  /** A literal that is lexically well formed but means nothing; the message is erl_scan's. */
  static final class BadLiteral extends Exception {
    private static final long serialVersionUID = 1L;

    BadLiteral(String message) {
      super(message, null, false, false);
    }
  }

  static char closing(char open) {
    return switch (open) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      case '<' -> '>';
      default -> open;
    };
  }

  /** {@code 42}, {@code 16#FF_FF}. */
  static Object integer(String text) throws BadLiteral {
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    int base = 10;
    int hash = digits.indexOf('#');
    if (hash >= 0) {
      String prefix = digits.substring(0, hash);
      base = prefix.length() > 2 ? 99 : Integer.parseInt(prefix);
      if (base < 2 || base > 36) {
        throw new BadLiteral("illegal base '" + prefix + "'");
      }
      digits = digits.substring(hash + 1);
    }
    try {
      if (digits.length() <= 12) {
        return Long.parseLong(digits, base);
      }
      BigInteger value = new BigInteger(digits, base);
      return value.bitLength() < 64 ? (Object) value.longValue() : value;
    } catch (NumberFormatException e) {
      throw new BadLiteral("illegal integer");
    }
  }

  static Double decimal(String text) throws BadLiteral {
    double value = Double.parseDouble(text.indexOf('_') < 0 ? text : text.replace("_", ""));
    if (Double.isInfinite(value)) {
      throw new BadLiteral("illegal float");
    }
    return value;
  }

  /** {@code $a}, {@code $\n}: the code point. */
  static int character(String text) throws BadLiteral {
    if (text.charAt(1) != '\\') {
      return text.codePointAt(1);
    }
    return unescape(text, 1, text.length()).codePointAt(0);
  }

  static Atom atom(String text) throws BadLiteral {
    if (text.charAt(0) != '\'') {
      return Atom.of(text);
    }
    String name = unescape(text, 1, text.length() - 1);
    if (name.codePointCount(0, name.length()) > 255) {
      throw new BadLiteral("illegal atom");
    }
    return Atom.of(name);
  }

  /** {@code "..."}. */
  static String string(String text) throws BadLiteral {
    return unescape(text, 1, text.length() - 1);
  }

  /** The text between triple quotes, indentation removed. */
  static String tripleQuoted(String text) throws BadLiteral {
    int quotes = 0;
    while (text.charAt(quotes) == '"') {
      quotes++;
    }
    String[] lines = text.split("\n", -1);
    String last = lines[lines.length - 1];
    String indentation = last.substring(0, last.length() - quotes);
    List<String> content = new ArrayList<>();
    for (int i = 1; i < lines.length - 1; i++) {
      String line = lines[i];
      if (line.startsWith(indentation)) {
        content.add(line.substring(indentation.length()));
      } else if (line.isBlank()) {
        content.add(line.endsWith("\r") ? "\r" : "");
      } else {
        throw new BadLiteral("bad indentation in triple-quoted string");
      }
    }
    String joined = String.join("\n", content);
    return joined.endsWith("\r") ? joined.substring(0, joined.length() - 1) : joined;
  }

  /**
   * A sigil: a String for {@code ~s ~S}, a Binary for {@code ~ ~b ~B}; null for an unknown prefix.
   */
  static @Nullable Object sigil(String text) throws BadLiteral {
    int delimiter = 1;
    while (Character.isLetter(text.charAt(delimiter))) {
      delimiter++;
    }
    String prefix = text.substring(1, delimiter);
    String body = text.substring(delimiter);
    String content;
    if (body.startsWith("\"\"\"") && body.length() > 6) {
      content = tripleQuoted(body);
      if (prefix.equals("s") || prefix.equals("b")) {
        content = unescape(content, 0, content.length());
      }
    } else if (prefix.equals("B") || prefix.equals("S")) {
      content = body.substring(1, body.length() - 1);
    } else {
      content = unescape(body, 1, body.length() - 1);
    }
    return switch (prefix) {
      case "", "b", "B" -> Binary.of(content.getBytes(StandardCharsets.UTF_8));
      case "s", "S" -> content;
      default -> null;
    };
  }

  static String unescape(String text, int from, int to) throws BadLiteral {
    int backslash = text.indexOf('\\', from);
    if (backslash < 0 || backslash >= to) {
      return text.substring(from, to);
    }
    StringBuilder out = new StringBuilder(to - from).append(text, from, backslash);
    int i = backslash;
    while (i < to) {
      char c = text.charAt(i++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = text.charAt(i++);
      switch (escape) {
        case 'b' -> out.append('\b');
        case 'd' -> out.append((char) 127);
        case 'e' -> out.append((char) 27);
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 's' -> out.append(' ');
        case 't' -> out.append('\t');
        case 'v' -> out.append((char) 11);
        case '^' -> {
          if (i >= to) {
            throw new BadLiteral("illegal character");
          }
          out.append((char) (text.charAt(i++) & 31));
        }
        case 'x' -> {
          int start;
          int end;
          if (i < to && text.charAt(i) == '{') {
            start = i + 1;
            end = text.indexOf('}', start);
            i = end + 1;
          } else {
            start = i;
            end = i + 2;
            i = end;
          }
          out.appendCodePoint(hexadecimal(text, start, end));
        }
        case '0', '1', '2', '3', '4', '5', '6', '7' -> {
          int value = escape - '0';
          for (int n = 1; n < 3 && i < to && text.charAt(i) >= '0' && text.charAt(i) <= '7'; n++) {
            value = value * 8 + text.charAt(i++) - '0';
          }
          out.append((char) value);
        }
        default -> out.append(escape);
      }
    }
    return out.toString();
  }

  private static int hexadecimal(String text, int start, int end) throws BadLiteral {
    try {
      int value = Integer.parseInt(text, start, end, 16);
      if (value <= Character.MAX_CODE_POINT && !(value >= 0xD800 && value <= 0xDFFF)) {
        return value;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new BadLiteral("illegal character");
    }
    throw new BadLiteral("illegal character");
  }
}
