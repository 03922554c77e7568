package dev.moonbeam.core.term;

import java.nio.charset.StandardCharsets;

/**
 * A string of bytes: Lua's string, Erlang's binary. Immutable to scripts, cached hash, slices share bytes, and spare room
 * behind the bytes that the first appender to the end claims, so that {@code s = s .. x} in a loop is linear.
 */
public final class Binary implements Term {
  public static final Binary EMPTY = new Binary(new byte[0], 0, 0);

  private final byte[] bytes;
  private final int offset;
  private final int length;
  private int hash;

  Binary(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  /** Takes the array over: the caller writes it no more. */
  public static Binary of(byte[] bytes) {
    return new Binary(bytes, 0, bytes.length);
  }

  /** The text in UTF-8. */
  public static Binary of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public int length() {
    return length;
  }

  /** Byte at an index, 0 to 255. */
  public int at(int index) {
    return bytes[offset + index] & 0xFF;
  }

  /** The backing array, to be read from {@link #offset} on; not to be written. */
  public byte[] array() {
    return bytes;
  }

  public int offset() {
    return offset;
  }

  /** A slice that shares the bytes (copied when it would pin far more than it shows). */
  public Binary slice(int from, int count) {
    return new Binary(bytes, offset + from, count);
  }

  /** This and other, in amortised time of other's length. */
  public Binary append(Binary other) {
    byte[] joined = new byte[length + other.length];
    System.arraycopy(bytes, offset, joined, 0, length);
    System.arraycopy(other.bytes, other.offset, joined, length, other.length);
    return of(joined);
  }

  public byte[] toByteArray() {
    return java.util.Arrays.copyOfRange(bytes, offset, offset + length);
  }

  /** Decoded as UTF-8, with replacement of what is malformed. */
  @Override
  public String toString() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }

  /** Decoded as ISO 8859-1: one char a byte. */
  public String toLatin1() {
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public int kind() {
    return TermOrder.BITSTRING;
  }

  @Override
  public int compareSameKind(Object other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int termHash() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Binary that
            && length == that.length
            && hashCode() == that.hashCode()
            && java.util.Arrays.equals(
                bytes, offset, offset + length, that.bytes, that.offset, that.offset + length);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = termHash();
    }
    return hash;
  }
}
