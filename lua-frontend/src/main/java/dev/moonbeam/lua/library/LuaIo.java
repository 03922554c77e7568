package dev.moonbeam.lua.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.language.HostResources;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Special;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.Arguments;
import dev.moonbeam.lua.runtime.LuaError;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.policy.Capability;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Library {@code io} (manual, 6.8): functions of the library table; what files do is in {@link
 * LuaFileMethods}.
 */
@BuiltinModule(
    value = "io",
    strictArity = false,
    absent = "dev.moonbeam.lua.runtime.Arguments.ABSENT")
public final class LuaIo {
  private LuaIo() {}

  /**
   * Default files of one state. Files are not copied by a fork; the new state starts from the
   * standard ones.
   */
  static final class Streams implements LuaState.Forkable<Streams>, LuaState.Undoable<LuaFile[]> {
    final LuaFile standardInput;
    final LuaFile standardOutput;
    final LuaFile errorOutput;
    LuaFile input;
    LuaFile output;

    /**
     * Files with output that is still in their buffers: kept, so that it is not lost with a file
     * that is dropped.
     */
    private final java.util.Set<LuaFile.OnDisk> unwritten =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    private boolean flushesAtExit;

    Streams(LuaFile standardInput, LuaFile standardOutput, LuaFile errorOutput) {
      this.standardInput = standardInput;
      this.standardOutput = standardOutput;
      this.errorOutput = errorOutput;
      this.input = standardInput;
      this.output = standardOutput;
    }

    private void writeOut(Process process) {
      flushesAtExit = false;
      for (LuaFile.OnDisk file : List.copyOf(unwritten)) {
        try {
          file.flush(process);
        } catch (IOException e) {
          // As in C at exit: there is nobody left to tell.
          unwritten.remove(file);
        }
      }
    }

    @Override
    public Streams fork() {
      return new Streams(standardInput, standardOutput, errorOutput);
    }

    /** Which files are the default ones; what was written to them stays written. */
    @Override
    public LuaFile[] save() {
      return new LuaFile[] {input, output};
    }

    @Override
    public void load(LuaFile[] saved) {
      input = saved[0];
      output = saved[1];
    }
  }

  static void noteUnwritten(Process process, LuaFile.OnDisk file) {
    Streams streams = streams(process);
    streams.unwritten.add(file);
    if (!streams.flushesAtExit) {
      streams.flushesAtExit = true;
      process.onExit(() -> streams.writeOut(process));
    }
  }

  static void noteWritten(Process process, LuaFile.OnDisk file) {
    streams(process).unwritten.remove(file);
  }

  /**
   * Writes what is in buffers: a collection closes files that were dropped, and an end closes all.
   */
  static void flushAll(Process process) {
    if (!streams(process).unwritten.isEmpty()) {
      streams(process).writeOut(process);
    }
  }

  static Streams streams(Process process) {
    return LuaState.of(process)
        .part(
            Streams.class,
            () ->
                new Streams(
                    standardInput(process), new LuaFile.Output(false), new LuaFile.Output(true)));
  }

  private static LuaFile standardInput(Process process) {
    boolean granted = process.node().policy().grants(Capability.STANDARD_INPUT);
    return new LuaFile.Input(granted ? HostResources.of(process.node()).input() : null);
  }

  @Builtin(value = "open", cost = 200)
  public static Object open(Process process, Object name, Object mode) {
    Binary path = Arguments.string(process, "open", 1, name);
    String how = Arguments.string(process, "open", 2, mode, Binary.of("r")).toLatin1();
    if (!how.matches("[rwa]\\+?b?")) {
      throw Arguments.error(process, "open", 2, "invalid mode");
    }
    try {
      return openFile(process, path, how);
    } catch (FileAccess.Failure failure) {
      return failure.result(path.toLatin1());
    }
  }

