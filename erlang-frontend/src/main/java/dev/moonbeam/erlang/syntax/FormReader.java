package dev.moonbeam.erlang.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the tokens of a form for the parser. It decides in one pass what a context-free grammar
 * of fixed lookahead cannot: which {@code catch} of a {@code try} opens its clauses and so which
 * colons there separate class, pattern and stack trace; and whether {@code maybe} and {@code else}
 * are reserved words or, as before OTP 25, plain atoms. It also bounds nesting, so that nothing
 * behind it needs to fear for its stack.
 */
final class FormReader {
  /**
   * Far beyond what people or generators write, far below what the large stack of a compilation
   * holds.
   */
  static final int MOST_NESTING = 4_000;

  /** Prefix operators in a row ({@code not not not ...}) nest too. */
  private static final int MOST_PREFIXES = 4_000;

  private enum Part {
    /** Anything but the clauses of a try's catch. */
    OTHER,
    /** Of a catch clause: before {@code when} or the arrow. */
    CATCH_HEAD,
    CATCH_GUARD,
    CATCH_BODY
  }

  private static final class Opened {
    final int type;
    Part part = Part.OTHER;

    Opened(int type) {
      this.type = type;
    }
  }

  private FormReader() {}

  /**
   * How a token changes the depth of nesting: 1 where it opens what an {@code end} or a bracket
   * closes, -1 where it closes, else 0.
   *
   * @param next the token behind it, which tells {@code fun (X) -> ...} from {@code fun f/1}
   */
  static int nesting(Token token, @Nullable Token next, @Nullable Token second) {
    return switch (token.getType()) {
      case ErlangLexer.LPAREN,
          ErlangLexer.LBRACKET,
          ErlangLexer.LBRACE,
          ErlangLexer.LBIN,
          ErlangLexer.BEGIN,
          ErlangLexer.CASE,
          ErlangLexer.IF,
          ErlangLexer.RECEIVE,
          ErlangLexer.TRY ->
          1;
      case ErlangLexer.FUN -> opensFun(next, second) ? 1 : 0;
      case ErlangLexer.RPAREN,
          ErlangLexer.RBRACKET,
          ErlangLexer.RBRACE,
          ErlangLexer.RBIN,
          ErlangLexer.END ->
          -1;
      default -> 0;
    };
  }

  /** Whether {@code fun} followed by those tokens starts clauses that {@code end} closes. */
  private static boolean opensFun(@Nullable Token next, @Nullable Token second) {
    if (next == null) {
      return false;
    }
    return next.getType() == ErlangLexer.LPAREN
        || next.getType() == ErlangLexer.VAR
            && second != null
            && second.getType() == ErlangLexer.LPAREN;
  }

  static @Nullable Token at(List<Token> tokens, int index) {
    return index < tokens.size() ? tokens.get(index) : null;
  }

  static List<Token> prepare(List<Token> tokens) {
    List<Token> out = new ArrayList<>(tokens);
    Deque<Opened> open = new ArrayDeque<>();
    int prefixes = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Opened top = open.peek();
      int type = token.getType();
      prefixes = isPrefix(type) ? prefixes + 1 : 0;
      if (open.size() > MOST_NESTING || prefixes > MOST_PREFIXES) {
        throw new SyntaxError(Tokens.at(token), "nesting too deep");
      }
      switch (nesting(token, at(tokens, i + 1), at(tokens, i + 2))) {
        case 1 -> open.push(new Opened(type));
        case -1 -> open.poll();
        default -> {}
      }
      switch (type) {
        case ErlangLexer.ATOM -> {
          if (Tokens.isWord(token, "maybe") && isReservedHere(tokens, i)) {
            out.set(i, Tokens.retyped(token, ErlangLexer.MAYBE));
            open.push(new Opened(ErlangLexer.MAYBE));
          } else if (Tokens.isWord(token, "else")
              && top != null
              && top.type == ErlangLexer.MAYBE
              && isReservedHere(tokens, i)) {
            out.set(i, Tokens.retyped(token, ErlangLexer.ELSE));
          }
        }
        case ErlangLexer.CATCH -> {
          if (top != null
              && top.type == ErlangLexer.TRY
              && i > 0
              && endsExpression(tokens.get(i - 1))) {
            top.part = Part.CATCH_HEAD;
          }
        }
        case ErlangLexer.AFTER -> {
          if (top != null && top.type == ErlangLexer.TRY) {
            top.part = Part.OTHER;
          }
        }
        case ErlangLexer.WHEN -> {
          if (top != null && top.part == Part.CATCH_HEAD) {
            top.part = Part.CATCH_GUARD;
          }
        }
        case ErlangLexer.ARROW -> {
          if (top != null && top.part != Part.OTHER) {
            top.part = Part.CATCH_BODY;
          }
        }
        case ErlangLexer.SEMICOLON -> {
          if (top != null && top.part == Part.CATCH_BODY) {
            top.part = Part.CATCH_HEAD;
          }
        }
        case ErlangLexer.COLON -> {
          if (top != null && top.part == Part.CATCH_HEAD) {
            out.set(i, Tokens.retyped(token, ErlangLexer.CLASS_COLON));
          }
        }
        default -> {}
      }
    }
    return out;
  }

  private static boolean isPrefix(int type) {
    return type == ErlangLexer.NOT
        || type == ErlangLexer.BNOT
        || type == ErlangLexer.MINUS
        || type == ErlangLexer.PLUS
        || type == ErlangLexer.CATCH;
  }

  /**
   * {@code maybe} and {@code else} are reserved words where an expression follows, which never
   * follows an atom.
   */
  private static boolean isReservedHere(List<Token> tokens, int index) {
    Token next = at(tokens, index + 1);
    if (next == null) {
      return false;
    }
    return switch (next.getType()) {
      case ErlangLexer.LPAREN -> next.getStartIndex() > tokens.get(index).getStopIndex() + 1;
      case ErlangLexer.CATCH,
          ErlangLexer.NOT,
          ErlangLexer.BNOT,
          ErlangLexer.LBRACKET,
          ErlangLexer.LBRACE,
          ErlangLexer.LBIN,
          ErlangLexer.BEGIN,
          ErlangLexer.CASE,
          ErlangLexer.IF,
          ErlangLexer.RECEIVE,
          ErlangLexer.TRY,
          ErlangLexer.FUN,
          ErlangLexer.HASH ->
          true;
      default -> startsOperand(next);
    };
  }

  private static boolean startsOperand(Token token) {
    return Tokens.isAtom(token) || isLiteral(token.getType()) || token.getType() == ErlangLexer.VAR;
  }

  private static boolean isLiteral(int type) {
    return type == ErlangLexer.INTEGER
        || type == ErlangLexer.FLOAT
        || type == ErlangLexer.CHAR
        || type == ErlangLexer.STRING
        || type == ErlangLexer.TRIPLE_STRING
        || type == ErlangLexer.SIGIL;
  }

  private static boolean endsExpression(Token token) {
    return switch (token.getType()) {
      case ErlangLexer.RPAREN,
          ErlangLexer.RBRACKET,
          ErlangLexer.RBRACE,
          ErlangLexer.RBIN,
          ErlangLexer.END ->
          true;
      default -> startsOperand(token);
    };
  }
}
