package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.runtime.CharData;
import dev.moonbeam.erlang.runtime.Characters;
import dev.moonbeam.erlang.runtime.Lists;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Formats text by the control sequences of {@code io:fwrite/2}: {@code ~F.P.PadModC}. Everything
 * that is wrong with the format or the arguments makes the whole result null (badarg); widths are
 * asked for before they are padded.
 */
final class IoFormat {
  private static final int STANDARD_LINE = 80;
  private static final int LAST_LATIN1 = 0xff;

  private final Process process;
  private final String format;
  private Object arguments;
  private final StringBuilder out = new StringBuilder();

  private final List<Nested> nested = new ArrayList<>();
  private int position;
  private int reserved = 1 << 16;

  private IoFormat(Process process, String format, Object arguments) {
    this.process = process;
    this.format = format;
    this.arguments = arguments;
  }

  /** Wrong format or arguments. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    static final Malformed INSTANCE = new Malformed();

    private Malformed() {
      super(null, null, false, false);
    }
  }

  /** The text, null when format or arguments are wrong. */
  static @Nullable String format(Process process, Object format, Object arguments) {
    IoFormat done = done(process, format, arguments);
    return done == null ? null : done.out.toString();
  }

  /**
   * The text as OTP nests it: what a control sequence prints of a term or string is a list of its
   * own, everything else characters. Null when format or arguments are wrong.
   */
  static @Nullable Object list(Process process, Object format, Object arguments) {
    IoFormat done = done(process, format, arguments);
    if (done == null) {
      return null;
    }
    Object list = Nil.EMPTY;
    int end = done.out.length();
    process.reserve(24L * end);
    for (int i = done.nested.size() - 1; i >= 0; i--) {
      Nested part = done.nested.get(i);
      list = characters(done.out, part.end, end, list);
      list = new Cons(characters(done.out, part.start, part.end, Nil.EMPTY), list);
      end = part.start;
    }
    list = characters(done.out, 0, end, list);
    Lists.allocated(process, list, done.out.length() + done.nested.size());
    return list;
  }

  private static Object characters(StringBuilder text, int from, int to, Object tail) {
    Object list = tail;
    for (int i = to; i > from; ) {
      int c = text.codePointBefore(i);
      i -= Character.charCount(c);
      list = new Cons((long) c, list);
    }
    return list;
  }

  /** A stretch of the text that one control sequence gave. */
  private record Nested(int start, int end) {}

  private static @Nullable IoFormat done(Process process, Object format, Object arguments) {
    String text =
        switch (format) {
          case Atom atom -> atom.name();
          case Binary binary -> binary.toString();
          default -> CharData.toText(process, format);
        };
    if (text == null || !(arguments instanceof Cons) && arguments != Nil.EMPTY) {
      return null;
    }
    try {
      IoFormat done = new IoFormat(process, text, arguments);
      done.run();
      return done;
    } catch (Malformed e) {
      // The caller raises badarg with the arguments of the builtin.
      return null;
    }
  }

  /**
   * One sequence.
   *
   * @param width -1 for none
   * @param left whether the value stands at the left of its field
   * @param precision -1 for none
   * @param unicode modifier t
   * @param noStrings modifier l
   */
  private record Spec(
      long width, boolean left, long precision, int pad, boolean unicode, boolean noStrings) {
    boolean hasPrecision() {
      return precision >= 0;
    }

    boolean hasWidth() {
      return width >= 0;
    }
  }

  private void run() throws Malformed {
    while (position < format.length()) {
      int c = format.codePointAt(position);
      position += Character.charCount(c);
      if (c != '~') {
        emit(c);
        continue;
      }
      Spec spec = spec();
      int start = out.length();
      int control = next();
      control(control, spec);
      if (control == 'w' || control == 'p' || control == 's' || control == 'W' || control == 'P') {
        nested.add(new Nested(start, out.length()));
      }
      int grown = out.length();
      if (grown > reserved) {
        process.reserve(2L * grown);
        reserved = 2 * grown;
      }
    }
    if (arguments != Nil.EMPTY) {
      throw Malformed.INSTANCE;
    }
    process.charge(out.length() >> 4);
  }

