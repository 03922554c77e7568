package dev.moonbeam.lua.syntax;

import dev.moonbeam.lua.syntax.LuaParser.ArgsContext;
import dev.moonbeam.lua.syntax.LuaParser.BlockContext;
import dev.moonbeam.lua.syntax.LuaParser.ExprStatContext;
import dev.moonbeam.lua.syntax.LuaParser.ForStatContext;
import dev.moonbeam.lua.syntax.LuaParser.FunctionBodyContext;
import dev.moonbeam.lua.syntax.LuaParser.LocalStatContext;
import dev.moonbeam.lua.syntax.LuaParser.ParametersContext;
import dev.moonbeam.lua.syntax.LuaParser.TableConstructorContext;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Ends the parse at the first error and words it as Lua's parser does. Which words, the rule being
 * parsed and the token it wanted tell. The grammar decides by one token, so the parser stands at
 * the same token as Lua's at every error.
 */
final class LuaErrorStrategy extends DefaultErrorStrategy {
  private static final String PARAMETER_EXPECTED = "<name> or '...' expected";

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    throw noAlternative(parser, error);
  }

  @Override
  public void recover(Parser parser, RecognitionException error) {
    throw noAlternative(parser, error);
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw expected(parser);
  }

  /** Looking for errors ahead of loops would only change where they are found. */
  @Override
  public void sync(Parser parser) {}

  /** {@code message near 'token'}, at that token. */
  static SyntaxError at(String message, Parser parser, Token token) {
    if (token.getType() == LuaLexer.LEXICAL_ERROR
        && token instanceof LuaToken bad
        && bad.value() instanceof SyntaxError lexical) {
      return lexical;
    }
    // The reference implementation takes the byte 0 for no token.
    boolean named = token.getType() != LuaLexer.UNEXPECTED || !token.getText().equals("\0");
    return new SyntaxError(
        named ? message + " near " + LuaLexerBase.quoted(token, token.getText()) : message,
        token.getLine(),
        token.getCharPositionInLine() + 1);
  }

  private static SyntaxError noAlternative(Parser parser, RecognitionException error) {
    Token offending = error.getOffendingToken();
    Token found = offending == null ? parser.getCurrentToken() : offending;
    String message =
        switch (parser.getContext()) {
          case ArgsContext _ -> "function arguments expected";
          case ForStatContext _ -> "'=' or 'in' expected";
          case LocalStatContext _ -> "<name> expected";
          case ParametersContext _ -> PARAMETER_EXPECTED;
          case ExprStatContext statement when !LuaParserBase.isCall(statement) -> "syntax error";
          // The element before is complete, and what follows neither goes on with the list nor ends
          // it.
          case TableConstructorContext table when found == parser.getCurrentToken() ->
              closing("'}' expected", table.getStart(), found);
          default -> "unexpected symbol";
        };
    return at(message, parser, found);
  }

  private static SyntaxError expected(Parser parser) {
    ParserRuleContext rule = parser.getContext();
    Token found = parser.getCurrentToken();
    IntervalSet wanted = parser.getExpectedTokens();
    int token = wanted.getMinElement();
    // A block ends where no statement can start; Lua tries to read one more and stumbles over its
    // first token.
    if (endsBlock(token, rule) && !followsBlock(found) && !returned(rule)) {
      return at("unexpected symbol", parser, found);
    }
    // Behind a brace or a separator Lua tries to read an element.
    if (token == LuaParser.RIGHT_BRACE && lastChild(rule) instanceof TerminalNode) {
      return at("unexpected symbol", parser, found);
    }
    if (token == LuaParser.RIGHT_PAREN && isEmptyList(rule)) {
      return at(
          rule instanceof FunctionBodyContext ? PARAMETER_EXPECTED : "unexpected symbol",
          parser,
          found);
    }
    return at(closing(name(token) + " expected", opening(token, rule), found), parser, found);
  }

  /** Adds what the expected token would close, where that is on another line. */
  private static String closing(String message, @Nullable Token opening, Token found) {
    return opening == null || opening.getLine() == found.getLine()
        ? message
        : message + " (to close '" + opening.getText() + "' at line " + opening.getLine() + ")";
  }

  /** Whether an argument or parameter list was opened and nothing that could be in it follows. */
  private static boolean isEmptyList(ParserRuleContext rule) {
    return (rule instanceof ArgsContext || rule instanceof FunctionBodyContext)
        && lastChild(rule) instanceof TerminalNode;
  }

  private static String name(int token) {
    return switch (token) {
      case Token.EOF -> "<eof>";
      case LuaParser.NAME -> "<name>";
      default -> LuaParser.VOCABULARY.getLiteralName(token);
    };
  }

  private static boolean endsBlock(int token, ParserRuleContext rule) {
    return switch (token) {
      case LuaParser.END, LuaParser.UNTIL, Token.EOF -> lastChild(rule) instanceof BlockContext;
      default -> false;
    };
  }

  private static boolean followsBlock(Token token) {
    return switch (token.getType()) {
      case LuaParser.ELSE, LuaParser.ELSEIF, LuaParser.END, LuaParser.UNTIL, Token.EOF -> true;
      default -> false;
    };
  }

  private static boolean returned(ParserRuleContext rule) {
    return lastChild(rule) instanceof BlockContext block
        && block.returnStat() != null
        && block.returnStat().getChildCount() > 1;
  }

  private static ParseTree lastChild(ParserRuleContext rule) {
    return rule.getChildCount() == 0 ? rule : rule.getChild(rule.getChildCount() - 1);
  }

  /** The token that the wanted one would close, or null where Lua does not name it. */
  private static @Nullable Token opening(int token, ParserRuleContext rule) {
    return switch (token) {
      case LuaParser.END ->
          rule instanceof FunctionBodyContext ? functionKeyword(rule) : rule.getStart();
      case LuaParser.UNTIL, LuaParser.RIGHT_BRACE -> rule.getStart();
      case LuaParser.RIGHT_PAREN -> rule instanceof FunctionBodyContext ? null : rule.getStart();
      default -> null;
    };
  }

  private static Token functionKeyword(ParserRuleContext body) {
    ParserRuleContext parent = body.getParent();
    for (int i = 0; i < parent.getChildCount(); i++) {
      if (parent.getChild(i) instanceof TerminalNode leaf
          && leaf.getSymbol().getType() == LuaParser.FUNCTION) {
        return leaf.getSymbol();
      }
    }
    return parent.getStart();
  }
}
