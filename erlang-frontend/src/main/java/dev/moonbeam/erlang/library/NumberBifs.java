package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.Numbers;
import dev.moonbeam.erlang.runtime.Operators;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers: rounding, and conversion from and to text. */
@BuiltinModule("erlang")
public final class NumberBifs {
  private NumberBifs() {}

  @Builtin(value = "abs", guard = true)
  public static Object abs(Process process, Object number) {
    return switch (number) {
      case Long n -> n >= 0 ? number : Operators.negate(process, number);
      case Double n -> Math.abs(n);
      case BigInteger n -> n.abs();
      default -> throw Errors.badarg(process, number);
    };
  }

  @Builtin(value = "float", guard = true)
  public static Object toFloat(Process process, Object number) {
    return switch (number) {
      case Double _ -> number;
      case Long n -> (double) n;
      case BigInteger n when Double.isFinite(n.doubleValue()) -> n.doubleValue();
      default -> throw Errors.badarg(process, number);
    };
  }

  @Builtin(value = "round", guard = true)
  public static Object round(Process process, Object number) {
    // Half away from zero, exactly; Math.round would go up, and lose what is past 2^63.
    return toInteger(process, number, RoundingMode.HALF_UP);
  }

  @Builtin(value = "trunc", guard = true)
  public static Object trunc(Process process, Object number) {
    return toInteger(process, number, RoundingMode.DOWN);
  }

  @Builtin(value = "ceil", guard = true)
  public static Object ceil(Process process, Object number) {
    return toInteger(process, number, RoundingMode.CEILING);
  }

  @Builtin(value = "floor", guard = true)
  public static Object floor(Process process, Object number) {
    return toInteger(process, number, RoundingMode.FLOOR);
  }

  private static Object toInteger(Process process, Object number, RoundingMode mode) {
    if (Numbers.isInteger(number)) {
      return number;
    }
    if (!(number instanceof Double real)) {
      throw Errors.badarg(process, number);
    }
    double value = real;
    if (Math.abs(value) < 0x1p52) {
      double whole =
          switch (mode) {
            case FLOOR -> Math.floor(value);
            case CEILING -> Math.ceil(value);
            case DOWN -> (double) (long) value;
            default -> {
              double floor = Math.floor(Math.abs(value));
              double up = Math.abs(value) - floor >= 0.5 ? floor + 1 : floor;
              yield value < 0 ? -up : up;
            }
          };
      return (long) whole;
    }
    // From 2^52 on every float is whole.
    return Numbers.normalize(new BigDecimal(value).toBigInteger());
  }

  @Builtin(value = "max", guard = true)
  public static Object max(Process process, Object left, Object right) {
    return TermOrder.compare(left, right, process) >= 0 ? left : right;
  }

  @Builtin(value = "min", guard = true)
  public static Object min(Process process, Object left, Object right) {
    return TermOrder.compare(left, right, process) <= 0 ? left : right;
  }

  @Builtin("integer_to_list")
  public static Object integerToList(Process process, Object integer) {
    if (integer instanceof Long number && number > Long.MIN_VALUE) {
      return decimal(process, number);
    }
    String text = integerText(process, integer, 10);
    if (text == null) {
      throw Errors.badarg(process, integer);
    }
    return Lists.ofText(process, text);
  }

  /** The digits from the last to the first, which is the order a list is built in. */
  private static Object decimal(Process process, long number) {
    Object list = Nil.EMPTY;
    long rest = Math.abs(number);
    int count = 0;
    do {
      list = new Cons('0' + rest % 10, list);
      rest /= 10;
      count++;
    } while (rest > 0);
    if (number < 0) {
      list = new Cons((long) '-', list);
      count++;
    }
    Lists.allocated(process, list, count);
    return list;
  }

  @Builtin("integer_to_list")
  public static Object integerToListBase(Process process, Object integer, Object base) {
    String text = integerText(process, integer, base);
    if (text == null) {
      throw Errors.badarg(process, integer, base);
    }
    return Lists.ofText(process, text);
  }

  @Builtin("integer_to_binary")
  public static Object integerToBinary(Process process, Object integer) {
    String text = integerText(process, integer, 10);
    if (text == null) {
      throw Errors.badarg(process, integer);
    }
    return BinaryBifs.made(process, Binary.ofLatin1(text));
  }

  @Builtin("integer_to_binary")
  public static Object integerToBinaryBase(Process process, Object integer, Object base) {
    String text = integerText(process, integer, base);
    if (text == null) {
      throw Errors.badarg(process, integer, base);
    }
    return BinaryBifs.made(process, Binary.ofLatin1(text));
  }

  private static @Nullable String integerText(Process process, Object integer, Object base) {
    return base instanceof Long b && b >= 2 && b <= 36
        ? integerText(process, integer, b.intValue())
        : null;
  }

  /** The digits in a base, capital letters beyond nine; null when it is no integer. */
  static @Nullable String integerText(Process process, Object integer, int base) {
    return switch (integer) {
      case Long n -> Long.toString(n, base).toUpperCase(Locale.ROOT);
      case BigInteger n -> {
        Numbers.chargeDigits(process, n.bitLength() / 3);
        yield n.toString(base).toUpperCase(Locale.ROOT);
      }
      default -> null;
    };
  }

  @Builtin("list_to_integer")
  public static Object listToInteger(Process process, Object list) {
    Object value = shortInteger(list);
    if (value == null) {
      value = parseInteger(process, Lists.toText(process, list), 10);
    }
    if (value == null) {
      throw Errors.badarg(process, list);
    }
    return value;
  }

