package dev.moonbeam.lua.library;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floats as C's printf writes them: conversions e, f, g and a, with the exact decimal value rounded
 * half to even. Signs, padding and upper case are the caller's.
 */
final class FloatText {
  private FloatText() {}

  /**
   * The magnitude of a finite float.
   *
   * @param conversion one of e, f, g, a
   * @param precision digits; -1 for the conversion's default
   * @param alternate the flag {@code #}: keep the point and trailing zeros
   */
  static String of(double magnitude, char conversion, int precision, boolean alternate) {
    return switch (conversion) {
      case 'f' -> fixed(magnitude, precision < 0 ? 6 : precision, alternate);
      case 'e' -> exponential(magnitude, precision < 0 ? 6 : precision, alternate, false);
      case 'g' -> general(magnitude, precision < 0 ? 6 : Math.max(1, precision), alternate);
      default -> hexadecimal(magnitude, precision, alternate);
    };
  }

  /** Below this, a product with a power of ten is off by less than {@link #TIE} / 10. */
  private static final double QUICK = 1e10;

  private static final double TIE = 1e-4;
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private static String fixed(double magnitude, int precision, boolean alternate) {
    if (precision < POWERS.length) {
      double scaled = magnitude * POWERS[precision];
      double whole = Math.floor(scaled);
      double rest = scaled - whole;
      if (scaled < QUICK && Math.abs(rest - 0.5) > TIE) {
        return quick((long) whole + (rest > 0.5 ? 1 : 0), precision, alternate);
      }
    }
    String text =
        new BigDecimal(magnitude).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return precision == 0 && alternate ? text + "." : text;
  }

  private static String quick(long scaled, int precision, boolean alternate) {
    long power = POWERS[precision];
    StringBuilder text = new StringBuilder(20).append(scaled / power);
    if (precision > 0) {
      String fraction = Long.toString(scaled % power);
      text.append('.').repeat('0', precision - fraction.length()).append(fraction);
    } else if (alternate) {
      text.append('.');
    }
    return text.toString();
  }

  /** d.ddde+xx; trimmed: without trailing zeros and a bare point. */
  private static String exponential(
      double magnitude, int precision, boolean alternate, boolean trimmed) {
    String digits;
    int exponent;
    if (magnitude == 0) {
      digits = "0".repeat(precision + 1);
      exponent = 0;
    } else {
      BigDecimal rounded =
          new BigDecimal(magnitude).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
      digits = rounded.unscaledValue().toString();
      exponent = digits.length() - 1 - rounded.scale();
      digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
    }
    int count = precision + 1;
    if (trimmed) {
      while (count > 1 && digits.charAt(count - 1) == '0') {
        count--;
      }
    }
    StringBuilder text = new StringBuilder(count + 8).append(digits.charAt(0));
    if (count > 1 || alternate) {
      text.append('.').append(digits, 1, count);
    }
    text.append(exponent < 0 ? "e-" : "e+");
    int size = Math.abs(exponent);
    return (size < 10 ? text.append('0') : text).append(size).toString();
  }

  private static String general(double magnitude, int precision, boolean alternate) {
    int exponent = 0;
    if (magnitude != 0) {
      BigDecimal rounded =
          new BigDecimal(magnitude).round(new MathContext(precision, RoundingMode.HALF_EVEN));
      exponent = rounded.precision() - rounded.scale() - 1;
    }
    if (exponent < -4 || exponent >= precision) {
      return exponential(magnitude, precision - 1, alternate, !alternate);
    }
    String text = fixed(magnitude, precision - 1 - exponent, alternate);
    if (alternate || text.indexOf('.') < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  private static String hexadecimal(double magnitude, int precision, boolean alternate) {
    long bits = Double.doubleToRawLongBits(magnitude);
    int exponent = (int) (bits >>> 52 & 0x7FF);
    long fraction = bits & (1L << 52) - 1;
    long lead = exponent == 0 ? 0 : 1;
    int power = magnitude == 0 ? 0 : exponent == 0 ? -1022 : exponent - 1023;
    String digits;
    if (precision >= 0 && precision < 13) {
      int dropped = 4 * (13 - precision);
      long whole = lead << 52 | fraction;
      long rest = whole & (1L << dropped) - 1;
      long kept = whole >>> dropped;
      long half = 1L << dropped - 1;
      if (rest > half || rest == half && (kept & 1) != 0) {
        kept++;
      }
      lead = kept >>> 4 * precision;
      digits =
          precision == 0
              ? ""
              : "%0".concat(precision + "x").formatted(kept & (1L << 4 * precision) - 1);
    } else {
      digits = "%013x".formatted(fraction);
      if (precision < 0) {
        int end = 13;
        while (end > 0 && digits.charAt(end - 1) == '0') {
          end--;
        }
        digits = digits.substring(0, end);
      } else {
        digits += "0".repeat(precision - 13);
      }
    }
    String point = !digits.isEmpty() || alternate ? "." : "";
    return "0x" + lead + point + digits + (power < 0 ? "p-" : "p+") + Math.abs(power);
  }
}
