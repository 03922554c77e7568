package dev.moonbeam.erlang.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A set of characters: a bit each for the first 256, ranges and properties for the others. Filled
 * while a pattern is parsed, then only read.
 */
final class CharSet {
  private static final int LOW = 256;

  private final long[] low = new long[LOW / 64];
  private int[] ranges = {};
  private final List<IntPredicate> properties = new ArrayList<>();
  private boolean negatedAbove;

  static CharSet of(int c) {
    CharSet set = new CharSet();
    set.add(c);
    return set;
  }

  void add(int c) {
    addRange(c, c);
  }

  void addAll(int[] characters) {
    for (int c : characters) {
      add(c);
    }
  }

  void addRange(int from, int to) {
    for (int c = from; c <= Math.min(to, LOW - 1); c++) {
      low[c >> 6] |= 1L << c;
    }
    if (to >= LOW) {
      ranges = Arrays.copyOf(ranges, ranges.length + 2);
      ranges[ranges.length - 2] = Math.max(from, LOW);
      ranges[ranges.length - 1] = to;
    }
  }

  /** Adds all with a property, below 256 as well. */
  void addProperty(IntPredicate property) {
    for (int c = 0; c < LOW; c++) {
      if (property.test(c)) {
        add(c);
      }
    }
    properties.add(property);
  }

  void addSet(CharSet other) {
    for (int i = 0; i < low.length; i++) {
      low[i] |= other.low[i];
    }
    properties.add(other::containsAbove);
  }

  void removeLow(CharSet other) {
    for (int i = 0; i < low.length; i++) {
      low[i] &= ~other.low[i];
    }
  }

  void negate() {
    for (int i = 0; i < low.length; i++) {
      low[i] = ~low[i];
    }
    negatedAbove = !negatedAbove;
  }

  boolean contains(int c) {
    return c < LOW ? containsLow(c) : containsAbove(c);
  }

  boolean containsLow(int c) {
    return (low[c >> 6] & 1L << c) != 0;
  }

  private boolean containsAbove(int c) {
    return isListed(c) != negatedAbove;
  }

  private boolean isListed(int c) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (c >= ranges[i] && c <= ranges[i + 1]) {
        return true;
      }
    }
    for (IntPredicate property : properties) {
      if (property.test(c)) {
        return true;
      }
    }
    return false;
  }

  boolean isAscii() {
    return (low[2] | low[3]) == 0 && !negatedAbove && ranges.length == 0 && properties.isEmpty();
  }

  /** How much work a look-up may be. */
  int cost() {
    return ranges.length / 2 + properties.size();
  }

  /** The only character in it, -1 when there are several or such above 255. */
  int single() {
    if (negatedAbove || ranges.length > 0 || !properties.isEmpty()) {
      return -1;
    }
    int count = 0;
    int found = -1;
    for (int i = 0; i < low.length; i++) {
      count += Long.bitCount(low[i]);
      if (low[i] != 0) {
        found = i * 64 + Long.numberOfTrailingZeros(low[i]);
      }
    }
    return count == 1 ? found : -1;
  }
}
