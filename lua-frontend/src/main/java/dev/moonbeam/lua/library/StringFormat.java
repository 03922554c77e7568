package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Term;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.StringBuffer;
import dev.moonbeam.lua.runtime.Strings;

/**
 * {@code string.format} (manual, 6.4): C's conversions with widths and precisions of at most two
 * digits, and {@code %q}.
 */
final class StringFormat {
  /**
   * As in the reference implementation: a specification of this many characters is refused as a
   * whole.
   */
  private static final int LONGEST_SPECIFICATION = 22;

  /** {@code %.14g} is what tostring does, which has a faster way. */
  private static final int DIGITS_OF_TOSTRING = 14;

  /** Exponents below this are charged with the text. */
  private static final int LARGE = 64;

  private final Process process;
  private final Binary format;
  private final Object[] arguments;
  private final StringBuffer out;
  private int at;
  private int argument;

  // The specification being worked on.
  private boolean left;
  private boolean plus;
  private boolean blank;
  private boolean alternate;
  private boolean zero;
  private int width;
  private int precision;

  private StringFormat(Process process, Binary format, Object[] arguments) {
    this.process = process;
    this.format = format;
    this.arguments = arguments;
    this.out = new StringBuffer(process, format.length() + 16);
  }

  static Object format(Process process, Binary format, Object[] arguments) {
    return new StringFormat(process, format, arguments).run();
  }

  private Binary run() {
    process.charge(format.length() >> 4);
    int length = format.length();
    while (at < length) {
      int c = format.at(at++);
      if (c != '%') {
        out.add(c);
      } else if (at < length && format.at(at) == '%') {
        out.add('%');
        at++;
      } else {
        conversion();
      }
    }
    return out.toBinary();
  }

  private void conversion() {
    int start = at;
    while (at < format.length() && "-+ #0123456789.".indexOf(format.at(at)) >= 0) {
      at++;
    }
    if (at - start >= LONGEST_SPECIFICATION) {
      throw LuaError.library(process, "invalid format (too long)");
    }
    char conversion = at < format.length() ? (char) format.at(at++) : 0;
    int position = argument + 2;
    Object value = Arguments.at(arguments, argument++);
    if (value == Arguments.ABSENT) {
      throw Arguments.error(process, "format", position, "no value");
    }
    // Which is looked at first, the value or the specification, is as in the reference.
    switch (conversion) {
      case 'c' -> {
        parse(start, "-", false);
        padded(
            String.valueOf((char) (Arguments.integer(process, "format", position, value) & 0xFF)));
      }
      case 'd', 'i' -> {
        long integer = Arguments.integer(process, "format", position, value);
        parse(start, "-+0 ", true);
        integer(integer, 10, false);
      }
      case 'u' -> {
        long integer = Arguments.integer(process, "format", position, value);
        parse(start, "-0", true);
        integer(integer, 0, false);
      }
      case 'o' -> {
        long integer = Arguments.integer(process, "format", position, value);
        parse(start, "-#0", true);
        integer(integer, 8, false);
      }
      case 'x', 'X' -> {
        long integer = Arguments.integer(process, "format", position, value);
        parse(start, "-#0", true);
        integer(integer, 16, conversion == 'X');
      }
      case 'a', 'A' -> {
        parse(start, "-+#0 ", true);
        real(Arguments.real(process, "format", position, value), conversion);
      }
      case 'e', 'E', 'f', 'g', 'G' -> {
        double real = Arguments.real(process, "format", position, value);
        parse(start, "-+#0 ", true);
        real(real, conversion);
      }
      case 'p' -> {
        parse(start, "-", false);
        padded(pointer(value));
      }
      case 'q' -> {
        if (at - start != 1) {
          throw LuaError.library(process, "specifier '%q' cannot have modifiers");
        }
        quoted(position, value);
      }
      case 's' -> string(start, position, value);
      default ->
          throw LuaError.library(
              process, "invalid conversion '%" + specification(start) + "' to 'format'");
    }
  }

  private String specification(int start) {
    return format.slice(start, at - start).toLatin1();
  }

