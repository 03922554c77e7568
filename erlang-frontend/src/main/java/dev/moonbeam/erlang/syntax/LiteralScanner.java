package dev.moonbeam.erlang.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Lexer;

/**
 * What the lexer's rules cannot say: where a triple-quoted string and a sigil end. A rule has
 * matched the opening delimiter when one of these methods runs; it consumes input up to the closing
 * one. A literal that never ends becomes a token of type {@code UNTERMINATED}.
 */
abstract class LiteralScanner extends Lexer {
  LiteralScanner(CharStream input) {
    super(input);
  }

  /** Consumes up to the line that starts with as many quotes as opened the string. */
  void tripleQuoted() {
    String opening = getText();
    toClosingQuotes(quotes(opening, opening.indexOf('"')));
  }

  /** Consumes up to the delimiter that closes the sigil. */
  void sigil() {
    String opening = getText();
    int delimiter = 1;
    while (Character.isLetter(opening.charAt(delimiter))) {
      delimiter++;
    }
    char open = opening.charAt(delimiter);
    if (opening.length() > delimiter + 1) {
      toClosingQuotes(quotes(opening, delimiter));
      return;
    }
    String prefix = opening.substring(1, delimiter);
    boolean verbatim = prefix.equals("B") || prefix.equals("S");
    char close = Literals.closing(open);
    for (int next = _input.LA(1); next != IntStream.EOF; next = _input.LA(1)) {
      take();
      if (next == close) {
        return;
      }
      if (next == '\\' && !verbatim && _input.LA(1) != IntStream.EOF) {
        take();
      }
    }
    setType(ErlangLexer.UNTERMINATED);
  }

  private void toClosingQuotes(int count) {
    boolean lineStart = true;
    int quotes = 0;
    for (int next = _input.LA(1); next != IntStream.EOF; next = _input.LA(1)) {
      take();
      if (next == '\n') {
        lineStart = true;
        quotes = 0;
      } else if (lineStart && next == '"') {
        if (++quotes == count) {
          return;
        }
      } else if (next != ' ' && next != '\t' || quotes > 0) {
        lineStart = false;
        quotes = 0;
      }
    }
    setType(ErlangLexer.UNTERMINATED);
  }

  private void take() {
    getInterpreter().consume(_input);
  }

  private static int quotes(String text, int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) == '"') {
      to++;
    }
    return to - from;
  }
}
