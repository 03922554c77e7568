package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The hash of {@code erlang:phash2}, whose values are the same in every release and on every
 * machine, so that programs store what they put by it: Jenkins' 96-bit mix over the nodes of a
 * term, each kind with a constant of its own. Maps are hashed without regard to order. Iterative;
 * charged by nodes.
 */
final class PortableHash {
  /** The golden ratio; its multiples tell kinds of terms apart. */
  private static final int GOLDEN = 0x9E3779B9;

  private static final Object MAP_PAIR = new Object();

  private final WorkMeter meter;
  private Object[] stack = new Object[4];
  private int top;
  private int hash;
  private int pairs;
  private int work;

  private PortableHash(WorkMeter meter) {
    this.meter = meter;
  }

  /** What of an enclosing term waits until a map is done. */
  private record MapTail(int hash, int pairs) {}

  /** All 32 bits of the hash. */
  static long of(Object term, WorkMeter meter) {
    if (term instanceof Atom atom) {
      return atomHash(atom) & 0xFFFFFFFFL;
    }
    return new PortableHash(meter).run(term) & 0xFFFFFFFFL;
  }

  private int run(Object start) {
    push(start);
    while (top > 0) {
      if (++work == 256) {
        meter.charge(work);
        work = 0;
      }
      Object term = stack[--top];
      if (term == MAP_PAIR) {
        pairs ^= hash;
        hash = 0;
      } else if (term instanceof MapTail tail) {
        int all = pairs;
        hash = tail.hash;
        pairs = tail.pairs;
        mix(all, 0, 19);
      } else {
        node(term);
      }
    }
    meter.charge(work);
    return hash;
  }

  private void node(Object term) {
    switch (term) {
      case Long number -> integer(number);
      case BigInteger number -> big(number);
      case Double real -> {
        long bits = Double.doubleToRawLongBits(real == 0 ? 0.0 : real);
        mix((int) (bits >>> 32), (int) bits, 12);
      }
      case Atom atom -> {
        if (hash == 0) {
          hash = atomHash(atom);
        } else {
          mix(atomHash(atom), 0, 3);
        }
      }
      case Nil _ -> {
        if (hash == 0) {
          hash = (int) 3468870702L;
        } else {
          mix(2, 0, 2);
        }
      }
      case Cons cell -> list(cell);
      case Tuple tuple -> {
        mix(tuple.size(), 0, 9);
        for (int i = tuple.size() - 1; i >= 0; i--) {
          push(tuple.get(i));
        }
      }
      case TermMap map -> {
        mix(map.size(), 0, 16);
        if (map.size() > 0) {
          push(new MapTail(hash, pairs));
          hash = 0;
          pairs = 0;
          map.forEach(
              (key, value) -> {
                push(MAP_PAIR);
                push(value);
                push(key);
              });
        }
      }
      case Binary binary -> {
        byte[] bytes = binary.array();
        hash =
            binary.length() == 0
                ? 13 * GOLDEN + hash
                : block(bytes, binary.offset(), binary.length(), 13 * GOLDEN + hash);
      }
      case Bits bits -> {
        byte[] bytes = bits.toByteArray();
        int whole = bytes.length - 1;
        hash = block(bytes, 0, whole, 13 * GOLDEN + hash);
        mix(bits.lastBits(), (bytes[whole] & 0xFF) >> 8 - bits.lastBits(), 15);
      }
      case Fun fun when FunNames.isExternal(fun) -> {
        mix(fun.arity(), atomHash(FunNames.module(fun)), 1);
        mix(atomHash(FunNames.name(fun)), 0, 14);
      }
      case Pid pid -> mix((int) (pid.number() & 0xFFFFFFF), 0, 5);
      case Ref ref -> mix((int) (ref.number() & 0x3FFFF), 0, 7);
      default -> mix(TermOrder.hash(term), 0, 8);
    }
  }

  private void integer(long number) {
    if (number >= -(1L << 27) && number < 1L << 27) {
      int value = (int) number;
      if (value < 0) {
        mix(-value, 0, 1);
      }
      mix(value, 0, 1);
    } else if (number < 0) {
      mix((int) -number, (int) (-number >>> 32), 10);
    } else {
      mix((int) number, (int) (number >>> 32), 11);
    }
  }

