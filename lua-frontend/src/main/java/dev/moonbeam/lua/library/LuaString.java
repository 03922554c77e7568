package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.compile.BinaryChunk;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.Comparison;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.Strings;

/**
 * Library {@code string} (manual, 6.4) but for patterns, {@code format} and packing, which have
 * files of their own.
 */
@BuiltinModule(
    value = "string",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaString {
  private LuaString() {}

  /** Most values that one call may give: what a Lua stack holds. */
  private static final int MOST_RESULTS = 1_000_000;

  @Builtin("len")
  public static Object len(Process process, Object s) {
    return (long) Arguments.string(process, "len", 1, s).length();
  }

  @Builtin("sub")
  public static Object sub(Process process, Object s, Object i, Object j) {
    Binary string = Arguments.string(process, "sub", 1, s);
    int length = string.length();
    long from = begin(Arguments.integer(process, "sub", 2, i), length);
    long to = end(Arguments.integer(process, "sub", 3, j, -1), length);
    if (from > to) {
      return Binary.EMPTY;
    }
    int count = (int) (to - from + 1);
    if (count == length) {
      return string;
    }
    if (count == 1) {
      return Binary.ofByte(string.at((int) from - 1));
    }
    Binary part = string.slice((int) from - 1, count);
    process.allocated(part, part.array() == string.array() ? 40 : 40L + count);
    return part;
  }

  /** A position counted from either end, as the first of a range: 1 or more. */
  static long begin(long position, int length) {
    if (position > 0) {
      return position;
    }
    return position == 0 || position < -length ? 1 : length + position + 1;
  }

  /** A position counted from either end, as the last of a range: length or less. */
  static long end(long position, int length) {
    if (position > length) {
      return length;
    }
    return position >= 0 ? position : position < -length ? 0 : length + position + 1;
  }

  @Builtin("byte")
  public static Object byteOf(Process process, Object s, Object i, Object j) {
    Binary string = Arguments.string(process, "byte", 1, s);
    int length = string.length();
    long first = Arguments.integer(process, "byte", 2, i, 1);
    long from = begin(first, length);
    long to = end(Arguments.integer(process, "byte", 3, j, first), length);
    if (from == to) {
      return (long) string.at((int) from - 1);
    }
    if (from > to) {
      return Special.values(Fun.NO_ARGUMENTS);
    }
    long count = to - from + 1;
    if (count >= MOST_RESULTS) {
      throw LuaError.library(process, "stack overflow (string slice too long)");
    }
    process.charge(count >> 2);
    process.reserve(8 * count);
    Object[] bytes = new Object[(int) count];
    for (int at = 0; at < count; at++) {
      bytes[at] = (long) string.at((int) from - 1 + at);
    }
    return Special.values(bytes);
  }

  @Builtin("char")
  public static Object charOf(Process process, Object[] codes) {
    if (codes.length == 1 && codes[0] instanceof Long code && (code & ~0xFF) == 0) {
      return Binary.ofByte((int) (long) code);
    }
    process.charge(codes.length >> 3);
    byte[] bytes = new byte[codes.length];
    for (int at = 0; at < codes.length; at++) {
      long code = Arguments.integer(process, "char", at + 1, codes[at]);
      if ((code & ~0xFF) != 0) {
        throw Arguments.error(process, "char", at + 1, "value out of range");
      }
      bytes[at] = (byte) code;
    }
    return Strings.made(process, bytes);
  }

  @Builtin("upper")
  public static Object upper(Process process, Object s) {
    return mapped(process, Arguments.string(process, "upper", 1, s), 'a', 'z');
  }

  @Builtin("lower")
  public static Object lower(Process process, Object s) {
    return mapped(process, Arguments.string(process, "lower", 1, s), 'A', 'Z');
  }

  /** Changes the case of the letters from first to last. */
  private static Object mapped(Process process, Binary string, int first, int last) {
    process.reserve(string.length());
    process.charge(string.length() >> 5);
    byte[] bytes = string.toByteArray();
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] >= first && bytes[at] <= last) {
        bytes[at] ^= 32;
      }
    }
    return Strings.made(process, bytes);
  }

  @Builtin("reverse")
  public static Object reverse(Process process, Object s) {
    Binary string = Arguments.string(process, "reverse", 1, s);
    int length = string.length();
    process.reserve(length);
    process.charge(length >> 5);
    byte[] bytes = new byte[length];
    for (int at = 0; at < length; at++) {
      bytes[at] = (byte) string.at(length - 1 - at);
    }
    return Strings.made(process, bytes);
  }

  @Builtin("rep")
  public static Object rep(Process process, Object s, Object n, Object sep) {
    Binary string = Arguments.string(process, "rep", 1, s);
    long times = Arguments.integer(process, "rep", 2, n);
    Binary separator = Arguments.string(process, "rep", 3, sep, Binary.EMPTY);
    if (times <= 0) {
      return Binary.EMPTY;
    }
    long unit = (long) string.length() + separator.length();
    if (unit == 0) {
      return Binary.EMPTY;
    }
    if (times > Long.MAX_VALUE / unit) {
      throw LuaError.library(process, "resulting string too large");
    }
    int total = Strings.room(process, unit * times - separator.length());
    process.charge(total >> 6);
    byte[] bytes = new byte[total];
    if (total > 0) {
      // One unit, then doubling what is there.
      int have = Math.min(total, (int) unit);
      System.arraycopy(string.array(), string.offset(), bytes, 0, string.length());
      System.arraycopy(
          separator.array(), separator.offset(), bytes, string.length(), have - string.length());
      while (have < total) {
        int more = Math.min(have, total - have);
        System.arraycopy(bytes, 0, bytes, have, more);
        have += more;
      }
    }
    return Strings.made(process, bytes);
  }

  @Builtin("format")
  public static Object format(Process process, Object format, Object[] arguments) {
    return StringFormat.format(process, Arguments.string(process, "format", 1, format), arguments);
  }

  // -------------------------------------------------------------------------------------------------------- patterns

  @Builtin("find")
  public static Object find(Process process, Object s, Object pattern, Object init, Object plain) {
    Binary subject = Arguments.string(process, "find", 1, s);
    Binary text = Arguments.string(process, "find", 2, pattern);
    long from = begin(Arguments.integer(process, "find", 3, init, 1), subject.length()) - 1;
    if (from > subject.length()) {
      return Atom.NIL;
    }
    if (!Arguments.isNil(plain) && plain != Atom.FALSE || !hasSpecials(text)) {
      int at = indexOf(process, subject, text, (int) from);
      return at < 0 ? Atom.NIL : Special.values(new Object[] {at + 1L, (long) at + text.length()});
    }
    return search(process, subject, text, (int) from, true);
  }

  @Builtin("match")
  public static Object match(Process process, Object s, Object pattern, Object init) {
    Binary subject = Arguments.string(process, "match", 1, s);
    Binary text = Arguments.string(process, "match", 2, pattern);
    long from = begin(Arguments.integer(process, "match", 3, init, 1), subject.length()) - 1;
    return from > subject.length() ? Atom.NIL : search(process, subject, text, (int) from, false);
  }

  private static Object search(
      Process process, Binary subject, Binary pattern, int from, boolean find) {
    PatternMatcher matcher = new PatternMatcher(process, subject, pattern);
    boolean anchored = matcher.isAnchored();
    int last = anchored ? from : subject.length();
    for (int at = from; at <= last; at++) {
      if (!anchored) {
        at = matcher.nextCandidate(at);
        if (at > last) {
          break;
        }
      }
      int end = matcher.match(at, true);
      if (end >= 0) {
        if (!find) {
          return Special.values(captures(matcher, at, end, 0));
        }
        Object[] results = matcher.captures == 0 ? new Object[2] : captures(matcher, at, end, 2);
        results[0] = at + 1L;
        results[1] = (long) end;
        return Special.values(results);
      }
    }
    return Atom.NIL;
  }

  /** The captures of a match behind {@code skip} free places. */
  private static Object[] captures(PatternMatcher matcher, int from, int to, int skip) {
    Object[] results = new Object[skip + matcher.results()];
    for (int i = skip; i < results.length; i++) {
      results[i] = matcher.capture(i - skip, from, to);
    }
    return results;
  }

  private static boolean hasSpecials(Binary pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.at(i)) {
        case '^', '$', '*', '+', '?', '.', '(', '[', '%', '-' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Where the text occurs, or -1. Charged by the bytes compared. */
  private static int indexOf(Process process, Binary subject, Binary text, int from) {
    byte[] bytes = subject.array();
    byte[] wanted = text.array();
    int length = text.length();
    if (length == 0) {
      return from;
    }
    int base = subject.offset();
    int last = base + subject.length() - length;
    int start = text.offset();
    byte first = wanted[start];
    int paid = base + from;
    for (int at = base + from; at <= last; at++) {
      if (bytes[at] == first) {
        int same = 1;
        while (same < length && bytes[at + same] == wanted[start + same]) {
          same++;
        }
        if (same == length) {
          process.charge(at - paid >> 5);
          return at - base;
        }
        paid -= same;
      }
      if (at - paid > 4096) {
        process.charge(at - paid >> 5);
        paid = at;
      }
    }
    process.charge(Math.max(0, last - paid) >> 5);
    return -1;
  }

  @Builtin("gmatch")
  public static Object gmatch(Process process, Object s, Object pattern, Object init) {
    Binary subject = Arguments.string(process, "gmatch", 1, s);
    Binary text = Arguments.string(process, "gmatch", 2, pattern);
    long from = begin(Arguments.integer(process, "gmatch", 3, init, 1), subject.length()) - 1;
    return new Gmatch(subject, text, (int) Math.min(from, subject.length() + 1L));
  }

  /** The iterator that gmatch gives. */
  static final class Gmatch extends Fun {
    private final Binary subject;
    private final Binary pattern;
    private int from;
    private int lastEnd = -1;

    Gmatch(Binary subject, Binary pattern, int from) {
      this.subject = subject;
      this.pattern = pattern;
      this.from = from;
    }

    @Override
    public int arity() {
      return 0;
    }

    @Override
    public String displayName() {
      return "function <gmatch>";
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      process.charge(1);
      PatternMatcher matcher = new PatternMatcher(process, subject, pattern);
      for (int at = from; at <= subject.length(); at++) {
        at = matcher.nextCandidate(at);
        if (at > subject.length()) {
          break;
        }
        int end = matcher.match(at, false);
        if (end >= 0 && end != lastEnd) {
          from = end;
          lastEnd = end;
          return Special.values(captures(matcher, at, end, 0));
        }
      }
      from = subject.length() + 1;
      return Atom.NIL;
    }
  }

  @Builtin("gsub")
  public static Object gsub(Process process, Object s, Object pattern, Object repl, Object n) {
    return Substitution.gsub(process, s, pattern, repl, n);
  }

  // --------------------------------------------------------------------------------------------------------- packing

  @Builtin("pack")
  public static Object pack(Process process, Object format, Object[] values) {
    return StringPack.pack(process, Arguments.string(process, "pack", 1, format), values);
  }

  @Builtin("packsize")
  public static Object packsize(Process process, Object format) {
    return StringPack.packSize(process, Arguments.string(process, "packsize", 1, format));
  }

  @Builtin("unpack")
  public static Object unpack(Process process, Object format, Object data, Object position) {
    return StringPack.unpack(
        process,
        Arguments.string(process, "unpack", 1, format),
        Arguments.string(process, "unpack", 2, data),
        Arguments.integer(process, "unpack", 3, position, 1));
  }

  @Builtin(value = "dump", cost = 100)
  public static Object dump(Process process, Object function, Object strip) {
    if (!(function instanceof Fun value)) {
      throw Arguments.typeError(process, "dump", 1, "function", function);
    }
    Binary chunk = BinaryChunk.dump(process, value, Comparison.truthy(Arguments.value(strip)));
    if (chunk == null) {
      throw LuaError.library(process, "unable to dump given function");
    }
    return chunk;
  }
}
