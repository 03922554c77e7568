package dev.moonbeam.tests.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * Random bodies of Erlang functions: sequences that bind variables through every construct of the
 * language, over several lines, so that values, exceptions and the lines they come from can be
 * compared. What is used is always bound; what is bound need not match. What an operand is, is
 * hidden behind {@code id/1}: erlc reorders what it knows to fail. (Without {@code maybe}: OTP 25
 * loads modules that use it only when told at its start.)
 */
final class ErlangConstructs {
  /** What a program of such bodies needs besides: records, functions to call. */
  static final String PRELUDE =
      """
      -record(r, {a = 1, b, c = []}).
      -record(s, {x = #r{}}).
      id(X) -> X.
      pick(1, _) -> one;
      pick(N, L) when is_integer(N), N > 1, length(L) >= N -> lists:nth(N, L);
      pick({_, _} = T, _) -> element(1, T).
      sum([H | T]) -> H + sum(T);
      sum([]) -> 0.
      count(0, Acc) -> Acc;
      count(N, Acc) when is_integer(N), N > 0 -> count(N - 1, [N | Acc]).
      guarded(X) when hd(X) =:= 1; X > {} -> yes;
      guarded(X) when is_record(X, r), X#r.a > 0 -> record;
      guarded(X) when is_map_key(a, X) -> map;
      guarded(_) -> no.
      bits(<<A:3, B:5, Rest/binary>>) -> [{A, B} | bits(Rest)];
      bits(<<>>) -> [].
      """;

  private static final String[] VALUES = {
    "0",
    "1",
    "2",
    "-3",
    "255",
    "1.5",
    "a",
    "true",
    "false",
    "[]",
    "[1, 2, 3]",
    "\"abc\"",
    "{a, 1}",
    "{}",
    "<<1, 2, 3>>",
    "<<\"xy\">>",
    "<<5:3>>",
    "#{a => 1}",
    "#{}",
    "#r{}",
    "#r{b = 2}",
    "#s{}",
    "16#ffffffffffffffff",
    "[{a, 1}, {b, 2}]",
    "[1 | 2]",
    "undefined"
  };

  private final Choice choice;
  private int variables;
  private int labels;

  ErlangConstructs(Choice choice) {
    this.choice = choice;
  }

  /** A function body whose last value is not in tail position. */
  String body() {
    List<String> bound = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int steps = 1 + choice.below(3);
    for (int i = 0; i < steps; i++) {
      text.append("    ").append(step(2, bound)).append(",\n");
    }
    String result = fresh();
    return text.append("    ")
        .append(result)
        .append(" = ")
        .append(expression(3, bound))
        .append(",\n")
        .append("    {")
        .append(result)
        .append("}")
        .toString();
  }

  private String fresh() {
    return "V" + variables++;
  }

  private String value() {
    return "id(" + choice.of(VALUES) + ")";
  }

  private String used(List<String> bound) {
    return bound.isEmpty() || choice.oneIn(3) ? value() : "id(" + choice.of(bound) + ")";
  }

  /** Something that may stand in a guard. */
  private String named(List<String> bound) {
    return bound.isEmpty() ? choice.of("1", "a", "[]") : choice.of(bound);
  }

  /** A place where the text may go on in the next line. */
  private String br() {
    return choice.oneIn(3) ? "\n        " : " ";
  }

  // ---- Steps -----------------------------------------------------------------------------------

  private String step(int depth, List<String> bound) {
    return choice.any(
        () -> {
          String value = expression(depth, bound);
          String variable = fresh();
          bound.add(variable);
          return variable + " =" + br() + value;
        },
        () -> {
          String value = expression(depth, bound);
          return pattern(2, bound) + " =" + br() + value;
        },
        () -> exporting(depth, bound),
        () -> "put(k, " + expression(depth, bound) + ")",
        () -> {
          String message = expression(depth, bound);
          String variable = fresh();
          String text =
              "self() ! {m, "
                  + message
                  + "},"
                  + br()
                  + variable
                  + " = receive {m, "
                  + pattern(1, new ArrayList<>())
                  + "} -> got; {m, Other"
                  + variable
                  + "} -> Other"
                  + variable
                  + " after 0 -> none end";
          bound.add(variable);
          return text;
        });
  }

