package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.LuaError;

/**
 * Matches one pattern against one subject (manual, 6.4.1). The Java stack grows with the number of
 * quantifiers and captures of the pattern, never with the subject, and is bounded; time is charged
 * step by step, so that an exponential pattern meets the reduction limit while it runs.
 */
final class PatternMatcher {
  static final int MOST_CAPTURES = 32;

  /** Nested pattern items on the way to one match. */
  private static final int DEEPEST = 200;

  /** Steps of the matcher that are worth one reduction: each takes some 2 to 3 ns. */
  private static final int STEPS = 4;

  private static final int POSITION = -2;
  private static final int OPEN = -1;
  private static final byte ESCAPE = '%';

  private final Process process;
  private final byte[] subject;
  private final int start;
  private final int end;
  private final byte[] pattern;
  private final int patternStart;
  private final int patternEnd;

  /** See {@link #nextCandidate}: 0 until it is known, -1 when any place may begin a match. */
  private int firstEnd;

  private int depth;
  private int steps;
  int captures;
  private final int[] captureStart;
  private final int[] captureLength;

  PatternMatcher(Process process, Binary subject, Binary pattern) {
    this.process = process;
    this.subject = subject.array();
    this.start = subject.offset();
    this.end = start + subject.length();
    this.pattern = pattern.array();
    this.patternStart = pattern.offset();
    this.patternEnd = patternStart + pattern.length();
    int parentheses = 0;
    for (int at = patternStart; at < patternEnd; at++) {
      if (this.pattern[at] == '(') {
        parentheses++;
      }
    }
    process.charge(pattern.length() >> 5);
    captureStart = new int[Math.min(parentheses, MOST_CAPTURES)];
    captureLength = new int[captureStart.length];
  }

  /** Whether the pattern is bound to the beginning. */
  boolean isAnchored() {
    return patternStart < patternEnd && pattern[patternStart] == '^';
  }

  /**
   * Tries a match that begins exactly at an index.
   *
   * @param anchor whether a leading {@code ^} is an anchor (it is a character to gmatch)
   * @return the index behind the match, or -1
   */
  int match(int from, boolean anchor) {
    captures = 0;
    depth = 0;
    int at = doMatch(start + from, anchor && isAnchored() ? patternStart + 1 : patternStart);
    return at < 0 ? -1 : at - start;
  }

  /**
   * The first index from {@code from} on where a match may begin: where the pattern's first item,
   * if it is one that must match a character, does. Beyond the subject's end when there is none.
   */
  int nextCandidate(int from) {
    if (firstEnd == 0) {
      firstEnd = firstItemEnd();
    }
    if (firstEnd < 0) {
      return from;
    }
    int at = start + from;
    while (at < end && !matchesOne(at, patternStart, firstEnd)) {
      at++;
      step();
    }
    return at < end ? at - start : end - start + 1;
  }

  /** Where the first item ends when it must match one character; else -1. */
  private int firstItemEnd() {
    if (patternStart == patternEnd) {
      return -1;
    }
    byte first = pattern[patternStart];
    if (first == '(' || first == ')' || first == '^' || first == '$') {
      return -1;
    }
    if (first == ESCAPE && patternStart + 1 < patternEnd) {
      byte name = pattern[patternStart + 1];
      if (name == 'b' || name == 'f' || isDigit(name)) {
        return -1;
      }
    }
    int after = classEnd(patternStart);
    if (after < patternEnd
        && (pattern[after] == '*' || pattern[after] == '?' || pattern[after] == '-')) {
      return -1;
    }
    return after;
  }

  private void step() {
    if (++steps == STEPS) {
      steps = 0;
      if (--process.reductions < 0) {
        process.slice();
      }
    }
  }

