package dev.moonbeam.core.term;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Writes terms; what is still to be written is on a stack of its own. */
final class ExternalEncoder {
  private static final int FLOAT_TEXT = 31;

  private final WorkMeter meter;
  private byte[] out = new byte[64];
  private int length;
  private Object[] stack = new Object[16];
  private int top;
  private int charged;

  /** 0, 1 or 2, as in the options of {@code term_to_binary}. */
  private final int minorVersion;

  ExternalEncoder(int minorVersion, WorkMeter meter) {
    this.minorVersion = minorVersion;
    this.meter = meter;
  }

  /** The elements of a tuple, or keys and values of a map, still to be written. */
  private static final class Pending {
    final Object[] terms;
    int next;

    Pending(Object[] terms) {
      this.terms = terms;
    }
  }

  byte[] encode(Object term) throws ExternalFormat.NotEncodableException {
    write(ExternalFormat.VERSION);
    push(term);
    while (top > 0) {
      Object item = stack[--top];
      if (item instanceof Pending pending) {
        if (pending.next < pending.terms.length) {
          Object next = pending.terms[pending.next++];
          push(pending);
          push(next);
        }
      } else {
        one(item);
      }
      if (length - charged > 4096) {
        meter.charge(length - charged >> 4);
        charged = length;
      }
    }
    meter.charge(length - charged >> 4);
    return Arrays.copyOf(out, length);
  }

  private void one(Object term) throws ExternalFormat.NotEncodableException {
    switch (term) {
      case Long number -> integer(number);
      case BigInteger number -> big(number);
      case Double real when Double.isFinite(real) -> {
        if (minorVersion == 0) {
          floatText(real);
        } else {
          write(ExternalFormat.NEW_FLOAT);
          write8(Double.doubleToRawLongBits(real));
        }
      }
      case Atom atom -> atom(atom.name());
      case Nil _ -> write(ExternalFormat.NIL);
      case Cons cell -> list(cell);
      case Tuple tuple -> {
        if (tuple.size() < 256) {
          write(ExternalFormat.SMALL_TUPLE);
          write(tuple.size());
        } else {
          write(ExternalFormat.LARGE_TUPLE);
          write4(tuple.size());
        }
        push(new Pending(tuple.elements()));
      }
      case TermMap map -> {
        write(ExternalFormat.MAP);
        write4(map.size());
        Object[] keys = map.keys();
        Object[] values = map.values();
        Object[] both = new Object[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
          both[2 * i] = keys[i];
          both[2 * i + 1] = values[i];
        }
        push(new Pending(both));
      }
      case Binary binary -> {
        write(ExternalFormat.BINARY);
        write4(binary.length());
        room(binary.length());
        System.arraycopy(binary.array(), binary.offset(), out, length, binary.length());
        length += binary.length();
      }
      case Bits bits -> {
        write(ExternalFormat.BIT_BINARY);
        byte[] bytes = bits.toByteArray();
        write4(bytes.length);
        write(bits.lastBits());
        room(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
      }
      case Pid pid -> {
        write(ExternalFormat.NEW_PID);
        atom(ExternalFormat.NODE);
        write4((int) (pid.number() & 0xFFFFFFF));
        write4((int) (pid.number() >>> 28));
        write4(0);
      }
      case Ref ref -> {
        write(ExternalFormat.NEWER_REFERENCE);
        write(0);
        write(3);
        atom(ExternalFormat.NODE);
        write4(0);
        write4((int) (ref.number() & 0x3FFFF));
        write4((int) (ref.number() >>> 18));
        write4((int) (ref.number() >>> 50));
      }
      default -> throw new ExternalFormat.NotEncodableException(term);
    }
  }

  /** As {@code "%.20e"} of C writes it, in 31 bytes. */
  private void floatText(double real) {
    write(ExternalFormat.FLOAT);
    String sign = 1 / real == Double.NEGATIVE_INFINITY ? "-" : "";
    String text = sign + String.format(Locale.ROOT, "%.20e", new BigDecimal(real));
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    room(FLOAT_TEXT);
    System.arraycopy(bytes, 0, out, length, bytes.length);
    Arrays.fill(out, length + bytes.length, length + FLOAT_TEXT, (byte) 0);
    length += FLOAT_TEXT;
  }

  private void integer(long number) {
    if (number >= 0 && number < 256) {
      write(ExternalFormat.SMALL_INTEGER);
      write((int) number);
    } else if (number == (int) number) {
      write(ExternalFormat.INTEGER);
      write4((int) number);
    } else {
      big(BigInteger.valueOf(number));
    }
  }

  private void big(BigInteger number) {
    byte[] digits = number.abs().toByteArray();
    int first = digits[0] == 0 ? 1 : 0;
    int count = digits.length - first;
    if (count < 256) {
      write(ExternalFormat.SMALL_BIG);
      write(count);
    } else {
      write(ExternalFormat.LARGE_BIG);
      write4(count);
    }
    write(number.signum() < 0 ? 1 : 0);
    room(count);
    for (int i = digits.length - 1; i >= first; i--) {
      out[length++] = digits[i];
    }
  }

  private void atom(String name) {
    boolean latin1 = minorVersion < 2 && name.chars().allMatch(c -> c < 256);
    byte[] bytes = name.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    if (latin1) {
      write(ExternalFormat.ATOM);
      write(bytes.length >> 8);
      write(bytes.length);
    } else if (bytes.length < 256) {
      write(ExternalFormat.SMALL_ATOM_UTF8);
      write(bytes.length);
    } else {
      write(ExternalFormat.ATOM_UTF8);
      write(bytes.length >> 8);
      write(bytes.length);
    }
    room(bytes.length);
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
  }

  /**
   * A list is flattened into an array, a reference a cell; lists of bytes become strings, as in
   * OTP.
   */
  private void list(Cons list) {
    long count = 0;
    boolean bytes = true;
    Object rest = list;
    for (; rest instanceof Cons cell; rest = cell.tail) {
      bytes &= cell.head instanceof Long b && b >= 0 && b < 256;
      count++;
    }
    meter.charge(count >> 2);
    if (bytes && rest == Nil.EMPTY && count < 65_536) {
      write(ExternalFormat.STRING);
      write((int) count >> 8);
      write((int) count);
      room(count);
      for (rest = list; rest instanceof Cons cell; rest = cell.tail) {
        out[length++] = ((Long) cell.head).byteValue();
      }
      return;
    }
    write(ExternalFormat.LIST);
    write4((int) count);
    meter.reserve(8 * count);
    Object[] elements = new Object[Math.toIntExact(count + 1)];
    int i = 0;
    for (rest = list; rest instanceof Cons cell; rest = cell.tail) {
      elements[i++] = cell.head;
    }
    elements[i] = rest;
    push(new Pending(elements));
  }

  private void push(Object item) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = item;
  }

  private void write(int value) {
    room(1);
    out[length++] = (byte) value;
  }

  private void write4(int value) {
    room(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      out[length++] = (byte) (value >> shift);
    }
  }

  private void write8(long value) {
    write4((int) (value >> 32));
    write4((int) value);
  }

  private void room(long more) {
    long needed = length + more;
    if (needed > out.length) {
      long grown = Math.min(Math.max(needed, 2L * out.length), Integer.MAX_VALUE - 16);
      meter.reserve(Math.max(needed, grown));
      out = Arrays.copyOf(out, Math.toIntExact(grown));
    }
  }
}
