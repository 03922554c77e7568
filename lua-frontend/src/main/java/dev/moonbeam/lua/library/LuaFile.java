package dev.moonbeam.lua.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.lua.runtime.LuaState;
import dev.moonbeam.lua.runtime.LuaTable;
import dev.moonbeam.lua.runtime.LuaUserdata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * An open file as Lua sees it (manual, 6.8). The kinds differ only in where bytes come from and go
 * to; buffering of what is read is done here, what is written is gathered and goes out when it is
 * much, at a seek, a flush or the close.
 *
 * <p>Belongs to one process. A file that a script drops without closing keeps its handle until the
 * collector finds its channel.
 */
abstract class LuaFile extends LuaUserdata {
  static final String TYPE_NAME = "FILE*";

  private final byte[] in = new byte[8192];
  private int inAt;
  private int inEnd;
  private boolean closed;

  /** Up to {@code bytes.length} bytes; -1 at the end. */
  protected abstract int fill(Process process, byte[] bytes) throws IOException;

  protected abstract void put(Process process, byte[] bytes, int offset, int length)
      throws IOException;

  protected abstract void flush(Process process) throws IOException;

  /** What {@code close} gives: true, or what the program that was run said. */
  protected abstract @Nullable Object[] shut(Process process) throws IOException;

  /** Where the next byte is read or written, after a move; -1 for a kind that cannot. */
  protected abstract long position(Process process, String whence, long offset) throws IOException;

  /** Whether scripts may close it: not the standard files. */
  boolean mayClose() {
    return true;
  }

  boolean isClosed() {
    return closed;
  }

  /** The next byte without taking it, -1 at the end. */
  int peek(Process process) throws IOException {
    if (inAt == inEnd) {
      int count = fill(process, in);
      process.charge(1 + (Math.max(0, count) >> 6));
      if (count <= 0) {
        return -1;
      }
      inAt = 0;
      inEnd = count;
    }
    return in[inAt] & 0xFF;
  }

  int read(Process process) throws IOException {
    int next = peek(process);
    if (next >= 0) {
      inAt++;
    }
    return next;
  }

  void write(Process process, byte[] bytes, int offset, int length) throws IOException {
    forgetInput(process);
    process.charge(1 + (length >> 6));
    put(process, bytes, offset, length);
  }

  /** Bytes read ahead are given back, so that the position is where the script thinks it is. */
  private void forgetInput(Process process) throws IOException {
    if (inAt < inEnd) {
      int ahead = inEnd - inAt;
      inAt = 0;
      inEnd = 0;
      position(process, "cur", -ahead);
    }
  }

  long seek(Process process, String whence, long offset) throws IOException {
    forgetInput(process);
    return position(process, whence, offset);
  }

  @Nullable Object[] close(Process process) throws IOException {
    closed = true;
    return shut(process);
  }

  @Override
  public @Nullable LuaTable metatable(Process process) {
    return LuaState.of(process).registry().forReading(process).getString(TYPE_NAME)
            instanceof LuaTable found
        ? found
        : null;
  }

  /** A file of the file system. */
  static final class OnDisk extends LuaFile {
    private final FileChannel channel;
    private final boolean readable;
    private final boolean writable;
    private final boolean append;
    private final byte[] out = new byte[8192];
    private int outEnd;

    OnDisk(FileChannel channel, boolean readable, boolean writable, boolean append) {
      this.channel = channel;
      this.readable = readable;
      this.writable = writable;
      this.append = append;
    }

    @Override
    protected int fill(Process process, byte[] bytes) throws IOException {
      if (!readable) {
        throw new IOException("Bad file descriptor");
      }
      flush(process);
      return channel.read(ByteBuffer.wrap(bytes));
    }

    @Override
    protected void put(Process process, byte[] bytes, int offset, int length) throws IOException {
      if (!writable) {
        throw new IOException("Bad file descriptor");
      }
      if (length > out.length - outEnd) {
        flush(process);
      }
      if (length > out.length) {
        writeAll(bytes, offset, length);
      } else {
        if (outEnd == 0) {
          LuaIo.noteUnwritten(process, this);
        }
        System.arraycopy(bytes, offset, out, outEnd, length);
        outEnd += length;
      }
    }

    @Override
    protected void flush(Process process) throws IOException {
      if (outEnd > 0) {
        int length = outEnd;
        outEnd = 0;
        LuaIo.noteWritten(process, this);
        writeAll(out, 0, length);
      }
    }

    private void writeAll(byte[] bytes, int offset, int length) throws IOException {
      if (append) {
        channel.position(channel.size());
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    @Override
    protected long position(Process process, String whence, long offset) throws IOException {
      flush(process);
      long base =
          switch (whence) {
            case "set" -> 0;
            case "end" -> channel.size();
            default -> channel.position();
          };
      long target = base + offset;
      if (target < 0) {
        throw new IOException("Invalid argument");
      }
      channel.position(target);
      return target;
    }

    @Override
    protected @Nullable Object[] shut(Process process) throws IOException {
      try {
        flush(process);
      } finally {
        channel.close();
      }
      return new Object[] {dev.moonbeam.core.term.Atom.TRUE};
    }
  }

  /** Standard output (the process's own) or error output. */
  static final class Output extends LuaFile {
    private final boolean error;

    Output(boolean error) {
      this.error = error;
    }

    @Override
    boolean mayClose() {
      return false;
    }

    @Override
    protected int fill(Process process, byte[] bytes) throws IOException {
      throw new IOException("Bad file descriptor");
    }

    @Override
    protected void put(Process process, byte[] bytes, int offset, int length) {
      if (error) {
        process.write(process.node().errorOutput(), bytes, offset, length);
      } else {
        process.write(bytes, offset, length);
      }
    }

    @Override
    protected void flush(Process process) {
      (error ? process.node().errorOutput() : process.output()).flush();
    }

    @Override
    protected long position(Process process, String whence, long offset) throws IOException {
      throw new IOException("Illegal seek");
    }

    @Override
    protected @Nullable Object[] shut(Process process) {
      return new Object[] {dev.moonbeam.core.term.Atom.TRUE};
    }
  }

  /** Standard input, and what a started program prints. */
  static class Input extends LuaFile {
    private final @Nullable InputStream stream;

    /**
     * @param stream null where the policy grants none: always at its end
     */
    Input(@Nullable InputStream stream) {
      this.stream = stream;
    }

    @Override
    boolean mayClose() {
      return false;
    }

    @Override
    protected int fill(Process process, byte[] bytes) throws IOException {
      if (stream == null) {
        return -1;
      }
      try {
        return process.hostCall(() -> stream.read(bytes));
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    protected void put(Process process, byte[] bytes, int offset, int length) throws IOException {
      throw new IOException("Bad file descriptor");
    }

    @Override
    protected void flush(Process process) {}

    @Override
    protected long position(Process process, String whence, long offset) throws IOException {
      throw new IOException("Illegal seek");
    }

    @Override
    protected @Nullable Object[] shut(Process process) throws IOException {
      if (stream != null) {
        stream.close();
      }
      return new Object[] {dev.moonbeam.core.term.Atom.TRUE};
    }
  }
}