  private void emit(int c) {
    out.appendCodePoint(c);
  }

  private int next() throws Malformed {
    if (position >= format.length()) {
      throw Malformed.INSTANCE;
    }
    int c = format.codePointAt(position);
    position += Character.charCount(c);
    return c;
  }

  private int peek() throws Malformed {
    if (position >= format.length()) {
      throw Malformed.INSTANCE;
    }
    return format.codePointAt(position);
  }

  private Object argument() throws Malformed {
    if (!(arguments instanceof Cons cell)) {
      throw Malformed.INSTANCE;
    }
    arguments = cell.tail;
    return cell.head;
  }

  private Spec spec() throws Malformed {
    boolean left = false;
    if (peek() == '-') {
      next();
      left = true;
    }
    long width = number();
    if (left && width == -1) {
      throw Malformed.INSTANCE;
    }
    if (width < -1) {
      left = true;
      width = -width - 2;
    }
    long precision = -1;
    int pad = ' ';
    if (peek() == '.') {
      next();
      precision = number();
      if (precision < -1) {
        throw Malformed.INSTANCE;
      }
      if (peek() == '.') {
        next();
        pad = next();
        if (pad == '*') {
          Object given = argument();
          if (!(given instanceof Long c) || !Characters.isValid(c)) {
            throw Malformed.INSTANCE;
          }
          pad = c.intValue();
        }
      }
    }
    boolean unicode = false;
    boolean noStrings = false;
    for (; ; ) {
      switch (peek()) {
        case 't' -> unicode = true;
        case 'l' -> noStrings = true;
        case 'k', 'K' -> {}
        default -> {
          return new Spec(width, left, precision, pad, unicode, noStrings);
        }
      }
      next();
    }
  }

  /** Digits or a star for an argument; -1 for none; a negative argument -n is given as -n - 2. */
  private long number() throws Malformed {
    if (peek() == '*') {
      next();
      if (!(argument() instanceof Long value) || Math.abs(value) > 1L << 61) {
        throw Malformed.INSTANCE;
      }
      return value < 0 ? value - 2 : value;
    }
    long value = -1;
    while (peek() >= '0' && peek() <= '9') {
      value = Math.max(0, value) * 10 + next() - '0';
      if (value > 1L << 60) {
        throw Malformed.INSTANCE;
      }
    }
    return value;
  }

  private void control(int kind, Spec spec) throws Malformed {
    switch (kind) {
      case '~' -> character('~', spec);
      case 'n' -> lineBreaks(spec);
      case 'c' -> character(characterArgument(spec), spec);
      case 's' -> string(spec);
      case 'w' -> term(PrettyPrinter.oneLine(argument(), -1, false, spec.unicode, process), spec);
      case 'W' -> {
        Object value = argument();
        term(PrettyPrinter.oneLine(value, depth(), false, spec.unicode, process), spec);
      }
      case 'p' -> pretty(argument(), -1, spec);
      case 'P' -> {
        Object value = argument();
        pretty(value, depth(), spec);
      }
      case 'b' -> field(digits(spec).toLowerCase(Locale.ROOT), spec);
      case 'B' -> field(digits(spec), spec);
      case 'x' -> field(prefixed(spec).toLowerCase(Locale.ROOT), spec);
      case 'X' -> field(prefixed(spec), spec);
      case '+' -> field(based(spec).toLowerCase(Locale.ROOT), spec);
      case '#' -> field(based(spec), spec);
      case 'e' -> field(scientific(real(), orSix(spec)), spec);
      case 'f' -> field(fixed(real(), orSix(spec)), spec);
      case 'g' -> field(general(real(), orSix(spec)), spec);
      case 'i' -> argument();
      default -> throw Malformed.INSTANCE;
    }
  }

  private void repeat(int c, long times) {
    process.reserve(times);
    process.charge(times >> 6);
    out.repeat(c, (int) times);
  }

