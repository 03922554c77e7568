package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Ref;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.TermBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * What module {@code zlib} is written on: streams that deflate and inflate. What comes out is
 * charged and allocated chunk by chunk, so that little input cannot become much memory unseen.
 */
@BuiltinModule("moonbeam_zlib")
public final class ZlibPrimitives {
  private static final Atom DATA_ERROR = Atom.of("data_error");
  private static final int CHUNK = 16 * 1024;

  /** To deflate a byte takes some 20 to 50 ns. */
  private static final int DEFLATE_COST = 4;

  private ZlibPrimitives() {}

  /** A handle of {@code zlib:open/0}: what module zlib keeps for it. */
  private static final class Handle {
    private final Process owner;
    private Object state = Atom.of("new");

    Handle(Process owner) {
      this.owner = owner;
    }
  }

  @Builtin("open")
  public static Object open(Process process) {
    return new Ref(process.makeReference().number(), new Handle(process));
  }

  /** The state, or {@code badarg} or {@code not_on_controlling_process}. */
  @Builtin("state")
  public static Object state(Process process, Object z) {
    if (!(z instanceof Ref reference) || !(reference.referent() instanceof Handle handle)) {
      return Errors.BADARG;
    }
    return handle.owner == process ? handle.state : Atom.of("not_on_controlling_process");
  }

  @Builtin("set_state")
  public static Object setState(Process process, Object z, Object state) {
    if (!(z instanceof Ref reference)
        || !(reference.referent() instanceof Handle handle)
        || handle.owner != process) {
      throw Errors.badarg(process, z, state);
    }
    handle.state = state;
    return Atom.OK;
  }

  private static Object reference(Process process, @Nullable CompressionStream stream) {
    if (stream == null) {
      throw Errors.error(process, Errors.SYSTEM_LIMIT);
    }
    Ref reference = new Ref(process.makeReference().number(), stream);
    process.charge(1_000);
    return reference;
  }

  @Builtin("deflater")
  public static Object deflater(Process process, Object level, Object strategy, Object raw) {
    if (!(level instanceof Long l)
        || l < -1
        || l > 9
        || !(strategy instanceof Long s)
        || s < 0
        || s > 2) {
      throw Errors.badarg(process, level, strategy, raw);
    }
    return reference(
        process,
        CompressionStream.deflating(process, l.intValue(), s.intValue(), raw == Atom.TRUE));
  }

  @Builtin("inflater")
  public static Object inflater(Process process, Object raw) {
    return reference(process, CompressionStream.inflating(process, raw == Atom.TRUE));
  }

  private static CompressionStream stream(Process process, Object reference, Object... arguments) {
    if (reference instanceof Ref ref
        && ref.referent() instanceof CompressionStream stream
        && stream.isOf(process)) {
      return stream;
    }
    throw Errors.badarg(process, arguments);
  }

  private static Deflater deflater(Process process, Object reference, Object... arguments) {
    Deflater deflater = stream(process, reference, arguments).deflater;
    if (deflater == null) {
      throw Errors.badarg(process, arguments);
    }
    return deflater;
  }

  private static Inflater inflater(Process process, Object reference, Object... arguments) {
    Inflater inflater = stream(process, reference, arguments).inflater;
    if (inflater == null) {
      throw Errors.badarg(process, arguments);
    }
    return inflater;
  }

  /**
   * The output as a list of binaries.
   *
   * @param flush {@code none}, {@code sync}, {@code full} or {@code finish}
   */
  @Builtin("deflate")
  public static Object deflate(Process process, Object reference, Object data, Object flush) {
    Deflater deflater = deflater(process, reference, reference, data, flush);
    if (!(data instanceof Binary bytes) || !(flush instanceof Atom how)) {
      throw Errors.badarg(process, reference, data, flush);
    }
    int mode =
        switch (how.name()) {
          case "sync" -> Deflater.SYNC_FLUSH;
          case "full" -> Deflater.FULL_FLUSH;
          default -> Deflater.NO_FLUSH;
        };
    TermBuffer chunks = new TermBuffer(process);
    byte[] out = new byte[CHUNK];
    // Input in pieces, so that a slice can end in between.
    int at = 0;
    do {
      int length = Math.min(CHUNK, bytes.length() - at);
      deflater.setInput(bytes.array(), bytes.offset() + at, length);
      at += length;
      boolean last = at == bytes.length();
      if (last && how.name().equals("finish")) {
        deflater.finish();
      }
      process.charge(1 + (long) length * DEFLATE_COST);
      int count;
      do {
        count = deflater.deflate(out, 0, CHUNK, last ? mode : Deflater.NO_FLUSH);
        add(process, chunks, out, count);
      } while (count == CHUNK || !deflater.needsInput() && !deflater.finished());
    } while (at < bytes.length());
    // The array is the script's; it must not be kept.
    deflater.setInput(new byte[0]);
    return chunks.toList(Nil.EMPTY);
  }