  /** A case all of whose clauses bind the same variable. */
  private String exporting(int depth, List<String> bound) {
    String subject = expression(depth, bound);
    String variable = fresh();
    List<String> inner = new ArrayList<>(bound);
    String pattern = pattern(1, inner);
    String text =
        "case "
            + subject
            + " of"
            + br()
            + pattern
            + (inner.size() > bound.size() && choice.oneIn(2)
                ? " when " + guard(inner.getLast())
                : "")
            + " -> "
            + variable
            + " = "
            + expression(1, inner)
            + ";"
            + br()
            + "_ -> "
            + variable
            + " = "
            + expression(1, bound)
            + " end";
    bound.add(variable);
    return text;
  }

  // ---- Expressions -----------------------------------------------------------------------------

  private String expression(int depth, List<String> outer) {
    if (depth == 0) {
      return used(outer);
    }
    int d = depth - 1;
    // What an expression inside binds is not used behind it: it may be unsafe there.
    List<String> bound = new ArrayList<>(outer);
    return choice.any(
        () -> used(bound),
        () -> used(bound),
        () -> "(" + expression(d, bound) + " +" + br() + expression(d, bound) + ")",
        () ->
            "("
                + expression(d, bound)
                + " "
                + choice.of("==", "=:=", "<", ">=", "andalso", "orelse", "++", "div", "bsl")
                + br()
                + expression(d, bound)
                + ")",
        () -> "{" + expression(d, bound) + "," + br() + expression(d, bound) + "}",
        () -> "[" + expression(d, bound) + " |" + br() + expression(d, bound) + "]",
        () -> clauses(d, bound),
        () -> attempt(d, bound),
        () -> "(catch " + expression(d, bound) + ")",
        () -> fun(d, bound),
        () -> comprehension(d, bound),
        () -> record(d, bound),
        () -> map(d, bound),
        () -> binary(d, bound),
        () -> call(d, bound),
        () ->
            "if "
                + guard(named(bound))
                + " ->"
                + br()
                + expression(d, bound)
                + "; "
                + guard(named(bound))
                + " -> "
                + expression(d, bound)
                + (choice.oneIn(2) ? "; true -> id(other)" : "")
                + " end",
        () -> "begin " + step(d, bound) + "," + br() + expression(d, bound) + " end");
  }

  private String clauses(int depth, List<String> bound) {
    StringBuilder text = new StringBuilder("case " + expression(depth, bound) + " of");
    int count = 1 + choice.below(3);
    for (int i = 0; i < count; i++) {
      List<String> inner = new ArrayList<>(bound);
      String pattern = pattern(2, inner);
      boolean guarded = inner.size() > bound.size() && choice.oneIn(2);
      text.append(i > 0 ? ";" : "")
          .append(br())
          .append(pattern)
          .append(guarded ? " when " + guard(inner.getLast()) : "")
          .append(" -> id({")
          .append(i)
          .append(", ")
          .append(expression(depth, inner))
          .append("})");
    }
    return text + (choice.oneIn(2) ? "; _ -> id(other)" : "") + " end";
  }

  private String attempt(int depth, List<String> bound) {
    String kind = fresh();
    String reason = fresh();
    List<String> caught = new ArrayList<>(bound);
    caught.add(kind);
    caught.add(reason);
    String of = "";
    if (choice.oneIn(3)) {
      List<String> inner = new ArrayList<>(bound);
      of = " of " + pattern(1, inner) + " -> {of_clause, " + expression(depth, inner) + "}";
    }
    String handler =
        choice.of(
            "error:badarith -> arith",
            "error:{badmatch, _} -> nomatch",
            "throw:_ -> thrown",
            "exit:{_, _} -> left",
            kind
                + ":"
                + reason
                + " -> {"
                + kind
                + ", "
                + reason
                + ", "
                + expression(1, caught)
                + "}",
            kind
                + ":"
                + reason
                + " when "
                + reason
                + " =/= badarith -> {"
                + kind
                + ", "
                + reason
                + "}");
    String after = choice.oneIn(3) ? br() + "after put(after_ran, " + used(bound) + ")" : "";
    return "try"
        + br()
        + expression(depth, bound)
        + of
        + br()
        + "catch "
        + handler
        + after
        + " end";
  }

