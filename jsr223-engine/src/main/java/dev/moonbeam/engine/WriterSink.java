package dev.moonbeam.engine;

import dev.moonbeam.core.process.OutputSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Output of scripts, which is bytes, to a Writer: decoded as UTF-8, a character that is split
 * between two writes included; what is not UTF-8 becomes U+FFFD. Writes of several processes do not
 * mix.
 */
final class WriterSink implements OutputSink {
  private static final int LONGEST_CHARACTER = 4;

  private final Writer writer;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** The first bytes of a character whose others have not come yet. */
  private final ByteBuffer pending = ByteBuffer.allocate(LONGEST_CHARACTER);

  WriterSink(Writer writer) {
    this.writer = writer;
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.allocate(pending.position() + length);
    in.put(pending.flip()).put(bytes, offset, length).flip();
    pending.clear();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, out, false);
    pending.put(in);
    try {
      writer.write(out.array(), 0, out.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
