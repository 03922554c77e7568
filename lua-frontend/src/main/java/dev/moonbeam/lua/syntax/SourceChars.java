package dev.moonbeam.lua.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A Lua source text as the lexer reads it: an array of UTF-16 units in which each of Lua's four
 * line ends (LF, CR, CRLF, LFCR) has become one LF. Lua itself does so inside string literals, and
 * outside of them only the count of lines matters. A first line that starts with {@code #} is
 * blanked, and a byte order mark dropped, as for files.
 */
final class SourceChars implements CharStream {
  private final String name;
  private final char[] chars;
  private final int size;
  private int index;

  SourceChars(String name, String text, boolean file) {
    this.name = name;
    char[] from = text.toCharArray();
    int read = 0;
    int written = 0;
    if (file) {
      if (read < from.length && from[read] == '\uFEFF') {
        read++;
      }
      if (read < from.length && from[read] == '#') {
        while (read < from.length && from[read] != '\n' && from[read] != '\r') {
          read++;
        }
      }
    }
    while (read < from.length) {
      char c = from[read++];
      if (c == '\n' || c == '\r') {
        if (read < from.length && (from[read] == '\n' || from[read] == '\r') && from[read] != c) {
          read++;
        }
        c = '\n';
      }
      from[written++] = c;
    }
    this.chars = from;
    this.size = written;
  }

  /** The unit at an index, or {@link #EOF} from the end on. */
  int at(int position) {
    return position < size ? chars[position] : EOF;
  }

  /** The text of a line, without its end. */
  String line(int number) {
    int start = 0;
    for (int line = 1; line < number && start < size; start++) {
      if (chars[start] == '\n') {
        line++;
      }
    }
    int end = start;
    while (end < size && chars[end] != '\n') {
      end++;
    }
    return new String(chars, start, end - start);
  }

  String text(int from, int to) {
    return new String(chars, from, to - from);
  }

  @Override
  public String getText(Interval interval) {
    int to = Math.min(interval.b + 1, size);
    return interval.a >= to ? "" : text(interval.a, to);
  }

  @Override
  public void consume() {
    if (index >= size) {
      throw new IllegalStateException("cannot consume EOF");
    }
    index++;
  }

  @Override
  public int LA(int offset) {
    int position = offset > 0 ? index + offset - 1 : index + offset;
    return offset == 0 || position < 0 ? 0 : at(position);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int position) {
    index = Math.min(position, size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String getSourceName() {
    return name;
  }
}
