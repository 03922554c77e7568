package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.codegen.LargeStack;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Parses tokens as {@code erl_scan} gives them. In what comes out the annotation of a node is not a
 * place but {@code {N, 0}}: it belongs to the Nth token, whatever annotation that has.
 */
public final class TokenTerms {
  /** What the tokens are. */
  public enum Kind {
    FORM,
    EXPRESSIONS
  }

  /**
   * The tree, or what is wrong with which token.
   *
   * @param term the abstract format; null where there is an error
   * @param at the number of the token, from 1
   * @param message as the compiler words it
   */
  public record Parsed(@Nullable Object term, int at, String message) {}

  /** Indexes of characters that are further apart than any two of one token. */
  private static final int TOKEN_WIDTH = 4;

  private static final Map<String, Integer> TYPES = types();

  private TokenTerms() {}

  private static Map<String, Integer> types() {
    Map<String, Integer> types = new HashMap<>();
    Vocabulary vocabulary = ErlangLexer.VOCABULARY;
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      String literal = vocabulary.getLiteralName(type);
      if (literal != null) {
        types.put(literal.substring(1, literal.length() - 1), type);
      }
    }
    types.put("dot", ErlangLexer.DOT);
    // FormReader tells where these are reserved words.
    types.put("maybe", ErlangLexer.ATOM);
    types.put("else", ErlangLexer.ATOM);
    return Map.copyOf(types);
  }

  /** The tokens of that list parsed; null where something in it is no token. */
  public static @Nullable Parsed parse(Kind kind, Object[] terms) throws Exception {
    List<Token> tokens = new ArrayList<>(terms.length);
    for (int i = 0; i < terms.length; i++) {
      CommonToken token = token(terms[i]);
      if (token == null) {
        return null;
      }
      token.setLine(i + 1);
      token.setCharPositionInLine(-1);
      token.setStartIndex(i * TOKEN_WIDTH);
      token.setStopIndex(i * TOKEN_WIDTH + 1);
      tokens.add(token);
    }
    return LargeStack.run(() -> parse(kind, tokens));
  }

  private static Parsed parse(Kind kind, List<Token> tokens) {
    try {
      TokenParser parser = new TokenParser();
      if (kind == Kind.FORM) {
        return new Parsed(AbstractFormat.form(parser.form("nofile", tokens)), 0, "");
      }
      List<Object> expressions = new ArrayList<>();
      for (Node node : parser.expressions(tokens)) {
        expressions.add(AbstractFormat.expression(node));
      }
      return new Parsed(Cons.list(expressions.toArray()), 0, "");
    } catch (SyntaxError e) {
      return new Parsed(null, Place.line(e.at), String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable CommonToken token(Object term) {
    if (!(term instanceof Tuple tuple) || tuple.size() < 2 || !(tuple.get(0) instanceof Atom tag)) {
      return null;
    }
    if (tuple.size() == 2) {
      int type = TYPES.getOrDefault(tag.name(), ErlangLexer.ILLEGAL);
      return new CommonToken(type, tag.name());
    }
    Object value = tuple.get(2);
    return switch (tag.name()) {
      case "atom" ->
          value instanceof Atom atom
              ? new CommonToken(ErlangLexer.QUOTED_ATOM, quoted('\'', atom.name()))
              : null;
      case "var" ->
          value instanceof Atom atom ? new CommonToken(ErlangLexer.VAR, atom.name()) : null;
      case "integer" ->
          switch (value) {
            case Long number when number >= 0 ->
                new CommonToken(ErlangLexer.INTEGER, number.toString());
            case BigInteger number when number.signum() > 0 ->
                new CommonToken(ErlangLexer.INTEGER, "16#" + number.toString(16));
            default -> null;
          };
      case "float" ->
          value instanceof Double number
              ? new CommonToken(ErlangLexer.FLOAT, number.toString())
              : null;
      case "char" ->
          value instanceof Long c && isChar(c)
              ? new CommonToken(ErlangLexer.CHAR, "$\\x{" + Long.toHexString(c) + "}")
              : null;
      case "string" -> {
        String text = text(value);
        yield text == null ? null : new CommonToken(ErlangLexer.STRING, quoted('"', text));
      }
      default -> null;
    };
  }

  private static boolean isChar(long c) {
    return c >= 0 && c <= Character.MAX_CODE_POINT && !(c >= 0xD800 && c <= 0xDFFF);
  }

  private static @Nullable String text(Object list) {
    StringBuilder text = new StringBuilder();
    Object rest = list;
    while (rest instanceof Cons cell) {
      if (!(cell.head instanceof Long c) || !isChar(c)) {
        return null;
      }
      text.appendCodePoint(c.intValue());
      rest = cell.tail;
    }
    return rest == Nil.EMPTY ? text.toString() : null;
  }

  private static String quoted(char quote, String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    return out.append(quote).toString();
  }
}
