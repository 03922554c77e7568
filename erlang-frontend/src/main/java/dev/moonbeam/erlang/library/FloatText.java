package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Floats as text, as {@code float_to_list/2} and the control sequences {@code ~e ~f ~g} write them.
 */
final class FloatText {
  private static final Atom SHORT = Atom.of("short");
  private static final Atom COMPACT = Atom.of("compact");
  private static final Atom SCIENTIFIC = Atom.of("scientific");
  private static final Atom DECIMALS = Atom.of("decimals");

  /** The most digits behind the point that can be asked for. */
  private static final int MOST_DECIMALS = 253;

  /** The most characters of a float with digits behind the point. */
  private static final int MOST_CHARACTERS = 255;

  /** Below this every integer is a float. */
  private static final double EXACT = 0x1p53;

  /** Powers of ten up to the largest that OTP reckons with in floating point. */
  private static final double[] POWERS = new double[19];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private FloatText() {}

  /** By the options of {@code float_to_list/2}; null when they are wrong. */
  static @Nullable String format(Process process, double value, Object options) {
    int scientific = 20;
    int decimals = -1;
    boolean compact = false;
    boolean shortest = false;
    Object rest = options;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      switch (cell.head) {
        case Atom option when option == SHORT -> shortest = true;
        case Atom option when option == COMPACT -> compact = true;
        case Tuple pair when pair.size() == 2 && pair.get(1) instanceof Long digits -> {
          if (pair.get(0) == SCIENTIFIC && digits >= 0 && digits <= 249) {
            scientific = digits.intValue();
            decimals = -1;
            shortest = false;
          } else if (pair.get(0) == DECIMALS && digits >= 0 && digits <= MOST_DECIMALS) {
            decimals = digits.intValue();
            shortest = false;
          } else {
            return null;
          }
        }
        default -> {
          return null;
        }
      }
    }
    if (rest != Nil.EMPTY) {
      return null;
    }
    process.charge(10);
    if (shortest) {
      return TermPrinter.formatFloat(value);
    }
    return decimals < 0 ? scientific(value, scientific, 2) : fixed(value, decimals, compact);
  }

  /**
   * {@code d.ddde+XX} with so many digits behind the point and at least so many in the exponent.
   */
  static String scientific(double value, int decimals, int exponentDigits) {
    BigDecimal exact = new BigDecimal(Math.abs(value));
    String digits;
    int exponent;
    if (exact.signum() == 0) {
      digits = "0".repeat(decimals + 1);
      exponent = 0;
    } else {
      BigDecimal rounded =
          exact.round(new java.math.MathContext(decimals + 1, RoundingMode.HALF_EVEN));
      digits = rounded.unscaledValue().toString();
      exponent = digits.length() - 1 - rounded.scale();
      digits = digits.length() > decimals + 1 ? digits.substring(0, decimals + 1) : digits;
      digits += "0".repeat(decimals + 1 - digits.length());
    }
    StringBuilder text = new StringBuilder();
    if (value < 0 || 1 / value < 0) {
      text.append('-');
    }
    text.append(digits.charAt(0));
    if (decimals > 0) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+');
    String power = Integer.toString(Math.abs(exponent));
    return text.repeat('0', Math.max(0, exponentDigits - power.length())).append(power).toString();
  }

  /**
   * Digits, point, so many digits; without trailing zeros (but one) when compact; null when that is
   * longer than OTP's buffer. Rounded as OTP does it: a float whose integral part is exact, in
   * floating point, half away from zero; any other as it is to the last digit.
   */
  static @Nullable String fixed(double value, int decimals, boolean compact) {
    double magnitude = Math.abs(value);
    StringBuilder text = new StringBuilder(32);
    if (value < 0 || 1 / value < 0) {
      text.append('-');
    }
    if (magnitude < EXACT && decimals < POWERS.length) {
      double whole = Math.floor(magnitude);
      double part = rounded((magnitude - whole) * POWERS[decimals]);
      if (part >= POWERS[decimals]) {
        whole++;
        part = 0;
      }
      text.append((long) whole);
      if (decimals > 0) {
        String digits = Long.toString((long) part);
        text.append('.').repeat('0', decimals - digits.length()).append(digits);
      }
    } else {
      BigDecimal exact = new BigDecimal(magnitude).setScale(decimals, RoundingMode.HALF_EVEN);
      text.append(exact.toPlainString());
    }
    if (text.length() > MOST_CHARACTERS) {
      return null;
    }
    int end = text.length();
    while (compact && decimals > 0 && text.charAt(end - 1) == '0' && text.charAt(end - 2) != '.') {
      end--;
    }
    text.setLength(end);
    return text.toString();
  }

  /** To the nearest integer, half upwards. */
  private static double rounded(double value) {
    double floor = Math.floor(value);
    return value - floor >= 0.5 ? floor + 1 : floor;
  }
}