  private int doMatch(int subjectAt, int patternAt) {
    if (++depth > DEEPEST) {
      throw LuaError.library(process, "pattern too complex");
    }
    try {
      int s = subjectAt;
      int p = patternAt;
      while (true) {
        step();
        if (p == patternEnd) {
          return s;
        }
        switch (pattern[p]) {
          case '(' -> {
            return p + 1 < patternEnd && pattern[p + 1] == ')'
                ? startCapture(s, p + 2, POSITION)
                : startCapture(s, p + 1, OPEN);
          }
          case ')' -> {
            return endCapture(s, p + 1);
          }
          case '$' -> {
            if (p + 1 == patternEnd) {
              return s == end ? s : -1;
            }
          }
          case ESCAPE -> {
            if (p + 1 < patternEnd) {
              switch (pattern[p + 1]) {
                case 'b' -> {
                  s = matchBalance(s, p + 2);
                  if (s < 0) {
                    return -1;
                  }
                  p += 4;
                  continue;
                }
                case 'f' -> {
                  p += 2;
                  if (p >= patternEnd || pattern[p] != '[') {
                    throw malformed("missing '[' after '%f' in pattern");
                  }
                  int after = classEnd(p);
                  int previous = s == start ? 0 : subject[s - 1] & 0xFF;
                  int current = s == end ? 0 : subject[s] & 0xFF;
                  if (matchesSet(previous, p, after - 1) || !matchesSet(current, p, after - 1)) {
                    return -1;
                  }
                  p = after;
                  continue;
                }
                case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                  s = matchCapture(s, pattern[p + 1]);
                  if (s < 0) {
                    return -1;
                  }
                  p += 2;
                  continue;
                }
                default -> {}
              }
            }
          }
          default -> {}
        }
        int after = classEnd(p);
        int quantifier = after < patternEnd ? pattern[after] : 0;
        switch (quantifier) {
          case '?' -> {
            if (matchesOne(s, p, after)) {
              int rest = doMatch(s + 1, after + 1);
              if (rest >= 0) {
                return rest;
              }
            }
            p = after + 1;
          }
          case '+' -> {
            return matchesOne(s, p, after) ? expandMost(s + 1, p, after) : -1;
          }
          case '*' -> {
            return expandMost(s, p, after);
          }
          case '-' -> {
            return expandLeast(s, p, after);
          }
          default -> {
            if (!matchesOne(s, p, after)) {
              return -1;
            }
            s++;
            p = after;
          }
        }
      }
    } finally {
      depth--;
    }
  }

  private int expandMost(int s, int p, int after) {
    int count = 0;
    while (matchesOne(s + count, p, after)) {
      count++;
      step();
    }
    if (after + 1 == patternEnd) {
      return s + count;
    }
    for (; count >= 0; count--) {
      int rest = doMatch(s + count, after + 1);
      if (rest >= 0) {
        return rest;
      }
    }
    return -1;
  }

  private int expandLeast(int from, int p, int after) {
    for (int s = from; ; s++) {
      int rest = doMatch(s, after + 1);
      if (rest >= 0) {
        return rest;
      }
      if (!matchesOne(s, p, after)) {
        return -1;
      }
    }
  }

  private int startCapture(int s, int p, int what) {
    if (captures >= MOST_CAPTURES) {
      throw LuaError.library(process, "too many captures");
    }
    captureStart[captures] = s;
    captureLength[captures] = what;
    captures++;
    int rest = doMatch(s, p);
    if (rest < 0) {
      captures--;
    }
    return rest;
  }

  private int endCapture(int s, int p) {
    int open = captures - 1;
    while (open >= 0 && captureLength[open] != OPEN) {
      open--;
    }
    if (open < 0) {
      throw malformed("invalid pattern capture");
    }
    captureLength[open] = s - captureStart[open];
    int rest = doMatch(s, p);
    if (rest < 0) {
      captureLength[open] = OPEN;
    }
    return rest;
  }

  private int matchCapture(int s, int digit) {
    int index = digit - '1';
    if (index < 0 || index >= captures || captureLength[index] == OPEN) {
      throw malformed("invalid capture index %" + (index + 1));
    }
    int length = captureLength[index];
    process.charge(length >> 5);
    // A position capture has no text that could be found again.
    if (length != POSITION
        && end - s >= length
        && java.util.Arrays.equals(
            subject, captureStart[index], captureStart[index] + length, subject, s, s + length)) {
      return s + length;
    }
    return -1;
  }

  private int matchBalance(int s, int p) {
    if (p + 1 >= patternEnd) {
      throw malformed("malformed pattern (missing arguments to '%b')");
    }
    if (s >= end || subject[s] != pattern[p]) {
      return -1;
    }
    byte open = pattern[p];
    byte close = pattern[p + 1];
    int nesting = 1;
    for (int at = s + 1; at < end; at++) {
      step();
      if (subject[at] == close) {
        if (--nesting == 0) {
          return at + 1;
        }
      } else if (subject[at] == open) {
        nesting++;
      }
    }
    return -1;
  }

  /** Index behind the single-character class that begins at p. */
  private int classEnd(int p) {
    int at = p + 1;
    if (pattern[p] == ESCAPE) {
      if (at >= patternEnd) {
        throw malformed("malformed pattern (ends with '%')");
      }
      return at + 1;
    }
    if (pattern[p] == '[') {
      if (at < patternEnd && pattern[at] == '^') {
        at++;
      }
      do { // a ']' in first place is a character
        if (at >= patternEnd) {
          throw malformed("malformed pattern (missing ']')");
        }
        if (pattern[at++] == ESCAPE) {
          at++;
        }
      } while (at >= patternEnd || pattern[at] != ']');
      return at + 1;
    }
    return at;
  }

  private boolean matchesOne(int s, int p, int after) {
    if (s >= end) {
      return false;
    }
    int c = subject[s] & 0xFF;
    return switch (pattern[p]) {
      case '.' -> true;
      case ESCAPE -> matchesClass(c, pattern[p + 1] & 0xFF);
      case '[' -> matchesSet(c, p, after - 1);
      default -> (pattern[p] & 0xFF) == c;
    };
  }

  /** Whether c is in the set whose '[' is at p and whose ']' is at last. */
  private boolean matchesSet(int c, int p, int last) {
    boolean found = true;
    int at = p + 1;
    if (pattern[at] == '^') {
      found = false;
      at++;
    }
    steps = Math.min(STEPS - 1, steps + (last - at >> 3));
    for (; at < last; at++) {
      if (pattern[at] == ESCAPE) {
        at++;
        if (matchesClass(c, pattern[at] & 0xFF)) {
          return found;
        }
      } else if (at + 2 < last && pattern[at + 1] == '-') {
        if ((pattern[at] & 0xFF) <= c && c <= (pattern[at + 2] & 0xFF)) {
          return found;
        }
        at += 2;
      } else if ((pattern[at] & 0xFF) == c) {
        return found;
      }
    }
    return !found;
  }

  /** Letters that name classes; the position is the class's bit in {@link #TRAITS}. */
  private static final String CLASSES = "acdglpsuwxz";

  /**
   * For each byte, the classes it is in; and for each letter, the bit of the class it names. The C
   * locale's.
   */
  private static final short[] TRAITS = new short[256];

  private static final short[] NAMED = new short[256];

  static {
    for (int i = 0; i < CLASSES.length(); i++) {
      char name = CLASSES.charAt(i);
      NAMED[name] = NAMED[Character.toUpperCase(name)] = (short) (1 << i);
      for (int c = 0; c < 256; c++) {
        if (isIn(c, name)) {
          TRAITS[c] |= (short) (1 << i);
        }
      }
    }
  }

  private static boolean isIn(int c, char name) {
    return switch (name) {
      case 'a' -> isLetter(c);
      case 'c' -> c < 32 || c == 127;
      case 'd' -> isDigit(c);
      case 'g' -> c > 32 && c < 127;
      case 'l' -> c >= 'a' && c <= 'z';
      case 'p' -> c > 32 && c < 127 && !isLetter(c) && !isDigit(c);
      case 's' -> c == ' ' || c >= 9 && c <= 13;
      case 'u' -> c >= 'A' && c <= 'Z';
      case 'w' -> isLetter(c) || isDigit(c);
      case 'x' -> isDigit(c) || (c | 32) >= 'a' && (c | 32) <= 'f';
      default -> c == 0;
    };
  }

  /**
   * Whether c is in the class of that name, an upper-case name being the complement; else whether
   * it is that character.
   */
  static boolean matchesClass(int c, int name) {
    int bit = NAMED[name];
    if (bit == 0) {
      return name == c;
    }
    return ((TRAITS[c] & bit) != 0) == ((name & 32) != 0);
  }

  private static boolean isLetter(int c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  // -------------------------------------------------------------------------------------------------------- results

  /** How many values a match gives: its captures, or the whole when it has none. */
  int results() {
    return captures == 0 ? 1 : captures;
  }

  /** A capture's value by index from 0; the whole match where the pattern has no captures. */
  Object capture(int index, int from, int to) {
    if (index >= captures) {
      if (index != 0) {
        throw LuaError.library(process, "invalid capture index %" + (index + 1));
      }
      return string(start + from, to - from);
    }
    int length = captureLength[index];
    if (length == OPEN) {
      throw LuaError.library(process, "unfinished capture");
    }
    return length == POSITION
        ? (Object) (long) (captureStart[index] - start + 1)
        : string(captureStart[index], length);
  }

  private Binary string(int from, int length) {
    if (length == 1) {
      return Binary.ofByte(subject[from] & 0xFF);
    }
    process.charge(length >> 6);
    Binary text = Binary.of(java.util.Arrays.copyOfRange(subject, from, from + length));
    process.allocated(text, 40L + length);
    return text;
  }

  private Raise malformed(String message) {
    return LuaError.library(process, message);
  }
}
