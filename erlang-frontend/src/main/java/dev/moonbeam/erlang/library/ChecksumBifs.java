package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.IoLists;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/** Checksums and MD5, of data at once, in parts, and of parts put together. */
@BuiltinModule("erlang")
public final class ChecksumBifs {
  private static final int CRC_POLYNOMIAL = 0xEDB88320;
  private static final int ADLER_BASE = 65_521;

  private ChecksumBifs() {}

  @Builtin("crc32")
  public static Object crc32(Process process, Object data) {
    return checksum(process, new CRC32(), data);
  }

  @Builtin("adler32")
  public static Object adler32(Process process, Object data) {
    return checksum(process, new Adler32(), data);
  }

  private static Object checksum(Process process, Checksum sum, Object data) {
    Binary bytes = IoLists.toBinary(process, data);
    if (bytes == null) {
      throw Errors.badarg(process, data);
    }
    process.charge(bytes.length() >> 8);
    sum.update(bytes.array(), bytes.offset(), bytes.length());
    return sum.getValue();
  }

  /**
   * The checksum of data that comes after data of checksum {@code old}: bit by bit, as crc32 is
   * linear.
   */
  @Builtin("crc32")
  public static Object crc32(Process process, Object old, Object data) {
    Binary bytes = IoLists.toBinary(process, data);
    if (bytes == null || !(old instanceof Long before) || before < 0 || before >>> 32 != 0) {
      throw Errors.badarg(process, old, data);
    }
    process.charge(bytes.length() >> 4);
    int crc = ~before.intValue();
    for (int i = 0; i < bytes.length(); i++) {
      crc ^= bytes.at(i);
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ CRC_POLYNOMIAL & -(crc & 1);
      }
    }
    return ~crc & 0xFFFFFFFFL;
  }

  @Builtin("adler32")
  public static Object adler32(Process process, Object old, Object data) {
    Binary bytes = IoLists.toBinary(process, data);
    if (bytes == null || !(old instanceof Long before) || before < 0 || before >>> 32 != 0) {
      throw Errors.badarg(process, old, data);
    }
    process.charge(bytes.length() >> 4);
    long a = before & 0xFFFF;
    long b = before >>> 16;
    for (int i = 0; i < bytes.length(); i++) {
      a = (a + bytes.at(i)) % ADLER_BASE;
      b = (b + a) % ADLER_BASE;
    }
    return b << 16 | a;
  }

  /** The checksum of two pieces of data one after the other, from theirs and the second's size. */
  @Builtin("crc32_combine")
  public static Object crc32Combine(Process process, Object first, Object second, Object size) {
    if (isWord(first) && isWord(second) && size instanceof Long bytes && isWord(size)) {
      int moved = multiply(power(bytes), (int) (long) first);
      return (moved ^ (int) (long) second) & 0xFFFFFFFFL;
    }
    throw Errors.badarg(process, first, second, size);
  }

  /** The product of two polynomials over bits modulo that of the checksum, reflected. */
  private static int multiply(int left, int right) {
    int product = 0;
    int factor = right;
    for (int bit = 1 << 31; bit != 0; bit >>>= 1) {
      if ((left & bit) != 0) {
        product ^= factor;
      }
      factor = factor >>> 1 ^ CRC_POLYNOMIAL & -(factor & 1);
    }
    return product;
  }

  /** What so many bytes of zeros multiply a checksum with. */
  private static int power(long bytes) {
    int result = 1 << 31;
    // x to the power of 8, then of 16, 32 and so on.
    int square = 1 << 31 - 8;
    for (long rest = bytes; rest > 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        result = multiply(result, square);
      }
      square = multiply(square, square);
    }
    return result;
  }

  /** As {@link #crc32Combine}. */
  @Builtin("adler32_combine")
  public static Object adler32Combine(Process process, Object first, Object second, Object size) {
    if (isWord(first) && isWord(second) && size instanceof Long bytes && isWord(size)) {
      long before = (long) first;
      long after = (long) second;
      long a = Math.floorMod((before & 0xFFFF) + (after & 0xFFFF) - 1, ADLER_BASE);
      long repeated = Math.floorMod((before & 0xFFFF) - 1, ADLER_BASE) * (bytes % ADLER_BASE);
      long b = ((before >>> 16) + (after >>> 16) + repeated) % ADLER_BASE;
      return b << 16 | a;
    }
    throw Errors.badarg(process, first, second, size);
  }

  /** Whether an integer of 32 bits. */
  private static boolean isWord(Object value) {
    return value instanceof Long number && number >>> 32 == 0;
  }

  @Builtin("md5")
  public static Object md5(Process process, Object data) {
    Binary bytes = IoLists.toBinary(process, data);
    if (bytes == null) {
      throw Errors.badarg(process, data);
    }
    process.charge(bytes.length() >> 5);
    return new Md5().update(bytes).digest();
  }

  @Builtin("md5_init")
  public static Object md5Init(Process process) {
    return new Md5().context();
  }

  @Builtin("md5_update")
  public static Object md5Update(Process process, Object context, Object data) {
    Md5 md5 = Md5.of(context);
    Binary bytes = md5 == null ? null : IoLists.toBinary(process, data);
    if (md5 == null || bytes == null) {
      throw Errors.badarg(process, context, data);
    }
    process.charge(bytes.length() >> 5);
    return md5.update(bytes).context();
  }

  @Builtin("md5_final")
  public static Object md5Final(Process process, Object context) {
    Md5 md5 = Md5.of(context);
    if (md5 == null) {
      throw Errors.badarg(process, context);
    }
    return md5.digest();
  }
}
