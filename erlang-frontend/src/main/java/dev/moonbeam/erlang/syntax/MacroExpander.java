package dev.moonbeam.erlang.syntax;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermPrinter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Replaces macro calls in the tokens of a form (reference manual, "Preprocessor"). What a macro
 * expands to is seen at the place of its call, or of the last argument before it. The text after a
 * call may supply the arguments of a macro that the expansion ends with, so input is a stack of
 * token lists rather than a recursion.
 */
final class MacroExpander {
  /** Macros that name one another twice grow without bound; no honest form comes near this. */
  private static final int MOST_TOKENS = 2_000_000;

  private static final Set<String> PREDEFINED =
      Set.of(
          "FILE",
          "LINE",
          "MODULE",
          "MODULE_STRING",
          "BASE_MODULE",
          "BASE_MODULE_STRING",
          "MACHINE",
          "OTP_RELEASE",
          "FUNCTION_NAME",
          "FUNCTION_ARITY",
          "FEATURE_AVAILABLE",
          "FEATURE_ENABLED");

  private static final int OTP_RELEASE = 27;

  /** What the predefined macros stand for. */
  interface Context {
    String file();

    @Nullable String module();

    /** Whether {@code -feature} left it on. */
    boolean enables(String feature);
  }

  private static final class Frame {
    final List<Token> tokens;
    final @Nullable Macro macro;
    int next;

    Frame(List<Token> tokens, @Nullable Macro macro) {
      this.tokens = tokens;
      this.macro = macro;
    }
  }

  private final MacroTable macros;
  private final Context context;
  private int produced;
  private List<Token> form = List.of();

  /** The form for those who ask for its function, once somebody has asked. */
  private @Nullable List<Token> head;

  /** Whether this expands the form for that purpose. */
  private boolean ofHead;

  MacroExpander(MacroTable macros, Context context) {
    this.macros = macros;
    this.context = context;
  }

  static boolean isPredefined(String name) {
    return PREDEFINED.contains(name);
  }

  boolean isDefined(String name) {
    return isPredefined(name) || macros.defines(name);
  }

  /** The form with every macro call replaced. */
  List<Token> expand(List<Token> tokens) {
    produced = 0;
    form = tokens;
    head = null;
    for (Token token : tokens) {
      if (token.getType() == ErlangLexer.QUESTION || token.getType() == ErlangLexer.STRINGIFY) {
        return expand(tokens, List.of());
      }
    }
    return tokens;
  }

  private List<Token> expand(List<Token> tokens, List<Macro> active) {
    List<Token> out = new ArrayList<>(tokens.size() + 16);
    Deque<Frame> input = new ArrayDeque<>();
    input.push(new Frame(tokens, null));
    for (Token token; (token = take(input)) != null; ) {
      if (token.getType() == ErlangLexer.STRINGIFY) {
        // Two question marks, of which the first has no name behind it.
        throw new SyntaxError(Tokens.at(token) + 1, "illegal macro call '?'?''");
      }
      if (token.getType() != ErlangLexer.QUESTION) {
        if (++produced > MOST_TOKENS) {
          throw new SyntaxError(Tokens.at(token), "macro expansion too large");
        }
        out.add(token);
        continue;
      }
      List<Macro> callers = new ArrayList<>(active);
      callers.addAll(macrosOf(input));
      Token name = take(input);
      if (name == null) {
        throw new SyntaxError(Tokens.at(token), "syntax error before: '?'");
      }
      if (!isName(name)) {
        throw new SyntaxError(Tokens.at(name), "illegal macro call '?" + symbol(name) + "'");
      }
      if (ofHead && isOfFunction(name)) {
        out.add(token);
        out.add(name);
        continue;
      }
      call(name, input, active, callers);
    }
    return out;
  }

  private static boolean isName(Token token) {
    return Tokens.isAtom(token) || token.getType() == ErlangLexer.VAR;
  }

  private static boolean isOfFunction(Token name) {
    return name.getText().equals("FUNCTION_NAME") || name.getText().equals("FUNCTION_ARITY");
  }