  private void big(BigInteger number) {
    BigInteger magnitude = number.abs();
    int kind = number.signum() < 0 ? 10 : 11;
    for (int shift = 0; shift < magnitude.bitLength(); shift += 64) {
      long digit = magnitude.shiftRight(shift).longValue();
      mix((int) digit, (int) (digit >>> 32), kind);
      meter.charge(magnitude.bitLength() >> 10);
    }
  }

  /** Bytes at the head of a list are taken four at a time. */
  private void list(Cons list) {
    int count = 0;
    int four = 0;
    Object rest = list;
    while (rest instanceof Cons cell && cell.head instanceof Long b && b >= 0 && b < 256) {
      four = (four << 8) + b.intValue();
      if (count == 3) {
        mix(four, 0, 4);
        count = 0;
        four = 0;
      } else {
        count++;
      }
      work++;
      if (work >= 255) {
        meter.charge(work);
        work = 0;
      }
      rest = cell.tail;
    }
    if (count > 0) {
      mix(four, 0, 4);
    }
    if (rest instanceof Cons cell) {
      push(cell.tail);
      push(cell.head);
    } else {
      push(rest);
    }
  }

  private void push(Object item) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = item;
  }

  private void mix(int first, int second, int kind) {
    hash = jenkins(kind * GOLDEN + first, kind * GOLDEN + second, hash);
  }

  private static int jenkins(int first, int second, int third) {
    int a = first;
    int b = second;
    int c = third;
    a = a - b - c ^ c >>> 13;
    b = b - c - a ^ a << 8;
    c = c - a - b ^ b >>> 13;
    a = a - b - c ^ c >>> 12;
    b = b - c - a ^ a << 16;
    c = c - a - b ^ b >>> 5;
    a = a - b - c ^ c >>> 3;
    b = b - c - a ^ a << 10;
    c = c - a - b ^ b >>> 15;
    return c;
  }

  /** Jenkins' hash of bytes, twelve a step; the low byte of the last third word is the length. */
  private int block(byte[] bytes, int offset, int length, int start) {
    int a = GOLDEN;
    int b = GOLDEN;
    int c = start;
    int at = offset;
    int left = length;
    int[] words = new int[3];
    for (; left >= 12; left -= 12, at += 12) {
      words[0] = a + word(bytes, at);
      words[1] = b + word(bytes, at + 4);
      words[2] = c + word(bytes, at + 8);
      scramble(words);
      a = words[0];
      b = words[1];
      c = words[2];
    }
    c += length;
    for (int i = 0; i < left; i++) {
      int value = bytes[at + i] & 0xFF;
      if (i < 4) {
        a += value << 8 * i;
      } else if (i < 8) {
        b += value << 8 * (i - 4);
      } else {
        c += value << 8 * (i - 7);
      }
    }
    meter.charge(length >> 6);
    words[0] = a;
    words[1] = b;
    words[2] = c;
    scramble(words);
    return words[2];
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  private static void scramble(int[] words) {
    int a = words[0];
    int b = words[1];
    int c = words[2];
    a = a - b - c ^ c >>> 13;
    b = b - c - a ^ a << 8;
    c = c - a - b ^ b >>> 13;
    a = a - b - c ^ c >>> 12;
    b = b - c - a ^ a << 16;
    c = c - a - b ^ b >>> 5;
    a = a - b - c ^ c >>> 3;
    b = b - c - a ^ a << 10;
    c = c - a - b ^ b >>> 15;
    words[0] = a;
    words[1] = b;
    words[2] = c;
  }

  /** The hash of an atom's characters in the atom table (P. J. Weinberger's). */
  static int atomHash(Atom atom) {
    byte[] name = atom.name().getBytes(StandardCharsets.UTF_8);
    int h = 0;
    for (int i = 0; i < name.length; i++) {
      int value = name[i] & 0xFF;
      if (i + 1 < name.length && (value & 0xFE) == 0xC2 && (name[i + 1] & 0xC0) == 0x80) {
        value = (value << 6 | name[++i] & 0x3F) & 0xFF;
      }
      h = (h << 4) + value;
      int high = h & 0xF0000000;
      if (high != 0) {
        h ^= high >>> 24;
        h ^= high;
      }
    }
    return h;
  }
}
