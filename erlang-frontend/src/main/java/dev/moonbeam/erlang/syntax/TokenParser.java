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
    List<Token> prepared = FormReader.prepare(tokens);
    if (tokens.getFirst().getType() != ErlangLexer.MINUS) {
      return FormBuilder.function(file, parse(prepared, ErlangParser::functionForm));
    }
    String word = tokens.size() > 1 ? FormBuilder.word(tokens.get(1)) : "";
    if (FormBuilder.isSpecWord(word)) {
      return FormBuilder.spec(file, parse(prepared, ErlangParser::specForm));
    }
    try {
      if (word.equals("record")) {
        return record(file, prepared);
      }
      return FormBuilder.isTypeWord(word)
          ? type(file, prepared)
          : FormBuilder.attribute(file, parse(prepared, ErlangParser::attribute));
    } catch (SyntaxError e) {
      checkBeginning(prepared, e);
      throw e;
    }
  }

  /**
   * An attribute of which only the beginning can be read: if that is no right one, OTP's parser
   * says so before it looks further.
   */
  private void checkBeginning(List<Token> tokens, SyntaxError error) {
    int end = 2;
    while (end < tokens.size() && Tokens.at(tokens.get(end)) != error.at) {
      end++;
    }
    if (end == 2 || end >= tokens.size()) {
      return;
    }
    List<Token> part = new ArrayList<>(tokens.subList(0, end));
    part.add(Tokens.made(ErlangLexer.DOT, ".", tokens.get(end)));
    ErlangParser.AttributeContext attribute;
    try {
      attribute = parse(part, ErlangParser::attribute);
    } catch (SyntaxError other) {
      return;
    }
    FormBuilder.attribute("", attribute);
  }

  private Form record(String file, List<Token> tokens) {
    ErlangParser.RecordFormContext record;
    try {
      record = parse(tokens, ErlangParser::recordForm);
    } catch (SyntaxError e) {
      ErlangParser.AttributeContext attribute;
      try {
        attribute = parse(tokens, ErlangParser::attribute);
      } catch (SyntaxError other) {
        // The one that comes further is the one that is wrong for the whole grammar.
        throw other.at > e.at ? other : e;
      }
      throw FormBuilder.badRecord(attribute);
    }
    return FormBuilder.record(file, record);
  }

  private Form type(String file, List<Token> tokens) {
    ErlangParser.TypeFormContext type;
    try {
      type = parse(tokens, ErlangParser::typeForm);
    } catch (SyntaxError e) {
      ErlangParser.BadTypeFormContext bad;
      try {
        bad = parse(tokens, ErlangParser::badTypeForm);
      } catch (SyntaxError other) {
        throw other.at > e.at ? other : e;
      }
      throw FormBuilder.badType(bad);
    }
    return FormBuilder.type(file, type);
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

  /** The expressions that a directive holds, up to the full stop; there should be one. */
  List<Node> condition(List<Token> tokens) {
    List<Node> expressions = new ArrayList<>();
    for (ErlangParser.ExprContext each : parse(tokens, ErlangParser::condition).expr()) {
      expressions.add(ExpressionBuilder.expr(each));
    }
    return expressions;
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