  /** An integer of so few digits that it fits 64 bits; null for anything else. */
  private static @Nullable Object shortInteger(Object list) {
    boolean negative = begins(list, '-');
    Object rest = negative || begins(list, '+') ? ((Cons) list).tail : list;
    long value = 0;
    int digits = 0;
    while (rest instanceof Cons cell) {
      if (!(cell.head instanceof Long c) || c < '0' || c > '9' || ++digits > 18) {
        return null;
      }
      value = value * 10 + c - '0';
      rest = cell.tail;
    }
    return digits == 0 || rest != Nil.EMPTY ? null : (Object) (negative ? -value : value);
  }

  private static boolean begins(Object list, char character) {
    return list instanceof Cons first && first.head instanceof Long head && head == character;
  }

  /**
   * A float whose digits and whose power of ten are both exact as doubles, so that one division
   * rounds it correctly; null for anything else.
   */
  private static @Nullable Object shortFloat(Object list) {
    boolean negative = begins(list, '-');
    Object rest = negative || begins(list, '+') ? ((Cons) list).tail : list;
    long value = 0;
    int digits = 0;
    int before = -1;
    while (rest instanceof Cons cell) {
      if (!(cell.head instanceof Long c)) {
        return null;
      }
      if (c == '.' && before < 0) {
        before = digits;
      } else if (c < '0' || c > '9' || ++digits > 15) {
        return null;
      } else {
        value = value * 10 + c - '0';
      }
      rest = cell.tail;
    }
    if (rest != Nil.EMPTY || before <= 0 || before == digits) {
      return null;
    }
    double result = value / POWERS_OF_TEN[digits - before];
    return negative ? -result : result;
  }

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  @Builtin("list_to_integer")
  public static Object listToIntegerBase(Process process, Object list, Object base) {
    Object value = parseInteger(process, Lists.toText(process, list), base);
    if (value == null) {
      throw Errors.badarg(process, list, base);
    }
    return value;
  }

  @Builtin("binary_to_integer")
  public static Object binaryToInteger(Process process, Object binary) {
    Object value =
        binary instanceof Binary text ? parseInteger(process, text.toLatin1(), 10) : null;
    if (value == null) {
      throw Errors.badarg(process, binary);
    }
    return value;
  }

  @Builtin("binary_to_integer")
  public static Object binaryToIntegerBase(Process process, Object binary, Object base) {
    Object value =
        binary instanceof Binary text ? parseInteger(process, text.toLatin1(), base) : null;
    if (value == null) {
      throw Errors.badarg(process, binary, base);
    }
    return value;
  }

  private static @Nullable Object parseInteger(
      Process process, @Nullable String text, Object base) {
    return base instanceof Long b && b >= 2 && b <= 36
        ? parseInteger(process, text, b.intValue())
        : null;
  }

  /**
   * An optional sign and at least one ASCII digit of the base, nothing else; null when it is not
   * that.
   */
  static @Nullable Object parseInteger(Process process, @Nullable String text, int base) {
    if (text == null) {
      return null;
    }
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (start == text.length()) {
      return null;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'z' || Character.digit(c, base) < 0) {
        return null;
      }
    }
    // Ten digits fit a long in any base.
    if (text.length() <= 11) {
      return Long.parseLong(text, base);
    }
    int digits = text.length() - start;
    if (digits > Numbers.MOST_BITS / 2) {
      throw Errors.error(process, Errors.SYSTEM_LIMIT);
    }
    Numbers.chargeDigits(process, digits);
    BigInteger value = new BigInteger(text, base);
    if (value.bitLength() > Numbers.MOST_BITS) {
      throw Errors.error(process, Errors.SYSTEM_LIMIT);
    }
    return Numbers.normalize(value);
  }

  @Builtin("list_to_float")
  public static Object listToFloat(Process process, Object list) {
    Object value = shortFloat(list);
    if (value == null) {
      value = parseFloat(process, Lists.toText(process, list));
    }
    if (value == null) {
      throw Errors.badarg(process, list);
    }
    return value;
  }

  @Builtin("binary_to_float")
  public static Object binaryToFloat(Process process, Object binary) {
    Object value = binary instanceof Binary text ? parseFloat(process, text.toLatin1()) : null;
    if (value == null) {
      throw Errors.badarg(process, binary);
    }
    return value;
  }

  /** Sign, digits, point, digits, and an exponent or not; null when it is not that or too large. */
  static @Nullable Object parseFloat(Process process, @Nullable String text) {
    if (text == null || !isFloatText(text)) {
      return null;
    }
    process.charge(text.length() >> 4);
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? (Object) value : null;
  }

  private static boolean isFloatText(String text) {
    int at = sign(text, 0);
    int point = digits(text, at);
    if (point == at || point >= text.length() || text.charAt(point) != '.') {
      return false;
    }
    int end = digits(text, point + 1);
    if (end == point + 1) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = sign(text, end + 1);
      end = digits(text, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  @Builtin("float_to_list")
  public static Object floatToList(Process process, Object number) {
    return floatToListWith(process, number, Nil.EMPTY);
  }

  @Builtin("float_to_list")
  public static Object floatToListWith(Process process, Object number, Object options) {
    String text = number instanceof Double real ? FloatText.format(process, real, options) : null;
    if (text == null) {
      throw Errors.badarg(process, number, options);
    }
    return Lists.ofText(process, text);
  }

  @Builtin("float_to_binary")
  public static Object floatToBinary(Process process, Object number) {
    return floatToBinaryWith(process, number, Nil.EMPTY);
  }

  @Builtin("float_to_binary")
  public static Object floatToBinaryWith(Process process, Object number, Object options) {
    String text = number instanceof Double real ? FloatText.format(process, real, options) : null;
    if (text == null) {
      throw Errors.badarg(process, number, options);
    }
    return BinaryBifs.made(process, Binary.ofLatin1(text));
  }
}
