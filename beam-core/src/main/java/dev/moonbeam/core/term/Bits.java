package dev.moonbeam.core.term;

/**
 * A bit string whose length is <em>not</em> a multiple of eight; one that is, is always a {@link
 * Binary}. It starts at any bit of its array. Immutable.
 */
public final class Bits implements Term {
  private final byte[] bytes;
  private final long offset;
  private final long length;

  private Bits(byte[] bytes, long offset, long length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  /**
   * Bits {@code offset} to {@code offset + length} of the array, most significant bit of each byte
   * first: a Binary when that is a whole number of bytes (copied when it does not start at a byte),
   * else a Bits. The array is written no more.
   */
  public static Term of(byte[] bytes, long offset, long length) {
    if ((length & 7) != 0) {
      return new Bits(bytes, offset, length);
    }
    int count = (int) (length >> 3);
    int first = (int) (offset >> 3);
    return (offset & 7) == 0
        ? Binary.of(bytes, first, count)
        : Binary.of(copy(bytes, offset, length));
  }

  /** Length in bits of a bit string of either class. */
  public static long bitLength(Term bitString) {
    return bitString instanceof Bits bits ? bits.length : 8L * ((Binary) bitString).length();
  }

  /** First bit, counted in the array, of a bit string of either class. */
  public static long bitOffset(Term bitString) {
    return bitString instanceof Bits bits ? bits.offset : 8L * ((Binary) bitString).offset();
  }

  /** The array behind a bit string of either class: not to be written. */
  public static byte[] array(Term bitString) {
    return bitString instanceof Bits bits ? bits.bytes : ((Binary) bitString).array();
  }

  /** Length in bits. */
  public long length() {
    return length;
  }

  /** Bytes needed to hold the bits. */
  public int byteLength() {
    return (int) (length + 7 >> 3);
  }

  /** Number of bits in the last, incomplete byte: 1 to 7. */
  public int lastBits() {
    return (int) (length & 7);
  }

  /**
   * The bits from the start of an array of their own; the unused bits of the last byte are zero.
   */
  public byte[] toByteArray() {
    return copy(bytes, offset, length);
  }

  /** Byte number {@code index} of the bits; the last one is padded with zeros on the right. */
  public int at(int index) {
    return byteAt(bytes, offset + 8L * index, offset + length);
  }

  /** Eight bits from {@code position} on; those at and past {@code end} read as zero. */
  static int byteAt(byte[] bytes, long position, long end) {
    int index = (int) (position >> 3);
    int shift = (int) (position & 7);
    int value = (bytes[index] & 0xFF) << shift;
    if (shift != 0 && index + 1 < bytes.length && position + 8 - shift < end) {
      value |= (bytes[index + 1] & 0xFF) >> 8 - shift;
    }
    long surplus = position + 8 - end;
    if (surplus > 0) {
      value &= 0xFF << (int) surplus;
    }
    return value & 0xFF;
  }

  /** A copy of the bits that starts at the first bit of a new array. */
  static byte[] copy(byte[] bytes, long offset, long length) {
    int count = (int) (length + 7 >> 3);
    byte[] result = new byte[count];
    copyTo(bytes, offset, length, result, 0);
    return result;
  }

  /** Copies bits to a place in {@code target} that is zero so far. */
  static void copyTo(byte[] source, long offset, long length, byte[] target, long to) {
    if (length == 0) {
      return;
    }
    long end = offset + length;
    if ((to & 7) == 0) {
      int out = (int) (to >> 3);
      if ((offset & 7) == 0) {
        int whole = (int) (length >> 3);
        System.arraycopy(source, (int) (offset >> 3), target, out, whole);
        if ((length & 7) != 0) {
          target[out + whole] = (byte) byteAt(source, offset + 8L * whole, end);
        }
        return;
      }
      for (long position = offset; position < end; position += 8) {
        target[out++] = (byte) byteAt(source, position, end);
      }
      return;
    }
    int shift = (int) (to & 7);
    int out = (int) (to >> 3);
    for (long position = offset; position < end; position += 8, out++) {
      int value = byteAt(source, position, end);
      target[out] |= (byte) (value >> shift);
      if (Math.min(8, end - position) > 8 - shift) {
        target[out + 1] |= (byte) (value << 8 - shift);
      }
    }
  }

  @Override
  public int kind() {
    return TermOrder.BITSTRING;
  }

  /** Bit by bit; a prefix comes before what it is a prefix of. */
  @Override
  public int compareSameKind(Object other) {
    Term that = (Term) other;
    long thatLength = bitLength(that);
    long common = Math.min(length, thatLength);
    byte[] theirs = array(that);
    long theirOffset = bitOffset(that);
    for (long i = 0; i < common; i += 8) {
      int l = byteAt(bytes, offset + i, offset + common);
      int r = byteAt(theirs, theirOffset + i, theirOffset + common);
      if (l != r) {
        return l < r ? -1 : 1;
      }
    }
    return Long.compare(length, thatLength);
  }

  @Override
  public int termHash() {
    byte[] packed = toByteArray();
    return (int) (Binary.hashBytes(packed, 0, packed.length, length) >>> 32);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bits that && length == that.length && compareSameKind(that) == 0;
  }

  @Override
  public int hashCode() {
    return termHash();
  }

  @Override
  public String toString() {
    return TermPrinter.print(this);
  }
}
