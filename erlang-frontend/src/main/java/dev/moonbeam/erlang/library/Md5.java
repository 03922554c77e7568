package dev.moonbeam.erlang.library;

import dev.moonbeam.core.term.Binary;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * MD5 (RFC 1321) with its state as a value: {@code erlang:md5_init/0} gives it to programs as a
 * binary, which they may keep and go on from twice. The JDK's digests do not let it out.
 */
final class Md5 {
  private static final int BLOCK = 64;

  /** Four words of state and the count of bytes; the bytes of an unfinished block come behind. */
  private static final int HEADER = 24;

  private static final int[] SHIFTS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
  private static final int[] SINES = sines();

  private final int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
  private final byte[] block = new byte[BLOCK];
  private long count;

  /** From what {@link #context} gave; null when it cannot have. */
  static @Nullable Md5 of(Object context) {
    if (!(context instanceof Binary bytes) || bytes.length() < HEADER) {
      return null;
    }
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length())
            .order(ByteOrder.LITTLE_ENDIAN);
    Md5 md5 = new Md5();
    for (int i = 0; i < 4; i++) {
      md5.state[i] = buffer.getInt();
    }
    md5.count = buffer.getLong();
    if (md5.count < 0 || buffer.remaining() != md5.count % BLOCK) {
      return null;
    }
    buffer.get(md5.block, 0, buffer.remaining());
    return md5;
  }

  Binary context() {
    int pending = (int) (count % BLOCK);
    ByteBuffer buffer = ByteBuffer.allocate(HEADER + pending).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : state) {
      buffer.putInt(word);
    }
    return Binary.of(buffer.putLong(count).put(block, 0, pending).array());
  }

  Md5 update(Binary data) {
    return update(data.array(), data.offset(), data.length());
  }

  private Md5 update(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      int pending = (int) (count % BLOCK);
      int part = Math.min(BLOCK - pending, end - at);
      System.arraycopy(bytes, at, block, pending, part);
      at += part;
      count += part;
      if (count % BLOCK == 0) {
        compress();
      }
    }
    return this;
  }

  Binary digest() {
    long bits = count * 8;
    int pending = (int) (count % BLOCK);
    byte[] padding = new byte[(pending < 56 ? 56 : 120) - pending + 8];
    padding[0] = (byte) 0x80;
    ByteBuffer.wrap(padding).order(ByteOrder.LITTLE_ENDIAN).putLong(padding.length - 8, bits);
    update(padding, 0, padding.length);
    ByteBuffer digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : state) {
      digest.putInt(word);
    }
    return Binary.of(digest.array());
  }

  private void compress() {
    int[] words = new int[16];
    ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int i = 0; i < BLOCK; i++) {
      int mixed =
          switch (i / 16) {
            case 0 -> (b & c | ~b & d) + words[i];
            case 1 -> (d & b | ~d & c) + words[(5 * i + 1) % 16];
            case 2 -> (b ^ c ^ d) + words[(3 * i + 5) % 16];
            default -> (c ^ (b | ~d)) + words[7 * i % 16];
          };
      int turned = Integer.rotateLeft(a + mixed + SINES[i], SHIFTS[i / 16 * 4 + i % 4]);
      a = d;
      d = c;
      c = b;
      b += turned;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    Arrays.fill(block, (byte) 0);
  }

  private static int[] sines() {
    int[] sines = new int[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      sines[i] = (int) (long) (Math.abs(Math.sin(i + 1)) * (1L << 32));
    }
    return sines;
  }
}
