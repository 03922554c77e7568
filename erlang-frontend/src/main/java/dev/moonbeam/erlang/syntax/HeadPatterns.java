package dev.moonbeam.erlang.syntax;

import dev.moonbeam.erlang.syntax.ErlangParser.ExprContext;
import dev.moonbeam.erlang.syntax.ErlangParser.MaxContext;
import dev.moonbeam.erlang.syntax.ErlangParser.OperatorContext;
import dev.moonbeam.erlang.syntax.ErlangParser.PrefixContext;
import dev.moonbeam.erlang.syntax.ErlangParser.PrimaryContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * The parameters of functions and funs: their grammar has no calls, blocks or funs. What stands
 * within brackets is an expression to the grammar all the same, and for lint to refuse.
 */
final class HeadPatterns {
  private HeadPatterns() {}

  static void check(ErlangParser.ArgumentsContext arguments) {
    arguments.expr().forEach(HeadPatterns::check);
  }

  private static void check(ExprContext expr) {
    for (ParseTree child : expr.children) {
      switch (child) {
        case PrefixContext prefix -> {
          if (prefix.CATCH() != null) {
            throw ExpressionBuilder.syntaxError(prefix.getStart());
          }
        }
        case OperatorContext operator -> {
          if (operator.SEND() != null || operator.ANDALSO() != null || operator.ORELSE() != null) {
            throw ExpressionBuilder.syntaxError(operator.getStart());
          }
        }
        case PrimaryContext primary -> check(primary);
        default -> {}
      }
    }
  }

  private static void check(PrimaryContext primary) {
    if (primary.getChild(0) instanceof MaxContext max) {
      check(max);
    }
    if (primary.getChildCount() > 1) {
      throw ExpressionBuilder.syntaxError(start(primary.getChild(1)));
    }
  }

  private static Token start(ParseTree tree) {
    return tree instanceof TerminalNode terminal
        ? terminal.getSymbol()
        : ((ParserRuleContext) tree).getStart();
  }

  private static void check(MaxContext max) {
    switch (max.getChild(0)) {
      case ErlangParser.ListContext list when list.DOUBLE_BAR() != null ->
          throw ExpressionBuilder.syntaxError(list.DOUBLE_BAR().getSymbol());
      case ErlangParser.BinaryContext binary when binary.DOUBLE_BAR() != null ->
          throw ExpressionBuilder.syntaxError(binary.DOUBLE_BAR().getSymbol());
      case ErlangParser.ReceiveContext _,
          ErlangParser.TryExprContext _,
          ErlangParser.MaybeExprContext _,
          ErlangParser.FunExprContext _ ->
          throw ExpressionBuilder.syntaxError(max.getStart());
      case TerminalNode terminal -> {
        switch (terminal.getSymbol().getType()) {
          case ErlangLexer.BEGIN, ErlangLexer.IF, ErlangLexer.CASE ->
              throw ExpressionBuilder.syntaxError(terminal.getSymbol());
          case ErlangLexer.LPAREN -> check(max.expr());
          default -> {}
        }
      }
      default -> {}
    }
  }
}
