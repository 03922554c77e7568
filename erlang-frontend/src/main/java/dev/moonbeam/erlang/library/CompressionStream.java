package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A deflater or an inflater that a process holds; its memory lies outside the heap. */
final class CompressionStream {
  /** Each takes up to 300 KB. */
  private static final int MOST_OPEN = 200;

  private final Process owner;
  private final Runnable release = this::end;
  final @Nullable Deflater deflater;
  final @Nullable Inflater inflater;
  private boolean ended;

  private CompressionStream(
      Process owner, @Nullable Deflater deflater, @Nullable Inflater inflater) {
    this.owner = owner;
    this.deflater = deflater;
    this.inflater = inflater;
  }

  /** Null when the node has as many as it may. */
  static @Nullable CompressionStream deflating(
      Process process, int level, int strategy, boolean raw) {
    OwnedResources open = OwnedResources.of(process, CompressionStream.class);
    if (!open.take(MOST_OPEN)) {
      return null;
    }
    Deflater deflater = new Deflater(level, raw);
    deflater.setStrategy(strategy);
    return held(process, open, new CompressionStream(process, deflater, null));
  }

  /** Null when the node has as many as it may. */
  static @Nullable CompressionStream inflating(Process process, boolean raw) {
    OwnedResources open = OwnedResources.of(process, CompressionStream.class);
    return open.take(MOST_OPEN)
        ? held(process, open, new CompressionStream(process, null, new Inflater(raw)))
        : null;
  }

  private static CompressionStream held(
      Process process, OwnedResources open, CompressionStream stream) {
    open.hold(process, stream.release);
    return stream;
  }

  boolean isOf(Process process) {
    return owner == process && !ended;
  }

  void close() {
    OwnedResources.of(owner, CompressionStream.class).released(owner, release);
    end();
  }

  private void end() {
    ended = true;
    if (deflater != null) {
      deflater.end();
    }
    if (inflater != null) {
      inflater.end();
    }
  }
}
