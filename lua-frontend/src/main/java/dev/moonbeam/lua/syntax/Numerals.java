package dev.moonbeam.lua.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Values of numerals (manual section 3.1): a decimal integer that does not fit 64 bits becomes a
 * float, a hexadecimal integer wraps around.
 */
final class Numerals {
  private Numerals() {}

  /** The {@code Long} or {@code Double} that the text denotes, or null when it is malformed. */
  static @Nullable Object valueOf(String text) {
    boolean hexadecimal =
        text.length() > 1 && text.charAt(0) == '0' && (text.charAt(1) | 0x20) == 'x';
    return hexadecimal ? hexadecimal(text) : decimal(text);
  }

  private static @Nullable Object decimal(String text) {
    int digits = digits(text, 0, 10);
    if (digits == text.length()) {
      return integer(text);
    }
    int at = digits;
    int fraction = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      fraction = digits(text, at + 1, 10);
      at += 1 + fraction;
    }
    if (digits + fraction == 0 || !exponent(text, at, 'e')) {
      return null;
    }
    return Double.parseDouble(text);
  }

  private static Object integer(String text) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return Double.parseDouble(text);
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static @Nullable Object hexadecimal(String text) {
    int digits = digits(text, 2, 16);
    int at = 2 + digits;
    if (at == text.length()) {
      if (digits == 0) {
        return null;
      }
      long value = 0;
      for (int i = 2; i < text.length(); i++) {
        value = value << 4 | Character.digit(text.charAt(i), 16);
      }
      return value;
    }
    int fraction = 0;
    if (text.charAt(at) == '.') {
      fraction = digits(text, at + 1, 16);
      at += 1 + fraction;
    }
    if (digits + fraction == 0 || !exponent(text, at, 'p')) {
      return null;
    }
    // Java wants an exponent, and a digit behind a point.
    String java = at == text.length() ? text + "p0" : text;
    return Double.parseDouble(java.replace(".p", ".0p").replace(".P", ".0P"));
  }

  /** How many digits stand in the text from an index on. */
  private static int digits(String text, int from, int radix) {
    int at = from;
    while (at < text.length()
        && text.charAt(at) < 128
        && Character.digit(text.charAt(at), radix) >= 0) {
      at++;
    }
    return at - from;
  }

  /** Whether from an index on there is nothing, or an exponent and nothing else. */
  private static boolean exponent(String text, int from, char mark) {
    if (from == text.length()) {
      return true;
    }
    if ((text.charAt(from) | 0x20) != mark) {
      return false;
    }
    int at = from + 1;
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    int digits = digits(text, at, 10);
    return digits > 0 && at + digits == text.length();
  }
}
