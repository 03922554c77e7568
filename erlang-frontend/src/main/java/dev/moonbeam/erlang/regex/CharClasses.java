package dev.moonbeam.erlang.regex;

import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The named classes of characters (pcrepattern, "Generic character types", "POSIX character
 * classes" and "Unicode character properties"). Without {@link RegexOption#UCP} they are Latin-1's,
 * as in OTP's build of PCRE, and hold nothing above 255.
 */
final class CharClasses {
  private static final CharSet WORD = word();

  private CharClasses() {}

  /** Whether a word boundary takes it for a letter. */
  static boolean isWord(int c, boolean ucp) {
    return ucp ? isUnicodeWord(c) : c < 256 && WORD.containsLow(c);
  }

  /** {@code \d \D \s \S \w \W \h \H \v \V}; null for other letters. */
  static @Nullable CharSet escape(int letter, boolean ucp) {
    CharSet set =
        switch (letter | 0x20) {
          case 'd' ->
              ucp
                  ? property(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER)
                  : range('0', '9');
          case 's' -> ucp ? property(CharClasses::isUnicodeSpace) : space();
          case 'w' -> ucp ? property(CharClasses::isUnicodeWord) : word();
          case 'h' -> horizontal();
          case 'v' -> vertical();
          default -> null;
        };
    if (set != null && letter < 'a') {
      set.negate();
    }
    return set;
  }

  private static CharSet property(IntPredicate property) {
    CharSet set = new CharSet();
    set.addProperty(property);
    return set;
  }

  private static CharSet range(int from, int to) {
    CharSet set = new CharSet();
    set.addRange(from, to);
    return set;
  }

  private static CharSet space() {
    CharSet set = range('\t', '\r');
    set.add(' ');
    return set;
  }

  private static CharSet upper() {
    CharSet set = range('A', 'Z');
    set.addRange(0xC0, 0xDE);
    set.removeLow(CharSet.of(0xD7));
    return set;
  }

  private static CharSet lower() {
    CharSet set = range('a', 'z');
    set.addAll(new int[] {0xAA, 0xB5, 0xBA});
    set.addRange(0xDF, 0xFF);
    set.removeLow(CharSet.of(0xF7));
    return set;
  }

  private static CharSet alpha() {
    CharSet set = upper();
    set.addSet(lower());
    return set;
  }

  private static CharSet alnum() {
    CharSet set = alpha();
    set.addRange('0', '9');
    return set;
  }

  private static CharSet word() {
    CharSet set = alnum();
    set.add('_');
    return set;
  }

  private static CharSet horizontal() {
    CharSet set = new CharSet();
    set.addAll(new int[] {'\t', ' ', 0xA0, 0x1680, 0x180E, 0x202F, 0x205F, 0x3000});
    set.addRange(0x2000, 0x200A);
    return set;
  }

  private static CharSet vertical() {
    CharSet set = range('\n', '\r');
    set.add(0x85);
    set.addRange(0x2028, 0x2029);
    return set;
  }

  private static CharSet graph() {
    CharSet set = range(0x21, 0x7E);
    set.addRange(0xA0, 0xFF);
    return set;
  }

  /** {@code [:name:]}; null for no such name. */
  static @Nullable CharSet posix(String name, boolean ucp) {
    if (ucp) {
      IntPredicate property = unicodePosix(name);
      if (property != null) {
        return property(property);
      }
    }
    return switch (name) {
      case "alpha" -> alpha();
      case "lower" -> lower();
      case "upper" -> upper();
      case "alnum" -> alnum();
      case "ascii" -> range(0, ucp ? 127 : 255);
      case "blank" -> {
        CharSet set = CharSet.of(' ');
        set.add('\t');
        yield set;
      }
      case "cntrl" -> {
        CharSet set = range(0, 31);
        set.addRange(127, 159);
        yield set;
      }
      case "digit" -> range('0', '9');
      case "graph" -> graph();
      case "print" -> {
        CharSet set = graph();
        set.add(' ');
        yield set;
      }
      case "punct" -> {
        CharSet set = graph();
        set.removeLow(alnum());
        yield set;
      }
      case "space" -> space();
      case "word" -> word();
      case "xdigit" -> {
        CharSet set = range('0', '9');
        set.addRange('a', 'f');
        set.addRange('A', 'F');
        yield set;
      }
      default -> null;
    };
  }

  private static @Nullable IntPredicate unicodePosix(String name) {
    return switch (name) {
      case "alpha" -> Character::isLetter;
      case "lower" -> c -> Character.getType(c) == Character.LOWERCASE_LETTER;
      case "upper" -> c -> Character.getType(c) == Character.UPPERCASE_LETTER;
      case "alnum" -> c -> Character.isLetter(c) || isNumber(c);
      case "blank" -> horizontal()::contains;
      case "cntrl" -> c -> Character.getType(c) == Character.CONTROL;
      case "digit" -> c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
      case "graph" -> c -> !isUnicodeSpace(c) && isVisible(c);
      case "print" -> c -> isVisible(c) && (c >= 0x2070 || !isLineSpace(c));
      case "punct" -> c -> isPunctuation(c) || c < 128 && isSymbol(c);
      case "space" -> CharClasses::isUnicodeSpace;
      case "word" -> CharClasses::isUnicodeWord;
      default -> null;
    };
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isLineSpace(int c) {
    return c >= '\t' && c <= '\r' || c == 0x85;
  }

  private static boolean isUnicodeSpace(int c) {
    return isLineSpace(c) || Character.isSpaceChar(c) || c == 0x180E;
  }

  private static boolean isUnicodeWord(int c) {
    return c == '_' || Character.isLetter(c) || isNumber(c);
  }

  private static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isSymbol(int c) {
    return switch (Character.getType(c)) {
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  /** {@code \p{name}}; null for no such property. */
  static @Nullable IntPredicate unicodeProperty(String name) {
    return switch (name) {
      case "Any" -> _ -> true;
      case "L&" ->
          c -> {
            int type = Character.getType(c);
            return type == Character.UPPERCASE_LETTER
                || type == Character.LOWERCASE_LETTER
                || type == Character.TITLECASE_LETTER;
          };
      case "Xan" -> c -> Character.isLetter(c) || isNumber(c);
      case "Xsp", "Xps" -> CharClasses::isUnicodeSpace;
      case "Xwd" -> CharClasses::isUnicodeWord;
      case "Xuc" ->
          c -> c == '$' || c == '@' || c == '`' || c >= 0xA0 && (c < 0xD800 || c > 0xDFFF);
      default -> name.length() <= 2 ? category(name) : script(name);
    };
  }

  /** A general category, or all whose name begins with a letter. */
  private static @Nullable IntPredicate category(String name) {
    String names = "CnLuLlLtLmLoMnMeMcNdNlNoZsZlZpCcCf??CoCsPdPsPePcPoSmScSkSoPiPf";
    long types = 0;
    for (int type = 0; type < names.length() / 2; type++) {
      String category = names.substring(2 * type, 2 * type + 2);
      if (category.startsWith(name)) {
        types |= 1L << type;
      }
    }
    long wanted = types;
    return wanted == 0 ? null : c -> (wanted & 1L << Character.getType(c)) != 0;
  }

  private static @Nullable IntPredicate script(String name) {
    // PCRE's names are capitalised words; Java's look-up takes any case.
    try {
      Character.UnicodeScript script =
          Character.UnicodeScript.forName(name.toUpperCase(Locale.ROOT));
      return Character.isUpperCase(name.charAt(0))
          ? c -> Character.UnicodeScript.of(c) == script
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
