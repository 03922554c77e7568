package dev.moonbeam.core.term;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A string of bytes: Lua's string, Erlang's binary. Immutable to scripts. Slices share bytes with
 * what they were cut from, unless they would keep alive far more than they show. {@link #append}
 * leaves spare room behind the bytes; the first appender to the end of a binary claims it, so that
 * {@code s = s .. x} and {@code <<Acc/binary, X>>} in a loop are linear, and a second appender to
 * the same binary copies.
 *
 * <p>Thread-safety: immutable as seen from outside. Spare room is claimed by compare-and-set; the
 * bytes written there are published with the binary that shows them, by whatever publishes that
 * one.
 */
public final class Binary implements Term {
  public static final Binary EMPTY = new Binary(new byte[0], 0, 0, null);

  /** One binary for each single byte. */
  private static final Binary[] BYTES = new Binary[256];

  static {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
      BYTES[i] = new Binary(all, i, 1, null);
    }
  }

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long NOT_ASCII = 0x8080808080808080L;

  /** Below this many bytes wasted a slice is not worth a copy. */
  private static final int PIN_ALLOWANCE = 512;

  /** A slice shares when it shows at least one part in so many of the array behind it. */
  private static final int PIN_SHARE = 8;

  /** The least room that a first append makes. */
  private static final int LEAST_ROOM = 64;

  /** Differs from JVM to JVM, so that nobody can prepare keys of equal {@link #hashCode}. */
  private static final long SEED = new java.security.SecureRandom().nextLong() | 1;

  private final byte[] bytes;
  private final int offset;
  private final int length;

  /** Shared by all binaries that show a growable array; null where there is no room to claim. */
  private final @Nullable Tail tail;

  private int hash;

  private Binary(byte[] bytes, int offset, int length, @Nullable Tail tail) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
    this.tail = tail;
  }

  /** How many bytes of a growable array are taken. */
  private static final class Tail {
    private static final VarHandle USED;

    static {
      try {
        USED = MethodHandles.lookup().findVarHandle(Tail.class, "used", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    volatile int used;

    Tail(int used) {
      this.used = used;
    }

    boolean claim(int from, int to) {
      return USED.compareAndSet(this, from, to);
    }
  }

  /** Takes the array over: the caller writes it no more. */
  public static Binary of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** Takes a part of the array over: the caller writes the array no more. */
  public static Binary of(byte[] bytes, int offset, int length) {
    return length == 0
        ? EMPTY
        : length == 1 ? BYTES[bytes[offset] & 0xFF] : new Binary(bytes, offset, length, null);
  }

  /**
   * Takes over an array of which the first {@code length} bytes are set and the rest is room that a
   * later append may use.
   */
  public static Binary growable(byte[] bytes, int length) {
    return length == 0 ? EMPTY : new Binary(bytes, 0, length, new Tail(length));
  }

  /** The text in UTF-8. */
  public static Binary of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text in ISO 8859-1; what does not fit becomes {@code ?}. */
  public static Binary ofLatin1(String text) {
    return of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The binary of one byte, 0 to 255. */
  public static Binary ofByte(int value) {
    return BYTES[value & 0xFF];
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

  /** Where the bytes below 128 that begin at an index end. */
  public int endOfAscii(int from) {
    int i = from;
    while (i + Long.BYTES <= length && ((long) LONGS.get(bytes, offset + i) & NOT_ASCII) == 0) {
      i += Long.BYTES;
    }
    while (i < length && bytes[offset + i] >= 0) {
      i++;
    }
    return i;
  }

  /** A slice that shares the bytes (copied when it would pin far more than it shows). */
  public Binary slice(int from, int count) {
    java.util.Objects.checkFromIndexSize(from, count, length);
    if (count <= 1) {
      return count == 0 ? EMPTY : BYTES[at(from)];
    }
    if (count == length) {
      return this;
    }
    int start = offset + from;
    if (bytes.length > PIN_ALLOWANCE && count < bytes.length / PIN_SHARE) {
      return new Binary(Arrays.copyOfRange(bytes, start, start + count), 0, count, null);
    }
    return new Binary(bytes, start, count, null);
  }

  /**
   * A slice as it stands while one walks along a binary: shares whatever it pins. Not for keeping.
   */
  public Binary window(int from, int count) {
    java.util.Objects.checkFromIndexSize(from, count, length);
    return count == length ? this : new Binary(bytes, offset + from, count, null);
  }

  /** The same bytes in an array of exactly their length. */
  public Binary compact() {
    return bytes.length == length ? this : of(toByteArray());
  }

  /** How many bytes of memory the array behind this takes. */
  public int retainedBytes() {
    return bytes.length;
  }

  /** This and other, in amortised time of other's length. */
  public Binary append(Binary other) {
    if (other.length == 0) {
      return this;
    }
    if (length == 0) {
      return other;
    }
    int total = Math.addExact(length, other.length);
    Binary joined = claim(total);
    System.arraycopy(other.bytes, other.offset, joined.bytes, joined.offset + length, other.length);
    return joined;
  }

  /**
   * A binary of {@code total} bytes that begins with this one's, in whose array the caller writes
   * the others at once, before anyone else sees it. {@code total} is more than this length.
   */
  Binary claim(int total) {
    int end = offset + length;
    Tail shared = tail;
    if (shared != null
        && total <= bytes.length - offset
        && shared.used == end
        && shared.claim(end, offset + total)) {
      return new Binary(bytes, offset, total, shared);
    }
    // The first append to a small binary takes no more than it needs and a little; later ones
    // double.
    long room = shared == null ? Math.max(LEAST_ROOM, total + (long) (total >> 1)) : 2L * total;
    byte[] grown = new byte[(int) Math.min(Integer.MAX_VALUE - 16, Math.max(total, room))];
    System.arraycopy(bytes, offset, grown, 0, length);
    return new Binary(grown, 0, total, new Tail(total));
  }

  /** What {@link #append} of so many bytes would allocate: 0 when it can write in place. */
  public long appendCost(long more) {
    Tail shared = tail;
    long total = length + more;
    return shared != null && total <= bytes.length - offset && shared.used == offset + length
        ? 0
        : shared == null ? total + (total >> 1) : 2 * total;
  }

  public byte[] toByteArray() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
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

  /** Byte by byte, unsigned; a prefix comes before what it is a prefix of. */
  @Override
  public int compareSameKind(Object other) {
    return other instanceof Binary that
        ? Arrays.compareUnsigned(
            bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length)
        : -((Bits) other).compareSameKind(this);
  }

  /** Unseeded, so that the order of a large map's keys is the same in every run. Not cached. */
  @Override
  public int termHash() {
    return (int) (hashBytes(bytes, offset, length, 0x9E3779B97F4A7C15L) >>> 32);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Binary that
            && length == that.length
            && (hash == 0 || that.hash == 0 || hash == that.hash)
            && Arrays.equals(
                bytes, offset, offset + length, that.bytes, that.offset, that.offset + length);
  }

  /** Seeded and cached: for tables whose order does not depend on it. */
  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = (int) (hashBytes(bytes, offset, length, SEED) >>> 32);
      hash = known == 0 ? 1 : known;
      return hash;
    }
    return known;
  }

  /**
   * Eight bytes a step, each step a 64x64 to 128 bit multiplication folded, so that every byte
   * reaches every bit.
   */
  static long hashBytes(byte[] bytes, int offset, int length, long seed) {
    long h = seed ^ length * 0xA0761D6478BD642FL;
    int i = offset;
    int end = offset + length;
    for (; i <= end - 8; i += 8) {
      h = fold(h ^ (long) LONGS.get(bytes, i), 0xE7037ED1A0B428DBL ^ seed);
    }
    long rest = 0;
    for (int shift = 0; i < end; i++, shift += 8) {
      rest |= (bytes[i] & 0xFFL) << shift;
    }
    return fold(h ^ rest, 0x8EBC6AF09C88C6E3L);
  }

  private static long fold(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }
}
