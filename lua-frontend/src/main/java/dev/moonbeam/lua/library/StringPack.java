package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.StringBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code string.pack}, {@code packsize} and {@code unpack} (manual, 6.4.2). Sizes are those of a
 * 64-bit C platform.
 */
final class StringPack {
  private static final int LARGEST_INTEGER = 16;
  private static final int NATIVE_ALIGNMENT = 8;
  private static final long LARGEST_RESULT = Integer.MAX_VALUE;

  private final Process process;
  private final String function;
  private final Binary format;
  private int at;
  private boolean little = true;
  private int maxAlignment = 1;

  // The option just read.
  private Kind kind = Kind.NOTHING;
  private int size;
  private int padding;

  private enum Kind {
    SIGNED,
    UNSIGNED,
    FLOAT,
    DOUBLE,
    FIXED_STRING,
    SIZED_STRING,
    ZERO_STRING,
    PADDING_BYTE,
    ALIGNMENT,
    NOTHING
  }

  private StringPack(Process process, String function, Binary format) {
    this.process = process;
    this.function = function;
    this.format = format;
  }

  private boolean hasMore() {
    process.charge(1);
    return !isAtEnd();
  }

  /** The format is a C string: a zero byte ends it. */
  private boolean isAtEnd() {
    return at >= format.length() || format.at(at) == 0;
  }

