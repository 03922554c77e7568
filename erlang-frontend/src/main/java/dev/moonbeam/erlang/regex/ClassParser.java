package dev.moonbeam.erlang.regex;

import org.jspecify.annotations.Nullable;

/** {@code [...]} (pcrepattern, "Square brackets and character classes"). */
final class ClassParser {
  private final PatternReader reader;
  private final EscapeParser escapes;

  ClassParser(PatternReader reader, EscapeParser escapes) {
    this.reader = reader;
    this.escapes = escapes;
  }

  /** The class whose opening bracket is taken. */
  CharSet parse() throws RegexSyntaxException {
    CharSet set = new CharSet();
    boolean negated = reader.accept('^');
    boolean first = true;
    boolean quoted = false;
    for (; ; first = false) {
      if (reader.isEnd()) {
        throw reader.error("missing terminating ] for character class");
      }
      if (quoted ? reader.accept("\\E") : reader.accept("\\Q")) {
        quoted = !quoted;
        continue;
      }
      if (!quoted && reader.accept("\\E")) {
        continue;
      }
      if (!quoted && !first && reader.accept(']')) {
        break;
      }
      CharSet named = quoted ? null : named();
      if (named != null) {
        set.addSet(named);
        continue;
      }
      range(set, quoted);
    }
    if (negated) {
      set.negate();
    }
    return set;
  }

  /** A POSIX class or a class escape, which is taken; null when something else stands here. */
  private @Nullable CharSet named() throws RegexSyntaxException {
    if (reader.peek() == '[') {
      int kind = reader.peek(1);
      if ((kind == ':' || kind == '.' || kind == '=') && isTerminated(kind)) {
        if (kind != ':') {
          throw reader.error("POSIX collating elements are not supported");
        }
        return posix();
      }
      return null;
    }
    if (reader.peek() != '\\') {
      return null;
    }
    reader.at++;
    CharSet set = escapes.set(reader.peek());
    if (set == null) {
      reader.at--;
      return null;
    }
    return set;
  }

  /** Whether {@code :]} follows before any other bracket. */
  private boolean isTerminated(int kind) {
    for (int i = 2; reader.peek(i) >= 0; i++) {
      int c = reader.peek(i);
      if (c == kind && reader.peek(i + 1) == ']') {
        return true;
      }
      if (c == ']' || c == '\\' && reader.peek(i + 1) == ']' || c == '[') {
        return false;
      }
    }
    return false;
  }

  private CharSet posix() throws RegexSyntaxException {
    int start = reader.at;
    reader.at += 2;
    boolean negated = reader.accept('^');
    StringBuilder name = new StringBuilder();
    while (reader.peek() != ':') {
      name.appendCodePoint(reader.next());
    }
    String wanted = name.toString();
    if (reader.has(RegexOption.CASELESS) && (wanted.equals("upper") || wanted.equals("lower"))) {
      wanted = "alpha";
    }
    CharSet set = CharClasses.posix(wanted, reader.has(RegexOption.UCP));
    if (set == null) {
      throw reader.errorAt("unknown POSIX class name", start + 2);
    }
    reader.at += 2;
    if (negated) {
      set.negate();
    }
    return set;
  }

  private int character(boolean quoted) throws RegexSyntaxException {
    if (!quoted && reader.accept('\\')) {
      return escapes.character(true);
    }
    return reader.next();
  }

  private void range(CharSet set, boolean quoted) throws RegexSyntaxException {
    int from = character(quoted);
    int to = from;
    while (!quoted && reader.accept("\\E")) {
      continue;
    }
    if (!quoted && reader.peek() == '-' && reader.peek(1) >= 0 && reader.peek(1) != ']') {
      reader.at++;
      while (reader.accept("\\E")) {
        continue;
      }
      if (reader.peek() == '\\' && "dDsSwWhHvVpP".indexOf(reader.peek(1)) >= 0
          || reader.peek() == '[' && reader.peek(1) == ':' && isTerminated(':')) {
        reader.at++;
        throw reader.error("invalid range in character class");
      }
      to = character(false);
      if (to < from) {
        throw reader.errorAt("range out of order in character class", reader.at - 1);
      }
    }
    set.addRange(from, to);
    if (reader.has(RegexOption.CASELESS)) {
      CaseFolding.addOthers(set, from, to, reader.has(RegexOption.UTF));
    }
  }
}