  /** A token that is no name, as {@code ~tp} shows it. */
  private static String symbol(Token token) {
    return switch (token.getType()) {
      case ErlangLexer.INTEGER, ErlangLexer.FLOAT, ErlangLexer.CHAR -> shown(token);
      case ErlangLexer.STRING -> token.getText();
      case ErlangLexer.DOT -> "dot";
      default -> TermPrinter.print(Atom.of(token.getText()));
    };
  }

  /** Macro calls in a definition must have arguments that can be told apart. */
  static void checkCalls(List<Token> body) {
    // Of each bracket that is open: the macro that it belongs to, or the bracket itself.
    Deque<Token> open = new ArrayDeque<>();
    Token wrong = null;
    for (int i = 0; i < body.size(); i++) {
      Token token = body.get(i);
      Token next = FormReader.at(body, i + 1);
      switch (FormReader.nesting(token, next, FormReader.at(body, i + 2))) {
        case 1 -> {
          Token owner = isCall(body, i) ? body.get(i - 1) : token;
          open.push(owner);
          if (owner != token && next != null && next.getType() == ErlangLexer.COMMA) {
            wrong = earlier(wrong, owner);
          }
        }
        case -1 -> {
          Token owner = open.poll();
          if (owner != null
              && isName(owner)
              && i > 0
              && body.get(i - 1).getType() == ErlangLexer.COMMA) {
            wrong = earlier(wrong, owner);
          }
        }
        default -> {}
      }
    }
    for (Token owner : open) {
      wrong = isName(owner) ? earlier(wrong, owner) : wrong;
    }
    if (wrong != null) {
      throw badArgument(Directive.nameOf(wrong), wrong);
    }
  }

  private static boolean isCall(List<Token> body, int parenthesis) {
    return body.get(parenthesis).getType() == ErlangLexer.LPAREN
        && parenthesis > 1
        && isName(body.get(parenthesis - 1))
        && body.get(parenthesis - 2).getType() == ErlangLexer.QUESTION;
  }

  private static Token earlier(@Nullable Token one, Token other) {
    return one == null || other.getStartIndex() < one.getStartIndex() ? other : one;
  }

  /**
   * @param active macros being expanded around the input as a whole
   * @param callers those and the ones whose expansion the call itself stands in
   */
  private void call(Token token, Deque<Frame> input, List<Macro> active, List<Macro> callers) {
    String name = Directive.nameOf(token);
    List<Macro> candidates = macros.named(name);
    if (candidates.isEmpty()) {
      input.push(new Frame(predefined(token, name, input), null));
      return;
    }
    Macro macro = candidates.getFirst();
    List<List<Token>> arguments = List.of();
    if (candidates.size() > 1 || macro.parameters() != null) {
      Token next = peek(input, 0);
      if (next == null || next.getType() != ErlangLexer.LPAREN) {
        macro = macros.find(name, -1);
        if (macro == null) {
          throw new SyntaxError(Tokens.at(token), "argument mismatch for macro '" + name + "'");
        }
      } else {
        arguments = arguments(name, token, input);
        if (arguments.size() == 1 && arguments.getFirst().isEmpty()) {
          arguments = List.of();
        }
        macro = macros.find(name, arguments.size());
        if (macro == null || arguments.stream().anyMatch(List::isEmpty)) {
          throw new SyntaxError(Tokens.at(token), "argument mismatch for macro '" + name + "'");
        }
      }
    }
    if (callers.contains(macro)) {
      throw new SyntaxError(
          Tokens.at(token),
          "circular macro '" + name + (macro.arity() < 0 ? "" : "/" + macro.arity()) + "'");
    }
    List<Macro> around = new ArrayList<>(active);
    around.addAll(macrosOf(input));
    input.push(new Frame(substitute(macro, arguments, token, around), macro));
  }

  private static List<Macro> macrosOf(Deque<Frame> input) {
    List<Macro> found = new ArrayList<>();
    for (Frame frame : input) {
      if (frame.macro != null) {
        found.add(frame.macro);
      }
    }
    return found;
  }

