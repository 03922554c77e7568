package dev.moonbeam.erlang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Tokens without macros to syntax trees. Prediction is SLL; what fails is parsed once more with
 * full LL before it counts as wrong. Recursion is bounded by {@link FormReader#MOST_NESTING}; call
 * on a large stack. Every method throws {@link SyntaxError} where the tokens are no such thing.
 */
final class TokenParser {
  private final ErlangParser parser = new ErlangParser(null);

  TokenParser() {
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstError());
  }

  /** A module's form. */
  Form form(String file, List<Token> tokens) {
    if (tokens.size() > 2
        && tokens.getFirst().getType() == ErlangLexer.MINUS
        && Tokens.isAtom(tokens.get(1))) {
      List<Token> prepared = FormReader.prepare(tokens);
      String word = FormBuilder.word(tokens.get(1));
      if (word.equals("record")) {
        return FormBuilder.record(file, parse(prepared, ErlangParser::recordForm));
      }
      if (FormBuilder.isTypeWord(word)) {
        return FormBuilder.type(file, parse(prepared, ErlangParser::typeForm));
      }
      if (FormBuilder.isSpecWord(word)) {
        return FormBuilder.spec(file, parse(prepared, ErlangParser::specForm));
      }
      return FormBuilder.attribute(file, parse(prepared, ErlangParser::attribute));
    }
    return FormBuilder.function(
        file, parse(FormReader.prepare(tokens), ErlangParser::functionForm));
  }

  /** Expressions with commas or full stops between them. */
  List<Node> expressions(List<Token> tokens) {
    List<Node> expressions = new ArrayList<>();
    List<Token> prepared = FormReader.prepare(tokens);
    for (ErlangParser.ExprsContext each : parse(prepared, ErlangParser::script).exprs()) {
      expressions.addAll(ExpressionBuilder.exprs(each));
    }
    return expressions;
  }

  /** The expression of an {@code -if}. */
  Node condition(List<Token> tokens) {
    return ExpressionBuilder.expr(parse(tokens, ErlangParser::condition).expr());
  }

  private <T extends ParserRuleContext> T parse(
      List<Token> tokens, Function<ErlangParser, T> rule) {
    try {
      return attempt(tokens, rule, PredictionMode.SLL);
    } catch (ParseCancellationException sll) {
      try {
        return attempt(tokens, rule, PredictionMode.LL);
      } catch (ParseCancellationException ll) {
        Token offending = ((RecognitionException) ll.getCause()).getOffendingToken();
        long at =
            offending.getType() == Token.EOF && !tokens.isEmpty()
                ? Tokens.at(tokens.getLast())
                : Tokens.at(offending);
        throw new SyntaxError(at, "syntax error before: " + Tokens.shown(offending));
      }
    }
  }

  private <T extends ParserRuleContext> T attempt(
      List<Token> tokens, Function<ErlangParser, T> rule, PredictionMode mode) {
    parser.setTokenStream(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.getInterpreter().setPredictionMode(mode);
    return rule.apply(parser);
  }

  /** Gives up at the first token that cannot be, which is the one to name. */
  private static final class FirstError extends DefaultErrorStrategy {
    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw new ParseCancellationException(e);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw new ParseCancellationException(new InputMismatchException(recognizer));
    }

    @Override
    public void sync(Parser recognizer) {
      // The rule that cannot go on says so itself.
    }

    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
      // Thrown by recover.
    }
  }
}
