package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Binary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that a process has opened: only that process uses it, and it is closed when the process
 * ends. Nothing is buffered.
 */
final class OpenFile {
  /** Most files that a node has open at once: an operating system gives a JVM some thousands. */
  private static final int MOST_OPEN = 500;

  /** Read at once from what has no size, such as a terminal. */
  private static final int CHUNK = 8 * 1024;

  private static final int MOST_BYTES = Integer.MAX_VALUE - 64;

  private final FileChannel channel;
  private final Process owner;
  private final boolean append;
  private final Runnable release = this::abandon;
  private boolean closed;

  private OpenFile(FileChannel channel, Process owner, boolean append) {
    this.channel = channel;
    this.owner = owner;
    this.append = append;
  }

  /** Opens a channel. */
  @FunctionalInterface
  interface Opening {
    FileChannel open() throws IOException;
  }

  /** Null when the node has as many files open as it may. */
  static @Nullable OpenFile open(Process process, Opening opening, boolean append)
      throws IOException {
    OwnedResources open = OwnedResources.of(process, OpenFile.class);
    if (!open.take(MOST_OPEN)) {
      return null;
    }
    try {
      OpenFile file = new OpenFile(opening.open(), process, append);
      open.hold(process, file.release);
      return file;
    } catch (IOException | RuntimeException e) {
      open.giveBack();
      throw e;
    }
  }

  boolean isOf(Process process) {
    return owner == process;
  }

  boolean isClosed() {
    return closed;
  }

  void close() throws IOException {
    if (!closed) {
      closed = true;
      OwnedResources.of(owner, OpenFile.class).released(owner, release);
      channel.close();
    }
  }

  /** At the end of a process there is nobody left to tell what went wrong. */
  private void abandon() {
    closed = true;
    try {
      channel.close();
    } catch (IOException e) {
      // The handle is given up all the same.
    }
  }

  /** Up to so many bytes from the position on; empty at the end. */
  Binary read(Process process, long count) throws IOException {
    long there = Math.max(0, channel.size() - channel.position());
    int length = (int) Math.min(Math.min(count, there == 0 ? CHUNK : there), MOST_BYTES);
    return read(process, length, -1);
  }

  Binary readAt(Process process, long position, long count) throws IOException {
    long there = Math.max(0, channel.size() - position);
    return read(process, (int) Math.min(Math.min(count, there), MOST_BYTES), position);
  }

  private Binary read(Process process, int length, long position) throws IOException {
    process.reserve(length);
    process.charge(1 + (length >> 6));
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      int got =
          position < 0 ? channel.read(buffer) : channel.read(buffer, position + buffer.position());
      if (got < 0) {
        break;
      }
    }
    byte[] bytes = buffer.array();
    process.allocated(bytes, 48L + length);
    return buffer.position() == length
        ? Binary.of(bytes)
        : Binary.of(Arrays.copyOf(bytes, buffer.position()));
  }

  void write(Process process, Binary bytes) throws IOException {
    if (append) {
      channel.position(channel.size());
    }
    process.charge(1 + (bytes.length() >> 6));
    ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  void writeAt(Process process, Binary bytes, long position) throws IOException {
    process.charge(1 + (bytes.length() >> 6));
    ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
    while (buffer.hasRemaining()) {
      channel.write(buffer, position + buffer.position());
    }
  }

  long position() throws IOException {
    return channel.position();
  }

  long size() throws IOException {
    return channel.size();
  }

  void position(long position) throws IOException {
    channel.position(position);
  }

  /** Cuts or lengthens the file to end at the position. */
  void truncate() throws IOException {
    long end = channel.position();
    if (end > channel.size()) {
      channel.write(ByteBuffer.wrap(new byte[1]), end - 1);
    }
    channel.truncate(end);
  }

  void sync() throws IOException {
    channel.force(true);
  }
}
