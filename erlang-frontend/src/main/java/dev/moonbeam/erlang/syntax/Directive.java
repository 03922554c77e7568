package dev.moonbeam.erlang.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Reads the tokens of one preprocessor directive. One that is not as it should be is refused where
 * it first differs from that, as OTP's {@code epp} refuses it.
 */
final class Directive {
  /** Stands for a macro's name among expected token types. */
  private static final int NAME = -1;

  private final List<Token> form;
  private final Token word;

  /**
   * @param form {@code -word ...}, with its full stop unless the file ends before it
   */
  Directive(List<Token> form) {
    this.form = form;
    this.word = form.get(1);
  }

  Token word() {
    return word;
  }

  long at() {
    return Tokens.at(word);
  }

  /** What follows the word. */
  List<Token> rest() {
    return form.subList(2, form.size());
  }

  boolean startsWith(int type) {
    return form.size() > 2 && form.get(2).getType() == type;
  }

  /** Refuses the directive where its tokens stop to be those, in that order. */
  private SyntaxError mismatch(List<Token> tokens, int... expected) {
    Token at = word;
    int next = 0;
    while (next < tokens.size()
        && next < expected.length
        && isExpected(tokens.get(next), expected[next])) {
      at = tokens.get(next);
      next++;
    }
    return badlyFormed(next < tokens.size() ? tokens.get(next) : at);
  }

  private static boolean isExpected(Token token, int type) {
    return type == NAME
        ? Tokens.isAtom(token) || token.getType() == ErlangLexer.VAR
        : token.getType() == type;
  }

  private static boolean matches(List<Token> tokens, int... expected) {
    if (tokens.size() != expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (!isExpected(tokens.get(i), expected[i])) {
        return false;
      }
    }
    return true;
  }

  SyntaxError badlyFormed(Token at) {
    return new SyntaxError(Tokens.at(at), "badly formed '" + word.getText() + "'");
  }

  /** Refuses the directive where something stands that it cannot start with. */
  SyntaxError badlyFormed() {
    return badlyFormed(form.size() > 2 ? form.get(2) : word);
  }

  /** Nothing may follow the word. */
  void checkBare() {
    if (!startsWith(ErlangLexer.DOT)) {
      throw badlyFormed();
    }
  }

  /** {@code (NAME).} */
  String name() {
    int[] expected = {ErlangLexer.LPAREN, NAME, ErlangLexer.RPAREN, ErlangLexer.DOT};
    if (!matches(rest(), expected)) {
      throw mismatch(rest(), expected);
    }
    return nameOf(form.get(3));
  }

  static String nameOf(Token token) {
    String text = token.getText();
    return token.getType() == ErlangLexer.QUOTED_ATOM ? text.substring(1, text.length() - 1) : text;
  }

  /** {@code (name, enable).} or {@code (name, disable).} */
  String feature() {
    int[] expected = {
      ErlangLexer.LPAREN,
      ErlangLexer.ATOM,
      ErlangLexer.COMMA,
      ErlangLexer.ATOM,
      ErlangLexer.RPAREN,
      ErlangLexer.DOT
    };
    if (!matches(rest(), expected)
        || !Tokens.isWord(form.get(5), "enable") && !Tokens.isWord(form.get(5), "disable")) {
      throw badlyFormed();
    }
    return form.get(3).getText();
  }

  /** Whether that which {@link #feature} names is enabled. */
  boolean enablesFeature() {
    return Tokens.isWord(form.get(5), "enable");
  }

  /** {@code ("text").}, of one literal or several; the first of them. */
  Token string() {
    List<Token> tokens = joined(rest());
    int[] expected = {ErlangLexer.LPAREN, ErlangLexer.STRING, ErlangLexer.RPAREN, ErlangLexer.DOT};
    if (!matches(tokens, expected)) {
      throw mismatch(tokens, expected);
    }
    return tokens.get(1);
  }

  /** {@code ("name", line).}, after macros were replaced; both tokens. */
  List<Token> fileAndLine(List<Token> expanded) {
    List<Token> tokens = joined(expanded);
    int[] expected = {
      ErlangLexer.LPAREN,
      ErlangLexer.STRING,
      ErlangLexer.COMMA,
      ErlangLexer.INTEGER,
      ErlangLexer.RPAREN,
      ErlangLexer.DOT
    };
    if (!matches(tokens, expected)) {
      throw mismatch(tokens, expected);
    }
    return List.of(tokens.get(1), tokens.get(3));
  }

  /** Adjacent string literals as one. */
  static List<Token> joined(List<Token> tokens) {
    List<Token> joined = new ArrayList<>();
    for (Token token : tokens) {
      Token last = joined.isEmpty() ? null : joined.getLast();
      if (last != null
          && last.getType() == ErlangLexer.STRING
          && token.getType() == ErlangLexer.STRING) {
        String text = last.getText();
        joined.set(
            joined.size() - 1,
            Tokens.made(
                ErlangLexer.STRING,
                text.substring(0, text.length() - 1) + token.getText().substring(1),
                last));
      } else {
        joined.add(token);
      }
    }
    return joined;
  }

  // ---- define ----------------------------------------------------------------------------------

  /** {@code (NAME, tokens).} or {@code (NAME(A, B), tokens).} */
  Macro macro() {
    if (form.size() < 4 || !matches(form.subList(2, 4), ErlangLexer.LPAREN, NAME)) {
      throw mismatch(rest(), ErlangLexer.LPAREN, NAME);
    }
    String name = nameOf(form.get(3));
    Token next = form.size() > 4 ? form.get(4) : word;
    return switch (next.getType()) {
      case ErlangLexer.COMMA -> new Macro(name, null, expansion(5, next));
      case ErlangLexer.LPAREN -> withParameters(name);
      default -> throw badlyFormed(next);
    };
  }

  private Macro withParameters(String name) {
    List<String> parameters = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int next = 5;
    Token last = form.get(4);
    while (next < form.size() && form.get(next).getType() != ErlangLexer.RPAREN) {
      if (!parameters.isEmpty()) {
        boolean goesOn =
            form.get(next).getType() == ErlangLexer.COMMA
                && next + 1 < form.size()
                && form.get(next + 1).getType() == ErlangLexer.VAR;
        if (!goesOn) {
          throw badlyFormed(form.get(next));
        }
        next++;
      }
      last = form.get(next);
      if (last.getType() != ErlangLexer.VAR) {
        throw badlyFormed(last);
      }
      if (!seen.add(last.getText())) {
        throw new SyntaxError(Tokens.at(last), "argument '" + last.getText() + "' already used");
      }
      parameters.add(last.getText());
      next++;
    }
    if (next >= form.size()) {
      throw badlyFormed(last);
    }
    Token comma = next + 1 < form.size() ? form.get(next + 1) : form.get(next);
    if (comma.getType() != ErlangLexer.COMMA) {
      throw new SyntaxError(Tokens.at(comma), "badly formed define: missing comma");
    }
    return new Macro(name, parameters, expansion(next + 2, comma));
  }

  /** What the macro stands for: all up to the closing parenthesis at the end. */
  private List<Token> expansion(int from, Token before) {
    int end = form.size() - 1;
    if (form.get(end).getType() != ErlangLexer.DOT) {
      throw new SyntaxError(
          Tokens.at(from < form.size() ? form.getLast() : before), "premature end");
    }
    if (end <= from - 1 || end == from || form.get(end - 1).getType() != ErlangLexer.RPAREN) {
      throw new SyntaxError(
          Tokens.at(form.get(end)), "badly formed define: missing closing right parenthesis");
    }
    return List.copyOf(form.subList(from, end - 1));
  }
}
