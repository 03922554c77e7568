package dev.moonbeam.erlang.library;

import dev.moonbeam.core.builtin.Builtin;
import dev.moonbeam.core.builtin.BuiltinModule;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.runtime.CharData;
import dev.moonbeam.erlang.runtime.Errors;
import dev.moonbeam.erlang.runtime.Lists;
import dev.moonbeam.erlang.runtime.WideCharData;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Module {@code unicode}: character data to binaries and lists. */
@BuiltinModule("unicode")
public final class UnicodeModule {
  private static final Atom LATIN1 = Atom.of("latin1");
  private static final Atom UNICODE = Atom.of("unicode");
  private static final Atom UTF8 = Atom.of("utf8");
  private static final Atom INCOMPLETE = Atom.of("incomplete");
  private static final Atom UTF16 = Atom.of("utf16");
  private static final Atom UTF32 = Atom.of("utf32");
  private static final Atom BIG = Atom.of("big");
  private static final Atom LITTLE = Atom.of("little");

  /** A byte order mark; a longer one that begins like a shorter comes before it. */
  private record Mark(Object encoding, Binary bytes) {
    static Mark of(Object encoding, int... bytes) {
      byte[] all = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        all[i] = (byte) bytes[i];
      }
      return new Mark(encoding, Binary.of(all));
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          Mark.of(UTF8, 0xEF, 0xBB, 0xBF),
          Mark.of(new Tuple(UTF32, BIG), 0, 0, 0xFE, 0xFF),
          Mark.of(new Tuple(UTF32, LITTLE), 0xFF, 0xFE, 0, 0),
          Mark.of(new Tuple(UTF16, BIG), 0xFE, 0xFF),
          Mark.of(new Tuple(UTF16, LITTLE), 0xFF, 0xFE));

  private static final Map<Charset, WideCharData.Encoding> WIDE =
      Map.of(
          StandardCharsets.UTF_16BE, WideCharData.Encoding.UTF16_BIG,
          StandardCharsets.UTF_16LE, WideCharData.Encoding.UTF16_LITTLE,
          StandardCharsets.UTF_32BE, WideCharData.Encoding.UTF32_BIG,
          StandardCharsets.UTF_32LE, WideCharData.Encoding.UTF32_LITTLE);

  private UnicodeModule() {}

  /** What a text becomes: a binary in some encoding or a list. */
  private interface Form {
    @Nullable Object of(String text);
  }

  @Builtin("characters_to_list")
  public static Object charactersToList(Process process, Object data) {
    return convert(process, data, UNICODE, text -> Lists.ofText(process, text), data);
  }

  @Builtin("characters_to_list")
  public static Object charactersToList(Process process, Object data, Object encoding) {
    return convert(process, data, encoding, text -> Lists.ofText(process, text), data, encoding);
  }

  @Builtin("characters_to_binary")
  public static Object charactersToBinary(Process process, Object data) {
    return convert(process, data, UNICODE, text -> encode(process, text, UNICODE), data);
  }

  @Builtin("characters_to_binary")
  public static Object charactersToBinary(Process process, Object data, Object in) {
    return convert(process, data, in, text -> encode(process, text, UNICODE), data, in);
  }

  @Builtin("characters_to_binary")
  public static Object charactersToBinary(Process process, Object data, Object in, Object out) {
    if (charset(out) == null) {
      throw Errors.badarg(process, data, in, out);
    }
    return convert(process, data, in, text -> encode(process, text, out), data, in, out);
  }

  private static Object convert(
      Process process, Object data, Object encoding, Form form, Object... arguments) {
    Charset charset = charset(encoding);
    if (charset == null) {
      throw Errors.badarg(process, arguments);
    }
    WideCharData.Encoding wide = WIDE.get(charset);
    CharData.Decoded decoded =
        wide == null
            ? CharData.decode(process, data, charset == StandardCharsets.ISO_8859_1)
            : WideCharData.decode(process, data, wide);
    if (decoded.end() == CharData.End.BADARG) {
      throw Errors.badarg(process, arguments);
    }
    Object result = form.of(decoded.text());
    if (result == null) {
      // Latin-1 has only the first 256 characters: what comes before the first other one is
      // encoded.
      String text = decoded.text();
      int good = 0;
      while (text.charAt(good) < 256) {
        good++;
      }
      Object rest = Lists.ofText(process, text.substring(good));
      return new Tuple(Atom.ERROR, Binary.ofLatin1(text.substring(0, good)), Cons.list(rest));
    }
    return switch (decoded.end()) {
      case COMPLETE -> result;
      case INCOMPLETE -> new Tuple(INCOMPLETE, result, decoded.rest());
      default -> new Tuple(Atom.ERROR, result, decoded.rest());
    };
  }

