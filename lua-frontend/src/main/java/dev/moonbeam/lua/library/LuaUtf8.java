package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Comparison;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.StringBuffer;

/** Library {@code utf8} (manual, 6.5). */
@BuiltinModule(
    value = "utf8",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaUtf8 {
  private static final int MOST_RESULTS = 1_000_000;
  private static final long LARGEST = 0x7FFFFFFFL;

  /** Smallest code that needs so many bytes; an encoding longer than needed is invalid. */
  private static final long[] SMALLEST = {0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};

  private LuaUtf8() {}

  /**
   * Code point at an index and, in the upper half, its length in bytes; -1 for an invalid encoding.
   */
  private static long decode(Binary s, int at, boolean strict) {
    int first = s.at(at);
    if (first < 0x80) {
      return 1L << 32 | first;
    }
    int length = Integer.numberOfLeadingZeros(~(first << 24));
    if (length < 2 || length > 6 || at + length > s.length()) {
      return -1;
    }
    long code = first & 0x7F >> length;
    for (int i = 1; i < length; i++) {
      int next = s.at(at + i);
      if (!isContinuation(next)) {
        return -1;
      }
      code = code << 6 | next & 0x3F;
    }
    if (code < SMALLEST[length]
        || strict && (code > 0x10FFFF || code >= 0xD800 && code <= 0xDFFF)) {
      return -1;
    }
    return (long) length << 32 | code;
  }

  private static boolean isContinuation(int b) {
    return (b & 0xC0) == 0x80;
  }

  private static long position(long position, int length) {
    return position >= 0 ? position : -position > length ? 0 : length + position + 1;
  }

  @Builtin("char")
  public static Object charOf(Process process, Object[] codes) {
    StringBuffer text = new StringBuffer(process, 4 * Math.min(codes.length, 64));
    for (int i = 0; i < codes.length; i++) {
      long code = Arguments.integer(process, "char", i + 1, codes[i]);
      if (code < 0 || code > LARGEST) {
        throw Arguments.error(process, "char", i + 1, "value out of range");
      }
      encode(text, (int) code);
    }
    process.charge(codes.length >> 3);
    return text.toBinary();
  }

  private static void encode(StringBuffer text, int code) {
    if (code < 0x80) {
      text.add(code);
      return;
    }
    int length = 2;
    while (length < 6 && code >>> 5 * length + 1 != 0) {
      length++;
    }
    text.add(0xFF00 >> length & 0xFF | code >>> 6 * (length - 1));
    for (int shift = 6 * (length - 2); shift >= 0; shift -= 6) {
      text.add(0x80 | code >>> shift & 0x3F);
    }
  }

  @Builtin("codepoint")
  public static Object codepoint(Process process, Object s, Object i, Object j, Object lax) {
    Binary string = Arguments.string(process, "codepoint", 1, s);
    int length = string.length();
    long from = position(Arguments.integer(process, "codepoint", 2, i, 1), length);
    long to = position(Arguments.integer(process, "codepoint", 3, j, from), length);
    if (from < 1) {
      throw Arguments.error(process, "codepoint", 2, "out of bounds");
    }
    if (to > length) {
      throw Arguments.error(process, "codepoint", 3, "out of bounds");
    }
    if (from > to) {
      return Special.values(Fun.NO_ARGUMENTS);
    }
    if (to - from >= MOST_RESULTS) {
      throw LuaError.library(process, "stack overflow (string slice too long)");
    }
    boolean strict = isStrict(lax);
    process.charge(to - from >> 2);
    Object[] codes = new Object[(int) (to - from + 1)];
    int count = 0;
    for (int at = (int) from - 1; at < to; ) {
      long decoded = decode(string, at, strict);
      if (decoded < 0) {
        throw LuaError.library(process, "invalid UTF-8 code");
      }
      codes[count++] = decoded & 0xFFFFFFFFL;
      at += (int) (decoded >>> 32);
    }
    return Special.values(java.util.Arrays.copyOf(codes, count));
  }

  private static boolean isStrict(Object lax) {
    return Arguments.isNil(lax) || !Comparison.truthy(lax);
  }

  @Builtin("len")
  public static Object len(Process process, Object s, Object i, Object j, Object lax) {
    Binary string = Arguments.string(process, "len", 1, s);
    int length = string.length();
    long from = position(Arguments.integer(process, "len", 2, i, 1), length) - 1;
    long to = position(Arguments.integer(process, "len", 3, j, -1), length) - 1;
    if (from < 0 || from > length) {
      throw Arguments.error(process, "len", 2, "initial position out of bounds");
    }
    if (to >= length) {
      throw Arguments.error(process, "len", 3, "final position out of bounds");
    }
    boolean strict = isStrict(lax);
    process.charge(Math.max(0, to - from) >> 3);
    long count = 0;
    for (int at = (int) from; at <= to; count++) {
      long decoded = decode(string, at, strict);
      if (decoded < 0) {
        return Special.values(new Object[] {Atom.NIL, at + 1L});
      }
      at += (int) (decoded >>> 32);
    }
    return count;
  }

  @Builtin("offset")
  public static Object offset(Process process, Object s, Object n, Object i) {
    Binary string = Arguments.string(process, "offset", 1, s);
    int length = string.length();
    long count = Arguments.integer(process, "offset", 2, n);
    long start = Arguments.integer(process, "offset", 3, i, count >= 0 ? 1 : length + 1L);
    long at = position(start, length) - 1;
    if (at < 0 || at > length) {
      throw Arguments.error(process, "offset", 3, "position out of bounds");
    }
    long from = at;
    if (count == 0) {
      while (at > 0 && continues(string, at)) {
        at--;
      }
      process.charge(from - at >> 3);
      return at + 1;
    }
    if (continues(string, at)) {
      throw LuaError.library(process, "initial position is a continuation byte");
    }
    if (count < 0) {
      while (count < 0 && at > 0) {
        do {
          at--;
        } while (at > 0 && continues(string, at));
        count++;
      }
    } else {
      count--;
      while (count > 0 && at < length) {
        do {
          at++;
        } while (continues(string, at));
        count--;
      }
    }
    process.charge(Math.abs(at - from) >> 3);
    return count == 0 ? (Object) (at + 1) : Atom.NIL;
  }

  private static boolean continues(Binary string, long at) {
    return at < string.length() && isContinuation(string.at((int) at));
  }

  @Builtin("codes")
  public static Object codes(Process process, Object s, Object lax) {
    Binary string = Arguments.string(process, "codes", 1, s);
    if (continues(string, 0)) {
      throw Arguments.error(process, "codes", 1, "invalid UTF-8 code");
    }
    return Special.values(new Object[] {isStrict(lax) ? Codes.STRICT : Codes.LAX, string, 0L});
  }

  /** The iterator of {@code codes}; its state is the string and the position. */
  static final class Codes extends Fun {
    static final Codes STRICT = new Codes(true);
    static final Codes LAX = new Codes(false);

    private final boolean strict;

    Codes(boolean strict) {
      this.strict = strict;
    }

    @Override
    public int arity() {
      return 2;
    }

    @Override
    public String displayName() {
      return "function <utf8.codes>";
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      process.charge(1);
      Binary string = Arguments.string(process, "for iterator", 1, Arguments.at(arguments, 0));
      long at = Arguments.integer(process, "for iterator", 2, Arguments.at(arguments, 1));
      // Position n (from 1) is index n - 1: the byte behind the previous character's first one.
      while (at >= 0 && continues(string, at)) {
        at++;
      }
      if (at < 0 || at >= string.length()) {
        return Special.values(NO_ARGUMENTS);
      }
      long decoded = decode(string, (int) at, strict);
      if (decoded < 0 || continues(string, at + (decoded >>> 32))) {
        throw LuaError.library(process, "invalid UTF-8 code");
      }
      return Special.values(new Object[] {at + 1, decoded & 0xFFFFFFFFL});
    }
  }
}
