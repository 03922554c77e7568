package dev.moonbeam.erlang.regex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which characters are the same but for case: in Latin-1 for bytes, in Unicode for characters. */
final class CaseFolding {
  private static final int[] NONE = {};

  private CaseFolding() {}

  /** Read when first needed: a pattern without case costs nothing. */
  private static final class Unicode {
    /** Each character that has others, with them. */
    static final Map<Integer, int[]> OTHERS = others();

    private static Map<Integer, int[]> others() {
      Map<Integer, int[]> classes = new HashMap<>();
      for (int c = 0; c <= 0x1FFFF; c++) {
        int folded = fold(c);
        if (folded != c) {
          classes.merge(folded, new int[] {folded, c}, Unicode::join);
        }
      }
      Map<Integer, int[]> others = new HashMap<>();
      for (int[] same : classes.values()) {
        for (int c : same) {
          others.put(c, Arrays.stream(same).filter(other -> other != c).toArray());
        }
      }
      return others;
    }

    private static int[] join(int[] known, int[] added) {
      int[] all = Arrays.copyOf(known, known.length + 1);
      all[known.length] = added[1];
      return all;
    }

    /** Dotted capital and dotless small i are not the same as i. */
    private static int fold(int c) {
      return c == 0x130 || c == 0x131 ? c : Character.toLowerCase(Character.toUpperCase(c));
    }
  }

  static int[] others(int c, boolean utf) {
    if (utf) {
      return Unicode.OTHERS.getOrDefault(c, NONE);
    }
    int other = otherByte(c);
    return other == c ? NONE : new int[] {other};
  }

  static boolean isOther(int c, int other, boolean utf) {
    for (int same : others(c, utf)) {
      if (same == other) {
        return true;
      }
    }
    return false;
  }

  static int otherByte(int c) {
    if (c >= 'a' && c <= 'z' || c >= 0xE0 && c <= 0xFE && c != 0xF7) {
      return c - 32;
    }
    if (c >= 'A' && c <= 'Z' || c >= 0xC0 && c <= 0xDE && c != 0xD7) {
      return c + 32;
    }
    return c;
  }

  /** Adds to a set the others of the characters of a range. */
  static void addOthers(CharSet set, int from, int to, boolean utf) {
    if (!utf) {
      for (int c = from; c <= Math.min(to, 255); c++) {
        set.add(otherByte(c));
      }
      return;
    }
    if (to - from > Unicode.OTHERS.size()) {
      Unicode.OTHERS.forEach(
          (c, others) -> {
            if (c >= from && c <= to) {
              set.addAll(others);
            }
          });
      return;
    }
    for (int c = from; c <= to; c++) {
      set.addAll(others(c, true));
    }
  }
}