  private int depth() throws Malformed {
    if (argument() instanceof Long depth && Math.abs(depth) < Integer.MAX_VALUE) {
      return depth.intValue();
    }
    throw Malformed.INSTANCE;
  }

  private int characterArgument(Spec spec) throws Malformed {
    if (!(argument() instanceof Long c)) {
      throw Malformed.INSTANCE;
    }
    long value = spec.unicode ? c : c & 0xFF;
    if (!Characters.isValid(value)) {
      throw Malformed.INSTANCE;
    }
    return (int) value;
  }

  private void character(int c, Spec spec) throws Malformed {
    long times = spec.hasPrecision() ? spec.precision : spec.hasWidth() ? spec.width : 1;
    long padding = spec.hasWidth() ? spec.width - times : 0;
    if (padding < 0) {
      throw Malformed.INSTANCE;
    }
    if (!spec.left) {
      repeat(spec.pad, padding);
    }
    repeat(c, times);
    if (spec.left) {
      repeat(spec.pad, padding);
    }
  }

  private void lineBreaks(Spec spec) throws Malformed {
    if (spec.hasWidth() && spec.left) {
      throw Malformed.INSTANCE;
    }
    repeat('\n', spec.hasWidth() ? spec.width : 1);
  }

  /** As many characters as the precision says, a short text filled up behind, within the width. */
  private void string(Spec spec) throws Malformed {
    Object value = argument();
    String text;
    if (value instanceof Atom atom) {
      text = atom.name();
      if (!spec.unicode && text.chars().anyMatch(c -> c > LAST_LATIN1)) {
        throw Malformed.INSTANCE;
      }
    } else {
      CharData.Decoded decoded =
          spec.unicode
              ? CharData.decodeMixed(process, value)
              : CharData.decode(process, value, true);
      if (decoded.end() != CharData.End.COMPLETE) {
        throw Malformed.INSTANCE;
      }
      text = decoded.text();
    }
    int length = text.codePointCount(0, text.length());
    boolean inner = spec.hasPrecision() && spec.precision != spec.width;
    long shown = inner ? spec.precision : spec.hasWidth() ? spec.width : length;
    long width = spec.hasWidth() ? spec.width : shown;
    if (shown > width) {
      throw Malformed.INSTANCE;
    }
    boolean left = spec.left;
    if (!left) {
      repeat(spec.pad, inner ? width - shown : Math.max(0, width - length));
    }
    out.append(shown < length ? text.substring(0, text.offsetByCodePoints(0, (int) shown)) : text);
    if (inner) {
      repeat(spec.pad, Math.max(0, shown - length));
    }
    if (left) {
      repeat(spec.pad, inner ? width - shown : Math.max(0, width - length));
    }
  }

  private void pad(String text, long length, long width, Spec spec) {
    if (!spec.left) {
      repeat(spec.pad, Math.max(0, width - length));
    }
    out.append(text);
    if (spec.left) {
      repeat(spec.pad, Math.max(0, width - length));
    }
  }

  /** A value that must not be cut: stars when it does not fit its field. */
  private void field(String text, Spec spec) {
    if (spec.hasWidth()) {
      fit(text, spec.width, spec.width, spec);
    } else {
      out.append(text);
    }
  }

  private void term(String text, Spec spec) {
    if (spec.hasPrecision()) {
      long width = spec.hasWidth() ? spec.width : spec.precision;
      fit(text, Math.min(spec.precision, width), width, spec);
    } else {
      field(text, spec);
    }
  }

  private void fit(String text, long room, long width, Spec spec) {
    int length = text.codePointCount(0, text.length());
    if (length > room) {
      pad("*".repeat((int) room), room, width, spec);
    } else {
      pad(text, length, width, spec);
    }
  }