  /** The text in an encoding; null when that has no such characters. */
  private static @Nullable Object encode(Process process, String text, Object encoding) {
    Charset charset = charset(encoding);
    if (charset == null
        || charset == StandardCharsets.ISO_8859_1 && text.chars().anyMatch(c -> c > 255)) {
      return null;
    }
    process.reserve(text.length());
    process.charge(text.length() >> 6);
    return BinaryBifs.made(process, Binary.of(text.getBytes(charset)));
  }

  private static @Nullable Charset charset(Object encoding) {
    if (encoding == UNICODE || encoding == UTF8) {
      return StandardCharsets.UTF_8;
    }
    if (encoding == LATIN1) {
      return StandardCharsets.ISO_8859_1;
    }
    String name =
        encoding instanceof Tuple pair
                && pair.size() == 2
                && pair.get(0) instanceof Atom base
                && pair.get(1) instanceof Atom order
            ? base.name() + order.name()
            : encoding instanceof Atom atom ? atom.name() : "";
    return switch (name) {
      case "utf16", "utf16big" -> StandardCharsets.UTF_16BE;
      case "utf16little" -> StandardCharsets.UTF_16LE;
      case "utf32", "utf32big" -> StandardCharsets.UTF_32BE;
      case "utf32little" -> StandardCharsets.UTF_32LE;
      default -> null;
    };
  }

  @Builtin("characters_to_nfc_list")
  public static Object nfcList(Process process, Object data) {
    return Lists.ofText(process, normal(process, data, Normalizer.Form.NFC));
  }

  @Builtin("characters_to_nfd_list")
  public static Object nfdList(Process process, Object data) {
    return Lists.ofText(process, normal(process, data, Normalizer.Form.NFD));
  }

  @Builtin("characters_to_nfkc_list")
  public static Object nfkcList(Process process, Object data) {
    return Lists.ofText(process, normal(process, data, Normalizer.Form.NFKC));
  }

  @Builtin("characters_to_nfkd_list")
  public static Object nfkdList(Process process, Object data) {
    return Lists.ofText(process, normal(process, data, Normalizer.Form.NFKD));
  }

  @Builtin("characters_to_nfc_binary")
  public static Object nfcBinary(Process process, Object data) {
    return BinaryBifs.made(process, Binary.of(normal(process, data, Normalizer.Form.NFC)));
  }

  @Builtin("characters_to_nfd_binary")
  public static Object nfdBinary(Process process, Object data) {
    return BinaryBifs.made(process, Binary.of(normal(process, data, Normalizer.Form.NFD)));
  }

  @Builtin("characters_to_nfkc_binary")
  public static Object nfkcBinary(Process process, Object data) {
    return BinaryBifs.made(process, Binary.of(normal(process, data, Normalizer.Form.NFKC)));
  }

  @Builtin("characters_to_nfkd_binary")
  public static Object nfkdBinary(Process process, Object data) {
    return BinaryBifs.made(process, Binary.of(normal(process, data, Normalizer.Form.NFKD)));
  }

  private static String normal(Process process, Object data, Normalizer.Form form) {
    String text = CharData.toText(process, data);
    if (text == null) {
      throw Errors.badarg(process, data);
    }
    process.charge(text.length() >> 3);
    return Normalizer.normalize(text, form);
  }

  @Builtin("bom_to_encoding")
  public static Object bomToEncoding(Process process, Object binary) {
    if (!(binary instanceof Binary b)) {
      throw Errors.badarg(process, binary);
    }
    for (Mark mark : MARKS) {
      if (b.length() >= mark.bytes.length()
          && TermOrder.exactlyEqual(b.slice(0, mark.bytes.length()), mark.bytes)) {
        return new Tuple(mark.encoding, (long) mark.bytes.length());
      }
    }
    return new Tuple(LATIN1, 0L);
  }

  @Builtin("encoding_to_bom")
  public static Object encodingToBom(Process process, Object encoding) {
    Object asked =
        encoding == UNICODE
            ? UTF8
            : encoding == UTF16 || encoding == UTF32 ? new Tuple(encoding, BIG) : encoding;
    for (Mark mark : MARKS) {
      if (TermOrder.exactlyEqual(mark.encoding, asked)) {
        return mark.bytes;
      }
    }
    if (encoding == LATIN1) {
      return Binary.EMPTY;
    }
    throw Errors.functionClause(process, encoding);
  }
}
