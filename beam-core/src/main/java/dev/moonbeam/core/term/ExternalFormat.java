package dev.moonbeam.core.term;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Erlang's external term format ("External Term Format" of the ERTS user's guide): what {@code
 * term_to_binary} gives and {@code binary_to_term} takes. Neither direction recurses in Java;
 * encoding charges as it goes, so a term whose shared parts would unfold to 2^60 nodes is stopped
 * by the meter; decoding never allocates by a count that the bytes left do not bear out.
 */
public final class ExternalFormat {
  static final int VERSION = 131;
  static final int COMPRESSED = 80;
  static final int NEW_FLOAT = 70;
  static final int BIT_BINARY = 77;
  static final int NEW_PID = 88;
  static final int NEWER_REFERENCE = 90;
  static final int SMALL_INTEGER = 97;
  static final int INTEGER = 98;
  static final int FLOAT = 99;
  static final int ATOM = 100;
  static final int PID = 103;
  static final int SMALL_TUPLE = 104;
  static final int LARGE_TUPLE = 105;
  static final int NIL = 106;
  static final int STRING = 107;
  static final int LIST = 108;
  static final int BINARY = 109;
  static final int SMALL_BIG = 110;
  static final int LARGE_BIG = 111;
  static final int NEW_REFERENCE = 114;
  static final int SMALL_ATOM = 115;
  static final int MAP = 116;
  static final int ATOM_UTF8 = 118;
  static final int SMALL_ATOM_UTF8 = 119;

  /** What OTP 25 writes where nothing else is asked for. */
  public static final int USUAL_MINOR_VERSION = 1;

  /** The name of a node that is not distributed. */
  static final String NODE = "nonode@nohost";

  private ExternalFormat() {}

  /** Bytes that are not the external form of a term, or of one that is not allowed here. */
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message, null, false, false);
    }
  }

  /** A term that has no external form: a function, a value of the host, a float like NaN. */
  public static final class NotEncodableException extends Exception {
    private static final long serialVersionUID = 1L;

    NotEncodableException(Object term) {
      super(term.getClass().getName(), null, false, false);
    }
  }

  /** What decoding asks of the node. */
  public interface Names {
    /** The atom, made if need be and allowed, or null to refuse. */
    @Nullable Atom atom(String name);

    /** The process identifier of that number on this node. */
    Pid pid(long number);
  }

  /** The external form, with the version byte in front. */
  public static byte[] encode(Object term, WorkMeter meter) throws NotEncodableException {
    return encode(term, USUAL_MINOR_VERSION, meter);
  }

  /**
   * As {@link #encode(Object, WorkMeter)}.
   *
   * @param minorVersion 0: floats as text; 1: atoms of Latin 1 letters in that encoding; 2: all in
   *     UTF-8
   */
  public static byte[] encode(Object term, int minorVersion, WorkMeter meter)
      throws NotEncodableException {
    return new ExternalEncoder(minorVersion, meter).encode(term);
  }

  /** The external form in the compressed format, when that is shorter. */
  public static byte[] encodeCompressed(Object term, int minorVersion, int level, WorkMeter meter)
      throws NotEncodableException {
    byte[] plain = encode(term, minorVersion, meter);
    meter.charge(plain.length >> 4);
    Deflater deflater = new Deflater(level);
    try {
      deflater.setInput(plain, 1, plain.length - 1);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      packed.write(VERSION);
      packed.write(COMPRESSED);
      int size = plain.length - 1;
      packed.writeBytes(
          new byte[] {(byte) (size >> 24), (byte) (size >> 16), (byte) (size >> 8), (byte) size});
      byte[] chunk = new byte[8192];
      while (!deflater.finished()) {
        packed.write(chunk, 0, deflater.deflate(chunk));
      }
      return packed.size() < plain.length ? packed.toByteArray() : plain;
    } finally {
      deflater.end();
    }
  }

  /** A decoded term and the number of bytes it took. */
  public record Decoded(Object term, int used) {}

  /** The term that the bytes begin with. */
  public static Decoded decode(Binary bytes, Names names, WorkMeter meter)
      throws MalformedException {
    byte[] array = bytes.array();
    int start = bytes.offset();
    int end = start + bytes.length();
    if (bytes.length() < 2 || (array[start] & 0xFF) != VERSION) {
      throw new MalformedException("no version");
    }
    if ((array[start + 1] & 0xFF) != COMPRESSED) {
      ExternalDecoder decoder = new ExternalDecoder(array, start + 1, end, names, meter);
      Object term = decoder.decode();
      return new Decoded(term, decoder.position() - start);
    }
    if (bytes.length() < 6) {
      throw new MalformedException("no size");
    }
    long size = 0;
    for (int i = 2; i < 6; i++) {
      size = size << 8 | bytes.at(i);
    }
    // Deflate shrinks at most about 1032 times, so a larger claim is a lie: refused before anything
    // is allocated.
    long most = (bytes.length() - 6) * 1032L;
    if (size > most || size > Integer.MAX_VALUE - 64) {
      throw new MalformedException("size");
    }
    meter.reserve(size);
    byte[] plain = new byte[(int) size];
    int used = inflate(array, start + 6, end, plain, meter);
    ExternalDecoder decoder = new ExternalDecoder(plain, 0, plain.length, names, meter);
    Object term = decoder.decode();
    return new Decoded(term, 6 + used);
  }

  private static int inflate(byte[] from, int start, int end, byte[] into, WorkMeter meter)
      throws MalformedException {
    meter.charge(into.length >> 6);
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(from, start, end - start);
      int done = 0;
      while (done < into.length) {
        int count = inflater.inflate(into, done, into.length - done);
        if (count == 0) {
          throw new MalformedException("compressed data");
        }
        done += count;
      }
      // The end of the stream carries a checksum, which is verified as it is read.
      if (!inflater.finished() && inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
        throw new MalformedException("compressed data");
      }
      return (int) inflater.getBytesRead();
    } catch (DataFormatException e) {
      throw new MalformedException("compressed data");
    } finally {
      inflater.end();
    }
  }
}
