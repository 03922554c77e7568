package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Programs of the operating system, for scripts whose policy grants starting them. */
final class Programs {
  private Programs() {}

  private static java.lang.ProcessBuilder shell(String command) {
    return new ProcessBuilder("/bin/sh", "-c", command)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** true (or nil), "exit" or "signal", and the code. */
  private static Object[] ending(int status) {
    // The JVM reports a program ended by signal n as 128 + n, as a shell does.
    boolean signal = status > 128;
    return new Object[] {
      status == 0 ? Atom.TRUE : Atom.NIL,
      Binary.of(signal ? "signal" : "exit"),
      (long) (signal ? status - 128 : status)
    };
  }

  private static int await(Process process, java.lang.Process program) throws IOException {
    return await(process, program, program::waitFor);
  }

  /** Something that takes as long as the program lets it. */
  private static int await(Process process, java.lang.Process program, Callable<Integer> something)
      throws IOException {
    try {
      return process.hostCall(something);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      program.destroy();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Runs a command to its end. Its output goes where the script's goes. */
  static Object[] run(Process process, String command) throws IOException {
    process.output().flush();
    java.lang.Process program =
        shell(command).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream out = program.getInputStream()) {
      byte[] bytes = new byte[8192];
      for (int count; (count = await(process, program, () -> out.read(bytes))) >= 0; ) {
        process.write(bytes, 0, count);
      }
    }
    return ending(await(process, program));
  }

  /** A file that reads what the command prints, or writes what it reads. */
  static LuaFile open(Process process, String command, boolean read) throws IOException {
    process.output().flush();
    java.lang.ProcessBuilder builder = shell(command);
    java.lang.Process program =
        (read
                ? builder.redirectInput(ProcessBuilder.Redirect.INHERIT)
                : builder.redirectOutput(ProcessBuilder.Redirect.INHERIT))
            .start();
    return read ? new Reader(program) : new Writer(program);
  }

  private static final class Reader extends LuaFile.Input {
    private final java.lang.Process program;

    Reader(java.lang.Process program) {
      super(program.getInputStream());
      this.program = program;
    }

    @Override
    boolean mayClose() {
      return true;
    }

    @Override
    protected @Nullable Object[] shut(Process process) throws IOException {
      super.shut(process);
      return ending(await(process, program));
    }
  }

  private static final class Writer extends LuaFile {
    private final java.lang.Process program;
    private final OutputStream stream;

    Writer(java.lang.Process program) {
      this.program = program;
      this.stream = program.getOutputStream();
    }

    @Override
    protected int fill(Process process, byte[] bytes) throws IOException {
      throw new IOException("Bad file descriptor");
    }

    @Override
    protected void put(Process process, byte[] bytes, int offset, int length) throws IOException {
      stream.write(bytes, offset, length);
    }

    @Override
    protected void flush(Process process) throws IOException {
      stream.flush();
    }

    @Override
    protected long position(Process process, String whence, long offset) throws IOException {
      throw new IOException("Illegal seek");
    }

    @Override
    protected @Nullable Object[] shut(Process process) throws IOException {
      stream.close();
      return ending(await(process, program));
    }
  }
}
