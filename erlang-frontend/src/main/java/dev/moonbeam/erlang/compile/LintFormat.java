package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lint of calls that format text (stdlib, io:fwrite/3): whether the format string is one, and
 * whether there are as many arguments as it asks for.
 */
final class LintFormat {
  private final LintFunction function;

  LintFormat(LintFunction function) {
    this.function = function;
  }

  /** What is wrong with a format string. */
  private static final class BadFormat extends Exception {
    private static final long serialVersionUID = 1;

    BadFormat(String message) {
      super(message, null, false, false);
    }
  }

  void call(Node.Call call) {
    if (function.options().format == 0) {
      return;
    }
    List<Node> arguments = call.arguments();
    switch (arguments.size()) {
      case 1 -> format(arguments.getFirst(), null);
      case 2 -> format(arguments.get(0), arguments.get(1));
      case 3 -> format(arguments.get(1), arguments.get(2));
      default -> function.warning(call.at(), "format call with wrong number of arguments");
    }
  }

  private void format(Node format, @Nullable Node arguments) {
    String text =
        switch (format) {
          case Node.Str string -> string.text();
          case Node.Literal(_, Atom atom) -> atom.name();
          default -> null;
        };
    if (text == null) {
      maybe(Node.start(format), "format string not a textual constant");
      return;
    }
    if (arguments != null && !isList(arguments)) {
      return;
    }
    int needed;
    try {
      needed = new Control(text).arguments();
    } catch (BadFormat bad) {
      function.warning(format.at(), "format string invalid (" + bad.getMessage() + ")");
      return;
    }
    if (arguments == null) {
      if (needed > 0) {
        function.warning(
            format.at(),
            "the format string requires an argument list with "
                + shown(needed)
                + ", but no argument list is given");
      }
    } else {
      compare(needed, length(arguments), arguments.at());
    }
  }

  private void maybe(long at, String message) {
    if (function.options().format > 1) {
      function.warning(at, message);
    }
  }

  private void compare(int needed, int given, long at) {
    if (needed == given) {
      return;
    }
    if (needed == 0) {
      function.warning(
          at,
          "the format string requires an empty argument list, but the argument list contains "
              + shown(given));
      return;
    }
    String found =
        given == 0 ? "is empty" : (given < needed ? "contains only " : "contains ") + shown(given);
    function.warning(
        at,
        "the format string requires an argument list with "
            + shown(needed)
            + ", but the argument list "
            + found);
  }

  private static String shown(int arguments) {
    return arguments == 1 ? "1 argument" : arguments + " arguments";
  }

  /** Whether it is surely a list; what surely or perhaps is none is told of. */
  private boolean isList(Node arguments) {
    if (arguments instanceof Node.Str) {
      return true;
    }
    Node last = arguments;
    while (last instanceof Node.ListOf list) {
      if (list.tail() == null) {
        return true;
      }
      last = list.tail();
    }
    if (last instanceof Node.Literal(_, Object value)
        && (value instanceof Atom || value instanceof Number)) {
      function.warning(arguments.at(), "format arguments not a list");
    } else if (last instanceof Node.Literal(_, Object value) && value == Nil.EMPTY) {
      return true;
    } else {
      maybe(Node.start(arguments), "format arguments perhaps not a list");
    }
    return false;
  }

  private static int length(Node arguments) {
    int length = 0;
    Node rest = arguments;
    while (rest instanceof Node.ListOf list) {
      length += list.elements().size();
      if (list.tail() == null) {
        return length;
      }
      rest = list.tail();
    }
    return rest instanceof Node.Str string
        ? length + string.text().codePointCount(0, string.text().length())
        : length;
  }

  /** A format string, read once for what it asks for. */
  private static final class Control {
    private static final String ONE_ARGUMENT = "cfegswpbB+#i";
    private static final String TWO_ARGUMENTS = "WPxX";

    private final String text;
    private int next;
    private int arguments;

    Control(String text) {
      this.text = text;
    }

    int arguments() throws BadFormat {
      while ((next = text.indexOf('~', next)) >= 0) {
        next++;
        number();
        if (is('.')) {
          next++;
          number();
          padding();
        }
        sequence(modifiers());
      }
      return arguments;
    }

    private boolean is(char c) {
      return next < text.length() && text.charAt(next) == c;
    }

    private boolean isDigit(int at) {
      return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** A width or precision: digits, or a star that stands for an argument. */
    private void number() {
      int start = is('-') ? next + 1 : next;
      if (isDigit(start)) {
        next = start;
        while (isDigit(next)) {
          next++;
        }
      } else if (start < text.length() && text.charAt(start) == '*') {
        next = start + 1;
        arguments++;
      }
    }

    private void padding() {
      if (is('.') && next + 1 < text.length()) {
        next++;
        if (is('*')) {
          arguments++;
        }
        next++;
      }
    }

    private String modifiers() {
      int start = next;
      while (is('t') || is('l')) {
        next++;
      }
      return text.substring(start, next);
    }

    private void sequence(String modifiers) throws BadFormat {
      if (next >= text.length()) {
        throw new BadFormat("truncated");
      }
      char control = text.charAt(next++);
      boolean fits =
          switch (modifiers) {
            case "" -> true;
            case "t" -> "cspPwW".indexOf(control) >= 0;
            case "l", "lt", "tl" -> "pP".indexOf(control) >= 0;
            default -> false;
          };
      if (!fits) {
        throw new BadFormat(
            "invalid control ~" + (modifiers.equals("tl") ? "lt" : modifiers) + control);
      }
      if (ONE_ARGUMENT.indexOf(control) >= 0) {
        arguments++;
      } else if (TWO_ARGUMENTS.indexOf(control) >= 0) {
        arguments += 2;
      } else if (control != '~' && control != 'n') {
        throw new BadFormat("invalid control ~" + control);
      }
    }
  }
}