  private String fun(int depth, List<String> bound) {
    List<String> inner = new ArrayList<>(bound);
    return choice.any(
        () -> {
          String parameter = fresh();
          inner.add(parameter);
          return "(fun("
              + parameter
              + ") ->"
              + br()
              + expression(depth, inner)
              + " end)("
              + expression(depth, bound)
              + ")";
        },
        () -> {
          String pattern = pattern(1, inner);
          return "(id(fun("
              + pattern
              + ") -> "
              + expression(depth, inner)
              + "; (x) -> y end))("
              + expression(depth, bound)
              + ")";
        },
        () -> {
          String name = "F" + labels++;
          return "(fun "
              + name
              + "(0) -> "
              + used(bound)
              + "; "
              + name
              + "(N"
              + name
              + ") -> [N"
              + name
              + " | "
              + name
              + "(N"
              + name
              + " - 1)] end)(3)";
        },
        () -> "(" + used(bound) + ")(" + used(bound) + ")",
        () -> "(id(fun pick/2))(" + used(bound) + ", " + used(bound) + ")",
        () -> "(id(fun(X, Y) -> {X, Y} end))(" + used(bound) + ")",
        () -> "(id(fun erlang:element/2))(1, " + used(bound) + ")");
  }

  private String comprehension(int depth, List<String> bound) {
    List<String> inner = new ArrayList<>(bound);
    // In one line: OTP's bad_generator has the line where the source ends.
    String source =
        choice.oneIn(3)
            ? expression(depth, bound).replace("\n       ", "")
            : "id([1, {a, 2}, 3, [4], x])";
    String pattern = choice.oneIn(2) ? pattern(1, inner) : variable(inner);
    return choice.any(
        () -> "[" + element(depth, inner) + " ||" + br() + pattern + " <- " + source + "]",
        () ->
            "["
                + element(depth, inner)
                + " || "
                + pattern
                + " <- "
                + source
                + ","
                + br()
                // A filter has no alternatives.
                + guard(named(inner)).replace(';', ',')
                + "]",
        () -> {
          String second = fresh();
          List<String> both = new ArrayList<>(inner);
          both.add(second);
          return "[{"
              + second
              + ", "
              + element(depth, both)
              + "} || "
              + pattern
              + " <- "
              + source
              + ", "
              + second
              + " <- [1, 2]]";
        },
        () -> {
          String bits = fresh();
          List<String> of = new ArrayList<>(bound);
          of.add(bits);
          return "["
              + element(depth, of)
              + " || <<"
              + bits
              + choice.of(":4", ":8", ":12/little-signed")
              + ">> <= id(<<1, 2, 255, 3>>)]";
        },
        () ->
            "<< <<("
                + element(depth, inner)
                + ")"
                + choice.of("/binary", ":4", "")
                + ">> || "
                + pattern
                + " <- "
                + source
                + " >>");
  }

  private String element(int depth, List<String> inner) {
    return expression(depth, inner);
  }

  private String variable(List<String> bound) {
    String variable = fresh();
    bound.add(variable);
    return variable;
  }

  private String record(int depth, List<String> bound) {
    return choice.any(
        () -> "#r{a = " + expression(depth, bound) + "," + br() + "c = " + used(bound) + "}",
        () -> "#r{_ = " + used(bound) + ", b = " + expression(depth, bound) + "}",
        () -> "(" + expression(depth, bound) + ")#r." + choice.of("a", "b", "c"),
        () -> "(" + expression(depth, bound) + ")#r{b =" + br() + expression(depth, bound) + "}",
        () -> "((" + used(bound) + ")#s.x)#r.a",
        () -> "is_record(" + used(bound) + ", r)");
  }

