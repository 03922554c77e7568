package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.IoLists;
import dev.moonbeam.erlang.runtime.Lists;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Module {@code base64} (RFC 4648), with the options of OTP 26. Strict decoding passes over white
 * space and refuses everything else that is not of the alphabet; MIME's (RFC 2045) passes over all
 * of that.
 */
@BuiltinModule("base64")
public final class Base64Module {
  private static final Atom MODE = Atom.of("mode");
  private static final Atom STANDARD = Atom.of("standard");
  private static final Atom URL_SAFE = Atom.of("urlsafe");
  private static final Atom PADDING = Atom.of("padding");

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final byte BAD = -1;
  private static final byte SPACE = -2;
  private static final byte PAD = -3;

  private static final Alphabet PLAIN = new Alphabet("+/");
  private static final Alphabet SAFE = new Alphabet("-_");

  private Base64Module() {}

  /** The 64 digits, and what each byte is as one. */
  private static final class Alphabet {
    final byte[] digits;
    final byte[] values = new byte[256];

    Alphabet(String last) {
      digits = Binary.ofLatin1(DIGITS + last).toByteArray();
      Arrays.fill(values, BAD);
      for (byte i = 0; i < digits.length; i++) {
        values[digits[i]] = i;
      }
      for (char c : "\t\n\r ".toCharArray()) {
        values[c] = SPACE;
      }
      values['='] = PAD;
    }
  }

  private record Options(Alphabet alphabet, boolean padding) {
    static final Options DEFAULT = new Options(PLAIN, true);

    /** Null when it is no map of options. */
    static @Nullable Options of(Object term) {
      if (!(term instanceof TermMap map)) {
        return null;
      }
      Object mode = map.get(MODE);
      Object padding = map.get(PADDING);
      boolean fine =
          (mode == null || mode == STANDARD || mode == URL_SAFE)
              && (padding == null || padding == Atom.TRUE || padding == Atom.FALSE);
      return fine ? new Options(mode == URL_SAFE ? SAFE : PLAIN, padding != Atom.FALSE) : null;
    }
  }

  /** A string or binary as bytes; anything else is a clause missing. */
  private static Binary bytes(Process process, Object data, Object[] arguments) {
    if (!(data instanceof Cons) && data != Nil.EMPTY && !(data instanceof Binary)) {
      throw Errors.functionClause(process, arguments);
    }
    Binary bytes = IoLists.toBinary(process, data);
    if (bytes == null) {
      throw Errors.badarg(process, arguments);
    }
    return bytes;
  }

  private static Options options(Process process, Object term, Object[] arguments) {
    Options options = Options.of(term);
    if (options == null) {
      throw Errors.functionClause(process, arguments);
    }
    return options;
  }

  @Builtin("encode")
  public static Object encode(Process process, Object data) {
    Object[] arguments = {data};
    return encoded(process, bytes(process, data, arguments), Options.DEFAULT);
  }

  @Builtin("encode")
  public static Object encode(Process process, Object data, Object options) {
    Object[] arguments = {data, options};
    Options read = options(process, options, arguments);
    return encoded(process, bytes(process, data, arguments), read);
  }

  @Builtin("encode_to_string")
  public static Object encodeToString(Process process, Object data) {
    return Lists.ofBytes(process, (Binary) encode(process, data), Nil.EMPTY);
  }

  @Builtin("encode_to_string")
  public static Object encodeToString(Process process, Object data, Object options) {
    return Lists.ofBytes(process, (Binary) encode(process, data, options), Nil.EMPTY);
  }

  private static Binary encoded(Process process, Binary data, Options options) {
    int count = data.length();
    long length = options.padding ? (count + 2L) / 3 * 4 : (count * 4L + 2) / 3;
    process.reserve(length);
    if (length > Integer.MAX_VALUE - 64) {
      throw Errors.systemLimit(process, data);
    }
    process.charge(count >> 5);
    byte[] text = new byte[(int) length];
    byte[] digits = options.alphabet.digits;
    int out = 0;
    for (int at = 0; at < count; at += 3) {
      int have = Math.min(3, count - at);
      int group =
          data.at(at) << 16
              | (have > 1 ? data.at(at + 1) << 8 : 0)
              | (have > 2 ? data.at(at + 2) : 0);
      for (int i = 0; i < 4; i++) {
        if (i <= have) {
          text[out++] = digits[group >> 18 - 6 * i & 63];
        } else if (options.padding) {
          text[out++] = '=';
        }
      }
    }
    process.allocated(text, length);
    return Binary.of(text);
  }

