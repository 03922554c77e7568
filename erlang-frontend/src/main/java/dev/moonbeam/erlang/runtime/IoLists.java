package dev.moonbeam.erlang.runtime;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.BitBuilder;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Term;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * I/O lists: nested, possibly improper lists of bytes and binaries. Walked without Java recursion,
 * charged by their cells; a list whose parts are shared is paid for as often as a part occurs.
 */
public final class IoLists {
  private static final int BATCH = 256;

  private IoLists() {}

  /** What a walk does with what it meets. */
  private interface Sink {
    boolean byteValue(int value);

    boolean bits(Term bitString);
  }

  /** Visits bytes and bit strings in order; false at the first thing that does not belong. */
  private static boolean walk(Process process, Object data, Sink sink) {
    Object[] stack = new Object[16];
    int top = 0;
    int work = 0;
    Object term = data;
    // A bare bit string is fine, a bare integer is not.
    if (!(data instanceof Cons)) {
      return data == Nil.EMPTY || data instanceof Term other && sinkBits(other, sink);
    }
    for (; ; ) {
      if (++work == BATCH) {
        process.charge(BATCH / 8);
        work = 0;
      }
      if (term instanceof Cons cell) {
        switch (cell.head) {
          case Long n -> {
            if (n < 0 || n > 255 || !sink.byteValue(n.intValue())) {
              return false;
            }
          }
          case Cons _ -> {
            if (top == stack.length) {
              stack = Arrays.copyOf(stack, top * 2);
            }
            stack[top++] = cell.tail;
            term = cell.head;
            continue;
          }
          case Nil _ -> {}
          default -> {
            if (!(cell.head instanceof Term part) || !sinkBits(part, sink)) {
              return false;
            }
          }
        }
        term = cell.tail;
        continue;
      }
      if (term != Nil.EMPTY && !(term instanceof Term part && sinkBits(part, sink))) {
        return false;
      }
      if (top == 0) {
        process.charge(work / 8);
        return true;
      }
      term = stack[--top];
    }
  }

  private static boolean sinkBits(Term term, Sink sink) {
    return (term instanceof Binary || term instanceof Bits) && sink.bits(term);
  }

  /** All bytes in one binary, null when it is no I/O list. */
  public static @Nullable Binary toBinary(Process process, Object data) {
    if (data instanceof Binary binary) {
      return binary;
    }
    Collector collector = new Collector(process);
    if (!walk(process, data, collector)) {
      return null;
    }
    return collector.finish();
  }

  /** All bytes and bits in one bit string, null when it is no list of such. */
  public static @Nullable Object toBitString(Process process, Object data) {
    BitBuilder builder = new BitBuilder(process, 64);
    boolean fine =
        walk(
            process,
            data,
            new Sink() {
              @Override
              public boolean byteValue(int value) {
                builder.integer(value, 8, false);
                return true;
              }

              @Override
              public boolean bits(Term bitString) {
                long length = Bits.bitLength(bitString);
                if (!builder.fits(length)) {
                  throw Errors.error(process, Errors.SYSTEM_LIMIT);
                }
                builder.bits(bitString, 0, length);
                return true;
              }
            });
    if (!fine) {
      return null;
    }
    return BitSyntax.finish(process, builder);
  }

  /** Number of bytes, -1 when it is no I/O list. */
  public static long size(Process process, Object data) {
    long[] size = new long[1];
    boolean fine =
        walk(
            process,
            data,
            new Sink() {
              @Override
              public boolean byteValue(int value) {
                size[0]++;
                return true;
              }

              @Override
              public boolean bits(Term bitString) {
                if (bitString instanceof Binary binary) {
                  size[0] += binary.length();
                  return true;
                }
                return false;
              }
            });
    return fine ? size[0] : -1;
  }

  /** Gathers bytes in a growing array. */
  private static final class Collector implements Sink {
    private final Process process;
    private byte[] bytes = new byte[64];
    private int length;

    Collector(Process process) {
      this.process = process;
    }

    @Override
    public boolean byteValue(int value) {
      if (length == bytes.length) {
        grow(1);
      }
      bytes[length++] = (byte) value;
      return true;
    }

    @Override
    public boolean bits(Term bitString) {
      if (!(bitString instanceof Binary binary)) {
        return false;
      }
      if (binary.length() > bytes.length - length) {
        grow(binary.length());
      }
      System.arraycopy(binary.array(), binary.offset(), bytes, length, binary.length());
      length += binary.length();
      process.charge(binary.length() >> 8);
      return true;
    }

    private void grow(long more) {
      long needed = length + more;
      long grown = Math.min(Math.max(needed, 2L * bytes.length), Integer.MAX_VALUE - 64);
      if (needed > grown) {
        throw Errors.error(process, Errors.SYSTEM_LIMIT);
      }
      process.reserve(needed);
      bytes = Arrays.copyOf(bytes, (int) grown);
    }

    Binary finish() {
      Binary result =
          bytes.length - length > 32 + (length >> 3)
              ? Binary.of(Arrays.copyOf(bytes, length))
              : Binary.of(bytes, 0, length);
      process.allocated(result.array(), 48L + length);
      return result;
    }
  }
}
