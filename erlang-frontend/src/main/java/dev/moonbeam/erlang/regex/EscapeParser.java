package dev.moonbeam.erlang.regex;

import dev.moonbeam.erlang.regex.RegexNode.Assertion;
import dev.moonbeam.erlang.regex.RegexNode.BackReference;
import dev.moonbeam.erlang.regex.RegexNode.Call;
import dev.moonbeam.erlang.regex.RegexNode.Chars;
import dev.moonbeam.erlang.regex.RegexNode.Place;
import java.util.List;
import java.util.function.IntPredicate;

/** What follows a backslash (pcrepattern, "Backslash"). */
final class EscapeParser {
  private final PatternReader reader;

  EscapeParser(PatternReader reader) {
    this.reader = reader;
  }

  /** An escape outside a class; the backslash is taken. */
  RegexNode escape() throws RegexSyntaxException {
    if (reader.isEnd()) {
      throw reader.error("\\ at end of pattern");
    }
    int c = reader.peek();
    CharSet set = set(c);
    if (set != null) {
      return new Chars(set);
    }
    if (c == '0' || !isWordCharacter(c)) {
      return literal(character(false));
    }
    if (PatternReader.isDigit(c)) {
      return numbered();
    }
    Place place =
        switch (c) {
          case 'A' -> Place.SUBJECT_START;
          case 'z' -> Place.SUBJECT_END;
          case 'Z' -> Place.SUBJECT_END_OR_NEWLINE;
          case 'G' -> Place.MATCH_START;
          case 'b' -> Place.WORD_BOUNDARY;
          case 'B' -> Place.NO_WORD_BOUNDARY;
          default -> null;
        };
    if (place != null) {
      reader.at++;
      return new Assertion(place);
    }
    switch (c) {
      case 'K' -> {
        reader.at++;
        return new RegexNode.Keep();
      }
      case 'C' -> {
        reader.at++;
        return new RegexNode.AnyByte();
      }
      case 'X' -> {
        reader.at++;
        return new RegexNode.Cluster();
      }
      case 'N' -> {
        reader.at++;
        if (reader.peek() == '{' && !reader.isQuantifier()) {
          reader.at--;
          throw unsupported();
        }
        return new RegexNode.AnyChar(false);
      }
      case 'R' -> {
        reader.at++;
        return newline();
      }
      case 'g' -> {
        reader.at++;
        return reference();
      }
      case 'k' -> {
        reader.at++;
        int terminator = terminator(reader.next());
        if (terminator < 0) {
          reader.at--;
          throw reader.error("\\k is not followed by a braced, angle-bracketed, or quoted name");
        }
        String name = reader.name(terminator);
        return backReference(reader.reference(name));
      }
      default -> {
        return literal(character(false));
      }
    }
  }

  private static boolean isWordCharacter(int c) {
    return c < 128 && PatternReader.isNameCharacter(c) && c != '_';
  }

  private RegexSyntaxException unsupported() {
    return reader.error("PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u");
  }

  private static int terminator(int opening) {
    return switch (opening) {
      case '{' -> '}';
      case '<' -> '>';
      case '\'' -> '\'';
      default -> -1;
    };
  }

  RegexNode backReference(List<Integer> groups) {
    return new BackReference(groups, reader.has(RegexOption.CASELESS));
  }

  RegexNode literal(int c) {
    CharSet set = CharSet.of(c);
    if (reader.has(RegexOption.CASELESS)) {
      set.addAll(CaseFolding.others(c, reader.has(RegexOption.UTF)));
    }
    return new Chars(set);
  }

  /** The classes, and properties; null when it is neither. Takes it if so. */
  @org.jspecify.annotations.Nullable
  CharSet set(int letter) throws RegexSyntaxException {
    if (letter == 'p' || letter == 'P') {
      reader.at++;
      return property(letter == 'P');
    }
    if ("dDsSwWhHvV".indexOf(letter) < 0) {
      return null;
    }
    reader.at++;
    return CharClasses.escape(letter, reader.has(RegexOption.UCP));
  }

