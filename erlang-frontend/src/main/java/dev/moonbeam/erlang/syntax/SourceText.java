package dev.moonbeam.erlang.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an Erlang source file, which may say in which encoding it is written: by a comment
 * with {@code coding: latin-1} in its first or second line ({@code epp:read_encoding/1}). Without
 * one it is UTF-8, or Latin-1 where it is no UTF-8, as old files are.
 */
public final class SourceText {
  private static final Pattern CODING =
      Pattern.compile("coding\\s*[:=]\\s*(latin-1|iso-8859-1|utf-8)(?![-a-z0-9])");

  /** No line that is looked at for a coding is longer. */
  private static final int HEAD = 1_024;

  private SourceText() {}

  /** Never fails. A byte order mark is left out. */
  public static String decode(byte[] bytes) {
    if (isLatin1(bytes)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean isLatin1(byte[] bytes) {
    int end = Math.min(bytes.length, HEAD);
    int lines = 0;
    int from = 0;
    for (int at = 0; at < end && lines < 2; at++) {
      if (bytes[at] == '\n' || at == end - 1) {
        String line = new String(bytes, from, at + 1 - from, StandardCharsets.ISO_8859_1);
        Matcher coding = CODING.matcher(line.toLowerCase(Locale.ROOT));
        if (line.contains("%") && coding.find()) {
          return !coding.group(1).equals("utf-8");
        }
        from = at + 1;
        lines++;
      }
    }
    return false;
  }
}
