package dev.moonbeam.erlang.regex;

/** What ends a line ({@code {newline, _}}; pcrepattern, "Newline conventions"). */
public enum Newline {
  LF,
  CR,
  CRLF,
  ANYCRLF,
  ANY;

  /** Length of the line end at a place of a subject, 0 when there is none. */
  int lengthAt(byte[] subject, int at, int end, boolean utf) {
    if (at >= end) {
      return 0;
    }
    int c = subject[at] & 0xFF;
    boolean pair = c == '\r' && at + 1 < end && subject[at + 1] == '\n';
    return switch (this) {
      case LF -> c == '\n' ? 1 : 0;
      case CR -> c == '\r' ? 1 : 0;
      case CRLF -> pair ? 2 : 0;
      case ANYCRLF -> pair ? 2 : c == '\n' || c == '\r' ? 1 : 0;
      case ANY -> pair ? 2 : c >= '\n' && c <= '\r' ? 1 : other(subject, at, end, utf);
    };
  }

  /** NEL and the separators of lines and paragraphs. */
  private static int other(byte[] subject, int at, int end, boolean utf) {
    int c = subject[at] & 0xFF;
    if (!utf) {
      return c == 0x85 ? 1 : 0;
    }
    if (c == 0xC2) {
      return at + 1 < end && (subject[at + 1] & 0xFF) == 0x85 ? 2 : 0;
    }
    boolean separator =
        c == 0xE2
            && at + 2 < end
            && (subject[at + 1] & 0xFF) == 0x80
            && (subject[at + 2] & 0xFE) == 0xA8;
    return separator ? 3 : 0;
  }

  /** Whether a line ends right before a place that is not the beginning. */
  boolean endsAt(byte[] subject, int at, int end, boolean utf) {
    return switch (this) {
      case CRLF -> at >= 2 && lengthAt(subject, at - 2, end, utf) == 2;
      case ANYCRLF, ANY -> {
        if (lengthAt(subject, at - 1, end, utf) == 1
            && !(subject[at - 1] == '\r' && at < end && subject[at] == '\n')) {
          yield true;
        }
        yield at >= 2 && lengthAt(subject, at - 2, end, utf) == 2
            || at >= 3 && lengthAt(subject, at - 3, end, utf) == 3;
      }
      default -> lengthAt(subject, at - 1, end, utf) == 1;
    };
  }
}
