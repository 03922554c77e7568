package dev.moonbeam.tests.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * Random expressions over the variables in scope. A variable that a closure assigns is never an
 * operand: whether it or a call beside it comes first is left open by the manual (3.4).
 */
abstract class LuaOperands {
  enum Kind {
    NUMBER("n"),
    STRING("s"),
    TABLE("t"),
    OBJECT("o"),
    FUNCTION("f"),
    COROUTINE("c"),
    ANY("v");

    final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /**
   * A local variable.
   *
   * @param level how many functions are around its declaration
   * @param open whether closures assign it too
   * @param constant whether it is declared so, or counts a loop
   */
  record Variable(String name, Kind kind, int level, boolean open, boolean constant) {}

  private static final String EVENTS =
      "__add __sub __mul __div __mod __pow __unm __idiv __band __bor __bxor __shl __shr __bnot"
          + " __concat __len __eq __lt __le __index __newindex __call __tostring __close __pairs";
  static final Kind[] KINDS = Kind.values();

  final Choice choice;
  final List<Variable> scope = new ArrayList<>();

  /** How many names there are so far. */
  int names;

  /** How many functions are around. */
  int level;

  /** Whether the innermost function has variable arguments. */
  boolean variadic;

  LuaOperands(Choice choice) {
    this.choice = choice;
  }

  final String fresh(Kind kind) {
    return kind.prefix + names++;
  }

  final Variable assignable() {
    List<Variable> found =
        scope.stream()
            .filter(each -> !each.constant && each.kind != Kind.FUNCTION)
            .filter(each -> each.level == level && !each.open)
            .toList();
    return found.isEmpty() ? null : choice.of(found);
  }

  /** The name of a variable of that kind, or of another. */
  final String name(Kind kind) {
    List<Variable> found =
        scope.stream()
            .filter(each -> !each.open)
            .filter(each -> choice.oneIn(40) || each.kind == kind)
            .toList();
    return found.isEmpty() ? choice.of("g1", "g2", "missing") : choice.of(found).name;
  }

  /** One to three expressions, the last of which may have several values. */
  final String values() {
    StringBuilder list = new StringBuilder();
    for (int i = choice.below(3); i > 0; i--) {
      list.append(any(1)).append(", ");
    }
    return list.append(choice.any(() -> any(2), this::call, () -> variadic ? "..." : any(1)))
        .toString();
  }

  /** An expression within a function without variable arguments. */
  final String plain(int depth) {
    boolean outer = variadic;
    variadic = false;
    level++;
    String expression = any(depth);
    level--;
    variadic = outer;
    return expression;
  }

  final String any(int depth) {
    return of(choice.of(KINDS), depth);
  }

  final String of(Kind kind, int depth) {
    Kind real = choice.oneIn(30) ? choice.of(KINDS) : kind;
    return switch (real) {
      case NUMBER -> number(depth);
      case STRING -> string(depth);
      case TABLE -> table(depth);
      case OBJECT -> object(depth);
      case FUNCTION -> functionValue(depth);
      case COROUTINE -> coroutineValue(depth);
      case ANY ->
          choice.any(
              () -> choice.of("nil", "true", "false", "1", "'a'"),
              () -> name(Kind.ANY),
              () -> number(depth),
              () -> condition(depth),
              () -> variadic ? "(...)" : "nil",
              () -> variadic ? "select(" + choice.of("'#'", "2", "-1") + ", ...)" : "nil",
              () -> operation(depth),
              () -> "(" + call() + ")");
    };
  }

  final String number(int depth) {
    if (depth == 0) {
      return choice.any(
          () -> name(Kind.NUMBER),
          () ->
              choice.of(
                  "0",
                  "1",
                  "2",
                  "-1",
                  "3",
                  "0.5",
                  "-0.0",
                  "2.0",
                  "1e15",
                  "2^53",
                  "math.maxinteger",
                  "math.mininteger",
                  "math.huge",
                  "'10'",
                  "0x7fp-3"));
    }
    return choice.any(
        () -> number(0),
        () -> "(" + number(depth - 1) + choice.of(" + ", " - ", " * ") + number(depth - 1) + ")",
        () ->
            "("
                + number(depth - 1)
                + choice.of(" / ", " // ", " % ", " ^ ", " & ", " | ", " ~ ", " << ", " >> ")
                + operand(depth - 1)
                + ")",
        () -> choice.of("- ", "~ ") + number(0),
        () -> "#" + choice.of(name(Kind.TABLE), name(Kind.STRING), name(Kind.OBJECT)),
        () -> name(Kind.TABLE) + choice.of("[1]", ".x", "[#" + name(Kind.TABLE) + "]"),
        () -> "math.tointeger(" + number(depth - 1) + ")",
        () -> "tonumber(" + string(depth - 1) + ")",
        () -> "(say(" + number(depth - 1) + "))");
  }

