package dev.moonbeam.erlang.syntax;

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
    for (Token token : tokens) {
      if (token.getType() == ErlangLexer.QUESTION) {
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
      if (name == null || !isName(name)) {
        throw new SyntaxError(Tokens.at(token), "syntax error before: '?'");
      }
      call(name, input, active, callers);
    }
    return out;
  }

  private static boolean isName(Token token) {
    return Tokens.isAtom(token) || token.getType() == ErlangLexer.VAR || Tokens.isReserved(token);
  }

  /**
   * @param active macros being expanded around the input as a whole
   * @param callers those and the ones whose expansion the call itself stands in
   */
  private void call(Token token, Deque<Frame> input, List<Macro> active, List<Macro> callers) {
    String name = nameOf(token);
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
        boolean plainToo = macros.find(name, -1) != null;
        arguments = arguments(name, token, input);
        if (arguments.size() == 1 && arguments.getFirst().isEmpty()) {
          arguments = List.of();
        }
        macro = macros.find(name, arguments.size());
        if (macro == null) {
          throw new SyntaxError(
              Tokens.at(token),
              plainToo || candidates.size() == 1
                  ? "argument mismatch for macro '" + name + "'"
                  : "undefined macro '" + name + "/" + arguments.size() + "'");
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
        out.add(Tokens.moved(token, seen));
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

  private static String nameOf(Token token) {
    if (token.getType() == ErlangLexer.QUOTED_ATOM) {
      String text = token.getText();
      return text.substring(1, text.length() - 1);
    }
    return token.getText();
  }

  /** Reads {@code ( argument, ... )}; commas inside brackets and blocks do not separate. */
  private List<List<Token>> arguments(String name, Token place, Deque<Frame> input) {
    take(input);
    List<List<Token>> arguments = new ArrayList<>();
    List<Token> argument = new ArrayList<>();
    int depth = 0;
    while (true) {
      Token token = take(input);
      if (token == null || token.getType() == ErlangLexer.DOT) {
        throw new SyntaxError(Tokens.at(place), "unterminated macro call '" + name + "'");
      }
      int type = token.getType();
      boolean last = type == ErlangLexer.RPAREN;
      if (depth == 0 && (last || type == ErlangLexer.COMMA)) {
        if (argument.isEmpty() && !(last && arguments.isEmpty())) {
          throw new SyntaxError(Tokens.at(place), "badly formed argument for macro '" + name + "'");
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
        if (!form.isEmpty() && Tokens.isAtom(form.getFirst())) {
          return List.of(Tokens.moved(form.getFirst(), token));
        }
        break;
      case "FUNCTION_ARITY":
        if (form.size() > 2 && Tokens.isAtom(form.getFirst())) {
          return one(ErlangLexer.INTEGER, Integer.toString(formArity()), token);
        }
        break;
      case "FEATURE_AVAILABLE", "FEATURE_ENABLED":
        arguments(name, token, input);
        return one(ErlangLexer.ATOM, "true", token);
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

  /** Number of parameters of the function that the form defines. */
  private int formArity() {
    int depth = 0;
    int commas = 0;
    boolean any = false;
    for (int i = 1; i < form.size(); i++) {
      Token token = form.get(i);
      int type = token.getType();
      if (depth == 1 && type == ErlangLexer.RPAREN) {
        return any ? commas + 1 : 0;
      }
      if (depth == 1 && type == ErlangLexer.COMMA) {
        commas++;
      }
      any |= depth >= 1;
      depth += FormReader.nesting(token, FormReader.at(form, i + 1), FormReader.at(form, i + 2));
    }
    return commas;
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
