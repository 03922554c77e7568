package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.WorkMeter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Between lexer and parser: reads tokens form by form, obeys the directives, replaces macros
 * (reference manual, "Preprocessor"). What it says is worded as OTP's {@code epp} words it.
 */
final class Preprocessor implements MacroExpander.Context {
  private static final int MOST_INCLUDES_NESTED = 8;

  /** Of a term that a message shows. */
  private static final int LONGEST_TERM = 10_000;

  /** Reads terms and expressions within directives; macros are replaced already. */
  interface Terms {
    /** The value of a condition, up to the full stop; null where it is no guard expression. */
    @Nullable Boolean condition(List<Token> tokens);

    /** The term, up to the full stop; null where it is none. */
    @Nullable Object term(List<Token> tokens);
  }

  /** A file being read. */
  private static final class Input {
    final List<Token> tokens;
    String name;
    int lineShift;
    final Conditions conditions = new Conditions();
    int next;

    Input(List<Token> tokens, String name) {
      this.tokens = tokens;
      this.name = name;
    }
  }

  /** The only feature there is. */
  static final String MAYBE_EXPR = "maybe_expr";

  private final Diagnostics diagnostics;
  private final Includes includes;
  private final Terms terms;
  private final MacroTable macros = new MacroTable();
  private final MacroExpander expander = new MacroExpander(macros, this);
  private final Deque<Input> inputs = new ArrayDeque<>();
  private final long end;
  private @Nullable String module;

  /** Whether all forms until now may stand before {@code -feature}. */
  private boolean inPrefix = true;

  /** Whether {@code maybe} is a reserved word, as it is since OTP 27 where nothing is said. */
  private boolean maybeEnabled = true;

  /**
   * @param terms reads what directives hold
   */
  Preprocessor(SourceUnit source, CompileOptions options, Diagnostics diagnostics, Terms terms) {
    this.diagnostics = diagnostics;
    this.includes = new Includes(options);
    this.terms = terms;
    for (Map.Entry<String, String> define : options.defines().entrySet()) {
      macros.define(new Macro(define.getKey(), null, Tokens.scan(define.getValue())));
    }
    end = endOf(source.text());
    open(source.name(), source.text());
  }

  private void open(String name, String text) {
    diagnostics.addText(name, text);
    inputs.push(new Input(Tokens.scan(text), name));
  }

  @Override
  public String file() {
    return input().name;
  }

  @Override
  public @Nullable String module() {
    return module;
  }

  private Input input() {
    return inputs.getFirst();
  }

  /** The next form that is not a directive, or null at the end. Errors are reported and skipped. */
  @Nullable TokenForm next() {
    while (true) {
      Input input = input();
      if (input.next >= input.tokens.size()) {
        String unterminated = input.conditions.end();
        if (unterminated != null) {
          error(
              input == inputs.getLast() ? end : lastPlace(input),
              "unterminated '-" + unterminated + "'");
        }
        if (inputs.size() == 1) {
          return null;
        }
        inputs.pop();
        continue;
      }
      int from = input.next;
      List<Token> form = rawForm(input);
      try {
        if (!input.conditions.skip()) {
          checkTokens(form);
        }
        if (isDirective(form) && obey(form)) {
          continue;
        }
        if (input.conditions.skip()) {
          continue;
        }
        noteModule(form);
        List<Token> expanded = expander.expand(form);
        inPrefix &= isDirective(expanded) && Tokens.isWord(expanded.get(1), "module");
        return new TokenForm(file(), maybeEnabled ? expanded : withoutMaybe(expanded));
      } catch (BadToken bad) {
        error(bad.error.at, bad.error.getMessage());
        input.next = from + bad.next;
      } catch (SyntaxError e) {
        error(e.at, e.getMessage());
      }
    }
  }

  /** The place where the text ends. */
  long end() {
    return end;
  }

  private static long endOf(String text) {
    int line = 1;
    int lineStart = 0;
    for (int at; (at = text.indexOf('\n', lineStart)) >= 0; lineStart = at + 1) {
      line++;
    }
    return Place.of(line, text.length() - lineStart + 1);
  }

  private static long lastPlace(Input input) {
    return input.tokens.isEmpty() ? Place.of(1, 1) : Tokens.at(input.tokens.getLast());
  }

  private void error(long at, String message) {
    diagnostics.error(file(), at, message);
  }