  private CharSet property(boolean negated) throws RegexSyntaxException {
    boolean inverted = negated;
    String name;
    int c = reader.next();
    if (c == '{') {
      if (reader.accept('^')) {
        inverted = !inverted;
      }
      StringBuilder letters = new StringBuilder();
      while (!reader.isEnd() && reader.peek() != '}') {
        letters.appendCodePoint(reader.next());
      }
      if (!reader.accept('}')) {
        throw reader.error("malformed \\P or \\p sequence");
      }
      name = letters.toString();
    } else if (c < 0) {
      throw reader.error("malformed \\P or \\p sequence");
    } else {
      name = Character.toString(c);
    }
    if (reader.has(RegexOption.CASELESS) && List.of("Lu", "Ll", "Lt").contains(name)) {
      name = "L&";
    }
    IntPredicate property = name.isEmpty() ? null : CharClasses.unicodeProperty(name);
    if (property == null) {
      reader.at--;
      throw reader.error("unknown property name after \\P or \\p");
    }
    CharSet set = new CharSet();
    set.addProperty(property);
    if (inverted) {
      set.negate();
    }
    return set;
  }

  /** {@code \R}: tried once, and not again by halves. */
  private RegexNode newline() {
    CharSet single = new CharSet();
    single.addAll(new int[] {'\n', '\r'});
    if (!reader.has(RegexOption.BSR_ANYCRLF)) {
      single.addRange('\n', '\r');
      single.addAll(new int[] {0x85, 0x2028, 0x2029});
    }
    RegexNode pair =
        new RegexNode.Sequence(List.of(new Chars(CharSet.of('\r')), new Chars(CharSet.of('\n'))));
    return new RegexNode.Atomic(new RegexNode.Choice(List.of(pair, new Chars(single))));
  }

  /** {@code \1} and on: a back reference, or a character in octal. */
  private RegexNode numbered() throws RegexSyntaxException {
    int start = reader.at;
    long value = 0;
    while (PatternReader.isDigit(reader.peek())) {
      value = Math.min(value * 10 + reader.next() - '0', Integer.MAX_VALUE);
    }
    if (value < 8 || value <= reader.groups) {
      return numbered((int) value);
    }
    if (value == Integer.MAX_VALUE) {
      throw reader.error("number is too big");
    }
    reader.at = start;
    return literal(reader.peek() >= '8' ? reader.next() : octal(3));
  }

  private RegexNode numbered(int group) {
    reader.highestReference = Math.max(reader.highestReference, group);
    return backReference(List.of(group));
  }

  /** {@code \g}: a back reference, or a call in Oniguruma's way. */
  private RegexNode reference() throws RegexSyntaxException {
    int opening = reader.peek();
    if (opening == '<' || opening == '\'') {
      reader.at++;
      int terminator = terminator(opening);
      if (PatternReader.isDigit(reader.peek()) || reader.peek() == '+' || reader.peek() == '-') {
        int group = signed();
        if (!reader.accept(terminator)) {
          throw reader.error(
              "\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a"
                  + " plain number");
        }
        reader.require(group, 1);
        return new Call(group);
      }
      return new RegexNode.NamedCall(reader.reference(reader.name(terminator)));
    }
    boolean braced = reader.accept('{');
    if (braced && !PatternReader.isDigit(reader.peek()) && reader.peek() != '-') {
      return backReference(reader.reference(reader.name('}')));
    }
    boolean relative = reader.accept('-');
    if (!PatternReader.isDigit(reader.peek())) {
      throw reader.error(
          "\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain"
              + " number");
    }
    int value = reader.number(Integer.MAX_VALUE / 20, "number is too big");
    if (braced && !reader.accept('}')) {
      throw reader.error(
          "\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain"
              + " number");
    }
    if (value == 0) {
      reader.at--;
      throw reader.error("a numbered reference must not be zero");
    }
    if (relative && value > reader.groups) {
      reader.at--;
      throw reader.error("reference to non-existent subpattern");
    }
    return numbered(relative ? reader.groups - value + 1 : value);
  }