  /** No constant zero: Lua 5.4.4 does not know the line of a division by one. */
  private String operand(int depth) {
    return choice.any(
        () -> choice.of("1", "2", "-3", "0.5", "math.mininteger"),
        () -> "say(" + number(depth) + ")");
  }

  final String string(int depth) {
    if (depth == 0) {
      return choice.any(
          () -> name(Kind.STRING),
          () ->
              choice.of(
                  "''",
                  "'a'",
                  "'abc'",
                  "'10'",
                  "'x=1, y=2'",
                  "'\\xe9\\0z'",
                  "'\\u{20ac}'",
                  "' 7 '"));
    }
    return choice.any(
        () -> string(0),
        () ->
            "("
                + string(depth - 1)
                + " .. "
                + choice.of(string(depth - 1), number(depth - 1), any(0))
                + ")",
        () -> "(" + string(0) + " .. " + number(0) + " .. " + any(depth - 1) + ")",
        () -> "tostring(" + choice.of(number(depth - 1), name(Kind.OBJECT), "nil") + ")",
        () ->
            "("
                + string(depth - 1)
                + "):"
                + choice.of("upper()", "rep(2)", "sub(2)", "reverse()", "missing()", "rep(2, ',')"),
        () ->
            "string.format('"
                + choice.of(
                    "%d", "%3d", "%5.1f", "%q", "%x", "%-5s|", "%g", "%d %s", "%a", "%i%%", "%c")
                + "', "
                + any(depth - 1)
                + ")",
        () ->
            "("
                + string(depth - 1)
                + "):gsub('"
                + pattern()
                + "', "
                + choice.any(
                    () -> "'<%0>'",
                    () -> "'%1'",
                    () -> "{a = 1}",
                    () -> name(Kind.FUNCTION),
                    () -> name(Kind.OBJECT))
                + ")",
        () ->
            "table.concat("
                + name(Kind.TABLE)
                + choice.of("", ", '-'", ", ',', 2", ", '', 1, 2")
                + ")",
        () -> "type(" + any(depth - 1) + ")");
  }

  final String pattern() {
    return choice.of(
        "%a",
        "%w+",
        "(%w)=(%w)",
        "%d*",
        ".-",
        "[^,]+",
        "()",
        "^a",
        "%s",
        "(.)(.)",
        "a$",
        "[a",
        "%",
        "(a",
        "%f[%w]");
  }

  final String table(int depth) {
    if (depth == 0) {
      return choice.any(() -> name(Kind.TABLE), () -> "{}", () -> "{1, 2, 3}");
    }
    return choice.any(
        () -> name(Kind.TABLE),
        () -> "{" + any(depth - 1) + ", " + any(depth - 1) + ", x = " + any(depth - 1) + "}",
        () -> "{" + values() + "}",
        () -> "{[1] = " + any(0) + ", " + any(0) + "; y = " + number(0) + "}",
        () -> "table.pack(" + values() + ")",
        () -> "{table.unpack(" + name(Kind.TABLE) + ")}",
        () ->
            "table.move("
                + name(Kind.TABLE)
                + ", 1, 2, "
                + choice.of("2", "1, {}", "3", "1, " + name(Kind.OBJECT))
                + ")");
  }

  private String object(int depth) {
    if (depth == 0 || choice.oneIn(3)) {
      return name(Kind.OBJECT);
    }
    String[] events = EVENTS.split(" ");
    StringBuilder some = new StringBuilder();
    for (String event : events) {
      if (choice.oneIn(2)) {
        some.append(some.isEmpty() ? "" : " ").append(event);
      }
    }
    return "object('O"
        + names++
        + "', {"
        + choice.of("", "x = 1", "1, 2", "3, 1, 2, x = 'a'")
        + "}, '"
        + some
        + "', '"
        + choice.of("", "", "", "error", "fail", "yield", "yield", "nothing", "many", "operand")
        + "'"
        + choice.any(
            () -> "",
            () -> "",
            () -> ", " + name(Kind.TABLE),
            () -> ", " + name(Kind.OBJECT),
            () -> ", nil, " + table(0),
            () -> ", nil, " + name(Kind.OBJECT))
        + ")";
  }

  private String functionValue(int depth) {
    if (depth == 0 || !choice.oneIn(4)) {
      return choice.any(
          () -> name(Kind.FUNCTION),
          () -> name(Kind.FUNCTION),
          () ->
              choice.of(
                  "say",
                  "print and type",
                  "select",
                  "math.max",
                  "string.upper",
                  "next",
                  "pcall",
                  "error"));
    }
    boolean outer = variadic;
    variadic = true;
    level++;
    String text = "function(...) step() return " + values() + " end";
    level--;
    variadic = outer;
    return text;
  }

  private String coroutineValue(int depth) {
    if (depth == 0 || choice.oneIn(2)) {
      return name(Kind.COROUTINE);
    }
    return "coroutine.create(" + functionValue(1) + ")";
  }

