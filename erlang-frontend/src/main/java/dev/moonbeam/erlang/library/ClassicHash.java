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
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The hash of {@code erlang:phash/2}, the older of the two whose values never change: each byte,
 * word or count is added after a multiplication with a prime that tells what it is. Iterative;
 * charged by nodes.
 */
final class ClassicHash {
  /** The primes, numbered from 1 as in OTP. */
  private static final int[] PRIMES = {
    0, 268440163, 268439161, 268435459, 268436141, 268438633, 268437017, 268438039, 268437511,
    268439627, 268440479, 268440577, 268440581, 268440593, 268440611,
  };

  private final WorkMeter meter;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private int hash;

  private ClassicHash(WorkMeter meter) {
    this.meter = meter;
  }

  /** A tuple whose elements are done. */
  private record TupleEnd(int arity) {}

  /** A list cell whose head is done. */
  private record Rest(Object tail) {}

  /** A tail that is no list cell is multiplied once more. */
  private static final Object LIST_END = new Object();

  /** All 32 bits of the hash. */
  static long of(Object term, WorkMeter meter) {
    return new ClassicHash(meter).run(term) & 0xFFFFFFFFL;
  }

  private int run(Object start) {
    waiting.push(start);
    while (!waiting.isEmpty()) {
      meter.charge(1);
      Object next = waiting.pop();
      if (next instanceof TupleEnd(int arity)) {
        step(9, arity);
      } else if (next instanceof Rest(Object tail)) {
        if (tail instanceof Cons cell) {
          list(cell);
        } else {
          waiting.push(LIST_END);
          waiting.push(tail);
        }
      } else if (next == LIST_END) {
        hash *= PRIMES[8];
      } else {
        node(next);
      }
    }
    return hash;
  }

  private void step(int prime, int value) {
    hash = hash * PRIMES[prime] + value;
  }

  private void word(int prime, int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      step(prime, value >>> shift & 0xFF);
    }
  }

  private void node(Object term) {
    switch (term) {
      case Long number -> integer(number);
      case BigInteger number -> big(number);
      case Double real -> {
        long bits = Double.doubleToRawLongBits(real == 0 ? 0.0 : real);
        step(6, (int) (bits >>> 32) ^ (int) bits);
      }
      case Atom atom -> step(1, PortableHash.atomHash(atom));
      case Nil _ -> step(3, 1);
      case Cons cell -> list(cell);
      case Tuple tuple -> {
        waiting.push(new TupleEnd(tuple.size()));
        for (int i = tuple.size() - 1; i >= 0; i--) {
          waiting.push(tuple.get(i));
        }
      }
      case TermMap map -> {
        step(13, PRIMES[14]);
        hash += (int) PortableHash.of(map, meter);
      }
      case Binary binary -> {
        bytes(binary.array(), binary.offset(), binary.length());
        step(4, binary.length());
      }
      case Bits bits -> {
        byte[] bytes = bits.toByteArray();
        int whole = bytes.length - 1;
        bytes(bytes, 0, whole);
        step(1, (bytes[whole] & 0xFF) >> 8 - bits.lastBits());
        step(12, bits.lastBits());
        step(4, whole);
      }
      case Fun fun when FunNames.isExternal(fun) -> {
        step(11, fun.arity());
        step(1, PortableHash.atomHash(FunNames.module(fun)));
        step(1, PortableHash.atomHash(FunNames.name(fun)));
      }
      case Pid pid -> {
        word(5, (int) pid.number());
        hash *= PRIMES[6];
      }
      case Ref ref -> {
        word(9, (int) ref.number());
        hash *= PRIMES[10];
      }
      default -> step(10, TermOrder.hash(term));
    }
  }

  private void bytes(byte[] bytes, int offset, int length) {
    meter.charge(length >> 6);
    for (int i = offset; i < offset + length; i++) {
      step(1, bytes[i] & 0xFF);
    }
  }

  private void integer(long number) {
    if (number >= -(1L << 59) && number < 1L << 59) {
      long magnitude = Math.abs(number);
      word(2, (int) magnitude);
      if (magnitude >>> 32 != 0) {
        word(2, (int) (magnitude >>> 32));
      }
      hash *= PRIMES[number < 0 ? 4 : 3];
    } else {
      big(BigInteger.valueOf(number));
    }
  }

  /** Half words of the magnitude, the lowest first, without an upper half of zeros. */
  private void big(BigInteger number) {
    byte[] magnitude = number.abs().toByteArray();
    meter.charge(magnitude.length >> 6);
    int length = (number.abs().bitLength() + 31) / 32 * 4;
    for (int i = 0; i < length; i++) {
      int at = magnitude.length - 1 - i;
      step(2, at < 0 ? 0 : magnitude[at] & 0xFF);
    }
    hash *= PRIMES[number.signum() < 0 ? 4 : 3];
  }

  /** Bytes at the head of a list are one step each. */
  private void list(Cons list) {
    Object rest = list;
    while (rest instanceof Cons cell && cell.head instanceof Long b && b >= 0 && b < 256) {
      step(2, b.intValue());
      meter.charge(1);
      rest = cell.tail;
    }
    if (rest instanceof Cons cell) {
      waiting.push(new Rest(cell.tail));
      waiting.push(cell.head);
    } else {
      waiting.push(LIST_END);
      waiting.push(rest);
    }
  }
}