  /** A group by its number, or counted from here. */
  int signed() throws RegexSyntaxException {
    int sign = reader.peek();
    if (sign != '+' && sign != '-') {
      return reader.number(Integer.MAX_VALUE / 20, "number is too big");
    }
    reader.at++;
    if (!PatternReader.isDigit(reader.peek())) {
      throw reader.error(
          sign == '+' ? "digit expected after (?+" : "unrecognized character after (? or (?-");
    }
    int value = reader.number(Integer.MAX_VALUE / 20, "number is too big");
    if (value == 0) {
      reader.at--;
      throw reader.error("a numbered reference must not be zero");
    }
    if (sign == '-' && value > reader.groups) {
      throw reader.error("reference to non-existent subpattern");
    }
    return sign == '+' ? reader.groups + value : reader.groups - value + 1;
  }

  /** An escape that stands for one character; the backslash is taken. */
  int character(boolean inClass) throws RegexSyntaxException {
    int c = reader.next();
    if (c < 0) {
      throw reader.error("\\ at end of pattern");
    }
    switch (c) {
      case 'a':
        return 7;
      case 'e':
        return 27;
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'b':
        if (inClass) {
          return '\b';
        }
        break;
      case 'x':
        return hexadecimal();
      case 'o':
        if (!reader.accept('{')) {
          throw reader.error("missing opening brace after \\o");
        }
        return braced(8, "non-octal character in \\o{} (closing brace missing?)");
      case 'c':
        return control();
      case 'L', 'l', 'N', 'U', 'u':
        reader.at--;
        if (c == 'N' && inClass) {
          throw reader.error("\\N is not supported in a class");
        }
        throw unsupported();
      default:
        break;
    }
    if (PatternReader.isDigit(c)) {
      if (c >= '8') {
        return c;
      }
      reader.at--;
      return octal(3);
    }
    // Other letters mean themselves.
    return c;
  }

  private int octal(int digits) throws RegexSyntaxException {
    int value = 0;
    for (int i = 0; i < digits && reader.peek() >= '0' && reader.peek() <= '7'; i++) {
      value = value * 8 + reader.next() - '0';
    }
    if (value > 255 && !reader.has(RegexOption.UTF)) {
      throw reader.error("octal value is greater than \\377 in 8-bit non-UTF-8 mode");
    }
    return value;
  }

  private int control() throws RegexSyntaxException {
    int c = reader.next();
    if (c < 0) {
      throw reader.error("\\c at end of pattern");
    }
    if (c > 127) {
      reader.at--;
      throw reader.error("\\c must be followed by an ASCII character");
    }
    return (c >= 'a' && c <= 'z' ? c - 32 : c) ^ 0x40;
  }

  private int hexadecimal() throws RegexSyntaxException {
    if (reader.accept('{')) {
      return braced(16, "non-hex character in \\x{} (closing brace missing?)");
    }
    int value = 0;
    for (int i = 0; i < 2 && digit(reader.peek(), 16) >= 0; i++) {
      value = value * 16 + digit(reader.next(), 16);
    }
    return value;
  }

  private static int digit(int c, int radix) {
    return c < 0 || c > 127 ? -1 : Character.digit(c, radix);
  }

  private int braced(int radix, String wrong) throws RegexSyntaxException {
    if (reader.peek() == '}') {
      throw reader.error("digits missing in \\x{} or \\o{}");
    }
    int value = 0;
    int largest = reader.has(RegexOption.UTF) ? 0x10FFFF : 0xFF;
    while (digit(reader.peek(), radix) >= 0) {
      value = value * radix + digit(reader.next(), radix);
      if (value > largest) {
        while (digit(reader.peek(), radix) >= 0) {
          reader.at++;
        }
        throw reader.error("character value in \\x{} or \\o{} is too large");
      }
    }
    if (!reader.accept('}')) {
      throw reader.error(wrong);
    }
    if (value >= 0xD800 && value <= 0xDFFF && reader.has(RegexOption.UTF)) {
      throw reader.error("disallowed Unicode code point (>= 0xd800 && <= 0xdfff)");
    }
    return value;
  }
}