  final String condition(int depth) {
    if (depth == 0) {
      return choice.of("true", "false", name(Kind.ANY));
    }
    return choice.any(
        () ->
            "("
                + number(depth - 1)
                + choice.of(" < ", " <= ", " > ", " >= ", " == ", " ~= ")
                + number(depth - 1)
                + ")",
        () ->
            "("
                + string(depth - 1)
                + choice.of(" < ", " <= ", " > ", " >= ", " == ", " ~= ")
                + string(depth - 1)
                + ")",
        () ->
            "("
                + name(Kind.OBJECT)
                + choice.of(" < ", " <= ", " > ", " >= ", " == ", " ~= ")
                + any(depth - 1)
                + ")",
        () -> "(not " + any(depth - 1) + ")",
        () -> "(" + condition(depth - 1) + choice.of(" and ", " or ") + any(depth - 1) + ")",
        () -> "(" + any(depth - 1) + " == " + any(depth - 1) + ")",
        () -> name(Kind.ANY));
  }

  /** An operation that an object or something wrong takes part in. */
  private String operation(int depth) {
    String operator =
        choice.of(
            "+", "-", "*", "/", "//", "%", "^", "&", "|", "~", "<<", ">>", "..", "==", "<", "<=");
    return choice.any(
        () ->
            "(" + name(Kind.OBJECT) + " " + operator + " " + any(depth == 0 ? 0 : depth - 1) + ")",
        () ->
            "("
                + (depth == 0 ? name(Kind.ANY) : any(depth - 1))
                + " "
                + operator
                + " "
                + name(Kind.OBJECT)
                + ")",
        () -> "(" + choice.of("- ", "~", "#", "not ") + name(Kind.OBJECT) + ")",
        () -> name(Kind.OBJECT) + choice.of(".x", ".z", "[1]", "[" + number(0) + "]"),
        () -> name(Kind.TABLE) + choice.of(".x", ".x.y", "[1][2]", ".z"),
        () -> "(" + name(Kind.ANY) + " " + operator + " " + name(Kind.ANY) + ")");
  }

  /** A call as a statement, or with several values. */
  final String call() {
    return choice.any(
        () -> name(Kind.FUNCTION) + "(" + (choice.oneIn(4) ? "" : any(1)) + ")",
        () -> name(Kind.FUNCTION) + "(" + any(1) + ", " + any(0) + ")",
        () -> name(Kind.OBJECT) + "(" + any(1) + ")",
        () -> name(Kind.OBJECT) + ":" + choice.of("x", "missing") + "(" + any(0) + ")",
        () -> name(Kind.TABLE) + choice.of(".x", "[1]") + "(" + any(0) + ")",
        () -> "pcall(" + functionValue(1) + ", " + any(1) + ")",
        () -> "drive(" + name(Kind.COROUTINE) + ", 1, " + any(1) + ")",
        () ->
            "coroutine."
                + choice.of("status", "close", "resume", "wrap")
                + "("
                + choice.of(name(Kind.COROUTINE), any(0))
                + ")",
        () ->
            "table.insert("
                + name(Kind.TABLE)
                + ", "
                + choice.of("", "", "1, ", "2, ", number(0) + ", ")
                + "("
                + any(1)
                + ") or 0)",
        () ->
            "table.remove("
                + choice.of(name(Kind.TABLE), name(Kind.OBJECT))
                + choice.of("", "", ", 1", ", 9")
                + ")",
        () ->
            "table.sort("
                + choice.of(name(Kind.TABLE), name(Kind.OBJECT))
                + choice.of(
                    "", ", function(a, b) say(a, b) return a < b end", ", " + name(Kind.FUNCTION))
                + ")",
        () ->
            "table.unpack("
                + choice.of(name(Kind.TABLE), name(Kind.OBJECT))
                + choice.of("", ", 2", ", 1, 3")
                + ")",
        () -> "rawset(" + name(Kind.OBJECT) + ", " + any(0) + ", " + any(0) + ")",
        () ->
            choice.of("rawget", "rawequal", "rawlen")
                + "("
                + name(Kind.OBJECT)
                + ", "
                + any(0)
                + ")",
        () -> "string." + choice.of("find", "match") + "(" + string(1) + ", '" + pattern() + "')",
        () ->
            "setmetatable("
                + name(Kind.TABLE)
                + ", "
                + choice.of(
                    "nil",
                    "{}",
                    "{__index = " + name(Kind.OBJECT) + "}",
                    "getmetatable(" + name(Kind.OBJECT) + ")",
                    any(0))
                + ")",
        () -> "select(" + choice.of("1", "-1", "'#'", "2") + ", " + any(0) + ", " + any(0) + ")",
        () ->
            "math."
                + choice.of("max", "min", "fmod", "floor", "ult")
                + "("
                + number(1)
                + ", "
                + number(1)
                + ")",
        () -> "assert(" + any(1) + ", " + any(0) + ")",
        () -> "select(2, load(" + string(1) + "))",
        () ->
            "utf8."
                + choice.of("char", "len", "codepoint", "offset")
                + "("
                + any(0)
                + ", "
                + number(0)
                + ")");
  }
}