  private String map(int depth, List<String> bound) {
    return choice.any(
        () ->
            "#{"
                + expression(depth, bound)
                + " => "
                + expression(depth, bound)
                + ","
                + br()
                + "k => "
                + used(bound)
                + "}",
        () -> "(" + expression(depth, bound) + ")#{a := " + expression(depth, bound) + "}",
        () ->
            "("
                + expression(depth, bound)
                + ")#{"
                + used(bound)
                + " =>"
                + br()
                + used(bound)
                + ", a := 2}");
  }

  private String binary(int depth, List<String> bound) {
    return choice.any(
        () -> "<<(" + expression(depth, bound) + "):" + choice.of("8", "3", "16/little") + ">>",
        () -> "<<(" + expression(depth, bound) + ")/binary," + br() + "(" + used(bound) + ")>>",
        () -> "<<(" + used(bound) + "):(" + used(bound) + ")>>",
        () -> "<<(" + used(bound) + ")/float, (" + used(bound) + ")/bitstring>>",
        () -> "<<(" + used(bound) + ")/utf8>>");
  }

  private String call(int depth, List<String> bound) {
    return choice.any(
        () -> "pick(" + expression(depth, bound) + "," + br() + used(bound) + ")",
        () -> "sum(" + expression(depth, bound) + ")",
        () -> "count(id(" + choice.of("3", "-1", "a") + "), [])",
        () -> "guarded(" + expression(depth, bound) + ")",
        () -> "bits(" + expression(depth, bound) + ")",
        () -> "hd(" + expression(depth, bound) + ")",
        () -> "element(" + used(bound) + ", " + used(bound) + ")",
        () -> "tuple_size(" + expression(depth, bound) + ")",
        () -> "map_get(a, " + expression(depth, bound) + ")",
        () -> "apply(" + used(bound) + ", [" + used(bound) + "])",
        () -> "nosuch_module:f(" + expression(depth, bound) + ")",
        () ->
            "erlang:" + choice.of("error", "exit", "throw") + "(" + expression(depth, bound) + ")",
        () -> "error(" + used(bound) + ", [" + used(bound) + "])",
        () -> "atom_to_list(" + expression(depth, bound) + ")",
        () -> "list_to_integer(" + expression(depth, bound) + ")");
  }

  // ---- Patterns and guards ---------------------------------------------------------------------

  /** A pattern of new variables and of bound ones, which then must be equal. */
  private String pattern(int depth, List<String> bound) {
    if (depth == 0) {
      return choice.any(
          () -> variable(bound),
          () -> "_",
          () -> bound.isEmpty() ? "_" : choice.of(bound),
          () -> choice.of("1", "a", "[]", "true", "1.5", "\"abc\"", "<<>>", "{}", "2", "#{}"));
    }
    int d = depth - 1;
    return choice.any(
        () -> pattern(0, bound),
        () -> variable(bound),
        () -> "{" + pattern(d, bound) + ", " + pattern(d, bound) + "}",
        () -> "[" + pattern(d, bound) + " | " + pattern(d, bound) + "]",
        () -> "[" + pattern(d, bound) + ", _, " + pattern(d, bound) + "]",
        () -> "#{a := " + pattern(d, bound) + "}",
        () -> "#r{a = " + pattern(d, bound) + ", b = " + pattern(d, bound) + "}",
        () -> "<<" + variable(bound) + ":8, " + variable(bound) + "/binary>>",
        () -> "<<" + variable(bound) + ":3, _/bits>>",
        () -> "\"a\" ++ " + variable(bound),
        () -> "(" + pattern(d, bound) + " = " + variable(bound) + ")");
  }

  private String guard(String subject) {
    return choice.of(ErlangGuards.withRecord(subject));
  }
}
