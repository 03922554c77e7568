package dev.moonbeam.core.source;

import java.io.ByteArrayOutputStream;

/**
 * Source text that may not be text: bytes to chars and back without loss. Bytes are read as UTF-8;
 * a byte that is not part of a well-formed sequence becomes the lone surrogate {@code U+DC00 +
 * byte}, which {@link #encode} turns into that byte again. So a Lua string literal keeps any byte
 * that its file holds, while ordinary text is ordinary Java text.
 */
public final class ByteText {
  private static final int ESCAPE = 0xDC00;

  private ByteText() {}

  /** Never fails; {@code encode(decode(bytes))} equals {@code bytes}. */
  public static String decode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at] & 0xFF;
      if (lead < 0x80) {
        text.append((char) lead);
        at++;
        continue;
      }
      int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
      int code = wellFormed(bytes, at, length, lead);
      if (code < 0) {
        text.append((char) (ESCAPE + lead));
        at++;
      } else {
        text.appendCodePoint(code);
        at += length;
      }
    }
    return text.toString();
  }

  /**
   * The code point of a sequence, or -1 when it is cut short, overlong, a surrogate or out of
   * range.
   */
  private static int wellFormed(byte[] bytes, int at, int length, int lead) {
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.length) {
      return -1;
    }
    int code = lead & 0x7F >> length;
    for (int i = 1; i < length; i++) {
      int next = bytes[at + i] & 0xFF;
      if ((next & 0xC0) != 0x80) {
        return -1;
      }
      code = code << 6 | next & 0x3F;
    }
    boolean overlong = length == 3 && code < 0x800 || length == 4 && code < 0x10000;
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return overlong || surrogate || code > Character.MAX_CODE_POINT ? -1 : code;
  }

  /** UTF-8, with escaped bytes restored; any other lone surrogate becomes {@code ?}. */
  public static byte[] encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 8);
    int at = 0;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      at += Character.charCount(code);
      if (code < 0x80) {
        bytes.write(code);
      } else if (code < 0x800) {
        bytes.write(0xC0 | code >> 6);
        bytes.write(0x80 | code & 0x3F);
      } else if (code >= ESCAPE + 0x80 && code <= ESCAPE + 0xFF) {
        bytes.write(code - ESCAPE);
      } else if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
        bytes.write('?');
      } else if (code < 0x10000) {
        bytes.write(0xE0 | code >> 12);
        bytes.write(0x80 | code >> 6 & 0x3F);
        bytes.write(0x80 | code & 0x3F);
      } else {
        bytes.write(0xF0 | code >> 18);
        bytes.write(0x80 | code >> 12 & 0x3F);
        bytes.write(0x80 | code >> 6 & 0x3F);
        bytes.write(0x80 | code & 0x3F);
      }
    }
    return bytes.toByteArray();
  }
}
