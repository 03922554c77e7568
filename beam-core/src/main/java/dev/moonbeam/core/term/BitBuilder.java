package dev.moonbeam.core.term;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a bit string together from segments. When the first segment is a binary it is not copied:
 * what follows is written into its spare room, so that appending in a loop is linear (see {@link
 * Binary#append}).
 *
 * <p>Sizes are counted in 64 bits and asked for ({@link WorkMeter#reserve}) before anything is
 * allocated. Used by one thread, for one bit string.
 */
public final class BitBuilder {
  /** The most bits a bit string can have: what fits a Java array. */
  public static final long MOST_BITS = 8L * (Integer.MAX_VALUE - 64);

  private final WorkMeter meter;
  private @Nullable Binary base;

  /** What is to follow {@link #base}, while that is all there is. */
  private @Nullable Binary second;

  private byte[] bytes;
  private long position;
  private long cost;

  public BitBuilder(WorkMeter meter) {
    this(meter, 16);
  }

  /**
   * @param sizeHint bytes expected
   */
  public BitBuilder(WorkMeter meter, int sizeHint) {
    this.meter = meter;
    this.bytes = new byte[sizeHint];
  }

  /** Bits so far, those of a first binary included. */
  public long length() {
    Binary first = base;
    Binary held = second;
    return position
        + (first == null ? 0 : 8L * first.length())
        + (held == null ? 0 : 8L * held.length());
  }

  /** Bytes allocated for the finished bit string: few when a first binary had room for the rest. */
  public long cost() {
    return base == null ? position >> 3 : cost;
  }

  /** Whether so many more bits can be had at all; a size beyond is Erlang's system_limit. */
  public boolean fits(long bits) {
    return bits <= MOST_BITS - length();
  }

  /** Makes room; the caller has checked {@link #fits}. */
  private void room(long bits) {
    Binary held = second;
    if (held != null) {
      second = null;
      copy(held, 0, 8L * held.length());
    }
    long needed = position + bits + 7 >> 3;
    if (needed > bytes.length) {
      long grown = Math.min(Math.max(needed, 2L * bytes.length), Integer.MAX_VALUE - 16);
      meter.reserve(needed);
      bytes = Arrays.copyOf(bytes, (int) grown);
      meter.charge(grown >> 7);
    }
  }

  /** An integer of {@code bits} bits, cut to its low ones. */
  public void integer(long value, long bits, boolean little) {
    if (bits <= 0) {
      return;
    }
    room(bits);
    if (bits > 64) {
      big(BigInteger.valueOf(value), bits, little);
    } else if ((bits & 7) == 0 && (position & 7) == 0) {
      int at = (int) (position >> 3);
      int count = (int) (bits >> 3);
      for (int i = 0; i < count; i++) {
        int shift = little ? 8 * i : 8 * (count - 1 - i);
        bytes[at + i] = (byte) (value >> shift);
      }
      position += bits;
    } else if (little) {
      // Whole bytes from the lowest on, then what is left of the highest.
      long rest = value;
      long left = bits;
      for (; left >= 8; left -= 8, rest >>= 8) {
        put((int) rest & 0xFF, 8);
      }
      if (left > 0) {
        put((int) rest & (1 << left) - 1, (int) left);
      }
    } else {
      int left = (int) bits;
      if ((left & 7) != 0) {
        int top = left & 7;
        left -= top;
        put((int) (value >> left) & (1 << top) - 1, top);
      }
      for (left -= 8; left >= 0; left -= 8) {
        put((int) (value >> left) & 0xFF, 8);
      }
    }
  }

  /** As {@link #integer(long, long, boolean)}, of any size. */
  public void integer(BigInteger value, long bits, boolean little) {
    if (bits <= 0) {
      return;
    }
    room(bits);
    big(value, bits, little);
  }

  private void big(BigInteger value, long bits, boolean little) {
    byte[] digits = value.toByteArray();
    int fill = value.signum() < 0 ? 0xFF : 0;
    long whole = bits >> 3;
    int rest = (int) (bits & 7);
    meter.charge(whole >> 4);
    if (little) {
      for (long i = 0; i < whole; i++) {
        put(digit(digits, i, fill), 8);
      }
      if (rest > 0) {
        put(digit(digits, whole, fill) & (1 << rest) - 1, rest);
      }
    } else {
      if (rest > 0) {
        put(digit(digits, whole, fill) & (1 << rest) - 1, rest);
      }
      for (long i = whole - 1; i >= 0; i--) {
        put(digit(digits, i, fill), 8);
      }
    }
  }

  /** Byte number {@code index} from the low end. */
  private static int digit(byte[] digits, long index, int fill) {
    return index < digits.length ? digits[digits.length - 1 - (int) index] & 0xFF : fill;
  }

  /** Writes up to eight bits; the room is there and zero. */
  private void put(int value, int count) {
    int at = (int) (position >> 3);
    int used = (int) (position & 7);
    int aligned = value << 8 - count;
    bytes[at] |= (byte) (aligned >> used);
    if (used + count > 8) {
      bytes[at + 1] |= (byte) (aligned << 8 - used);
    }
    position += count;
  }

  /** Whole bytes of another bit string, or any bits of it. */
  public void bits(Term bitString, long from, long count) {
    if (count == 0) {
      return;
    }
    if (position == 0
        && base == null
        && from == 0
        && bitString instanceof Binary binary
        && count == 8L * binary.length()) {
      base = binary;
      return;
    }
    if (position == 0
        && second == null
        && base != null
        && from == 0
        && bitString instanceof Binary binary
        && count == 8L * binary.length()) {
      // Perhaps there is no more to come, and it need be copied only once.
      second = binary;
      return;
    }
    copy(bitString, from, count);
  }

  private void copy(Term bitString, long from, long count) {
    room(count);
    meter.charge(count >> 10);
    Bits.copyTo(Bits.array(bitString), Bits.bitOffset(bitString) + from, count, bytes, position);
    position += count;
  }

  /** An IEEE 754 float of 16, 32 or 64 bits; false when it does not fit. */
  public boolean real(double value, int bits, boolean little) {
    long pattern;
    if (bits == 64) {
      pattern = Double.doubleToRawLongBits(value);
    } else if (bits == 32) {
      float narrow = (float) value;
      if (Float.isInfinite(narrow)) {
        return false;
      }
      pattern = Float.floatToRawIntBits(narrow) & 0xFFFFFFFFL;
    } else {
      short half = Float.floatToFloat16((float) value);
      if ((half & 0x7C00) == 0x7C00) {
        return false;
      }
      pattern = half & 0xFFFFL;
    }
    integer(pattern, bits, little);
    return true;
  }

  /** A character in UTF-8; false when it is none. */
  public boolean utf8(long c) {
    if (!isCharacter(c)) {
      return false;
    }
    if (c < 0x80) {
      integer(c, 8, false);
    } else if (c < 0x800) {
      integer(0xC080 | (c & 0x7C0) << 2 | c & 0x3F, 16, false);
    } else if (c < 0x10000) {
      integer(0xE08080L | (c & 0xF000) << 4 | (c & 0xFC0) << 2 | c & 0x3F, 24, false);
    } else {
      integer(
          0xF0808080L | (c & 0x1C0000) << 6 | (c & 0x3F000) << 4 | (c & 0xFC0) << 2 | c & 0x3F,
          32,
          false);
    }
    return true;
  }

  /** A character in UTF-16; false when it is none. */
  public boolean utf16(long c, boolean little) {
    if (!isCharacter(c)) {
      return false;
    }
    if (c < 0x10000) {
      integer(c, 16, little);
    } else {
      integer(0xD800 | c - 0x10000 >> 10, 16, little);
      integer(0xDC00 | c & 0x3FF, 16, little);
    }
    return true;
  }

  /** A character in UTF-32; false when it is none. */
  public boolean utf32(long c, boolean little) {
    if (!isCharacter(c)) {
      return false;
    }
    integer(c, 32, little);
    return true;
  }

  static boolean isCharacter(long c) {
    return c >= 0 && c < 0xD800 || c > 0xDFFF && c <= 0x10FFFF;
  }

  /** The bit string. The builder is used up. */
  public Term finish() {
    Binary first = base;
    if (first == null) {
      if ((position & 7) != 0) {
        return Bits.of(bytes, 0, position);
      }
      int length = (int) (position >> 3);
      return length == 1
          ? Binary.ofByte(bytes[0])
          : Binary.of(bytes.length - length > 16 ? Arrays.copyOf(bytes, length) : bytes, 0, length);
    }
    if (second != null) {
      meter.charge(second.length() >> 7);
      return joined(first, second.array(), second.offset(), second.length());
    }
    if (position == 0) {
      return first;
    }
    if ((position & 7) == 0) {
      return joined(first, bytes, 0, (int) (position >> 3));
    }
    long total = length();
    cost = total >> 3;
    meter.reserve(total >> 3);
    byte[] all = new byte[(int) (total + 7 >> 3)];
    System.arraycopy(first.array(), first.offset(), all, 0, first.length());
    Bits.copyTo(bytes, 0, position, all, 8L * first.length());
    return Bits.of(all, 0, total);
  }

  private Binary joined(Binary first, byte[] more, int offset, int count) {
    cost = first.appendCost(count);
    if (cost > 0) {
      meter.reserve(cost);
      meter.charge(cost >> 7);
    }
    Binary joined = first.claim(first.length() + count);
    System.arraycopy(more, offset, joined.array(), joined.offset() + first.length(), count);
    return joined;
  }
}