  private static List<Token> rawForm(Input input) {
    int from = input.next;
    int to = from;
    while (to < input.tokens.size() && input.tokens.get(to).getType() != ErlangLexer.DOT) {
      to++;
    }
    if (to < input.tokens.size()) {
      to++;
    }
    input.next = to;
    List<Token> form = input.tokens.subList(from, to);
    return input.lineShift == 0
        ? form
        : form.stream().map(token -> Tokens.shifted(token, input.lineShift)).toList();
  }

  /** What no token can be read from; {@code next} is the place after it in the form. */
  private static final class BadToken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient SyntaxError error;
    final int next;

    BadToken(SyntaxError error, int next) {
      super(null, null, false, false);
      this.error = error;
      this.next = next;
    }
  }

  /** Refuses what is no token; reading goes on behind it, as if a form began there. */
  private static void checkTokens(List<Token> form) {
    for (int i = 0; i < form.size(); i++) {
      Token token = form.get(i);
      String message = badToken(token);
      if (message != null) {
        throw new BadToken(new SyntaxError(Tokens.at(token), message), i + 1);
      }
    }
  }

  private static @Nullable String badToken(Token token) {
    String text = token.getText();
    try {
      switch (token.getType()) {
        case ErlangLexer.ILLEGAL -> {
          // Other characters of ASCII are tokens, though none that the grammar knows.
          return text.charAt(0) > ' ' && text.charAt(0) < 127 ? null : "illegal character";
        }
        case ErlangLexer.UNTERMINATED -> {
          return "unterminated string starting with \"" + start(text) + '"';
        }
        case ErlangLexer.UNTERMINATED_ATOM -> {
          return "unterminated atom starting with '" + start(text) + "'";
        }
        case ErlangLexer.FLOAT -> Literals.decimal(text);
        case ErlangLexer.INTEGER -> {
          if (text.indexOf('#') >= 0) {
            Literals.integer(text);
          }
        }
        case ErlangLexer.CHAR -> {
          if (text.length() > 2) {
            Literals.character(text);
          }
        }
        default -> {}
      }
      return null;
    } catch (Literals.BadLiteral e) {
      return e.getMessage();
    }
  }

  private static String start(String text) {
    String content = text.substring(1);
    String shown = content.length() > 16 ? content.substring(0, 16) : content;
    return shown.replace("\n", "\\n");
  }

  private void noteModule(List<Token> form) {
    if (form.size() > 4
        && form.get(0).getType() == ErlangLexer.MINUS
        && Tokens.isWord(form.get(1), "module")
        && Tokens.isAtom(form.get(3))) {
      try {
        module = Literals.atom(form.get(3).getText()).name();
      } catch (Literals.BadLiteral e) {
        throw new SyntaxError(Tokens.at(form.get(3)), e.getMessage());
      }
    }
  }

  private static boolean isDirective(List<Token> form) {
    return form.size() > 1 && form.get(0).getType() == ErlangLexer.MINUS;
  }

  /** Whether the form was a directive. */
  private boolean obey(List<Token> form) {
    Directive directive = new Directive(form);
    Token word = directive.word();
    Conditions conditions = input().conditions;
    switch (word.getText()) {
      case "ifdef" -> conditions.begin(directive, () -> isDefined(directive));
      case "ifndef" -> conditions.begin(directive, () -> !isDefined(directive));
      case "if" -> {
        if (word.getType() != ErlangLexer.IF) {
          return false;
        }
        conditions.begin(directive, () -> condition(directive));
      }
      case "elif" -> conditions.elseIf(directive, () -> condition(directive));
      case "else" -> conditions.otherwise(directive);
      case "endif" -> conditions.end(directive);
      default -> {
        if (!isAction(word.getText())) {
          return false;
        }
        if (!conditions.skip()) {
          act(directive);
        }
      }
    }
    return true;
  }

  private static boolean isAction(String word) {
    return switch (word) {
      case "define", "undef", "include", "include_lib", "error", "warning", "file", "feature" ->
          true;
      default -> false;
    };
  }

  private void act(Directive directive) {
    switch (directive.word().getText()) {
      case "define" -> define(directive);
      case "undef" -> macros.undefine(directive.name());
      case "include" -> include(directive, false);
      case "include_lib" -> include(directive, true);
      case "error" -> {
        String shown = shown(directive);
        throw new SyntaxError(directive.at(), "-error(" + shown + ").");
      }
      case "warning" ->
          diagnostics.warning(file(), directive.at(), "-warning(" + shown(directive) + ").");
      case "file" -> fileAttribute(directive);
      default -> feature(directive);
    }
  }

  @Override
  public boolean enables(String feature) {
    return maybeEnabled && feature.equals(MAYBE_EXPR);
  }

  /** The form with {@code maybe} an atom like any other. */
  private static List<Token> withoutMaybe(List<Token> form) {
    return form.stream()
        .map(token -> Tokens.isWord(token, "maybe") ? Tokens.quoted(token) : token)
        .toList();
  }

  private void feature(Directive directive) {
    String name = directive.feature();
    if (!inPrefix) {
      throw new SyntaxError(
          directive.at(), "feature directive not allowed after exports or record definitions");
    }
    if (!name.equals(MAYBE_EXPR)) {
      throw new SyntaxError(directive.at(), "the feature '" + name + "' does not exist.");
    }
    maybeEnabled = directive.enablesFeature();
  }

  private boolean isDefined(Directive directive) {
    return expander.isDefined(directive.name());
  }

  /** {@code defined(NAME)} is replaced before macros are. */
  private boolean condition(Directive directive) {
    if (!directive.startsWith(ErlangLexer.LPAREN)) {
      throw directive.badlyFormed();
    }
    List<Token> tokens = new ArrayList<>(directive.rest());
    for (int i = 0; i + 3 < tokens.size(); i++) {
      if (Tokens.isWord(tokens.get(i), "defined")
          && tokens.get(i + 1).getType() == ErlangLexer.LPAREN
          && tokens.get(i + 3).getType() == ErlangLexer.RPAREN) {
        Token name = tokens.get(i + 2);
        Token truth =
            Tokens.made(
                ErlangLexer.ATOM,
                Boolean.toString(expander.isDefined(Directive.nameOf(name))),
                name);
        tokens.subList(i, i + 4).clear();
        tokens.add(i, truth);
      }
    }
    Boolean holds = terms.condition(expander.expand(tokens));
    if (holds == null) {
      throw directive.badlyFormed(directive.word());
    }
    return holds;
  }

  // ---- Actions ---------------------------------------------------------------------------------

  /** The term of {@code -error(Term).}, as {@code ~tp} shows it. */
  private String shown(Directive directive) {
    if (!directive.startsWith(ErlangLexer.LPAREN)) {
      throw directive.badlyFormed();
    }
    Object term;
    try {
      term = terms.term(expander.expand(directive.rest()));
    } catch (SyntaxError e) {
      term = null;
    }
    if (term == null) {
      throw directive.badlyFormed(directive.word());
    }
    return TermPrinter.pretty(term, LONGEST_TERM, WorkMeter.NONE);
  }

  private void define(Directive directive) {
    Macro macro = directive.macro();
    Token name = directive.rest().get(1);
    if (MacroExpander.isPredefined(macro.name())) {
      throw new SyntaxError(Tokens.at(name), "redefining predefined macro '" + macro.name() + "'");
    }
    if (macros.find(macro.name(), macro.arity()) != null) {
      throw new SyntaxError(Tokens.at(name), "redefining macro '" + macro.name() + "'");
    }
    MacroExpander.checkCalls(macro.body());
    macros.define(macro);
  }

  private void include(Directive directive, boolean library) {
    String kind = library ? "include_lib" : "include";
    Token literal = directive.string();
    String name = text(literal);
    if (inputs.size() > MOST_INCLUDES_NESTED) {
      throw new SyntaxError(directive.at(), kind + " too deep");
    }
    SourceUnit found = includes.find(name, library, file());
    if (found == null) {
      throw new SyntaxError(
          Tokens.at(literal),
          "can't find include " + (library ? "lib" : "file") + " \"" + name + "\"");
    }
    open(found.name(), found.text());
  }

  private static String text(Token literal) {
    try {
      return Literals.string(literal.getText());
    } catch (Literals.BadLiteral e) {
      throw new SyntaxError(Tokens.at(literal), e.getMessage());
    }
  }

  /** {@code -file("name", line).}: the line it stands in is that line, and so on. */
  private void fileAttribute(Directive directive) {
    List<Token> nameAndLine = directive.fileAndLine(expander.expand(directive.rest()));
    input().name = text(nameAndLine.getFirst());
    Token number = nameAndLine.getLast();
    try {
      if (Literals.integer(number.getText()) instanceof Long line
          && line >= 0
          && line < Integer.MAX_VALUE / 2) {
        input().lineShift += line.intValue() - directive.word().getLine();
      }
    } catch (Literals.BadLiteral e) {
      throw new SyntaxError(Tokens.at(number), e.getMessage());
    }
  }
}
