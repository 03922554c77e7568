package dev.moonbeam.core.term;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads terms; compound terms under way are on a stack of their own. */
final class ExternalDecoder {
  private static final int BATCH = 256;

  private final byte[] bytes;
  private final int end;
  private final ExternalFormat.Names names;
  private final WorkMeter meter;
  private int position;
  private Compound @Nullable [] stack;
  private int top;
  private int work;

  ExternalDecoder(byte[] bytes, int start, int end, ExternalFormat.Names names, WorkMeter meter) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.names = names;
    this.meter = meter;
  }

  int position() {
    return position;
  }

  /** A list, tuple or map of which some parts have been read. */
  private static final class Compound {
    final int tag;
    final int wanted;
    Object[] parts;
    int have;

    Compound(int tag, int wanted) {
      this.tag = tag;
      this.wanted = wanted;
      // Grows with what is really there: a count alone allocates next to nothing.
      this.parts = new Object[Math.min(wanted, 16)];
    }

    void add(Object part) {
      if (have == parts.length) {
        parts = Arrays.copyOf(parts, Math.min(wanted, have * 2));
      }
      parts[have++] = part;
    }
  }

  Object decode() throws ExternalFormat.MalformedException {
    for (; ; ) {
      if (++work >= BATCH) {
        meter.charge(work >> 1);
        work = 0;
      }
      Object term = simple();
      // A finished part may finish what it is part of, and so on up.
      while (term != null) {
        if (top == 0) {
          meter.charge(work >> 1);
          return term;
        }
        Compound[] frames = stack;
        if (frames == null) {
          throw new IllegalStateException();
        }
        Compound open = frames[top - 1];
        open.add(term);
        term = null;
        if (open.have == open.wanted) {
          top--;
          term = finish(open);
        }
      }
    }
  }

  private Object finish(Compound done) throws ExternalFormat.MalformedException {
    switch (done.tag) {
      case ExternalFormat.LIST -> {
        Object list = done.parts[done.have - 1];
        for (int i = done.have - 2; i >= 0; i--) {
          list = new Cons(done.parts[i], list);
        }
        return list;
      }
      case ExternalFormat.MAP -> {
        TermMap.Builder map = new TermMap.Builder(meter);
        for (int i = 0; i < done.have; i += 2) {
          map.put(done.parts[i], done.parts[i + 1]);
        }
        TermMap built = map.build();
        if (2 * built.size() != done.have) {
          throw new ExternalFormat.MalformedException("duplicate key");
        }
        return built;
      }
      default -> {
        return new Tuple(done.parts);
      }
    }
  }

  /** A term without parts, or null when a compound one was opened. */
  private @Nullable Object simple() throws ExternalFormat.MalformedException {
    int tag = byte1();
    switch (tag) {
      case ExternalFormat.SMALL_INTEGER -> {
        return (long) byte1();
      }
      case ExternalFormat.INTEGER -> {
        return (long) int4();
      }
      case ExternalFormat.SMALL_BIG -> {
        return big(byte1());
      }
      case ExternalFormat.LARGE_BIG -> {
        return big(count());
      }
      case ExternalFormat.NEW_FLOAT -> {
        return real(Double.longBitsToDouble((long) int4() << 32 | int4() & 0xFFFFFFFFL));
      }
      case ExternalFormat.FLOAT -> {
        int from = take(31);
        int to = from;
        while (to < from + 31 && bytes[to] != 0) {
          to++;
        }
        try {
          return real(
              Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII)));
        } catch (NumberFormatException e) {
          throw new ExternalFormat.MalformedException("float");
        }
      }
      case ExternalFormat.ATOM,
          ExternalFormat.SMALL_ATOM,
          ExternalFormat.ATOM_UTF8,
          ExternalFormat.SMALL_ATOM_UTF8 -> {
        return atom(tag);
      }
      case ExternalFormat.NIL -> {
        return Nil.EMPTY;
      }
      case ExternalFormat.STRING -> {
        int length = int2();
        int from = take(length);
        Object list = Nil.EMPTY;
        for (int i = length - 1; i >= 0; i--) {
          list = new Cons((long) (bytes[from + i] & 0xFF), list);
        }
        work += length >> 2;
        return list;
      }
      case ExternalFormat.BINARY -> {
        int length = count();
        int from = take(length);
        meter.reserve(length);
        return Binary.of(Arrays.copyOfRange(bytes, from, from + length));
      }
      case ExternalFormat.BIT_BINARY -> {
        int length = count();
        int bits = byte1();
        int from = take(length);
        if (bits < 1 || bits > 8 || length == 0) {
          throw new ExternalFormat.MalformedException("bits");
        }
        meter.reserve(length);
        return Bits.of(Arrays.copyOfRange(bytes, from, from + length), 0, 8L * length - 8 + bits);
      }
      case ExternalFormat.SMALL_TUPLE -> {
        return open(tag, byte1());
      }
      case ExternalFormat.LARGE_TUPLE -> {
        return open(tag, count());
      }
      case ExternalFormat.LIST -> {
        return open(tag, count() + 1);
      }
      case ExternalFormat.MAP -> {
        int size = count();
        if (2L * size > end - position) {
          throw new ExternalFormat.MalformedException("size");
        }
        return open(tag, 2 * size);
      }
      case ExternalFormat.NEW_PID, ExternalFormat.PID -> {
        node();
        long id = int4() & 0xFFFFFFFL;
        long serial = int4() & 0xFFFFFFFFL;
        take(tag == ExternalFormat.PID ? 1 : 4);
        return names.pid(serial << 28 | id);
      }
      case ExternalFormat.NEWER_REFERENCE, ExternalFormat.NEW_REFERENCE -> {
        int words = int2();
        node();
        take(tag == ExternalFormat.NEW_REFERENCE ? 1 : 4);
        if (words != 3) {
          throw new ExternalFormat.MalformedException("reference");
        }
        long low = int4() & 0x3FFFFL;
        long middle = int4() & 0xFFFFFFFFL;
        return new Ref((int4() & 0x3FFFL) << 50 | middle << 18 | low);
      }
      default -> throw new ExternalFormat.MalformedException("tag " + tag);
    }
  }

  private @Nullable Object open(int tag, int parts) throws ExternalFormat.MalformedException {
    if (parts == 0) {
      return tag == ExternalFormat.MAP ? TermMap.empty() : Tuple.EMPTY;
    }
    // Every part takes a byte at least.
    if (parts > end - position) {
      throw new ExternalFormat.MalformedException("size");
    }
    Compound[] frames = stack;
    if (frames == null) {
      frames = stack = new Compound[16];
    } else if (top == frames.length) {
      meter.reserve(16L * top);
      frames = stack = Arrays.copyOf(frames, top * 2);
    }
    frames[top++] = new Compound(tag, parts);
    return null;
  }

  private static Object real(double value) throws ExternalFormat.MalformedException {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new ExternalFormat.MalformedException("float");
    }
    return value;
  }

  private Object big(int count) throws ExternalFormat.MalformedException {
    int sign = byte1();
    int from = take(count);
    meter.reserve(count);
    byte[] digits = new byte[count];
    for (int i = 0; i < count; i++) {
      digits[count - 1 - i] = bytes[from + i];
    }
    BigInteger value = new BigInteger(sign == 0 ? 1 : -1, digits);
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  private Atom atom(int tag) throws ExternalFormat.MalformedException {
    boolean small = tag == ExternalFormat.SMALL_ATOM || tag == ExternalFormat.SMALL_ATOM_UTF8;
    int length = small ? byte1() : int2();
    int from = take(length);
    boolean utf8 = tag == ExternalFormat.ATOM_UTF8 || tag == ExternalFormat.SMALL_ATOM_UTF8;
    String name =
        new String(
            bytes, from, length, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    Atom atom = name.codePointCount(0, name.length()) > 255 ? null : names.atom(name);
    if (atom == null) {
      throw new ExternalFormat.MalformedException("atom");
    }
    return atom;
  }

  /** The node of a pid or reference: ours, as there is no other. */
  private void node() throws ExternalFormat.MalformedException {
    int tag = byte1();
    switch (tag) {
      case ExternalFormat.ATOM,
          ExternalFormat.SMALL_ATOM,
          ExternalFormat.ATOM_UTF8,
          ExternalFormat.SMALL_ATOM_UTF8 -> {
        if (!atom(tag).name().equals(ExternalFormat.NODE)) {
          throw new ExternalFormat.MalformedException("node");
        }
      }
      default -> throw new ExternalFormat.MalformedException("node");
    }
  }

  /** A count of four bytes that what is left can bear out, so it fits an int with room to spare. */
  private int count() throws ExternalFormat.MalformedException {
    long count = int4() & 0xFFFFFFFFL;
    if (count > end - position) {
      throw new ExternalFormat.MalformedException("size");
    }
    return (int) count;
  }

  private int byte1() throws ExternalFormat.MalformedException {
    return bytes[take(1)] & 0xFF;
  }

  private int int2() throws ExternalFormat.MalformedException {
    int at = take(2);
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  private int int4() throws ExternalFormat.MalformedException {
    int at = take(4);
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | bytes[at + 3] & 0xFF;
  }

  /** Passes over bytes that are there; gives where they start. */
  private int take(int count) throws ExternalFormat.MalformedException {
    if (count > end - position) {
      throw new ExternalFormat.MalformedException("end");
    }
    int at = position;
    position += count;
    return at;
  }
}
