package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.source.SourceUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Between lexer and parser: reads tokens form by form, obeys the directives, replaces macros
 * (reference manual, "Preprocessor"). What it says is worded as OTP's {@code epp} words it.
 */
final class Preprocessor implements MacroExpander.Context {
  private static final int MOST_INCLUDES_NESTED = 8;

  private static final int MOST_CONDITIONS_NESTED = 1_000;

  /** A file being read. */
  private static final class Input {
    final List<Token> tokens;
    String name;
    int lineShift;
    final int conditionsOutside;
    int next;

    Input(List<Token> tokens, String name, int conditionsOutside) {
      this.tokens = tokens;
      this.name = name;
      this.conditionsOutside = conditionsOutside;
    }
  }

  /** What an {@code -if}, {@code -ifdef} or {@code -ifndef} has come to. */
  private static final class Condition {
    /** A branch was taken already, or none ever will. */
    boolean done;

    boolean skipping;
    boolean afterElse;

    /** How it began. */
    final String word;

    Condition(String word, boolean skipping, boolean done) {
      this.word = word;
      this.skipping = skipping;
      this.done = done;
    }
  }

  private final Diagnostics diagnostics;
  private final Includes includes;
  private final Predicate<List<Token>> holds;
  private final MacroTable macros = new MacroTable();
  private final MacroExpander expander = new MacroExpander(macros, this);
  private final Deque<Input> inputs = new ArrayDeque<>();
  private final Deque<Condition> conditions = new ArrayDeque<>();
  private final long end;
  private @Nullable String module;

  /**
   * @param holds evaluates the expanded condition of an {@code -if}
   */
  Preprocessor(
      SourceUnit source,
      CompileOptions options,
      Diagnostics diagnostics,
      Predicate<List<Token>> holds) {
    this.diagnostics = diagnostics;
    this.includes = new Includes(options);
    this.holds = holds;
    for (Map.Entry<String, String> define : options.defines().entrySet()) {
      macros.define(new Macro(define.getKey(), null, Tokens.scan(define.getValue())));
    }
    end = endOf(source.text());
    open(source.name(), source.text());
  }

