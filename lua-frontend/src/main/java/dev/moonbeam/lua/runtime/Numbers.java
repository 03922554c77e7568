package dev.moonbeam.lua.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Numbers to strings and back (manual, 3.1 and 3.4.3), and between integers and floats. */
public final class Numbers {
  private static final double TWO_TO_63 = 0x1p63;
  private static final MathContext FOURTEEN = new MathContext(14, RoundingMode.HALF_EVEN);

  /** See {@link #format(double)}. */
  private static final long NEGATED_NAN = 0x7ff8000000000001L;

  private Numbers() {}

  // ----------------------------------------------------------------------------------------------------- conversions

  /**
   * The value as a number (Long or Double), a string being converted; null when that is not
   * possible.
   */
  public static @Nullable Object toNumber(Process process, Object value) {
    if (value instanceof Long || value instanceof Double) {
      return value;
    }
    if (value instanceof Binary string) {
      process.charge(string.length() >> 4);
      return parse(string);
    }
    return null;
  }

  /** The value as an integer, a string being converted; null when it has no such representation. */
  public static @Nullable Long toInteger(Process process, Object value) {
    if (value instanceof Long integer) {
      return integer;
    }
    Object number = toNumber(process, value);
    return number == null ? null : integerOf(number);
  }

  /** A number as an integer of the same value, or null. */
  public static @Nullable Long integerOf(Object number) {
    if (number instanceof Long integer) {
      return integer;
    }
    return number instanceof Double real ? integerOf((double) real) : null;
  }

  static @Nullable Long integerOf(double real) {
    long integer = (long) real;
    return integer == real && real != TWO_TO_63 ? integer : null;
  }

  // -------------------------------------------------------------------------------------------------------- to text

  /** A number as {@code tostring} gives it. */
  public static Binary toBinary(Object number) {
    if (number instanceof Long integer) {
      return toBinary((long) integer);
    }
    return Binary.ofLatin1(format(number));
  }

  /** Digits straight into bytes: numbers in concatenations and as output are frequent. */
  public static Binary toBinary(long integer) {
    if (integer == Long.MIN_VALUE) {
      return Binary.ofLatin1(Long.toString(integer));
    }
    long rest = Math.abs(integer);
    int length = integer < 0 ? 2 : 1;
    for (long limit = 10; rest >= limit && length < 20; limit *= 10) {
      length++;
      if (limit > Long.MAX_VALUE / 10) {
        break;
      }
    }
    byte[] digits = new byte[length];
    int at = length;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (integer < 0) {
      digits[0] = '-';
    }
    return Binary.of(digits);
  }

  public static String format(Object number) {
    return number instanceof Long integer
        ? Long.toString(integer)
        : format((double) (Double) number);
  }

  /**
   * As C's {@code %.14g}, with {@code .0} behind what would look like an integer.
   *
   * <p>The sign of a NaN: on the machines where Lua lives an operation without a result gives one
   * with the sign bit set, which prints as {@code -nan}, and negating it prints {@code nan}. Java
   * leaves the bit open, so a negated NaN is told by a mark in its payload instead, which
   * arithmetic carries along as it does the sign.
   */
  public static String format(double real) {
    if (real != real) {
      return Double.doubleToRawLongBits(real) << 1 == NEGATED_NAN << 1 ? "nan" : "-nan";
    }
    if (Double.isInfinite(real)) {
      return real > 0 ? "inf" : "-inf";
    }
    if (Math.abs(real) < 1e15 && real == Math.rint(real)) {
      long integer = (long) real;
      return integer == 0 && 1 / real < 0
          ? "-0.0"
          : integer >= 100_000_000_000_000L || integer <= -100_000_000_000_000L
              ? general(real)
              : integer + ".0";
    }
    return general(real);
  }