  @Builtin("decode")
  public static Object decode(Process process, Object text) {
    return decoded(process, text, Options.DEFAULT, false, new Object[] {text});
  }

  @Builtin("decode")
  public static Object decode(Process process, Object text, Object options) {
    Object[] arguments = {text, options};
    return decoded(process, text, options(process, options, arguments), false, arguments);
  }

  @Builtin("mime_decode")
  public static Object mimeDecode(Process process, Object text) {
    return decoded(process, text, Options.DEFAULT, true, new Object[] {text});
  }

  @Builtin("mime_decode")
  public static Object mimeDecode(Process process, Object text, Object options) {
    Object[] arguments = {text, options};
    return decoded(process, text, options(process, options, arguments), true, arguments);
  }

  @Builtin("decode_to_string")
  public static Object decodeToString(Process process, Object text) {
    return Lists.ofBytes(process, (Binary) decode(process, text), Nil.EMPTY);
  }

  @Builtin("decode_to_string")
  public static Object decodeToString(Process process, Object text, Object options) {
    return Lists.ofBytes(process, (Binary) decode(process, text, options), Nil.EMPTY);
  }

  @Builtin("mime_decode_to_string")
  public static Object mimeDecodeToString(Process process, Object text) {
    return Lists.ofBytes(process, (Binary) mimeDecode(process, text), Nil.EMPTY);
  }

  @Builtin("mime_decode_to_string")
  public static Object mimeDecodeToString(Process process, Object text, Object options) {
    return Lists.ofBytes(process, (Binary) mimeDecode(process, text, options), Nil.EMPTY);
  }

  private static Binary decoded(
      Process process, Object term, Options options, boolean lenient, Object[] arguments) {
    Binary text = bytes(process, term, arguments);
    int count = text.length();
    process.reserve(count);
    process.charge(count >> 5);
    byte[] values = options.alphabet.values;
    byte[] data = new byte[count / 4 * 3 + 3];
    int length = 0;
    int group = 0;
    int digits = 0;
    int pads = 0;
    for (int at = 0; at < count; at++) {
      byte value = values[text.at(at)];
      if (value == SPACE || lenient && value == BAD) {
        continue;
      }
      if (value == PAD) {
        // Padding ends the text; where MIME's goes on after all, it was none.
        if (digits + pads >= 2 && digits + pads < 4) {
          pads++;
          continue;
        }
        if (lenient) {
          continue;
        }
        throw bad(process, arguments);
      }
      if (value == BAD || pads > 0 && !lenient) {
        throw bad(process, arguments);
      }
      pads = 0;
      group = group << 6 | value;
      if (++digits == 4) {
        data[length++] = (byte) (group >> 16);
        data[length++] = (byte) (group >> 8);
        data[length++] = (byte) group;
        group = 0;
        digits = 0;
      }
    }
    if (digits > 0) {
      if (digits + pads != 4 && options.padding) {
        throw Errors.functionClause(process, arguments);
      }
      if (digits == 1) {
        throw Errors.functionClause(process, arguments);
      }
      if (digits == 3) {
        data[length++] = (byte) (group >> 10);
        data[length++] = (byte) (group >> 2);
      } else {
        data[length++] = (byte) (group >> 4);
      }
    }
    process.allocated(data, data.length);
    return Binary.of(data, 0, length);
  }

  /** A character that does not belong: OTP decodes lists by clauses, binaries by comparing. */
  private static Raise bad(Process process, Object[] arguments) {
    return arguments[0] instanceof Binary
        ? Errors.badarg(process, arguments)
        : Errors.functionClause(process, arguments);
  }
}
