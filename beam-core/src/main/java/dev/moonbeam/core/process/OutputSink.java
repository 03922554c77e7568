package dev.moonbeam.core.process;

/**
 * Where what scripts print goes. Called by whatever thread runs the process that prints; must be
 * safe for that.
 */
public interface OutputSink {
  void write(byte[] bytes, int offset, int length);

  default void flush() {}

  /** Takes everything and keeps nothing. */
  static OutputSink none() {
    return (bytes, offset, length) -> {};
  }

  /** To a stream; a failure of the stream ends the process that writes. */
  static OutputSink to(java.io.OutputStream stream) {
    return new StreamSink(stream);
  }
}