  static LuaFile openFile(Process process, Binary name, String mode) throws FileAccess.Failure {
    boolean update = mode.indexOf('+') > 0;
    boolean readable = mode.charAt(0) == 'r' || update;
    boolean writable = mode.charAt(0) != 'r' || update;
    boolean append = mode.charAt(0) == 'a';
    Path path = writable ? FileAccess.toWrite(process, name) : FileAccess.toRead(process, name);
    if (readable && writable) {
      FileAccess.toRead(process, name);
    }
    Set<OpenOption> options = new java.util.HashSet<>();
    if (readable) {
      options.add(StandardOpenOption.READ);
    }
    if (writable) {
      options.add(StandardOpenOption.WRITE);
    }
    if (mode.charAt(0) != 'r') {
      options.add(StandardOpenOption.CREATE);
    }
    if (mode.charAt(0) == 'w') {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    try {
      if (!writable && Files.isDirectory(path)) {
        return new Directory();
      }
      FileChannel channel = FileChannel.open(path, options);
      LuaFile file = new LuaFile.OnDisk(channel, readable, writable, append);
      process.allocated(file, 16_500);
      return file;
    } catch (IOException e) {
      throw FileAccess.of(e);
    }
  }

  /** A directory can be opened for reading, but not read. */
  private static final class Directory extends LuaFile.Input {
    Directory() {
      super(null);
    }

    @Override
    boolean mayClose() {
      return true;
    }

    @Override
    protected int fill(Process process, byte[] bytes) throws IOException {
      throw new IOException("Is a directory");
    }
  }

  @Builtin("close")
  public static Object close(Process process, Object file) {
    return LuaFileMethods.close(process, file == Arguments.ABSENT ? streams(process).output : file);
  }

  @Builtin("read")
  public static Object read(Process process, Object[] formats) {
    LuaFile file = streams(process).input;
    if (file.isClosed()) {
      throw LuaError.library(process, "default input file is closed");
    }
    return LuaFileMethods.read(process, file, "read", formats, 0);
  }

  @Builtin("write")
  public static Object write(Process process, Object[] values) {
    LuaFile file = streams(process).output;
    if (file.isClosed()) {
      throw LuaError.library(process, "default output file is closed");
    }
    return LuaFileMethods.write(process, file, values, 1);
  }

  @Builtin("lines")
  public static Object lines(Process process, Object name, Object[] formats) {
    if (Arguments.isNil(name)) {
      LuaFile file = streams(process).input;
      if (file.isClosed()) {
        throw LuaError.library(process, "default input file is closed");
      }
      return new LuaFileMethods.Lines(process, file, formats, false);
    }
    Binary path = Arguments.string(process, "lines", 1, name);
    LuaFile file = openOrRaise(process, path, "r");
    Object[] results = {
      new LuaFileMethods.Lines(process, file, formats, true), Atom.NIL, Atom.NIL, file
    };
    return Special.values(results);
  }

  private static LuaFile openOrRaise(Process process, Binary path, String mode) {
    try {
      return openFile(process, path, mode);
    } catch (FileAccess.Failure failure) {
      throw LuaError.library(
          process, "cannot open file '" + path.toLatin1() + "' (" + failure.getMessage() + ")");
    }
  }

  @Builtin("input")
  public static Object input(Process process, Object file) {
    Streams streams = streams(process);
    if (!Arguments.isNil(file)) {
      streams.input = choose(process, "input", file, "r");
    }
    return streams.input;
  }

  @Builtin("output")
  public static Object output(Process process, Object file) {
    Streams streams = streams(process);
    if (!Arguments.isNil(file)) {
      streams.output = choose(process, "output", file, "w");
    }
    return streams.output;
  }

  private static LuaFile choose(Process process, String function, Object file, String mode) {
    if (file instanceof Binary name) {
      return openOrRaise(process, name, mode);
    }
    return LuaFileMethods.file(process, function, file);
  }

  @Builtin("flush")
  public static Object flush(Process process) {
    LuaFile file = streams(process).output;
    if (file.isClosed()) {
      throw LuaError.library(process, "default output file is closed");
    }
    return LuaFileMethods.flush(process, file);
  }

  @Builtin("type")
  public static Object type(Process process, Object value) {
    return Arguments.any(process, "type", 1, value) instanceof LuaFile file
        ? Binary.of(file.isClosed() ? "closed file" : "file")
        : Atom.NIL;
  }

  @Builtin(value = "tmpfile", cost = 200)
  public static Object tmpfile(Process process) {
    try {
      if (!process.node().policy().grants(Capability.WRITE_FILES)) {
        throw new FileAccess.Failure("Permission denied", 13);
      }
      Path path = Files.createTempFile("lua_", "");
      FileChannel channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      return new LuaFile.OnDisk(channel, true, true, false);
    } catch (IOException e) {
      return FileAccess.of(e).result("");
    } catch (FileAccess.Failure failure) {
      return failure.result("");
    }
  }

  @Builtin(value = "popen", cost = 1000, needs = Capability.START_PROGRAMS)
  public static Object popen(Process process, Object command, Object mode) {
    String text = Arguments.string(process, "popen", 1, command).toString();
    String how = Arguments.string(process, "popen", 2, mode, Binary.of("r")).toLatin1();
    if (!how.equals("r") && !how.equals("w")) {
      throw Arguments.error(process, "popen", 2, "invalid mode");
    }
    try {
      return Programs.open(process, text, how.equals("r"));
    } catch (IOException e) {
      return FileAccess.of(e).result(text);
    }
  }

  static Object nothing() {
    return Special.values(Fun.NO_ARGUMENTS);
  }
}
