package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.BitBuilder;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Term;
import java.math.BigInteger;

/**
 * Construction of bit strings ({@code << >>} as an expression; reference manual, "Bit Syntax
 * Expressions"). The lowering makes a builder, appends segment by segment and takes the result; the
 * builder is an opaque value to compiled code. What does not fit its segment is badarg, a size that
 * no bit string can have is system_limit, and both are found before anything is allocated. Matching
 * is {@link dev.moonbeam.core.term.BitMatcher}'s.
 */
public final class BitSyntax {
  private BitSyntax() {}

  /**
   * What of a segment is known when compiling: handed to the appenders as their site.
   *
   * @param unit bits a unit
   * @param little whether the least significant byte comes first
   */
  public record Segment(int unit, boolean little) implements java.io.Serializable {}

  /** A new builder. */
  public static Object builder(Process process) {
    return new BitBuilder(process);
  }

  /** The finished bit string; the builder is used up. */
  public static Object finish(Process process, Object builder) {
    BitBuilder bits = (BitBuilder) builder;
    Term result = bits.finish();
    process.allocated(Bits.array(result), 48 + bits.cost());
    return result;
  }

  /** An integer in one byte: what most segments are. */
  public static Object appendByte(Process process, Object builder, Object value) {
    BitBuilder bits = (BitBuilder) builder;
    if (value instanceof Long number) {
      checkFits(process, bits, 8);
      bits.integer(number, 8, false);
    } else {
      appendInteger(bits, process, value, 8, false);
    }
    return builder;
  }

  /** {@code Value:Size/integer-unit:U}. */
  public static Object appendInteger(
      Process process, Object builder, Object value, Object size, Segment segment) {
    BitBuilder bits = (BitBuilder) builder;
    long count = sizeInBits(process, bits, size, segment.unit());
    appendInteger(bits, process, value, count, segment.little());
    return builder;
  }

  private static void appendInteger(
      BitBuilder bits, Process process, Object value, long count, boolean little) {
    checkFits(process, bits, count);
    switch (value) {
      case Long number -> bits.integer(number, count, little);
      case BigInteger number -> bits.integer(number, count, little);
      default -> throw badarg(process);
    }
  }

  /** {@code Value:Size/float-unit:U}: 16, 32 or 64 bits. */
  public static Object appendFloat(
      Process process, Object builder, Object value, Object size, Segment segment) {
    BitBuilder bits = (BitBuilder) builder;
    long count = sizeInBits(process, bits, size, segment.unit());
    if (count != 16 && count != 32 && count != 64) {
      throw badarg(process);
    }
    double real =
        switch (value) {
          case Double number -> number;
          case Long number -> (double) number;
          case BigInteger number -> number.doubleValue();
          default -> throw badarg(process);
        };
    checkFits(process, bits, count);
    if (Double.isInfinite(real) || !bits.real(real, (int) count, segment.little())) {
      throw badarg(process);
    }
    return builder;
  }

  /** {@code Value/binary-unit:U}: all of a bit string, which must be a whole number of units. */
  public static Object appendAll(Process process, Object builder, Object value, Segment segment) {
    BitBuilder bits = (BitBuilder) builder;
    if (!(value instanceof Binary) && !(value instanceof Bits)) {
      throw badarg(process);
    }
    Term part = (Term) value;
    long length = Bits.bitLength(part);
    if (segment.unit() > 1 && length % segment.unit() != 0) {
      throw badarg(process);
    }
    checkFits(process, bits, length);
    bits.bits(part, 0, length);
    return builder;
  }

  /** {@code Value:Size/binary-unit:U}: the first bits of a bit string. */
  public static Object appendPart(
      Process process, Object builder, Object value, Object size, Segment segment) {
    BitBuilder bits = (BitBuilder) builder;
    long count = sizeInBits(process, bits, size, segment.unit());
    if (!(value instanceof Binary) && !(value instanceof Bits)) {
      throw badarg(process);
    }
    Term part = (Term) value;
    if (count > Bits.bitLength(part)) {
      throw badarg(process);
    }
    checkFits(process, bits, count);
    bits.bits(part, 0, count);
    return builder;
  }

  /** {@code "":Size}: nothing, of any size that is not negative. */
  public static Object appendNone(Process process, Object builder, Object size) {
    boolean valid =
        size instanceof Long count && count >= 0
            || size instanceof BigInteger large && large.signum() > 0;
    if (!valid) {
      throw badarg(process);
    }
    return builder;
  }

  /** {@code Value/utf8}. */
  public static Object appendUtf8(Process process, Object builder, Object value) {
    BitBuilder bits = (BitBuilder) builder;
    checkFits(process, bits, 32);
    if (!(value instanceof Long c) || !bits.utf8(c)) {
      throw badarg(process);
    }
    return builder;
  }

  /** {@code Value/utf16}. */
  public static Object appendUtf16(Process process, Object builder, Object value, Segment segment) {
    BitBuilder bits = (BitBuilder) builder;
    checkFits(process, bits, 32);
    if (!(value instanceof Long c) || !bits.utf16(c, segment.little())) {
      throw badarg(process);
    }
    return builder;
  }

  /** {@code Value/utf32}. */
  public static Object appendUtf32(Process process, Object builder, Object value, Segment segment) {
    BitBuilder bits = (BitBuilder) builder;
    checkFits(process, bits, 32);
    if (!(value instanceof Long c) || !bits.utf32(c, segment.little())) {
      throw badarg(process);
    }
    return builder;
  }

  private static long sizeInBits(Process process, BitBuilder bits, Object size, int unit) {
    if (size instanceof Long count && count >= 0) {
      if (count > BitBuilder.MOST_BITS || count * unit > BitBuilder.MOST_BITS) {
        throw Errors.error(process, Errors.SYSTEM_LIMIT);
      }
      return count * unit;
    }
    if (size instanceof BigInteger big && big.signum() > 0) {
      throw Errors.error(process, Errors.SYSTEM_LIMIT);
    }
    throw badarg(process);
  }

  private static void checkFits(Process process, BitBuilder bits, long count) {
    if (!bits.fits(count)) {
      throw Errors.error(process, Errors.SYSTEM_LIMIT);
    }
  }

  private static Raise badarg(Process process) {
    return Errors.error(process, Errors.BADARG);
  }
}