  private int number(int otherwise) {
    if (at >= format.length() || !isDigit(format.at(at))) {
      return otherwise;
    }
    int number = 0;
    do {
      number = 10 * number + format.at(at++) - '0';
    } while (at < format.length()
        && isDigit(format.at(at))
        && number <= (Integer.MAX_VALUE - 9) / 10);
    return number;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private int integerSize(int otherwise) {
    int number = number(otherwise);
    if (number > LARGEST_INTEGER || number <= 0) {
      throw LuaError.library(
          process, "integral size (" + number + ") out of limits [1," + LARGEST_INTEGER + "]");
    }
    return number;
  }

  private void option() {
    int c = format.at(at++);
    size = 0;
    kind = Kind.NOTHING;
    switch (c) {
      case 'b' -> integer(Kind.SIGNED, 1);
      case 'B' -> integer(Kind.UNSIGNED, 1);
      case 'h' -> integer(Kind.SIGNED, 2);
      case 'H' -> integer(Kind.UNSIGNED, 2);
      case 'l', 'j' -> integer(Kind.SIGNED, 8);
      case 'L', 'J', 'T' -> integer(Kind.UNSIGNED, 8);
      case 'i' -> integer(Kind.SIGNED, integerSize(4));
      case 'I' -> integer(Kind.UNSIGNED, integerSize(4));
      case 's' -> integer(Kind.SIZED_STRING, integerSize(8));
      case 'f' -> integer(Kind.FLOAT, 4);
      case 'n', 'd' -> integer(Kind.DOUBLE, 8);
      case 'c' -> {
        size = number(-1);
        if (size < 0) {
          throw LuaError.library(process, "missing size for format option 'c'");
        }
        kind = Kind.FIXED_STRING;
      }
      case 'z' -> kind = Kind.ZERO_STRING;
      case 'x' -> integer(Kind.PADDING_BYTE, 1);
      case 'X' -> kind = Kind.ALIGNMENT;
      case ' ' -> {}
      case '<', '=' -> little = true;
      case '>' -> little = false;
      case '!' -> maxAlignment = integerSize(NATIVE_ALIGNMENT);
      default -> throw LuaError.library(process, "invalid format option '" + (char) c + "'");
    }
  }

  private void integer(Kind what, int bytes) {
    kind = what;
    size = bytes;
  }

  /**
   * Reads an option and how many bytes of padding align it where {@code total} bytes lie before it.
   */
  private void next(long total) {
    option();
    int alignment = size;
    Kind wanted = kind;
    if (kind == Kind.ALIGNMENT) {
      if (isAtEnd()) {
        alignment = 0;
      } else {
        option();
        alignment = size;
      }
      if (kind == Kind.FIXED_STRING || alignment == 0) {
        throw Arguments.error(process, function, 1, "invalid next option for option 'X'");
      }
      kind = wanted;
      size = 0;
    }
    padding = 0;
    boolean aligned =
        switch (kind) {
          case SIGNED, UNSIGNED, FLOAT, DOUBLE, SIZED_STRING, ALIGNMENT -> true;
          default -> false;
        };
    if (alignment > 1 && aligned) {
      int boundary = Math.min(alignment, maxAlignment);
      if ((boundary & boundary - 1) != 0) {
        throw Arguments.error(process, function, 1, "format asks for alignment not power of 2");
      }
      padding = (int) (boundary - (total & boundary - 1) & boundary - 1);
    }
  }

  // ------------------------------------------------------------------------------------------------------------- pack

  static Object pack(Process process, Binary format, Object[] values) {
    StringPack packer = new StringPack(process, "pack", format);
    StringBuffer out = new StringBuffer(process, 32);
    int used = 0;
    while (packer.hasMore()) {
      packer.next(out.length());
      out.repeat(0, packer.padding);
      switch (packer.kind) {
        case PADDING_BYTE -> out.add(0);
        case ALIGNMENT, NOTHING -> {}
        default -> {
          packer.packOne(
              out, used + 2, used < values.length ? values[used] : dev.moonbeam.core.term.Atom.NIL);
          used++;
        }
      }
    }
    return out.toBinary();
  }

  private void packOne(StringBuffer out, int position, Object value) {
    switch (kind) {
      case SIGNED -> {
        long integer = Arguments.integer(process, function, position, value);
        if (size < 8) {
          long limit = 1L << 8 * size - 1;
          if (integer < -limit || integer >= limit) {
            throw Arguments.error(process, function, position, "integer overflow");
          }
        }
        packInteger(out, integer, size, integer < 0);
      }
      case UNSIGNED -> {
        long integer = Arguments.integer(process, function, position, value);
        if (size < 8 && integer >>> 8 * size != 0) {
          throw Arguments.error(process, function, position, "unsigned overflow");
        }
        packInteger(out, integer, size, false);
      }
      case FLOAT ->
          packInteger(
              out,
              Float.floatToRawIntBits((float) Arguments.real(process, function, position, value)),
              4,
              false);
      case DOUBLE ->
          packInteger(
              out,
              Double.doubleToRawLongBits(Arguments.real(process, function, position, value)),
              8,
              false);
      case FIXED_STRING -> {
        Binary string = Arguments.string(process, function, position, value);
        if (string.length() > size) {
          throw Arguments.error(process, function, position, "string longer than given size");
        }
        out.add(string);
        out.repeat(0, size - string.length());
      }
      case SIZED_STRING -> {
        Binary string = Arguments.string(process, function, position, value);
        if (size < 8 && (long) string.length() >>> 8 * size != 0) {
          throw Arguments.error(
              process, function, position, "string length does not fit in given size");
        }
        packInteger(out, string.length(), size, false);
        out.add(string);
      }
      default -> {
        Binary string = Arguments.string(process, function, position, value);
        for (int i = 0; i < string.length(); i++) {
          if (string.at(i) == 0) {
            throw Arguments.error(process, function, position, "string contains zeros");
          }
        }
        out.add(string);
        out.add(0);
      }
    }
  }

  private void packInteger(StringBuffer out, long value, int bytes, boolean negative) {
    for (int i = 0; i < bytes; i++) {
      int place = little ? i : bytes - 1 - i;
      out.add(place < 8 ? (int) (value >>> 8 * place) : negative ? 0xFF : 0);
    }
  }

  // --------------------------------------------------------------------------------------------------------- packsize

  static Object packSize(Process process, Binary format) {
    StringPack packer = new StringPack(process, "packsize", format);
    long total = 0;
    while (packer.hasMore()) {
      packer.next(total);
      if (packer.kind == Kind.SIZED_STRING || packer.kind == Kind.ZERO_STRING) {
        throw Arguments.error(process, "packsize", 1, "variable-length format");
      }
      long more = (long) packer.size + packer.padding;
      if (total > LARGEST_RESULT - more) {
        throw Arguments.error(process, "packsize", 1, "format result too large");
      }
      total += more;
    }
    return total;
  }

  // ----------------------------------------------------------------------------------------------------------- unpack

  static Object unpack(Process process, Binary format, Binary data, long position) {
    StringPack packer = new StringPack(process, "unpack", format);
    long start = LuaString.begin(position, data.length()) - 1;
    if (start > data.length()) {
      throw Arguments.error(process, "unpack", 3, "initial position out of string");
    }
    int from = (int) start;
    List<Object> results = new ArrayList<>();
    while (packer.hasMore()) {
      packer.next(from);
      long needed = (long) packer.padding + packer.size;
      if (needed > data.length() - from) {
        throw packer.tooShort();
      }
      from += packer.padding;
      switch (packer.kind) {
        case SIGNED, UNSIGNED ->
            results.add(packer.unpackInteger(data, from, packer.size, packer.kind == Kind.SIGNED));
        case FLOAT ->
            results.add(
                (double) Float.intBitsToFloat((int) packer.unpackInteger(data, from, 4, false)));
        case DOUBLE ->
            results.add(Double.longBitsToDouble(packer.unpackInteger(data, from, 8, false)));
        case FIXED_STRING -> results.add(packer.part(data, from, packer.size));
        case SIZED_STRING -> {
          long length = packer.unpackInteger(data, from, packer.size, false);
          if (length < 0 || length > data.length() - from - packer.size) {
            throw packer.tooShort();
          }
          results.add(packer.part(data, from + packer.size, (int) length));
          from += (int) length;
        }
        case ZERO_STRING -> {
          int end = from;
          while (end < data.length() && data.at(end) != 0) {
            end++;
          }
          packer.process.charge(end - from >> 4);
          if (end == data.length()) {
            throw Arguments.error(process, "unpack", 2, "unfinished string for format 'z'");
          }
          results.add(packer.part(data, from, end - from));
          from = end + 1;
        }
        default -> {}
      }
      from += packer.size;
    }
    results.add(from + 1L);
    return Special.values(results.toArray());
  }

  private RuntimeException tooShort() {
    return Arguments.error(process, "unpack", 2, "data string too short");
  }

  private Binary part(Binary data, int from, int length) {
    process.charge(length >> 6);
    Binary part = data.slice(from, length);
    process.allocated(part, 40L + length);
    return part;
  }

  private long unpackInteger(Binary data, int from, int bytes, boolean signed) {
    long value = 0;
    for (int place = Math.min(bytes, 8) - 1; place >= 0; place--) {
      value = value << 8 | data.at(from + (little ? place : bytes - 1 - place));
    }
    if (bytes < 8) {
      int spare = 64 - 8 * bytes;
      return signed ? value << spare >> spare : value;
    }
    int fill = signed && value < 0 ? 0xFF : 0;
    for (int place = 8; place < bytes; place++) {
      if (data.at(from + (little ? place : bytes - 1 - place)) != fill) {
        throw LuaError.library(process, bytes + "-byte integer does not fit into Lua Integer");
      }
    }
    return value;
  }
}
