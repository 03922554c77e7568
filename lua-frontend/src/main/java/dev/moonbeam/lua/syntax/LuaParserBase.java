package dev.moonbeam.lua.syntax;

import dev.moonbeam.lua.syntax.LuaParser.ExprStatContext;
import dev.moonbeam.lua.syntax.LuaParser.SuffixContext;
import dev.moonbeam.lua.syntax.LuaParser.SuffixedExprContext;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.ParseTree;

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

  private int level;

  protected LuaParserBase(TokenStream input) {
    super(input);
  }

  protected final void enter() {
    if (++level > MAX_LEVELS) {
      throw new SyntaxError("C stack overflow", getCurrentToken().getLine(), 0);
    }
  }

  protected final void leave() {
    level--;
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