  /** Without the {@code .0}, which C's own formatting does not add: what files write. */
  public static String formatAsC(double real) {
    String text = format(real);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static double negatedNaN(double nan) {
    return Double.doubleToRawLongBits(nan) << 1 == NEGATED_NAN << 1
        ? Double.NaN
        : Double.longBitsToDouble(NEGATED_NAN);
  }

  /** {@code %.14g} of a finite float other than zero. */
  private static String general(double real) {
    // The shortest text that reads back as the same float: when that has at most 14 digits they are
    // the
    // digits asked for (but for subnormals, which have fewer digits than that).
    String shortest = Double.toString(Math.abs(real));
    StringBuilder digits = new StringBuilder(20);
    int exponent = 0;
    int point = -1;
    for (int i = 0; i < shortest.length(); i++) {
      char c = shortest.charAt(i);
      if (c == '.') {
        point = digits.length();
      } else if (c == 'E') {
        exponent = Integer.parseInt(shortest, i + 1, shortest.length(), 10);
        break;
      } else {
        digits.append(c);
      }
    }
    exponent += point - 1;
    int leading = 0;
    while (digits.charAt(leading) == '0') {
      leading++;
    }
    digits.delete(0, leading);
    exponent -= leading;
    if (digits.length() > 14 || Math.abs(real) < Double.MIN_NORMAL) {
      // Rounding the shortest text could round twice; the exact value cannot.
      BigDecimal rounded = new BigDecimal(Math.abs(real)).round(FOURTEEN);
      digits.setLength(0);
      digits.append(rounded.unscaledValue());
      exponent = digits.length() - 1 - rounded.scale();
    }
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    digits.setLength(end);
    StringBuilder text = new StringBuilder(24);
    if (real < 0) {
      text.append('-');
    }
    if (exponent < -4 || exponent >= 14) {
      text.append(digits.charAt(0));
      if (end > 1) {
        text.append('.').append(digits, 1, end);
      }
      text.append(exponent < 0 ? "e-" : "e+");
      int magnitude = Math.abs(exponent);
      if (magnitude < 10) {
        text.append('0');
      }
      return text.append(magnitude).toString();
    }
    if (exponent < 0) {
      text.append("0.").repeat('0', -exponent - 1).append(digits);
    } else if (end <= exponent + 1) {
      text.append(digits).repeat('0', exponent + 1 - end).append(".0");
    } else {
      text.append(digits, 0, exponent + 1).append('.').append(digits, exponent + 1, end);
    }
    return text.toString();
  }

  // ------------------------------------------------------------------------------------------------------ from text

  /**
   * A numeral with optional blanks around it, as {@code tonumber} takes it; null when it is none.
   */
  public static @Nullable Object parse(Binary string) {
    byte[] bytes = string.array();
    int from = string.offset();
    int to = from + string.length();
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    if (from == to) {
      return null;
    }
    int digits = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
    boolean negative = bytes[from] == '-';
    if (to - digits > 2 && bytes[digits] == '0' && (bytes[digits + 1] | 32) == 'x') {
      return parseHexadecimal(bytes, digits + 2, to, negative);
    }
    Object integer = parseDecimalInteger(bytes, digits, to, negative);
    return integer != null ? integer : parseDecimal(bytes, from, to);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b >= 9 && b <= 13;
  }

  private static @Nullable Object parseDecimalInteger(
      byte[] bytes, int from, int to, boolean negative) {
    if (from == to) {
      return null;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      if (value > Long.MAX_VALUE / 10
          || value == Long.MAX_VALUE / 10 && digit > (negative ? 8 : 7)) {
        return null; // too large for an integer: a float
      }
      value = 10 * value + digit;
    }
    return negative ? -value : value;
  }

  /**
   * A decimal float. Java's parser takes more than C's (suffixes, names), so the form is checked
   * here first.
   */
  private static @Nullable Object parseDecimal(byte[] bytes, int from, int to) {
    int digits = 0;
    int at = from;
    if (bytes[at] == '-' || bytes[at] == '+') {
      at++;
    }
    while (at < to && isDigit(bytes[at])) {
      at++;
      digits++;
    }
    if (at < to && bytes[at] == '.') {
      at++;
      while (at < to && isDigit(bytes[at])) {
        at++;
        digits++;
      }
    }
    if (digits == 0) {
      return null;
    }
    if (at < to && (bytes[at] | 32) == 'e') {
      at++;
      if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
        at++;
      }
      int exponent = at;
      while (at < to && isDigit(bytes[at])) {
        at++;
      }
      if (at == exponent) {
        return null;
      }
    }
    if (at < to) {
      return null;
    }
    return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /** Hexadecimal integers wrap around; with a point or an exponent it is a float. */
  private static @Nullable Object parseHexadecimal(
      byte[] bytes, int from, int to, boolean negative) {
    long integer = 0;
    int at = from;
    while (at < to && Character.digit(bytes[at], 16) >= 0) {
      integer = integer << 4 | Character.digit(bytes[at], 16);
      at++;
    }
    if (at == to) {
      return negative ? -integer : integer;
    }
    // The digits that count fit a long; further ones only move the exponent, and keep it from
    // rounding to even wrongly.
    long mantissa = 0;
    long exponent = 0;
    boolean lost = false;
    boolean point = false;
    int digits = 0;
    for (at = from; at < to; at++) {
      if (bytes[at] == '.') {
        if (point) {
          return null;
        }
        point = true;
        continue;
      }
      int digit = Character.digit(bytes[at], 16);
      if (digit < 0) {
        break;
      }
      digits++;
      if (mantissa >>> 56 == 0) {
        mantissa = mantissa << 4 | digit;
        exponent -= point ? 4 : 0;
      } else {
        lost |= digit != 0;
        exponent += point ? 0 : 4;
      }
    }
    if (digits == 0) {
      return null;
    }
    if (at < to && (bytes[at] | 32) == 'p') {
      at++;
      boolean down = at < to && bytes[at] == '-';
      if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
        at++;
      }
      long written = 0;
      int start = at;
      while (at < to && isDigit(bytes[at])) {
        written = Math.min(10 * written + bytes[at] - '0', 1L << 40);
        at++;
      }
      if (at == start) {
        return null;
      }
      exponent += down ? -written : written;
    }
    if (at < to) {
      return null;
    }
    double value = scaled(lost ? mantissa | 1 : mantissa, exponent);
    return negative ? -value : value;
  }

  /** mantissa times two to the exponent, rounded once. */
  private static double scaled(long mantissa, long exponent) {
    if (mantissa == 0) {
      return 0;
    }
    long clipped = Math.max(-5000, Math.min(5000, exponent));
    return new BigDecimal(mantissa)
        .multiply(
            clipped >= 0
                ? new BigDecimal(java.math.BigInteger.ONE.shiftLeft((int) clipped))
                : BigDecimal.ONE.divide(
                    new BigDecimal(java.math.BigInteger.ONE.shiftLeft((int) -clipped))))
        .doubleValue();
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
