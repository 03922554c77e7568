package dev.moonbeam.core.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** An {@link OutputSink} to a stream; writes of several threads do not mix. */
final class StreamSink implements OutputSink {
  private final OutputStream stream;

  StreamSink(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    try {
      stream.write(bytes, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void flush() {
    try {
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
