package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.core.term.WorkMeter;
import dev.moonbeam.erlang.runtime.StackTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Uncaught exceptions in the words of the Erlang shell:
 *
 * <pre>
 * ** exception error: no match of right hand side value {error,enoent}
 *      in function  config:load/1 (config.erl, line 12)
 *      in call from config:main/0 (config.erl, line 5)
 * </pre>
 */
public final class ExceptionText {
  private static final int LINE_LENGTH = 80;

  /** Where {@code exception error} begins behind the shell's {@code **}. */
  private static final int SHELL_COLUMN = 4;

  /** What stands between there and the reason. */
  private static final int INTRODUCTION = "exception error: ".length();

  /** Terms are cut here as the shell does, so that a huge one does not flood the terminal. */
  private static final int DEPTH = 30;

  /** Frames shown; more say nothing new. */
  private static final int MOST_FRAMES = 20;

  private static final Set<String> OPERATORS =
      Set.of(
          "+", "-", "*", "/", "div", "rem", "band", "bor", "bxor", "bnot", "bsl", "bsr", "and",
          "or", "xor", "not", "++", "--", "==", "/=", "=:=", "=/=", "<", ">", "=<", ">=", "!");

  private static final String[] NUMBERS = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve"
  };

  private final WorkMeter meter;

  /** Column where the reason begins. */
  private final int start;

  /** What precedes a line that says where it happened. */
  private final String indent;

  private ExceptionText(WorkMeter meter, int column) {
    this.meter = meter;
    start = column + INTRODUCTION;
    indent = " ".repeat(column + 1);
  }

  /** A term with more parts than this is no reading for people. */
  private static final long MOST_WORK = 20_000_000;

  /** Any term as {@code ~p} writes it; one that would go on and on is cut. */
  public static String pretty(Object term) {
    return laidOut(term, 1, -1, new Budget());
  }

  private static String laidOut(Object term, int column, int depth, WorkMeter meter) {
    try {
      return PrettyPrinter.lines(term, column, LINE_LENGTH, depth, true, true, meter);
    } catch (Budget.UsedUp e) {
      return TermPrinter.print(term);
    }
  }

  /** Bounds the work of printing where no process pays for it. */
  private static final class Budget implements WorkMeter {
    private long left = MOST_WORK;

    static final class UsedUp extends RuntimeException {
      private static final long serialVersionUID = 1L;

      UsedUp() {
        super(null, null, false, false);
      }
    }

    @Override
    public void charge(long work) {
      left -= work;
      if (left < 0) {
        throw new UsedUp();
      }
    }

    @Override
    public void reserve(long bytes) {
      charge(bytes >> 4);
    }
  }

  /** The message and the stack trace, without a line break at the end. */
  public static String of(Raise raise) {
    ExceptionText text = new ExceptionText(new Budget(), SHELL_COLUMN);
    return "** " + text.of(raise.kind(), raise.reason(), StackTraces.of(raise));
  }

  /**
   * The same for a script that has caught it, and pays for the work.
   *
   * @param column where the text will stand, from 1
   */
  static String of(Process process, Atom kind, Object reason, Object trace, int column) {
    return new ExceptionText(process, column).of(kind, reason, trace);
  }

  private String of(Atom kind, Object reason, Object trace) {
    List<Tuple> frames = frames(trace);
    StringBuilder text = new StringBuilder("exception ").append(kind.name()).append(": ");
    int shown = 0;
    if (kind == Atom.ERROR) {
      Tuple first = frames.isEmpty() ? null : frames.getFirst();
      if (reason == Atom.of("undef") && first != null) {
        text.append(undefined(first));
        shown = 1;
      } else if (reason == Atom.of("function_clause") && hasArguments(first)) {
        text.append("no function clause matching ").append(call(first)).append(place(first));
        shown = 1;
      } else {
        text.append(reason(reason));
      }
    } else {
      text.append(term(reason, start + text.length() - INTRODUCTION - 1));
    }
    for (int i = shown; i < Math.min(frames.size(), MOST_FRAMES); i++) {
      frame(text, frames.get(i), i == shown);
    }
    return text.toString();
  }

  private List<Tuple> frames(Object trace) {
    List<Tuple> frames = new ArrayList<>();
    for (Object rest = trace; rest instanceof Cons cell; rest = cell.tail) {
      meter.charge(1);
      if (cell.head instanceof Tuple frame && frame.size() == 4 && !isScript(frame)) {
        frames.add(frame);
      }
    }
    return frames;
  }

  /** What was typed has no function that anyone knows. */
  private static boolean isScript(Tuple frame) {
    return frame.get(1) instanceof Atom name && name.name().startsWith("erl_eval:");
  }

  private String undefined(Tuple frame) {
    return frame.get(0) instanceof Atom module && module.name().equals("shell_default")
        ? "undefined shell command " + atom(frame.get(1)) + "/" + arity(frame)
        : "undefined function " + name(frame);
  }

  private String reason(Object reason) {
    if (reason instanceof Atom atom) {
      return switch (atom.name()) {
        case "badarg" -> "bad argument";
        case "badarith" -> "an error occurred when evaluating an arithmetic expression";
        case "function_clause" -> "no function clause matching";
        case "if_clause" -> "no true branch found when evaluating an if expression";
        case "undef" -> "undefined function";
        case "noproc" -> "no such process or port";
        case "notsup" -> "not supported";
        case "system_limit" -> "a system limit has been reached";
        case "timeout_value" -> "bad receive timeout value";
        default -> term(reason, start - 1);
      };
    }
    if (reason instanceof Tuple pair && pair.size() == 2 && pair.get(0) instanceof Atom tag) {
      Object value = pair.get(1);
      String words =
          switch (tag.name()) {
            case "badarg" -> "bad argument: ";
            case "badmatch" -> "no match of right hand side value ";
            case "case_clause" -> "no case clause matching ";
            case "try_clause" -> "no try clause matching ";
            case "else_clause" -> "no else clause matching ";
            case "badfun" -> "bad function ";
            case "badkey" -> "bad key: ";
            case "badmap" -> "bad map: ";
            case "badrecord" -> "bad record: ";
            case "bad_generator" -> "bad generator: ";
            case "bad_filter" -> "bad filter: ";
            case "nocatch" -> "no catch for ";
            default -> null;
          };
      if (words != null) {
        return after(words, value);
      }
      if (tag.name().equals("badarity")
          && value instanceof Tuple call
          && call.size() == 2
          && (call.get(1) instanceof Cons || call.get(1) == Nil.EMPTY)) {
        return arityMismatch(call);
      }
    }
    return term(reason, start - 1);
  }

  /** A term that does not fit behind its introduction goes below it. */
  private String after(String words, Object value) {
    int column = start + words.length();
    String text = term(value, column);
    return text.indexOf('\n') < 0
        ? words + text
        : words + '\n' + " ".repeat(start - 1) + term(value, start);
  }

  private String arityMismatch(Tuple call) {
    int count = elements(call.get(1)).size();
    String number = count < NUMBERS.length ? NUMBERS[count] : Integer.toString(count);
    return term(call.get(0), start - 1)
        + " called with "
        + number
        + (count == 1 ? " argument" : " arguments");
  }

  private void frame(StringBuilder text, Tuple frame, boolean first) {
    boolean operator = isOperator(frame);
    text.append('\n').append(indent);
    if (!first) {
      text.append("in call from ");
    } else {
      text.append(operator ? "in operator  " : "in function  ");
    }
    text.append(name(frame)).append(place(frame));
    if (hasArguments(frame)) {
      text.append('\n').append(indent).append("   called as ").append(call(frame));
    }
  }

  /** A script may have written the frame itself: an operator has one operand or two. */
  private boolean isOperator(Tuple frame) {
    return frame.get(0) == Atom.of("erlang")
        && frame.get(1) instanceof Atom name
        && OPERATORS.contains(name.name())
        && arity(frame) instanceof Long operands
        && (operands == 1 || operands == 2);
  }

  private static boolean hasArguments(@Nullable Tuple frame) {
    return frame != null && !(frame.get(2) instanceof Long);
  }

  private Object arity(Tuple frame) {
    return frame.get(2) instanceof Long arity
        ? arity
        : (Object) (long) elements(frame.get(2)).size();
  }

  /** Functions of module erlang go without it. */
  private String prefix(Tuple frame) {
    return frame.get(0) == Atom.of("erlang") ? "" : atom(frame.get(0)) + ":";
  }

  private String name(Tuple frame) {
    String name =
        isOperator(frame) && frame.get(1) instanceof Atom operator
            ? operator.name()
            : atom(frame.get(1));
    return prefix(frame) + name + "/" + arity(frame);
  }

  private String call(Tuple frame) {
    List<Object> arguments = elements(frame.get(2));
    if (isOperator(frame) && frame.get(1) instanceof Atom operator) {
      if (arguments.size() == 1) {
        return operator.name() + " " + term(arguments.getFirst(), start - 1);
      }
      return term(arguments.getFirst(), start - 1)
          + " "
          + operator.name()
          + " "
          + term(arguments.getLast(), start - 1);
    }
    StringBuilder text = new StringBuilder(prefix(frame)).append(atom(frame.get(1))).append('(');
    for (int i = 0; i < arguments.size(); i++) {
      text.append(i == 0 ? "" : ",").append(term(arguments.get(i), start - 1));
    }
    return text.append(')').toString();
  }

  private String place(Tuple frame) {
    Object file = null;
    Object line = null;
    for (Object item : elements(frame.get(3))) {
      if (item instanceof Tuple pair && pair.size() == 2) {
        if (pair.get(0) == Atom.of("file")) {
          file = pair.get(1);
        } else if (pair.get(0) == Atom.of("line")) {
          line = pair.get(1);
        }
      }
    }
    if (file == null || line == null) {
      return "";
    }
    StringBuilder name = new StringBuilder();
    for (Object character : elements(file)) {
      if (character instanceof Long c && c >= 0 && c <= Character.MAX_CODE_POINT) {
        name.appendCodePoint(c.intValue());
      }
    }
    return " (" + name.substring(name.lastIndexOf("/") + 1) + ", line " + line + ")";
  }

  private List<Object> elements(Object list) {
    List<Object> elements = new ArrayList<>();
    for (Object rest = list; rest instanceof Cons cell; rest = cell.tail) {
      meter.charge(1);
      meter.reserve(8);
      elements.add(cell.head);
    }
    return elements;
  }

  private String atom(Object name) {
    return term(name, 0);
  }

  private String term(Object term, int column) {
    return laidOut(term, Math.max(1, column), DEPTH, meter);
  }
}
