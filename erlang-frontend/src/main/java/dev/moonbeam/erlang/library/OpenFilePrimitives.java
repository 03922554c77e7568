package dev.moonbeam.erlang.library;

import static dev.moonbeam.erlang.library.FilePrimitives.attempt;
import static dev.moonbeam.erlang.library.FilePrimitives.error;
import static dev.moonbeam.erlang.library.FilePrimitives.ok;
import static dev.moonbeam.erlang.library.FilePrimitives.toRead;
import static dev.moonbeam.erlang.library.FilePrimitives.toWrite;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.IoLists;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * What module {@code file_io_server} does to open files: reading and writing, at the position or
 * anywhere. Only the process that opened a file may use it.
 */
@BuiltinModule("moonbeam_file")
public final class OpenFilePrimitives {
  private static final Atom EOF = Atom.of("eof");

  private OpenFilePrimitives() {}

  /**
   * @param modes a list of {@code read}, {@code write}, {@code append} and {@code exclusive}
   */
  @Builtin("open")
  public static Object open(Process process, Object name, Object modes) {
    Set<String> wanted = atoms(modes);
    return attempt(
        process,
        () -> {
          boolean append = wanted.contains("append");
          boolean exclusive = wanted.contains("exclusive");
          boolean write = wanted.contains("write") || append || exclusive;
          boolean read = wanted.contains("read") || !write;
          Path path = write ? toWrite(process, name) : toRead(process, name);
          if (read) {
            toRead(process, name);
          }
          if (Files.isDirectory(path)) {
            return error("eisdir");
          }
          Set<OpenOption> options = new HashSet<>();
          if (read) {
            options.add(StandardOpenOption.READ);
          }
          if (write) {
            options.add(StandardOpenOption.WRITE);
            options.add(exclusive ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
            if (!read && !append && !exclusive) {
              options.add(StandardOpenOption.TRUNCATE_EXISTING);
            }
          }
          OpenFile file = OpenFile.open(process, () -> FileChannel.open(path, options), append);
          return file == null
              ? error("emfile")
              : ok(new Ref(process.makeReference().number(), file));
        });
  }

  private static Set<String> atoms(Object list) {
    Set<String> names = new HashSet<>();
    Object rest = list;
    while (rest instanceof Cons cell) {
      if (cell.head instanceof Atom atom) {
        names.add(atom.name());
      }
      rest = cell.tail;
    }
    return names;
  }

  /** Something done to an open file. */
  @FunctionalInterface
  private interface FileAction {
    Object run(OpenFile file) throws IOException;
  }

  private static Object with(Process process, Object handle, FileAction action) {
    if (!(handle instanceof Ref reference) || !(reference.referent() instanceof OpenFile file)) {
      throw Errors.badarg(process, handle);
    }
    if (!file.isOf(process)) {
      return error("not_on_controlling_process");
    }
    return file.isClosed() ? error("einval") : attempt(process, () -> action.run(file));
  }

  @Builtin("close")
  public static Object close(Process process, Object handle) {
    return with(
        process,
        handle,
        file -> {
          file.close();
          return Atom.OK;
        });
  }

  @Builtin("read")
  public static Object read(Process process, Object handle, Object count) {
    if (!(count instanceof Long n) || n < 0) {
      return error("einval");
    }
    return with(process, handle, file -> orEof(file.read(process, n), n));
  }

  private static Object orEof(Binary bytes, long wanted) {
    return bytes.length() == 0 && wanted > 0 ? EOF : ok(bytes);
  }

  @Builtin("pread")
  public static Object pread(Process process, Object handle, Object position, Object count) {
    if (!(position instanceof Long at) || at < 0 || !(count instanceof Long n) || n < 0) {
      return error("einval");
    }
    return with(process, handle, file -> orEof(file.readAt(process, at, n), n));
  }

  @Builtin("write")
  public static Object write(Process process, Object handle, Object data) {
    Binary bytes = IoLists.toBinary(process, data);
    if (bytes == null) {
      return error("einval");
    }
    return with(
        process,
        handle,
        file -> {
          file.write(process, bytes);
          return Atom.OK;
        });
  }

  @Builtin("pwrite")
  public static Object pwrite(Process process, Object handle, Object position, Object data) {
    Binary bytes = IoLists.toBinary(process, data);
    if (bytes == null || !(position instanceof Long at) || at < 0) {
      return error("einval");
    }
    return with(
        process,
        handle,
        file -> {
          file.writeAt(process, bytes, at);
          return Atom.OK;
        });
  }

  /**
   * @param base {@code bof}, {@code cur} or {@code eof}
   */
  @Builtin("position")
  public static Object position(Process process, Object handle, Object base, Object offset) {
    if (!(base instanceof Atom from) || !(offset instanceof Long distance)) {
      return error("einval");
    }
    return with(
        process,
        handle,
        file -> {
          long start =
              switch (from.name()) {
                case "bof" -> 0;
                case "cur" -> file.position();
                default -> file.size();
              };
          if (distance > Long.MAX_VALUE - start || start + distance < 0) {
            return error("einval");
          }
          file.position(start + distance);
          return ok(start + distance);
        });
  }

  @Builtin("truncate")
  public static Object truncate(Process process, Object handle) {
    return with(
        process,
        handle,
        file -> {
          file.truncate();
          return Atom.OK;
        });
  }

  @Builtin("sync")
  public static Object sync(Process process, Object handle) {
    return with(
        process,
        handle,
        file -> {
          file.sync();
          return Atom.OK;
        });
  }
}