  private void open(String name, String text) {
    diagnostics.addText(name, text);
    inputs.push(new Input(Tokens.scan(text), name, conditions.size()));
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
        if (conditions.size() > input.conditionsOutside) {
          error(
              input == inputs.getLast() ? end : lastPlace(input),
              "unterminated '-" + conditions.getFirst().word + "'");
          while (conditions.size() > input.conditionsOutside) {
            conditions.pop();
          }
        }
        if (inputs.size() == 1) {
          return null;
        }
        inputs.pop();
        continue;
      }
      List<Token> form = rawForm(input);
      try {
        if (isDirective(form) && obey(form)) {
          continue;
        }
        if (skipping()) {
          continue;
        }
        checkLiterals(form);
        noteModule(form);
        return new TokenForm(file(), expander.expand(form));
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

  private boolean skipping() {
    Condition innermost = conditions.peek();
    return innermost != null && innermost.skipping;
  }

  private static void checkLiterals(List<Token> form) {
    for (Token token : form) {
      switch (token.getType()) {
        case ErlangLexer.ILLEGAL -> throw new SyntaxError(Tokens.at(token), "illegal character");
        case ErlangLexer.UNTERMINATED ->
            throw new SyntaxError(
                Tokens.at(token), "unterminated string starting with " + start(token.getText()));
        case ErlangLexer.UNTERMINATED_ATOM ->
            throw new SyntaxError(
                Tokens.at(token), "unterminated atom starting with " + start(token.getText()));
        default -> {}
      }
    }
  }

  private static String start(String text) {
    String shown = text.length() > 16 ? text.substring(0, 16) : text;
    return '"' + shown.substring(1).replace("\n", "\\n") + '"';
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
    Token word = form.get(1);
    switch (word.getText()) {
      case "ifdef" -> ifDefined(form, true);
      case "ifndef" -> ifDefined(form, false);
      case "if" -> {
        if (word.getType() != ErlangLexer.IF) {
          return false;
        }
        openCondition(word, skipping() || condition(form), skipping());
      }
      case "elif" -> orElseIf(form);
      case "else" -> orElse(word);
      case "endif" -> {
        if (conditions.size() <= input().conditionsOutside) {
          throw new SyntaxError(Tokens.at(word), "unbalanced '-endif'");
        }
        conditions.pop();
      }
      case "define" -> {
        if (!skipping()) {
          define(form);
        }
      }
      case "undef" -> {
        if (!skipping()) {
          macros.undefine(nameIn(form, "undef"));
        }
      }
      case "include" -> {
        if (!skipping()) {
          include(form, false);
        }
      }
      case "include_lib" -> {
        if (!skipping()) {
          include(form, true);
        }
      }
      case "error" -> {
        if (!skipping()) {
          throw new SyntaxError(Tokens.at(word), "-error(" + insideText(form) + ").");
        }
      }
      case "warning" -> {
        if (!skipping()) {
          diagnostics.warning(file(), Tokens.at(word), "-warning(" + insideText(form) + ").");
        }
      }
      case "file" -> {
        if (!skipping()) {
          fileAttribute(form);
        }
      }
      case "feature" -> {
        // maybe_expr, the only feature, is always there.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void openCondition(Token word, boolean taken, boolean never) {
    if (conditions.size() >= MOST_CONDITIONS_NESTED) {
      throw new SyntaxError(Tokens.at(word), "nesting too deep");
    }
    conditions.push(new Condition(word.getText(), never || !taken, never || taken));
  }

  private void ifDefined(List<Token> form, boolean wanted) {
    Token word = form.get(1);
    boolean never = skipping();
    boolean taken = true;
    try {
      taken = never || expander.isDefined(nameIn(form, word.getText())) == wanted;
    } finally {
      openCondition(word, taken, never);
    }
  }

  private void orElseIf(List<Token> form) {
    Token word = form.get(1);
    if (conditions.size() <= input().conditionsOutside) {
      throw new SyntaxError(Tokens.at(word), "unbalanced '-elif'");
    }
    Condition condition = conditions.getFirst();
    if (condition.afterElse) {
      throw new SyntaxError(Tokens.at(word), "'elif' after 'else'");
    }
    condition.skipping = true;
    if (!condition.done && condition(form)) {
      condition.skipping = false;
      condition.done = true;
    }
  }

  private void orElse(Token word) {
    if (conditions.size() <= input().conditionsOutside) {
      throw new SyntaxError(Tokens.at(word), "unbalanced '-else'");
    }
    Condition condition = conditions.getFirst();
    if (condition.afterElse) {
      throw new SyntaxError(Tokens.at(word), "repeated '-else'");
    }
    condition.afterElse = true;
    condition.skipping = condition.done;
    condition.done = true;
  }

  /** {@code defined(NAME)} is replaced before macros are. */
  private boolean condition(List<Token> form) {
    Token word = form.get(1);
    if (form.size() < 5) {
      throw new SyntaxError(Tokens.at(word), "badly formed '" + word.getText() + "'");
    }
    List<Token> inside = new ArrayList<>(inside(form));
    for (int i = 0; i + 3 < inside.size(); i++) {
      if (Tokens.isWord(inside.get(i), "defined")
          && inside.get(i + 1).getType() == ErlangLexer.LPAREN
          && inside.get(i + 3).getType() == ErlangLexer.RPAREN) {
        Token name = inside.get(i + 2);
        Token truth =
            Tokens.made(
                ErlangLexer.ATOM, Boolean.toString(expander.isDefined(name.getText())), name);
        inside.subList(i, i + 4).clear();
        inside.add(i, truth);
      }
    }
    return holds.test(expander.expand(inside));
  }

  private static String nameIn(List<Token> form, String directive) {
    Token word = form.get(1);
    if (form.size() == 6
        && form.get(2).getType() == ErlangLexer.LPAREN
        && form.get(4).getType() == ErlangLexer.RPAREN) {
      return macroName(form.get(3), directive);
    }
    throw new SyntaxError(Tokens.at(word), "badly formed '" + directive + "'");
  }

  private static String macroName(Token token, String directive) {
    String text = token.getText();
    if (token.getType() == ErlangLexer.QUOTED_ATOM) {
      return text.substring(1, text.length() - 1);
    }
    if (token.getType() == ErlangLexer.ATOM
        || token.getType() == ErlangLexer.VAR
        || Tokens.isReserved(token)) {
      return text;
    }
    throw new SyntaxError(Tokens.at(token), "badly formed '" + directive + "'");
  }

  /** The tokens between the directive's parentheses. */
  private static List<Token> inside(List<Token> form) {
    int end = form.getLast().getType() == ErlangLexer.DOT ? form.size() - 1 : form.size();
    if (end < 4
        || form.get(2).getType() != ErlangLexer.LPAREN
        || form.get(end - 1).getType() != ErlangLexer.RPAREN) {
      Token word = form.get(1);
      throw new SyntaxError(Tokens.at(word), "badly formed '" + word.getText() + "'");
    }
    return form.subList(3, end - 1);
  }

  private String insideText(List<Token> form) {
    StringBuilder text = new StringBuilder();
    for (Token token : expander.expand(inside(form))) {
      text.append(token.getText());
    }
    return text.toString();
  }

  /** {@code (NAME, tokens)} or {@code (NAME(A, B), tokens)}. */
  private void define(List<Token> form) {
    List<Token> inside = inside(form);
    Token first = inside.isEmpty() ? form.get(1) : inside.getFirst();
    String name = macroName(first, "define");
    checkLiterals(inside);
    int at = 1;
    List<String> parameters = null;
    if (inside.size() > 1 && inside.get(1).getType() == ErlangLexer.LPAREN) {
      parameters = new ArrayList<>();
      at = 2;
      while (at < inside.size() && inside.get(at).getType() != ErlangLexer.RPAREN) {
        Token parameter = inside.get(at);
        boolean separated = parameters.isEmpty() || parameter.getType() == ErlangLexer.COMMA;
        if (!parameters.isEmpty()) {
          at++;
          parameter = at < inside.size() ? inside.get(at) : parameter;
        }
        if (!separated
            || parameter.getType() != ErlangLexer.VAR
            || parameters.contains(parameter.getText())) {
          throw new SyntaxError(Tokens.at(parameter), "badly formed 'define'");
        }
        parameters.add(parameter.getText());
        at++;
      }
      at++;
    }
    if (at >= inside.size() || inside.get(at).getType() != ErlangLexer.COMMA) {
      throw new SyntaxError(Tokens.at(first), "badly formed 'define'");
    }
    if (MacroExpander.isPredefined(name)) {
      throw new SyntaxError(Tokens.at(first), "redefining predefined macro '" + name + "'");
    }
    List<Token> body = List.copyOf(inside.subList(at + 1, inside.size()));
    if (!macros.define(new Macro(name, parameters, body))) {
      throw new SyntaxError(Tokens.at(first), "redefining macro '" + name + "'");
    }
  }

  private void include(List<Token> form, boolean library) {
    Token word = form.get(1);
    List<Token> inside = expander.expand(inside(form));
    StringBuilder name = new StringBuilder();
    try {
      for (Token token : inside) {
        if (token.getType() != ErlangLexer.STRING) {
          throw new SyntaxError(Tokens.at(word), "badly formed '" + word.getText() + "'");
        }
        name.append(Literals.string(token.getText()));
      }
    } catch (Literals.BadLiteral e) {
      throw new SyntaxError(Tokens.at(word), e.getMessage());
    }
    if (inputs.size() > MOST_INCLUDES_NESTED) {
      throw new SyntaxError(Tokens.at(word), "include nested too deep");
    }
    SourceUnit found = includes.find(name.toString(), library, file());
    if (found == null) {
      throw new SyntaxError(
          inside.isEmpty() ? Tokens.at(word) : Tokens.at(inside.getFirst()),
          "can't find include " + (library ? "lib" : "file") + " \"" + name + "\"");
    }
    open(found.name(), found.text());
  }

  /** {@code -file("name", line).}: the line it stands in is that line, and so on. */
  private void fileAttribute(List<Token> form) {
    List<Token> inside = expander.expand(inside(form));
    if (inside.size() != 3
        || inside.get(0).getType() != ErlangLexer.STRING
        || inside.get(2).getType() != ErlangLexer.INTEGER) {
      throw new SyntaxError(Tokens.at(form.get(1)), "badly formed 'file'");
    }
    try {
      input().name = Literals.string(inside.get(0).getText());
      if (Literals.integer(inside.get(2).getText()) instanceof Long line
          && line >= 0
          && line < Integer.MAX_VALUE / 2) {
        input().lineShift += line.intValue() - form.get(1).getLine();
      }
    } catch (Literals.BadLiteral e) {
      throw new SyntaxError(Tokens.at(inside.getFirst()), e.getMessage());
    }
  }
}
