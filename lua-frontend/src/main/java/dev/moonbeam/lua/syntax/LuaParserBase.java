package dev.moonbeam.lua.syntax;

import dev.moonbeam.lua.syntax.LuaParser.ExprStatContext;
import dev.moonbeam.lua.syntax.LuaParser.LocalStatContext;
import dev.moonbeam.lua.syntax.LuaParser.SuffixContext;
import dev.moonbeam.lua.syntax.LuaParser.SuffixedExprContext;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * What the grammar asks of its parser besides matching: the nesting limit and what may be assigned
 * or stand alone.
 */
abstract class LuaParserBase extends Parser {
  /**
   * How deep statements and expressions may nest together. Lua's limit is 200 C calls, some of
   * which its own start uses; this parser needs about 500 bytes of Java stack a level.
   */
  static final int MAX_LEVELS = 195;

  /** Most local variables of one function. */
  static final int MAX_LOCALS = 200;

  private int level;

  protected LuaParserBase(TokenStream input) {
    super(input);
  }

  protected final void enter() {
    if (++level > MAX_LEVELS) {
      throw tooDeep(getCurrentToken());
    }
  }

  protected final void leave() {
    level--;
  }

  /**
   * A binary operator was read. Those that associate to the right nest as deep as they are many:
   * refused here, where Lua refuses them, also when the text goes on wrongly. How deep exactly is
   * counted when the tree is built.
   */
  protected final void operator() {
    Token token = _input.LT(-1);
    if (token.getType() != LuaParser.CONCAT && token.getType() != LuaParser.CARET) {
      return;
    }
    Precedence precedence = Precedence.of(token.getType());
    int chain = 0;
    ParserRuleContext expression = getContext();
    for (int i = expression.getChildCount() - 1; i >= 0; i--) {
      if (expression.getChild(i) instanceof TerminalNode leaf
          && i > 0
          && !(expression.getChild(i - 1) instanceof TerminalNode)) {
        Precedence other = Precedence.of(leaf.getSymbol().getType());
        if (other.left() < precedence.left()) {
          return;
        }
        if (other.equals(precedence) && ++chain + level > MAX_LEVELS) {
          throw tooDeep(token);
        }
      }
    }
  }

  /** One more variable left of an assignment was read. */
  protected final void target() {
    if (((ExprStatContext) getContext()).suffixedExpr().size() + level > MAX_LEVELS) {
      throw tooDeep(getCurrentToken());
    }
  }

  /** One more name of a local declaration was read. */
  protected final void declared() {
    int names = ((LocalStatContext) getContext()).attribName().size();
    if (names > MAX_LOCALS) {
      throw tooManyLocals(functionLine(), getCurrentToken());
    }
  }

  /** Line of the function being read, 0 for the chunk. */
  private int functionLine() {
    for (ParserRuleContext each = getContext(); each != null; each = each.getParent()) {
      if (each instanceof LuaParser.FunctionBodyContext) {
        return each.getParent().getStart().getLine();
      }
    }
    return 0;
  }

  /**
   * The error for a variable too many.
   *
   * @param functionLine 0 for the chunk
   */
  static SyntaxError tooManyLocals(int functionLine, Token near) {
    String where = functionLine == 0 ? "main function" : "function at line " + functionLine;
    return new SyntaxError(
        "too many local variables (limit is "
            + MAX_LOCALS
            + ") in "
            + where
            + " near "
            + LuaLexerBase.quoted(near, near.getText()),
        near.getLine(),
        near.getCharPositionInLine() + 1);
  }

  private static SyntaxError tooDeep(Token token) {
    return new SyntaxError("C stack overflow", token.getLine(), 0);
  }

  /** The expression just read stands left of an assignment: it must be a variable. */
  protected final void requireVariable() {
    SuffixedExprContext target = lastTarget((ExprStatContext) getContext());
    boolean variable =
        target.suffix().isEmpty() ? target.NAME() != null : !isCall(lastSuffix(target));
    if (!variable) {
      throw unexpected();
    }
  }

  /** The expression just read is a whole statement: it must be a call. */
  protected final void requireCall() {
    if (!isCall((ExprStatContext) getContext())) {
      throw unexpected();
    }
  }

  /** Whether what has been read of the statement ends in a call. */
  static boolean isCall(ExprStatContext statement) {
    SuffixedExprContext last = lastTarget(statement);
    return !last.suffix().isEmpty() && isCall(lastSuffix(last));
  }

  private SyntaxError unexpected() {
    return LuaErrorStrategy.at("syntax error", this, getCurrentToken());
  }

  private static SuffixedExprContext lastTarget(ExprStatContext statement) {
    ParseTree last = statement.getChild(statement.getChildCount() - 1);
    return (SuffixedExprContext) last;
  }

  private static SuffixContext lastSuffix(SuffixedExprContext expression) {
    return (SuffixContext) expression.getChild(expression.getChildCount() - 1);
  }

  private static boolean isCall(SuffixContext suffix) {
    return suffix.args() != null;
  }
}