  private List<Token> substitute(
      Macro macro, List<List<Token>> arguments, Token place, List<Macro> active) {
    List<String> parameters = macro.parameters() == null ? List.of() : macro.parameters();
    List<@Nullable List<Token>> expanded = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      expanded.add(null);
    }
    List<Token> out = new ArrayList<>();
    List<Token> body = macro.body();
    // As epp has it, what follows an argument is seen where the argument ends.
    Token seen = place;
    for (int i = 0; i < body.size(); i++) {
      Token token = body.get(i);
      boolean stringify = token.getType() == ErlangLexer.STRINGIFY && i + 1 < body.size();
      Token candidate = stringify ? body.get(i + 1) : token;
      int parameter =
          candidate.getType() == ErlangLexer.VAR ? parameters.indexOf(candidate.getText()) : -1;
      if (parameter < 0) {
        out.add(Tokens.moved(candidate, seen));
        i += stringify ? 1 : 0;
      } else if (stringify) {
        out.add(Tokens.made(ErlangLexer.STRING, quoted(arguments.get(parameter)), seen));
        i++;
      } else {
        List<Token> argument = expanded.get(parameter);
        if (argument == null) {
          argument = expand(arguments.get(parameter), active);
          expanded.set(parameter, argument);
        }
        out.addAll(argument);
        if (!arguments.get(parameter).isEmpty()) {
          seen = arguments.get(parameter).getLast();
        }
      }
      if (out.size() > MOST_TOKENS) {
        throw new SyntaxError(Tokens.at(place), "macro expansion too large");
      }
    }
    return out;
  }

  /** The text of tokens, one space between two, as a string literal. */
  private static String quoted(List<Token> tokens) {
    StringBuilder text = new StringBuilder("\"");
    for (Token token : tokens) {
      if (text.length() > 1) {
        text.append(' ');
      }
      for (char c : shown(token).toCharArray()) {
        if (c == '"' || c == '\\') {
          text.append('\\');
        }
        text.append(c);
      }
    }
    return text.append('"').toString();
  }

  /** Numbers and characters are shown by their value, however they are written. */
  private static String shown(Token token) {
    String text = token.getText();
    try {
      return switch (token.getType()) {
        case ErlangLexer.INTEGER -> Literals.integer(text).toString();
        case ErlangLexer.FLOAT -> TermPrinter.print(Literals.decimal(text));
        case ErlangLexer.CHAR -> {
          int character = Literals.character(text);
          yield character > ' ' && character != '\\' ? "$" + Character.toString(character) : text;
        }
        default -> text;
      };
    } catch (Literals.BadLiteral e) {
      return text;
    }
  }

  /** Reads {@code ( argument, ... )}; commas inside brackets and blocks do not separate. */
  private List<List<Token>> arguments(String name, Token place, Deque<Frame> input) {
    take(input);
    List<List<Token>> arguments = new ArrayList<>();
    List<Token> argument = new ArrayList<>();
    int depth = 0;
    while (true) {
      Token token = take(input);
      if (token == null) {
        throw badArgument(name, place);
      }
      int type = token.getType();
      boolean last = type == ErlangLexer.RPAREN;
      if (depth == 0 && (last || type == ErlangLexer.COMMA)) {
        // Empty ones between others are refused where the macro is known.
        if (argument.isEmpty() && last != arguments.isEmpty()) {
          throw badArgument(name, place);
        }
        arguments.add(argument);
        if (last) {
          return arguments;
        }
        argument = new ArrayList<>();
        continue;
      }
      depth += FormReader.nesting(token, peek(input, 0), peek(input, 1));
      if (++produced > MOST_TOKENS) {
        throw new SyntaxError(Tokens.at(place), "macro expansion too large");
      }
      argument.add(token);
    }
  }

  private static SyntaxError badArgument(String name, Token place) {
    return new SyntaxError(Tokens.at(place), "badly formed argument for macro '" + name + "'");
  }

  private List<Token> predefined(Token token, String name, Deque<Frame> input) {
    String module = context.module();
    switch (name) {
      case "FILE":
        return one(ErlangLexer.STRING, '"' + escaped(context.file(), '"') + '"', token);
      case "LINE":
        return one(ErlangLexer.INTEGER, Integer.toString(token.getLine()), token);
      case "MACHINE":
        return one(ErlangLexer.QUOTED_ATOM, "'BEAM'", token);
      case "OTP_RELEASE":
        return one(ErlangLexer.INTEGER, Integer.toString(OTP_RELEASE), token);
      case "MODULE", "BASE_MODULE":
        if (module != null) {
          return one(ErlangLexer.QUOTED_ATOM, '\'' + escaped(module, '\'') + '\'', token);
        }
        break;
      case "MODULE_STRING", "BASE_MODULE_STRING":
        if (module != null) {
          return one(ErlangLexer.STRING, '"' + escaped(module, '"') + '"', token);
        }
        break;
      case "FUNCTION_NAME":
        return List.of(Tokens.moved(head(token).getFirst(), token));
      case "FUNCTION_ARITY":
        return one(ErlangLexer.INTEGER, Integer.toString(arity(head(token))), token);
      case "FEATURE_AVAILABLE", "FEATURE_ENABLED":
        List<Token> feature = arguments(name, token, input).getFirst();
        String asked = feature.isEmpty() ? "" : Directive.nameOf(feature.getFirst());
        boolean holds =
            name.equals("FEATURE_ENABLED")
                ? context.enables(asked)
                : asked.equals(Preprocessor.MAYBE_EXPR);
        return one(ErlangLexer.ATOM, Boolean.toString(holds), token);
      default:
        break;
    }
    Token next = peek(input, 0);
    String arity = "";
    if (next != null && next.getType() == ErlangLexer.LPAREN) {
      List<List<Token>> arguments = arguments(name, token, input);
      boolean none = arguments.size() == 1 && arguments.getFirst().isEmpty();
      arity = "/" + (none ? 0 : arguments.size());
    }
    throw new SyntaxError(Tokens.at(token), "undefined macro '" + name + arity + "'");
  }

  private static List<Token> one(int type, String text, Token place) {
    return List.of(Tokens.made(type, text, place));
  }

  private static String escaped(String text, char quote) {
    return text.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
  }

  /** The form with all macros replaced but those that ask for its function. */
  private List<Token> head(Token macro) {
    if (head == null) {
      MacroExpander expander = new MacroExpander(macros, context);
      expander.ofHead = true;
      head = expander.expand(form);
    }
    boolean isFunction =
        head.size() > 1
            && Tokens.isAtom(head.getFirst())
            && head.get(1).getType() == ErlangLexer.LPAREN;
    if (!isFunction) {
      boolean begins = !head.isEmpty() && head.getFirst().getType() == ErlangLexer.QUESTION;
      throw new SyntaxError(
          Tokens.at(macro),
          "?"
              + macro.getText()
              + (begins ? " must not begin a form" : " can only be used within a function"));
    }
    return head;
  }

  /** Number of parameters of the function that starts so. */
  private static int arity(List<Token> tokens) {
    int depth = 1;
    int commas = 0;
    boolean any = false;
    for (Token token : tokens.subList(2, tokens.size())) {
      switch (token.getType()) {
        case ErlangLexer.LPAREN, ErlangLexer.LBRACE, ErlangLexer.LBRACKET, ErlangLexer.LBIN ->
            depth++;
        case ErlangLexer.RPAREN, ErlangLexer.RBRACE, ErlangLexer.RBRACKET, ErlangLexer.RBIN -> {
          depth--;
          if (depth == 0) {
            return any ? commas + 1 : 0;
          }
        }
        case ErlangLexer.COMMA -> commas += depth == 1 ? 1 : 0;
        default -> {}
      }
      any = true;
    }
    return any ? commas + 1 : 0;
  }

  private static @Nullable Token take(Deque<Frame> input) {
    for (Frame frame; (frame = input.peek()) != null; ) {
      if (frame.next < frame.tokens.size()) {
        return frame.tokens.get(frame.next++);
      }
      input.pop();
    }
    return null;
  }

  private static @Nullable Token peek(Deque<Frame> input, int ahead) {
    int left = ahead;
    for (Frame frame : input) {
      int here = frame.tokens.size() - frame.next;
      if (left < here) {
        return frame.tokens.get(frame.next + left);
      }
      left -= here;
    }
    return null;
  }
}