  /** Reads flags, width and precision; only the flags allowed for the conversion. */
  private void parse(int start, String flags, boolean precisionAllowed) {
    left = false;
    plus = false;
    blank = false;
    alternate = false;
    zero = false;
    width = 0;
    precision = -1;
    int i = start;
    for (; flags.indexOf(format.at(i)) >= 0; i++) {
      switch (format.at(i)) {
        case '-' -> left = true;
        case '+' -> plus = true;
        case ' ' -> blank = true;
        case '#' -> alternate = true;
        default -> zero = true;
      }
    }
    if (format.at(i) != '0') {
      for (int digits = 0; digits < 2 && isDigit(format.at(i)); digits++) {
        width = 10 * width + format.at(i++) - '0';
      }
      if (format.at(i) == '.' && precisionAllowed) {
        i++;
        precision = 0;
        for (int digits = 0; digits < 2 && isDigit(format.at(i)); digits++) {
          precision = 10 * precision + format.at(i++) - '0';
        }
      }
    }
    if (i != at - 1) {
      throw LuaError.library(
          process, "invalid conversion specification: '%" + specification(start) + "'");
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private void padded(String text) {
    int fill = width - text.length();
    if (fill > 0 && !left) {
      out.repeat(' ', fill);
    }
    out.add(text);
    if (fill > 0 && left) {
      out.repeat(' ', fill);
    }
  }

  /** Sign (or prefix) and digits, with zeros between them where asked for. */
  private void number(String sign, String digits, boolean zeros) {
    int fill = width - sign.length() - digits.length();
    if (fill > 0 && !left && !zeros) {
      out.repeat(' ', fill);
    }
    out.add(sign);
    if (fill > 0 && !left && zeros) {
      out.repeat('0', fill);
    }
    out.add(digits);
    if (fill > 0 && left) {
      out.repeat(' ', fill);
    }
  }

  /** Radix 10 is signed, 0 stands for unsigned decimal. */
  private void integer(long value, int radix, boolean upper) {
    String digits =
        switch (radix) {
          case 8 -> Long.toOctalString(value);
          case 16 ->
              upper
                  ? Long.toHexString(value).toUpperCase(java.util.Locale.ROOT)
                  : Long.toHexString(value);
          case 10 -> value < 0 ? Long.toString(value).substring(1) : Long.toString(value);
          default -> Long.toUnsignedString(value);
        };
    if (precision == 0 && value == 0) {
      digits = "";
    } else if (precision > digits.length()) {
      digits = "0".repeat(precision - digits.length()) + digits;
    }
    String sign = radix == 10 ? value < 0 ? "-" : plus ? "+" : blank ? " " : "" : "";
    if (alternate && radix == 16 && value != 0) {
      sign = upper ? "0X" : "0x";
    } else if (alternate && radix == 8 && !digits.startsWith("0")) {
      digits = "0" + digits;
    }
    number(sign, digits, zero && precision < 0);
  }

  private void real(double value, char conversion) {
    boolean upper = Character.isUpperCase(conversion);
    boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
    String digits;
    boolean negative;
    if (finite) {
      // All digits of a number far from 1 are those of a large integer.
      int exponent = value == 0 ? 0 : Math.abs(Math.getExponent(value));
      process.charge(exponent < LARGE ? 0 : exponent);
      negative = value < 0 || value == 0 && 1 / value < 0;
      digits =
          conversion == 'g' && precision == DIGITS_OF_TOSTRING && !alternate
              ? Numbers.formatAsC(Math.abs(value))
              : FloatText.of(
                  Math.abs(value), Character.toLowerCase(conversion), precision, alternate);
    } else {
      String text = Numbers.format(value);
      negative = text.startsWith("-");
      digits = negative ? text.substring(1) : text;
    }
    String sign = negative ? "-" : plus ? "+" : blank ? " " : "";
    if (finite && (conversion | 32) == 'a') {
      sign += "0x";
      digits = digits.substring(2);
    }
    if (upper) {
      sign = sign.toUpperCase(java.util.Locale.ROOT);
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    number(sign, digits, zero && finite);
  }

  private static String pointer(Object value) {
    return switch (value) {
      case Long _, Double _ -> "(null)";
      case Atom _ -> "(null)";
      // Short strings are one object where they are equal, as far as a script can tell.
      case Binary string when string.length() <= 40 -> "0x%08x".formatted(string.hashCode());
      case Binary string ->
          "0x%08x".formatted(System.identityHashCode(string.array()) + string.offset());
      case Term term -> "0x%08x".formatted(System.identityHashCode(term));
      default -> "0x%08x".formatted(value.hashCode());
    };
  }

  private void string(int start, int position, Object value) {
    Binary text = Strings.toString(process, value);
    if (at - start == 1) {
      out.add(text);
      return;
    }
    process.charge(text.length() >> 4);
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) == 0) {
        throw Arguments.error(process, "format", position, "string contains zeros");
      }
    }
    parse(start, "-", true);
    if (precision >= 0 && precision < text.length()) {
      text = text.slice(0, precision);
    }
    int fill = width - text.length();
    if (fill > 0 && !left) {
      out.repeat(' ', fill);
    }
    out.add(text);
    if (fill > 0 && left) {
      out.repeat(' ', fill);
    }
  }

  /** A literal that the Lua reader reads back as the same value. */
  private void quoted(int position, Object value) {
    switch (value) {
      case Binary string -> {
        process.charge(string.length() >> 4);
        out.add('"');
        for (int i = 0; i < string.length(); i++) {
          quotedByte(string.at(i), i + 1 < string.length() ? string.at(i + 1) : 0);
        }
        out.add('"');
      }
      case Double real -> {
        if (Double.isNaN(real)) {
          out.add("(0/0)");
        } else if (Double.isInfinite(real)) {
          out.add(real > 0 ? "1e9999" : "-1e9999");
        } else {
          out.add(hexadecimal(real));
        }
      }
      case Long integer ->
          out.add(integer == Long.MIN_VALUE ? "0x8000000000000000" : Long.toString(integer));
      case Atom atom when atom == Atom.NIL || atom == Atom.TRUE || atom == Atom.FALSE ->
          out.add(atom.name());
      default -> throw Arguments.error(process, "format", position, "value has no literal form");
    }
  }

  private static boolean isNegative(double real) {
    return real < 0 || real == 0 && 1 / real < 0;
  }

  private static String hexadecimal(double real) {
    return (isNegative(real) ? "-" : "") + FloatText.of(Math.abs(real), 'a', -1, false);
  }

  private void quotedByte(int b, int next) {
    if (b == '"' || b == '\\' || b == '\n') {
      out.add('\\').add(b);
    } else if (b < 32 || b == 127) {
      out.add('\\');
      String code = Integer.toString(b);
      // Three digits where a digit follows, which would otherwise become part of the escape.
      out.add(isDigit(next) ? "0".repeat(3 - code.length()) + code : code);
    } else {
      out.add(b);
    }
  }
}
