package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.Numbers;
import dev.moonbeam.lua.runtime.StringBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What files do (manual, 6.8): the functions of their metatable. */
@BuiltinModule(
    value = "FILE*",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaFileMethods {
  /** Longest numeral that {@code read("n")} takes. */
  private static final int LONGEST_NUMERAL = 200;

  /** As in the reference implementation. */
  private static final int MOST_FORMATS = 250;

  private static final Object[] LINE = {Binary.of("l")};

  private LuaFileMethods() {}

  /** An open file. */
  static LuaFile file(Process process, String function, Object value) {
    LuaFile file = anyFile(process, function, value);
    if (file.isClosed()) {
      throw LuaError.library(process, "attempt to use a closed file");
    }
    return file;
  }

  private static LuaFile anyFile(Process process, String function, Object value) {
    if (value instanceof LuaFile file) {
      return file;
    }
    throw Arguments.typeError(process, function, 1, LuaFile.TYPE_NAME, value);
  }

  private static Object failure(IOException e) {
    String message = String.valueOf(e.getMessage());
    return switch (message) {
      case "Bad file descriptor" -> new FileAccess.Failure(message, 9).result("");
      case "Invalid argument" -> new FileAccess.Failure(message, 22).result("");
      case "Illegal seek" -> new FileAccess.Failure(message, 29).result("");
      default -> FileAccess.of(e).result("");
    };
  }

  @Builtin("close")
  public static Object close(Process process, Object value) {
    LuaFile file = file(process, "close", value);
    if (!file.mayClose()) {
      return Special.values(new Object[] {Atom.NIL, Binary.of("cannot close standard file")});
    }
    try {
      return Special.values(file.close(process));
    } catch (IOException e) {
      return failure(e);
    }
  }

  @Builtin("__close")
  public static Object closeAtScopeEnd(Process process, Object value) {
    return collect(process, value);
  }

  @Builtin("__gc")
  public static Object collect(Process process, Object value) {
    LuaFile file = anyFile(process, "close", value);
    if (!file.isClosed() && file.mayClose()) {
      return close(process, value);
    }
    return LuaIo.nothing();
  }

  @Builtin("__tostring")
  public static Object describe(Process process, Object value) {
    LuaFile file = anyFile(process, "tostring", value);
    return Binary.of(
        file.isClosed()
            ? "file (closed)"
            : "file (0x%08x)".formatted(System.identityHashCode(file)));
  }

  @Builtin("flush")
  public static Object flush(Process process, Object value) {
    LuaFile file = file(process, "flush", value);
    try {
      file.flush(process);
      return Atom.TRUE;
    } catch (IOException e) {
      return failure(e);
    }
  }

  @Builtin("seek")
  public static Object seek(Process process, Object value, Object whence, Object offset) {
    LuaFile file = file(process, "seek", value);
    String from = Arguments.string(process, "seek", 2, whence, Binary.of("cur")).toLatin1();
    long by = Arguments.integer(process, "seek", 3, offset, 0);
    if (!from.equals("set") && !from.equals("cur") && !from.equals("end")) {
      throw Arguments.error(process, "seek", 2, "invalid option '" + from + "'");
    }
    try {
      return file.seek(process, from, by);
    } catch (IOException e) {
      return failure(e);
    }
  }

  @Builtin("setvbuf")
  public static Object setBuffering(Process process, Object value, Object mode, Object size) {
    LuaFile file = file(process, "setvbuf", value);
    String how = Arguments.string(process, "setvbuf", 2, mode).toLatin1();
    Arguments.integer(process, "setvbuf", 3, size, 0);
    if (!how.equals("no") && !how.equals("full") && !how.equals("line")) {
      throw Arguments.error(process, "setvbuf", 2, "invalid option '" + how + "'");
    }
    return flush(process, file);
  }

  @Builtin("write")
  public static Object write(Process process, Object value, Object[] values) {
    return write(process, file(process, "write", value), values, 2);
  }

  static Object write(Process process, LuaFile file, Object[] values, int position) {
    try {
      for (int i = 0; i < values.length; i++) {
        Binary text =
            values[i] instanceof Double real
                ? Binary.ofLatin1(Numbers.formatAsC(real))
                : Arguments.string(process, "write", position + i, values[i]);
        file.write(process, text.array(), text.offset(), text.length());
      }
      return file;
    } catch (IOException e) {
      return failure(e);
    }
  }

  @Builtin("lines")
  public static Object lines(Process process, Object value, Object[] formats) {
    return new Lines(process, file(process, "lines", value), formats, false);
  }

  @Builtin("read")
  public static Object read(Process process, Object value, Object[] formats) {
    return read(process, file(process, "read", value), "read", formats, 1);
  }

  /** The iterator that {@code lines} gives. */
  static final class Lines extends Fun {
    private final LuaFile file;
    private final Object[] formats;
    private final boolean closes;

    Lines(Process process, LuaFile file, Object[] formats, boolean closes) {
      this.file = file;
      if (formats.length > MOST_FORMATS) {
        throw Arguments.error(process, "lines", MOST_FORMATS + 2, "too many arguments");
      }
      this.formats = formats.clone();
      this.closes = closes;
    }

    @Override
    public int arity() {
      return 0;
    }

    @Override
    public String displayName() {
      return "function <lines>";
    }

    @Override
    public Object callN(Process process, Object[] arguments) {
      process.charge(1);
      if (file.isClosed()) {
        throw LuaError.library(process, "file is already closed");
      }
      Object[] results = process.all(read(process, file, "for iterator", formats, 1));
      if (results[0] != Atom.NIL) {
        return Special.values(results);
      }
      if (results.length > 1) {
        throw LuaError.library(process, ((Binary) results[1]).toLatin1());
      }
      if (closes) {
        close(process, file);
      }
      return Special.values(NO_ARGUMENTS);
    }
  }

  // ------------------------------------------------------------------------------------------------------------ reading

  /**
   * @param skipped arguments before the formats, for messages
   */
  static Object read(Process process, LuaFile file, String function, Object[] given, int skipped) {
    Object[] formats = given.length == 0 ? LINE : given;
    List<Object> results = new ArrayList<>();
    try {
      for (int i = 0; i < formats.length; i++) {
        Object result = readOne(process, file, function, formats[i], skipped + i + 1);
        if (result == null) {
          results.add(Atom.NIL);
          break;
        }
        results.add(result);
      }
      return Special.values(results.toArray());
    } catch (IOException e) {
      return failure(e);
    }
  }

  /** One value, or null at the end of the file. */
  private static @Nullable Object readOne(
      Process process, LuaFile file, String function, Object format, int position)
      throws IOException {
    if (format instanceof Long || format instanceof Double) {
      return readBytes(process, file, Arguments.integer(process, function, position, format));
    }
    Binary text = Arguments.string(process, function, position, format);
    int at = text.length() > 0 && text.at(0) == '*' ? 1 : 0;
    return switch (text.length() > at ? text.at(at) : 0) {
      case 'n' -> readNumber(process, file);
      case 'l' -> readLine(process, file, false);
      case 'L' -> readLine(process, file, true);
      case 'a' -> readAll(process, file);
      default -> throw Arguments.error(process, function, position, "invalid format");
    };
  }

  private static @Nullable Object readBytes(Process process, LuaFile file, long count)
      throws IOException {
    if (count == 0) {
      return file.peek(process) < 0 ? null : Binary.EMPTY;
    }
    if (count < 0) {
      throw LuaError.value(process, Binary.of("not enough memory"));
    }
    StringBuffer text = new StringBuffer(process, (int) Math.min(count, 8192));
    for (long have = 0; have < count; have++) {
      int next = file.read(process);
      if (next < 0) {
        return have == 0 ? null : text.toBinary();
      }
      text.add(next);
    }
    return text.toBinary();
  }

  private static @Nullable Object readLine(Process process, LuaFile file, boolean keepEnd)
      throws IOException {
    StringBuffer text = new StringBuffer(process, 80);
    while (true) {
      int next = file.read(process);
      if (next < 0) {
        return text.length() == 0 ? null : text.toBinary();
      }
      if (next == '\n') {
        return (keepEnd ? text.add(next) : text).toBinary();
      }
      text.add(next);
    }
  }

  private static Object readAll(Process process, LuaFile file) throws IOException {
    StringBuffer text = new StringBuffer(process, 256);
    for (int next; (next = file.read(process)) >= 0; ) {
      text.add(next);
    }
    return text.toBinary();
  }

  /** The longest text that can begin a numeral is taken, whether it is one or not. */
  private static @Nullable Object readNumber(Process process, LuaFile file) throws IOException {
    int next = file.peek(process);
    while (next == ' ' || next >= 9 && next <= 13) {
      file.read(process);
      next = file.peek(process);
    }
    Numeral numeral = new Numeral(process, file);
    numeral.oneOf("+-");
    boolean hexadecimal = false;
    int digits = 0;
    if (numeral.oneOf("0")) {
      if (numeral.oneOf("xX")) {
        hexadecimal = true;
      } else {
        digits = 1;
      }
    }
    digits += numeral.digits(hexadecimal);
    if (numeral.oneOf(".")) {
      digits += numeral.digits(hexadecimal);
    }
    if (digits > 0 && numeral.oneOf(hexadecimal ? "pP" : "eE")) {
      numeral.oneOf("+-");
      numeral.digits(false);
    }
    return numeral.overlong ? null : Numbers.parse(Binary.ofLatin1(numeral.text.toString()));
  }

  private static final class Numeral {
    private final Process process;
    private final LuaFile file;
    final StringBuilder text = new StringBuilder();
    boolean overlong;

    Numeral(Process process, LuaFile file) {
      this.process = process;
      this.file = file;
    }

    boolean oneOf(String set) throws IOException {
      int next = file.peek(process);
      if (next < 0 || set.indexOf(next) < 0 || overlong) {
        return false;
      }
      if (text.length() >= LONGEST_NUMERAL) {
        overlong = true;
        return false;
      }
      text.append((char) file.read(process));
      return true;
    }

    int digits(boolean hexadecimal) throws IOException {
      int count = 0;
      while (oneOf(hexadecimal ? "0123456789abcdefABCDEF" : "0123456789")) {
        count++;
      }
      return count;
    }
  }
}
