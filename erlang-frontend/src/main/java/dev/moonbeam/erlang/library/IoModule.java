package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.GroupLeaders;
import dev.moonbeam.core.process.OutputSink;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.CharData;
import dev.moonbeam.erlang.runtime.Errors;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code io}: output in UTF-8 to where the process prints. A device that is a process is
 * spoken to by the I/O protocol, from Erlang ({@code io_protocol}).
 */
@BuiltinModule("io")
public final class IoModule {
  private static final Atom STANDARD_IO = Atom.of("standard_io");
  private static final Atom STANDARD_ERROR = Atom.of("standard_error");
  private static final Atom USER = Atom.of("user");
  private static final Atom PUT_CHARS = Atom.of("put_chars");
  private static final Atom ENCODING = Atom.of("unicode");

  private IoModule() {}

  @Builtin("format")
  public static Object format(Process process, Object format) {
    return formatted(process, STANDARD_IO, format, Nil.EMPTY, format);
  }

  @Builtin("format")
  public static Object format(Process process, Object format, Object arguments) {
    return formatted(process, STANDARD_IO, format, arguments, format, arguments);
  }

  @Builtin("format")
  public static Object format(Process process, Object device, Object format, Object arguments) {
    return formatted(process, device, format, arguments, device, format, arguments);
  }

  @Builtin("fwrite")
  public static Object fwrite(Process process, Object format) {
    return formatted(process, STANDARD_IO, format, Nil.EMPTY, format);
  }

  @Builtin("fwrite")
  public static Object fwrite(Process process, Object format, Object arguments) {
    return formatted(process, STANDARD_IO, format, arguments, format, arguments);
  }

  @Builtin("fwrite")
  public static Object fwrite(Process process, Object device, Object format, Object arguments) {
    return formatted(process, device, format, arguments, device, format, arguments);
  }

  private static Object formatted(
      Process process, Object device, Object format, Object values, Object... arguments) {
    String text = IoFormat.format(process, format, values);
    if (text == null) {
      throw Errors.badarg(process, arguments);
    }
    return write(process, device, text, arguments);
  }

  @Builtin("put_chars")
  public static Object putChars(Process process, Object chars) {
    return putChars(process, STANDARD_IO, chars);
  }

  @Builtin("put_chars")
  public static Object putChars(Process process, Object device, Object chars) {
    String text = CharData.toText(process, chars);
    if (text == null) {
      throw Errors.badarg(process, device, chars);
    }
    return write(process, device, text, device, chars);
  }

  @Builtin("nl")
  public static Object nl(Process process) {
    return write(process, STANDARD_IO, "\n");
  }

  @Builtin("nl")
  public static Object nl(Process process, Object device) {
    return write(process, device, "\n", device);
  }

  @Builtin("write")
  public static Object write(Process process, Object term) {
    return write(process, STANDARD_IO, term);
  }

  @Builtin("write")
  public static Object write(Process process, Object device, Object term) {
    String text = PrettyPrinter.oneLine(term, -1, false, false, process);
    return write(process, device, text, device, term);
  }

  private static Object write(Process process, Object device, String text, Object... arguments) {
    OutputSink sink = sink(process, device);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (sink != null) {
      process.write(sink, bytes, 0, bytes.length);
      return Atom.OK;
    }
    Pid pid = pid(process, device);
    if (pid == null || !ProcessBifs.isAliveHere(process, pid)) {
      throw arguments.length == 0
          ? Errors.error(process, Atom.of("terminated"))
          : Errors.errorWith(
              process, pid == null ? Errors.BADARG : Atom.of("terminated"), arguments);
    }
    Tuple request = new Tuple(PUT_CHARS, ENCODING, Binary.of(bytes));
    return Special.tailCall(
        process.node().code().external("io_protocol", "request", 2), new Object[] {pid, request});
  }

  /** The node's own output or error output; null for a process. */
  private static @Nullable OutputSink sink(Process process, Object device) {
    if (device == STANDARD_ERROR) {
      return process.node().errorOutput();
    }
    if (device == USER) {
      return process.output();
    }
    if (device == STANDARD_IO) {
      return GroupLeaders.of(process) == null
              || GroupLeaders.of(process) == GroupLeaders.standard(process.node())
          ? process.output()
          : null;
    }
    return device == GroupLeaders.standard(process.node()) ? process.output() : null;
  }

  private static @Nullable Pid pid(Process process, Object device) {
    if (device == STANDARD_IO) {
      return GroupLeaders.of(process);
    }
    return device instanceof Atom name
        ? process.node().whereis(name)
        : device instanceof Pid pid ? pid : null;
  }

  @Builtin("printable_range")
  public static Object printableRange(Process process) {
    return Atom.of("latin1");
  }
}
