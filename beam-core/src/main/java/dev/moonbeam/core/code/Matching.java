package dev.moonbeam.core.code;

import dev.moonbeam.core.term.BitMatcher;
import dev.moonbeam.core.term.TermMap;
import org.jspecify.annotations.Nullable;

/**
 * What compiled patterns call. A lookup that finds nothing gives Java null, which the code behind
 * it tests for before anything else. Bit strings are matched by a {@link BitMatcher}, a value that
 * never leaves the match, or the loop of matches, that it was made for.
 */
public final class Matching {
  private static final long SIGNED = 1;
  private static final long LITTLE = 2;

  private Matching() {}

  /** The value of a key; null when there is none or the term is no map. */
  public static @Nullable Object find(Object term, Object key) {
    return term instanceof TermMap map ? map.get(key) : null;
  }

  public static boolean isMap(Object term) {
    return term instanceof TermMap;
  }

  /** The context of a bit string, or what is one already; null for another term. */
  public static @Nullable Object bits(Object term) {
    return term instanceof BitMatcher ? term : BitMatcher.of(term);
  }

  /** The context, for which what it has not read is now the whole. */
  public static Object advance(Object context) {
    ((BitMatcher) context).advance();
    return context;
  }

  /** The bit string that a context is for; any other term as it is. */
  public static Object whole(Object term) {
    return term instanceof BitMatcher context ? context.whole() : term;
  }

  public static void restart(Object context) {
    ((BitMatcher) context).seek(0);
  }

  /** The size of a segment in bits, negative when it is none. */
  public static long size(Object size, long unit) {
    return BitMatcher.size(size, (int) unit);
  }

  /** The next byte, negative when there is none. */
  public static long nextByte(Object context) {
    return ((BitMatcher) context).nextByte();
  }

  /** Flags as {@link #flags} gives them. */
  public static @Nullable Object integer(Object context, long bits, long flags) {
    return ((BitMatcher) context).integer(bits, (flags & SIGNED) != 0, (flags & LITTLE) != 0);
  }

  /** An unsigned integer of 1 to 63 bits, negative when there is none. */
  public static long unsigned(Object context, long bits, long flags) {
    return ((BitMatcher) context).unsigned((int) bits, (flags & LITTLE) != 0);
  }

  /** A signed integer of 1 to 64 bits, of which there are so many. */
  public static long signed(Object context, long bits, long flags) {
    return ((BitMatcher) context).signed((int) bits, (flags & LITTLE) != 0);
  }

  public static boolean has(Object context, long bits) {
    return ((BitMatcher) context).has(bits);
  }

  public static @Nullable Object real(Object context, long bits, long flags) {
    return ((BitMatcher) context).real(bits, (flags & LITTLE) != 0);
  }

  public static @Nullable Object part(Object context, long bits) {
    return ((BitMatcher) context).bits(bits);
  }

  public static @Nullable Object rest(Object context, long unit) {
    return ((BitMatcher) context).rest((int) unit);
  }

  public static boolean skip(Object context, long bits) {
    return ((BitMatcher) context).skip(bits);
  }

  public static boolean dividesBy(Object context, long unit) {
    return ((BitMatcher) context).dividesBy((int) unit);
  }

  /** A character, negative when there is none. */
  public static long utf8(Object context) {
    return ((BitMatcher) context).utf8();
  }

  public static @Nullable Object utf16(Object context, long flags) {
    return ((BitMatcher) context).utf16((flags & LITTLE) != 0);
  }

  public static @Nullable Object utf32(Object context, long flags) {
    return ((BitMatcher) context).utf32((flags & LITTLE) != 0);
  }

  public static boolean atEnd(Object context) {
    return ((BitMatcher) context).atEnd();
  }

  public static long flags(boolean signed, boolean little) {
    return (signed ? SIGNED : 0) | (little ? LITTLE : 0);
  }
}
