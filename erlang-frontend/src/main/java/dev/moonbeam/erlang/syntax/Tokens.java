package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Making, copying and showing tokens. */
final class Tokens {
  private Tokens() {}

  /** Every token of the text, without the end of file. */
  static List<Token> scan(String text) {
    ErlangLexer lexer = new ErlangLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>(text.length() / 5 + 8);
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens.add(token);
    }
    return tokens;
  }

  static long at(Token token) {
    return Place.of(token.getLine(), token.getCharPositionInLine() + 1);
  }

  /** The same token seen at another place: what a macro's expansion consists of. */
  static Token moved(Token token, Token place) {
    CommonToken copy = new CommonToken(token);
    copy.setLine(place.getLine());
    copy.setCharPositionInLine(place.getCharPositionInLine());
    return copy;
  }

  /** The same token some lines further down. */
  static Token shifted(Token token, int lines) {
    CommonToken copy = new CommonToken(token);
    copy.setLine(token.getLine() + lines);
    return copy;
  }

  static Token made(int type, String text, Token place) {
    CommonToken token = new CommonToken(type, text);
    token.setLine(place.getLine());
    token.setCharPositionInLine(place.getCharPositionInLine());
    return token;
  }

  static CommonToken retyped(Token token, int type) {
    CommonToken copy = new CommonToken(token);
    copy.setType(type);
    return copy;
  }

  /** A word as an atom in quotes. */
  static Token quoted(Token word) {
    CommonToken copy = retyped(word, ErlangLexer.QUOTED_ATOM);
    copy.setText('\'' + word.getText() + '\'');
    return copy;
  }

  static boolean isAtom(Token token) {
    return token.getType() == ErlangLexer.ATOM || token.getType() == ErlangLexer.QUOTED_ATOM;
  }

  static boolean isWord(Token token, String word) {
    return token.getType() == ErlangLexer.ATOM && token.getText().equals(word);
  }

  /** A reserved word, whose text is letters. */
  static boolean isReserved(Token token) {
    return token.getType() >= ErlangLexer.AFTER && token.getType() <= ErlangLexer.XOR;
  }

  /** As the parser of Erlang shows a token in {@code syntax error before: ...}. */
  static String shown(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "";
      case ErlangLexer.ATOM,
          ErlangLexer.QUOTED_ATOM,
          ErlangLexer.VAR,
          ErlangLexer.INTEGER,
          ErlangLexer.FLOAT,
          ErlangLexer.CHAR,
          ErlangLexer.STRING,
          ErlangLexer.TRIPLE_STRING,
          ErlangLexer.SIGIL ->
          shortened(plain(token));
      case ErlangLexer.DOT -> "'.'";
      case ErlangLexer.ILLEGAL -> "'" + token.getText().replace("\\", "\\\\") + "'";
      default -> "'" + shortened(token.getText()) + "'";
    };
  }

  /** Atoms without quotes that they do not need, numbers in base ten. */
  private static String plain(Token token) {
    String text = token.getText();
    try {
      return switch (token.getType()) {
        case ErlangLexer.QUOTED_ATOM -> TermPrinter.print(Literals.atom(text));
        case ErlangLexer.INTEGER -> Literals.integer(text).toString();
        case ErlangLexer.FLOAT -> TermPrinter.print(Literals.decimal(text));
        default -> text;
      };
    } catch (Literals.BadLiteral e) {
      return text;
    }
  }

  private static String shortened(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "..." : text;
  }
}