  private static void add(Process process, TermBuffer chunks, byte[] out, int count) {
    if (count > 0) {
      process.charge(1 + (count >> 3));
      byte[] chunk = Arrays.copyOf(out, count);
      process.allocated(chunk, 48L + count);
      chunks.add(Binary.of(chunk));
    }
  }

  /**
   * {@code {Status, Output, Rest}}: {@code continue} where all input was taken, {@code finished}
   * with what follows the end of the stream, {@code more} where so many bytes came out, {@code
   * {need_dictionary, Adler}}, {@code data_error}.
   */
  @Builtin("inflate")
  public static Object inflate(Process process, Object reference, Object data, Object most) {
    Inflater inflater = inflater(process, reference, reference, data, most);
    if (!(data instanceof Binary bytes) || !(most instanceof Long limit)) {
      throw Errors.badarg(process, reference, data, most);
    }
    inflater.setInput(bytes.array(), bytes.offset(), bytes.length());
    TermBuffer chunks = new TermBuffer(process);
    byte[] out = new byte[CHUNK];
    long given = 0;
    Object status;
    try {
      while (true) {
        int count = inflater.inflate(out, 0, (int) Math.min(CHUNK, limit - given));
        add(process, chunks, out, count);
        given += count;
        if (inflater.finished()) {
          status = Atom.of("finished");
          break;
        }
        if (inflater.needsDictionary()) {
          status = new Tuple(Atom.of("need_dictionary"), (long) inflater.getAdler() & 0xFFFFFFFFL);
          break;
        }
        if (given >= limit) {
          status = Atom.of("more");
          break;
        }
        if (count == 0 && inflater.needsInput()) {
          status = Atom.of("continue");
          break;
        }
      }
    } catch (DataFormatException e) {
      status = DATA_ERROR;
    }
    int left = inflater.getRemaining();
    Binary rest = bytes.slice(bytes.length() - left, left);
    inflater.setInput(new byte[0]);
    return new Tuple(status, chunks.toList(Nil.EMPTY), rest);
  }

  /** The checksum of the dictionary, or {@code data_error}. */
  @Builtin("set_dictionary")
  public static Object setDictionary(Process process, Object reference, Object data) {
    CompressionStream stream = stream(process, reference, reference, data);
    if (!(data instanceof Binary bytes)) {
      throw Errors.badarg(process, reference, data);
    }
    process.charge(1 + (bytes.length() >> 4));
    try {
      if (stream.deflater != null) {
        stream.deflater.setDictionary(bytes.toByteArray());
        return (long) stream.deflater.getAdler() & 0xFFFFFFFFL;
      }
      inflater(process, reference, reference, data).setDictionary(bytes.toByteArray());
      return Atom.OK;
    } catch (IllegalArgumentException e) {
      return DATA_ERROR;
    }
  }

  @Builtin("reset")
  public static Object reset(Process process, Object reference) {
    CompressionStream stream = stream(process, reference, reference);
    if (stream.deflater != null) {
      stream.deflater.reset();
    } else {
      inflater(process, reference, reference).reset();
    }
    return Atom.OK;
  }

  @Builtin("params")
  public static Object params(Process process, Object reference, Object level, Object strategy) {
    Deflater deflater = deflater(process, reference, reference, level, strategy);
    if (!(level instanceof Long l)
        || l < -1
        || l > 9
        || !(strategy instanceof Long s)
        || s < 0
        || s > 2) {
      throw Errors.badarg(process, reference, level, strategy);
    }
    deflater.setLevel(l.intValue());
    deflater.setStrategy(s.intValue());
    return Atom.OK;
  }

  @Builtin("close")
  public static Object close(Process process, Object reference) {
    stream(process, reference, reference).close();
    return Atom.OK;
  }
}
