package dev.moonbeam.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * Standard input and error output of the node that a script engine owns: the reader and the error
 * writer of the engine's own context, whatever they are when they are used. What is printed goes to
 * the writer of the evaluation's context instead ({@link WriterSink}); reports of crashed processes
 * belong to no evaluation.
 */
final class ContextStreams {
  private volatile Supplier<@Nullable ScriptContext> context = () -> null;

  void use(Supplier<@Nullable ScriptContext> engineContext) {
    context = engineContext;
  }

  InputStream input() {
    return new InputStream() {
      private byte[] bytes = {};
      private int next;

      @Override
      public int read() throws IOException {
        while (next == bytes.length) {
          if (!fill()) {
            return -1;
          }
        }
        return bytes[next++] & 0xFF;
      }

      /**
       * A character at a time: a reader that is a terminal must not be asked for more than is
       * wanted.
       */
      private boolean fill() throws IOException {
        ScriptContext now = context.get();
        Reader reader = now == null ? null : now.getReader();
        int first = reader == null ? -1 : reader.read();
        if (first < 0) {
          return false;
        }
        String character =
            Character.isHighSurrogate((char) first)
                ? new String(new char[] {(char) first, (char) reader.read()})
                : String.valueOf((char) first);
        bytes = character.getBytes(StandardCharsets.UTF_8);
        next = 0;
        return true;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        int one = read();
        if (one < 0) {
          return -1;
        }
        into[offset] = (byte) one;
        return 1;
      }
    };
  }

  OutputStream errors() {
    return new OutputStream() {
      @Override
      public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        ScriptContext now = context.get();
        Writer writer = now == null ? null : now.getErrorWriter();
        if (writer != null) {
          WriterSink sink = new WriterSink(writer);
          sink.write(bytes, offset, length);
          sink.flush();
        }
      }
    };
  }
}
