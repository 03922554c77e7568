package dev.moonbeam.erlang.runtime;

/**
 * Where user-perceived characters end: the rules of Unicode Standard Annex #29, section 3.1.1, on
 * the properties that the JDK knows.
 */
public final class GraphemeClusters {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private int previous = -1;
  private boolean pictographic;
  private boolean joined;
  private int regionals;

  /**
   * Whether the character belongs to the cluster so far (always true for the first); takes it in if
   * so.
   */
  public boolean take(int c) {
    if (previous >= 0 && isBoundary(c)) {
      return false;
    }
    if (Character.isExtendedPictographic(c)) {
      pictographic = true;
      joined = false;
    } else if (c == ZERO_WIDTH_JOINER) {
      joined = pictographic;
    } else if (!isExtend(c)) {
      pictographic = false;
      joined = false;
    }
    regionals = isRegional(c) ? regionals + 1 : 0;
    previous = c;
    return true;
  }

  private boolean isBoundary(int c) {
    if (previous == '\r' && c == '\n') {
      return false;
    }
    if (isControl(previous) || isControl(c)) {
      return true;
    }
    if (isExtend(c) || c == ZERO_WIDTH_JOINER || isSpacing(c) || isPrepend(previous)) {
      return false;
    }
    if (isHangulJoin(previous, c)) {
      return false;
    }
    if (joined && Character.isExtendedPictographic(c)) {
      return false;
    }
    return !(isRegional(previous) && isRegional(c) && regionals % 2 == 1);
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT
            && c != ZERO_WIDTH_JOINER
            && c != 0x200C
            && !isPrepend(c)
            && !(c >= 0xE0020 && c <= 0xE007F);
  }

  private static boolean isExtend(int c) {
    if (c < 0x300) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || c == 0x200C
        || c == 0xFF9E
        || c == 0xFF9F
        || c >= 0x1F3FB && c <= 0x1F3FF
        || c >= 0xE0020 && c <= 0xE007F;
  }

  private static boolean isSpacing(int c) {
    return c >= 0x300 && Character.getType(c) == Character.COMBINING_SPACING_MARK || c == 0xE33;
  }

  private static boolean isPrepend(int c) {
    return c >= 0x600 && c <= 0x605 || c == 0x6DD || c == 0x70F || c == 0x8E2 || c == 0x110BD;
  }

  private static boolean isRegional(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  /** Leading consonants, vowels and trailing consonants of a Hangul syllable. */
  private static boolean isHangulJoin(int left, int right) {
    boolean rightVowel = right >= 0x1160 && right <= 0x11A7;
    boolean rightTrailing = right >= 0x11A8 && right <= 0x11FF;
    if (left >= 0x1100 && left <= 0x115F) {
      return right >= 0x1100 && right <= 0x115F || rightVowel || right >= 0xAC00 && right <= 0xD7A3;
    }
    boolean syllable = left >= 0xAC00 && left <= 0xD7A3;
    boolean open = syllable && (left - 0xAC00) % 28 == 0 || left >= 0x1160 && left <= 0x11A7;
    if (open) {
      return rightVowel || rightTrailing;
    }
    return (syllable || left >= 0x11A8 && left <= 0x11FF) && rightTrailing;
  }
}
