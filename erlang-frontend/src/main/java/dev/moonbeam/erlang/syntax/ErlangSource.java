package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.SourceUnit;
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
 * Parses a source text, form by form, so that one bad form does not hide the others and the parse
 * tree in memory is never larger than a form's. Prediction is SLL; a form that fails is parsed once
 * more with full LL before it counts as wrong. Recursion is bounded by {@link
 * FormReader#MOST_NESTING}; call on a large stack.
 */
public final class ErlangSource {
  private final SourceUnit source;
  private final CompileOptions options;
  private final Diagnostics diagnostics = new Diagnostics();
  private final ErlangParser parser = new ErlangParser(null);

  private ErlangSource(SourceUnit source, CompileOptions options) {
    this.source = source;
    this.options = options;
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstError());
  }

  /** Whether the text is a module: its first token is the {@code -} of an attribute. */
  public static boolean isModule(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x80 && c <= 0xA0 || c == 0xFEFF) {
        i++;
      } else if (c == '%' || c == '#' && i == 0 && text.startsWith("#!")) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else {
        break;
      }
    }
    if (i >= text.length() || text.charAt(i) != '-') {
      return false;
    }
    int word = i + 1;
    while (word < text.length() && text.charAt(word) == ' ') {
      word++;
    }
    int end = word;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    // An attribute: -name( or -name "text"; otherwise a negative expression such as -x().
    return end > word
        && Character.isLowerCase(text.charAt(word))
        && isAttributeWord(text.substring(word, end));
  }

  private static boolean isAttributeWord(String word) {
    return switch (word) {
      case "module",
          "file",
          "export",
          "import",
          "compile",
          "define",
          "include",
          "ifdef",
          "ifndef",
          "if",
          "record",
          "type",
          "opaque",
          "spec",
          "behaviour",
          "behavior",
          "author",
          "vsn",
          "moduledoc",
          "doc",
          "feature",
          "undef",
          "dialyzer",
          "callback",
          "nifs",
          "copyright",
          "license",
          "on",
          "mode" ->
          true;
      default -> false;
    };
  }

  /** Parses a module. Errors are in the result's diagnostics. */
  public static ParsedSource module(SourceUnit source, CompileOptions options) {
    return new ErlangSource(source, options).module();
  }

  /** Parses a script: expressions separated by commas or full stops. */
  public static ParsedSource script(SourceUnit source, CompileOptions options) {
    return new ErlangSource(source, options).script();
  }

  private ParsedSource module() {
    List<Form> forms = new ArrayList<>();
    Preprocessor preprocessor = preprocessor(withoutShebang(source));
    for (TokenForm form; (form = preprocessor.next()) != null; ) {
      try {
        forms.add(form(form));
      } catch (SyntaxError e) {
        diagnostics.error(form.file(), e.at, e.getMessage());
      }
    }
    forms.add(new Form.End(preprocessor.end(), source.name()));
    return new ParsedSource(source.name(), forms, List.of(), diagnostics);
  }

  private static SourceUnit withoutShebang(SourceUnit source) {
    return source.text().startsWith("#!")
        ? new SourceUnit(source.name(), "%%" + source.text().substring(2))
        : source;
  }

  private Preprocessor preprocessor(SourceUnit unit) {
    return new Preprocessor(unit, options, diagnostics, this::holds);
  }

  private ParsedSource script() {
    Preprocessor preprocessor = preprocessor(withoutShebang(source));
    List<Node> expressions = new ArrayList<>();
    for (TokenForm form; (form = preprocessor.next()) != null; ) {
      try {
        List<Token> tokens = FormReader.prepare(form.tokens());
        for (ErlangParser.ExprsContext each : parse(tokens, ErlangParser::script).exprs()) {
          expressions.addAll(ExpressionBuilder.exprs(each));
        }
      } catch (SyntaxError e) {
        diagnostics.error(form.file(), e.at, e.getMessage());
      }
    }
    return new ParsedSource(source.name(), List.of(), expressions, diagnostics);
  }

  private Form form(TokenForm form) {
    List<Token> tokens = form.tokens();
    String file = form.file();
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

  private boolean holds(List<Token> condition) {
    Node node = ExpressionBuilder.expr(parse(condition, ErlangParser::condition).expr());
    return ConstantExpressions.isTrue(node);
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
