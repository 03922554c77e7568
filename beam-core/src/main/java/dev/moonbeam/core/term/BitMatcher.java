package dev.moonbeam.core.term;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Takes a bit string apart from left to right: the context that compiled bit patterns work on.
 * Reading moves on; a clause that fails goes back by {@link #seek} to a position taken before.
 * Every reader gives null (or false) and stays where it is when what remains does not hold such a
 * segment. Sizes are in bits.
 *
 * <p>Used by one thread.
 */
public final class BitMatcher {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;

  /** The binary that begins at {@link #base}; null for a bit string of another length. */
  private final @Nullable Binary source;

  private final long base;
  private long start;
  private final long end;
  private long position;

  private BitMatcher(byte[] bytes, @Nullable Binary source, long start, long end) {
    this.bytes = bytes;
    this.source = source;
    this.base = start;
    this.start = start;
    this.end = end;
    this.position = start;
  }

  /** A context at the start of a bit string, or null when the term is none. */
  public static @Nullable BitMatcher of(Object term) {
    if (term instanceof Binary binary) {
      long start = 8L * binary.offset();
      return new BitMatcher(binary.array(), binary, start, start + 8L * binary.length());
    }
    if (term instanceof Bits bits) {
      long start = Bits.bitOffset(bits);
      return new BitMatcher(Bits.array(bits), null, start, start + bits.length());
    }
    return null;
  }

  /**
   * The size of a segment in bits from the value of its size expression: negative when that is no
   * size or is past what any bit string has, so that the match fails.
   */
  public static long size(Object size, int unit) {
    if (!(size instanceof Long count) || count < 0 || count > BitBuilder.MOST_BITS) {
      return -1;
    }
    return count * unit;
  }

  /** Bits read so far: what {@link #seek} takes. */
  public long position() {
    return position - start;
  }

  public void seek(long bits) {
    position = start + bits;
  }

  /** What has been read is no part of this any more: {@link #seek} goes back to here. */
  public void advance() {
    start = position;
  }

  /** All from where {@link #advance} was called last, read or not, as a bit string. */
  public Object whole() {
    return share(start, end - start);
  }

  /** Bits left. */
  public long remaining() {
    return end - position;
  }

  public boolean atEnd() {
    return position == end;
  }

  /** Whether exactly so many bits are left. */
  public boolean remains(long bits) {
    return end - position == bits;
  }

  /** Whether at least so many bits are left; false for a negative size. */
  public boolean has(long bits) {
    return bits >= 0 && bits <= end - position;
  }

  /** Whether what is left is a whole number of units. */
  public boolean dividesBy(int unit) {
    return (end - position) % unit == 0;
  }

  /** Passes over bits, whatever they are. */
  public boolean skip(long bits) {
    if (!has(bits)) {
      return false;
    }
    position += bits;
    return true;
  }

  /** The next byte, 0 to 255, or -1 when there is none: what most patterns read. */
  public int nextByte() {
    if (end - position < 8) {
      return -1;
    }
    int value =
        (position & 7) == 0
            ? bytes[(int) (position >> 3)] & 0xFF
            : Bits.byteAt(bytes, position, end);
    position += 8;
    return value;
  }

  /** An unsigned integer of 1 to 63 bits, -1 when there is none. */
  public long unsigned(int bits, boolean little) {
    return has(bits) ? taken(bits, little) : -1;
  }

  /** A signed integer of 1 to 64 bits, of which {@link #has} has said that there are so many. */
  public long signed(int bits, boolean little) {
    int unused = 64 - bits;
    return taken(bits, little) << unused >> unused;
  }

  /** Whole bytes are taken at once: with constant operands little is left of this in line. */
  private long taken(int bits, boolean little) {
    long at = position;
    position = at + bits;
    if ((at & 7) == 0) {
      int index = (int) (at >> 3);
      switch (bits) {
        case 8 -> {
          return bytes[index] & 0xFF;
        }
        case 16 -> {
          short value = (short) SHORTS.get(bytes, index);
          return (little ? Short.reverseBytes(value) : value) & 0xFFFF;
        }
        case 32 -> {
          int value = (int) INTS.get(bytes, index);
          return (little ? Integer.reverseBytes(value) : value) & 0xFFFF_FFFFL;
        }
        case 64 -> {
          long value = (long) LONGS.get(bytes, index);
          return little ? Long.reverseBytes(value) : value;
        }
        default -> {}
      }
    }
    return little ? littleLong(at, bits) : bigLong(at, bits);
  }

  /** An integer of so many bits. */
  public @Nullable Object integer(long bits, boolean signed, boolean little) {
    if (!has(bits)) {
      return null;
    }
    if (bits > 64) {
      return bigInteger(bits, signed, little);
    }
    if (bits == 0) {
      return 0L;
    }
    if (signed) {
      return signed((int) bits, little);
    }
    long value = taken((int) bits, little);
    if (bits == 64 && value < 0) {
      return new BigInteger(
          1,
          new byte[] {
            (byte) (value >> 56), (byte) (value >> 48), (byte) (value >> 40), (byte) (value >> 32),
            (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
          });
    }
    return value;
  }

  private long bigLong(long from, int bits) {
    long value = 0;
    long at = from;
    int left = bits;
    if ((at & 7) == 0) {
      int index = (int) (at >> 3);
      for (; left >= 8; left -= 8) {
        value = value << 8 | bytes[index++] & 0xFF;
      }
      return left == 0 ? value : value << left | (bytes[index] & 0xFF) >> 8 - left;
    }
    for (; left >= 8; left -= 8, at += 8) {
      value = value << 8 | Bits.byteAt(bytes, at, end);
    }
    return left == 0 ? value : value << left | Bits.byteAt(bytes, at, end) >> 8 - left;
  }

  private long littleLong(long from, int bits) {
    long value = 0;
    long at = from;
    int shift = 0;
    for (; shift + 8 <= bits; shift += 8, at += 8) {
      value |= (long) Bits.byteAt(bytes, at, end) << shift;
    }
    int left = bits - shift;
    return left == 0 ? value : value | (long) (Bits.byteAt(bytes, at, end) >> 8 - left) << shift;
  }

  private Object bigInteger(long bits, boolean signed, boolean little) {
    int count = (int) (bits + 7 >> 3);
    int rest = (int) (bits & 7);
    // Most significant byte first, as BigInteger wants it, with the incomplete byte at the front.
    byte[] digits = new byte[count];
    long at = position;
    if (little) {
      for (int i = count - 1; i >= 0; i--, at += 8) {
        int value = Bits.byteAt(bytes, at, end);
        digits[i] = (byte) (i == 0 && rest != 0 ? value >> 8 - rest : value);
      }
    } else {
      int first = 0;
      if (rest != 0) {
        digits[0] = (byte) (Bits.byteAt(bytes, at, end) >> 8 - rest);
        at += rest;
        first = 1;
      }
      for (int i = first; i < count; i++, at += 8) {
        digits[i] = (byte) Bits.byteAt(bytes, at, end);
      }
    }
    position += bits;
    BigInteger value = new BigInteger(1, digits);
    if (signed && value.testBit((int) (bits - 1))) {
      value = value.subtract(BigInteger.ONE.shiftLeft((int) bits));
    }
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /** A finite float of 16, 32 or 64 bits. */
  public @Nullable Object real(long bits, boolean little) {
    if (!has(bits) || bits != 64 && bits != 32 && bits != 16) {
      return null;
    }
    long pattern = little ? littleLong(position, (int) bits) : bigLong(position, (int) bits);
    double value =
        bits == 64
            ? Double.longBitsToDouble(pattern)
            : bits == 32
                ? Float.intBitsToFloat((int) pattern)
                : Float.float16ToFloat((short) pattern);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return null;
    }
    position += bits;
    return value;
  }

  /** A bit string of so many bits, sharing the bytes. */
  public @Nullable Object bits(long bits) {
    if (!has(bits)) {
      return null;
    }
    Object part = share(bits);
    position += bits;
    return part;
  }

  /** All that is left, when it is a whole number of units. */
  public @Nullable Object rest(int unit) {
    if (unit != 1 && (end - position) % unit != 0) {
      return null;
    }
    Object part = share(end - position);
    position = end;
    return part;
  }

  private Object share(long bits) {
    return share(position, bits);
  }

  private Object share(long from, long bits) {
    Binary parent = source;
    return parent != null && (from - base & 7) == 0 && (bits & 7) == 0
        ? parent.slice((int) (from - base >> 3), (int) (bits >> 3))
        : Bits.of(bytes, from, bits);
  }

  /** A character in UTF-8, -1 when there is none. */
  public long utf8() {
    long saved = position;
    int first = nextByte();
    return first < 0x80 ? first : utf8(saved, first);
  }

  /** A character of several bytes, of which the first has been read. */
  private long utf8(long saved, int first) {
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : -1;
    if (more < 0 || first > 0xF4) {
      position = saved;
      return -1;
    }
    long c = first & 0x3F >> more;
    for (int i = 0; i < more; i++) {
      int next = nextByte();
      if (next < 0 || (next & 0xC0) != 0x80) {
        position = saved;
        return -1;
      }
      c = c << 6 | next & 0x3F;
    }
    // Overlong forms and surrogates are refused.
    if (!BitBuilder.isCharacter(c) || more == 2 && c < 0x800 || more == 3 && c < 0x10000) {
      position = saved;
      return -1;
    }
    return c;
  }

  /** A character in UTF-16. */
  public @Nullable Object utf16(boolean little) {
    if (end - position < 16) {
      return null;
    }
    long saved = position;
    long c = little ? littleLong(position, 16) : bigLong(position, 16);
    position += 16;
    if (c < 0xD800 || c > 0xDFFF) {
      return c;
    }
    if (c < 0xDC00 && end - position >= 16) {
      long low = little ? littleLong(position, 16) : bigLong(position, 16);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        position += 16;
        return 0x10000 + ((c & 0x3FF) << 10 | low & 0x3FF);
      }
    }
    position = saved;
    return null;
  }

  /** A character in UTF-32. */
  public @Nullable Object utf32(boolean little) {
    if (end - position < 32) {
      return null;
    }
    long c = little ? littleLong(position, 32) : bigLong(position, 32);
    if (!BitBuilder.isCharacter(c)) {
      return null;
    }
    position += 32;
    return c;
  }
}