  private void pretty(Object value, int depth, Spec spec) throws Malformed {
    if (spec.left) {
      throw Malformed.INSTANCE;
    }
    int lineStart = out.lastIndexOf("\n") + 1;
    int column =
        spec.precision >= 0
            ? (int) Math.min(spec.precision, 1 << 20)
            : out.codePointCount(lineStart, out.length()) + 1;
    int line = spec.width >= 0 ? (int) Math.min(spec.width, 1 << 20) : STANDARD_LINE;
    out.append(
        PrettyPrinter.lines(value, column, line, depth, !spec.noStrings, spec.unicode, process));
  }

  private int base(Spec spec) throws Malformed {
    if (spec.precision < 0) {
      return 10;
    }
    if (spec.precision < 2 || spec.precision > 36) {
      throw Malformed.INSTANCE;
    }
    return (int) spec.precision;
  }

  private String digits(Spec spec) throws Malformed {
    return digits(argument(), spec);
  }

  private String digits(Object value, Spec spec) throws Malformed {
    String text = NumberBifs.integerText(process, value, base(spec));
    if (text == null) {
      throw Malformed.INSTANCE;
    }
    return text;
  }

  private String prefixed(Spec spec) throws Malformed {
    Object value = argument();
    Object prefix = argument();
    String text = digits(value, spec);
    String before = prefix instanceof Atom atom ? atom.name() : CharData.toText(process, prefix);
    if (before == null) {
      throw Malformed.INSTANCE;
    }
    return text.startsWith("-") ? "-" + before + text.substring(1) : before + text;
  }

  private String based(Spec spec) throws Malformed {
    String text = digits(spec);
    String before = base(spec) + "#";
    return text.startsWith("-") ? "-" + before + text.substring(1) : before + text;
  }

  private double real() throws Malformed {
    Object value = argument();
    return switch (value) {
      case Double number -> number;
      case Long number -> (double) number;
      case BigInteger number when Double.isFinite(number.doubleValue()) -> number.doubleValue();
      default -> throw Malformed.INSTANCE;
    };
  }

  private int orSix(Spec spec) throws Malformed {
    if (spec.precision > 4096) {
      throw Malformed.INSTANCE;
    }
    return spec.precision < 0 ? 6 : (int) spec.precision;
  }

  /** The value as OTP's formatting sees it: 21 significant digits. */
  private static BigDecimal decimal(double value) {
    return new BigDecimal(Math.abs(value)).round(new MathContext(21, RoundingMode.HALF_EVEN));
  }

  private static String sign(double value) {
    return value < 0 || value == 0 && 1 / value < 0 ? "-" : "";
  }

  private static String fixed(double value, int decimals) throws Malformed {
    if (decimals < 1) {
      throw Malformed.INSTANCE;
    }
    return sign(value) + decimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** So many significant digits; an exponent with as few digits as it needs. */
  private static String scientific(double value, int digits) throws Malformed {
    if (digits < 2) {
      throw Malformed.INSTANCE;
    }
    BigDecimal exact = decimal(value);
    if (exact.signum() == 0) {
      return sign(value) + "0." + "0".repeat(digits - 1) + "e+0";
    }
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_UP));
    String all = rounded.unscaledValue().toString();
    int exponent = all.length() - 1 - rounded.scale();
    all = all + "0".repeat(Math.max(0, digits - all.length()));
    return sign(value)
        + all.charAt(0)
        + "."
        + all.substring(1, digits)
        + "e"
        + (exponent < 0 ? "-" : "+")
        + Math.abs(exponent);
  }

  /** Plain between 0.1 and 10,000 where the digits suffice, else with an exponent. */
  private static String general(double value, int digits) throws Malformed {
    if (digits < 1) {
      throw Malformed.INSTANCE;
    }
    double size = Math.abs(value);
    int power =
        size < 0.1
            ? -2
            : size < 1
                ? -1
                : size < 10
                    ? 0
                    : size < 100 ? 1 : size < 1000 ? 2 : size < 10_000 ? 3 : Integer.MAX_VALUE;
    if (digits <= 1 && power == -1 || digits - 1 > power && power >= -1) {
      return fixed(value, digits - 1 - power);
    }
    return scientific(value, digits <= 1 ? 2 : digits);
  }
}
