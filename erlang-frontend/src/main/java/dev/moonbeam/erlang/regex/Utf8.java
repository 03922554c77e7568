package dev.moonbeam.erlang.regex;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Characters of well-formed UTF-8. */
final class Utf8 {
  private Utf8() {}

  static int length(byte[] text, int at) {
    int first = text[at] & 0xFF;
    return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  static int at(byte[] text, int at) {
    int first = text[at] & 0xFF;
    if (first < 0xC0) {
      return first;
    }
    int second = text[at + 1] & 0x3F;
    if (first < 0xE0) {
      return (first & 0x1F) << 6 | second;
    }
    int third = text[at + 2] & 0x3F;
    if (first < 0xF0) {
      return (first & 0xF) << 12 | second << 6 | third;
    }
    return (first & 7) << 18 | second << 12 | third << 6 | text[at + 3] & 0x3F;
  }

  static boolean isWellFormed(byte[] text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  /** The first byte of the character that ends before a place. */
  static int before(byte[] text, int at) {
    int start = at - 1;
    while (start > 0 && isContinuation(text[start])) {
      start--;
    }
    return start;
  }
}
