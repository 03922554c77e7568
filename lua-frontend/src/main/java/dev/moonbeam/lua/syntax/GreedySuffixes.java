package dev.moonbeam.lua.syntax;

import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * Prediction that decides the loop over suffixes by one token. A parenthesis behind a prefix
 * expression could also start the next statement; Lua takes it for a call always (manual section
 * 3.3.1). ANTLR would come to the same end, but only after looking far ahead at each parenthesis,
 * which makes hostile input quadratic.
 */
final class GreedySuffixes extends ParserATNSimulator {
  private static final int GO_ON = 1;
  private static final int LEAVE = 2;

  private final int loop;

  GreedySuffixes(Parser parser, ATN atn, DFA[] decisions) {
    super(parser, atn, decisions, new PredictionContextCache());
    int found = -1;
    for (DecisionState state : atn.decisionToState) {
      if (state.ruleIndex == LuaParser.RULE_suffixedExpr
          && state.getStateType() == org.antlr.v4.runtime.atn.ATNState.STAR_LOOP_ENTRY) {
        found = state.decision;
      }
    }
    this.loop = found;
  }

  @Override
  public int adaptivePredict(TokenStream input, int decision, ParserRuleContext outer)
      throws NoViableAltException {
    if (decision != loop) {
      return super.adaptivePredict(input, decision, outer);
    }
    return switch (input.LA(1)) {
      case LuaParser.DOT,
          LuaParser.LEFT_BRACKET,
          LuaParser.COLON,
          LuaParser.LEFT_PAREN,
          LuaParser.LEFT_BRACE,
          LuaParser.STRING ->
          GO_ON;
      default -> LEAVE;
    };
  }
}
