package dev.moonbeam.tests.differential;

import dev.moonbeam.tests.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Random bodies of Lua functions: statements of every kind over variables that are in scope, mostly
 * of the right type, so that values, the order of effects, and the messages of errors with their
 * lines can be compared. What the bodies call is in {@code bodies.lua}. A variable that a closure
 * assigns is never an operand beside a call: which of the two is read first is left open by the
 * manual (3.4).
 */
final class LuaBodies {
  /** What a program of such bodies needs besides. */
  static String prelude() {
    try {
      return Files.readString(Resources.source("differential").resolve("bodies.lua"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private enum Kind {
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
  private record Variable(String name, Kind kind, int level, boolean open, boolean constant) {}

  private static final String EVENTS =
      "__add __sub __mul __div __mod __pow __unm __idiv __band __bor __bxor __shl __shr __bnot"
          + " __concat __len __eq __lt __le __index __newindex __call __tostring __close __pairs";
  private static final Kind[] KINDS = Kind.values();

  private final Choice choice;
  private final List<Variable> scope = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private int names;
  private int level;
  private int indent;

  /** Whether the innermost function has variable arguments. */
  private boolean variadic;

  /** Whether the innermost function is called in a coroutine. */
  private boolean yielding;

  LuaBodies(Choice choice) {
    this.choice = choice;
  }

  /** Statements, each on lines of its own; the function around them is called with {@code ...}. */
  String body() {
    text = new StringBuilder();
    scope.clear();
    level = 0;
    indent = 1;
    variadic = true;
    yielding = false;
    for (Kind kind : KINDS) {
      declaration(kind);
    }
    block(2 + choice.below(2), 3 + choice.below(4));
    line("return " + values());
    return text.toString();
  }

  // ---------------------------------------------------------------- statements

  private void line(String line) {
    text.append("  ".repeat(indent)).append(line).append('\n');
  }

  private void block(int depth, int statements) {
    int visible = scope.size();
    for (int i = 0; i < statements; i++) {
      statement(depth);
    }
    leave(visible);
  }

  private void leave(int visible) {
    scope.subList(visible, scope.size()).clear();
  }

  private void indented(int depth) {
    indent++;
    block(depth, 1 + choice.below(3));
    indent--;
  }

  private void statement(int depth) {
    if (depth == 0) {
      simple();
      return;
    }
    switch (choice.below(24)) {
      case 0, 1, 2 -> declaration(choice.of(KINDS));
      case 3 -> branches(depth);
      case 4 -> numericFor(depth);
      case 5 -> genericFor(depth);
      case 6 -> whileLoop(depth);
      case 7 -> repeatLoop(depth);
      case 8 -> gotos(depth);
      case 9 -> function(depth);
      case 10 -> closures(depth);
      case 11, 12 -> protectedCall(depth);
      case 13, 14 -> coroutine(depth);
      case 15 -> closed(depth);
      case 16 -> chunk();
      case 17 -> open();
      default -> simple();
    }
  }

  private void simple() {
    switch (choice.below(12)) {
      case 0, 1 -> assignment();
      case 2, 3 -> multiple();
      case 4, 5 -> line("say(" + values() + ")");
      case 6 -> line(call());
      case 7 -> open();
      case 8 -> error();
      case 9 ->
          line(
              yielding
                  ? "say('yielded', coroutine.yield(" + values() + "))"
                  : "say(" + values() + ")");
      case 10 -> line("say(pcall(function() return " + plain(2) + " end))");
      default -> declaration(choice.of(KINDS));
    }
  }

  private void declaration(Kind kind) {
    if (choice.oneIn(8)) {
      String first = fresh(Kind.ANY);
      String second = fresh(Kind.ANY);
      line("local " + first + ", " + second + " = " + values());
      scope.add(new Variable(first, Kind.ANY, level, false, false));
      scope.add(new Variable(second, Kind.ANY, level, false, false));
      return;
    }
    String name = fresh(kind);
    boolean constant = choice.oneIn(8);
    boolean open = !constant && choice.oneIn(6);
    line("local " + name + (constant ? " <const>" : "") + " = " + of(kind, 2));
    scope.add(new Variable(name, kind, level, open, constant));
  }

  private void assignment() {
    Variable variable = assignable();
    if (variable == null || choice.oneIn(3)) {
      line(place() + " = " + any(2));
    } else {
      line(variable.name + " = " + of(variable.kind, 2));
    }
  }

  private void multiple() {
    StringBuilder targets = new StringBuilder();
    for (int i = 2 + choice.below(2); i > 0; i--) {
      Variable variable = assignable();
      targets
          .append(variable == null || choice.oneIn(2) ? place() : variable.name)
          .append(i > 1 ? ", " : "");
    }
    line(targets + " = " + values());
  }

  /** What stands on the left and is no variable. */
  private String place() {
    return choice
        .any(
            () -> name(Kind.TABLE) + "[" + number(1) + "]",
            () -> name(Kind.TABLE) + choice.of(".x", ".y"),
            () -> name(Kind.OBJECT) + choice.of(".x", ".z", "[1]"),
            () -> name(Kind.OBJECT) + "[" + any(1) + "]",
            () -> "say(" + choice.below(9) + ", " + name(Kind.TABLE) + ")",
            () -> choice.of("g1", "g2", "_ENV.g1"))
        .replaceFirst("^say\\((.*)\\)$", "select(2, say($1))[1]");
  }

  /** What may be done with a variable that closures assign: a statement of its own. */
  private void open() {
    List<Variable> found =
        scope.stream().filter(each -> each.open && each.kind != Kind.FUNCTION).toList();
    if (found.isEmpty()) {
      declaration(Kind.NUMBER);
      return;
    }
    Variable variable = choice.of(found);
    switch (choice.below(4)) {
      case 0 -> line("say(" + variable.name + ")");
      case 1 -> line(variable.name + " = " + of(variable.kind, 2));
      case 2 -> {
        String name = fresh(variable.kind);
        line("local " + name + " = " + variable.name);
        scope.add(new Variable(name, variable.kind, level, false, false));
      }
      default ->
          line(
              variable.kind == Kind.NUMBER
                  ? variable.name + " = " + variable.name + " + 1"
                  : "say(type(" + variable.name + "))");
    }
  }

  private void branches(int depth) {
    line("if " + condition(2) + " then");
    indented(depth - 1);
    if (choice.oneIn(2)) {
      line("elseif " + condition(2) + " then");
      indented(depth - 1);
    }
    if (choice.oneIn(2)) {
      line("else");
      indented(depth - 1);
    }
    line("end");
  }

  private void numericFor(int depth) {
    String name = fresh(Kind.NUMBER);
    String range =
        choice.any(
            () -> "1, " + choice.below(4),
            () -> choice.below(4) + ", 0, -1",
            () -> "math.maxinteger - 1, math.maxinteger",
            () -> "math.mininteger + 1, math.mininteger, -1",
            () -> "1, 2, 0.5",
            () -> "1.0, 3",
            () -> "1, " + choice.of("math.huge", "-math.huge", "2.5", "'3'", "nil", "0/0"),
            () -> number(1) + ", " + number(1),
            () -> number(1) + ", " + number(1) + ", " + number(1));
    line("for " + name + " = " + range + " do");
    int visible = scope.size();
    scope.add(new Variable(name, Kind.NUMBER, level, false, choice.oneIn(2)));
    loopBody(depth);
    leave(visible);
    line("end");
  }

  /** A body that ends with the steps, with a break or a jump to its end now and then. */
  private void loopBody(int depth) {
    indent++;
    line("step()");
    boolean skip = choice.oneIn(4);
    String label = "go" + names++;
    if (choice.oneIn(3)) {
      line("if " + condition(1) + " then break end");
    }
    if (skip) {
      line("if " + condition(1) + " then goto " + label + " end");
      line("do");
    }
    indented(depth - 1);
    if (skip) {
      line("end");
      line("::" + label + "::");
    }
    indent--;
  }

  private void genericFor(int depth) {
    String first = fresh(Kind.ANY);
    String second = fresh(Kind.ANY);
    String iteration =
        choice.any(
            () -> "ipairs(" + name(Kind.TABLE) + ")",
            () -> "ipairs(" + name(Kind.OBJECT) + ")",
            () -> "pairs({" + number(1) + ", " + string(1) + "})",
            () -> "pairs(" + name(Kind.OBJECT) + ")",
            () -> "string.gmatch(" + string(1) + ", '" + pattern() + "')",
            () ->
                "coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i, "
                    + plain(1)
                    + ") end end)",
            () -> name(Kind.FUNCTION),
            () -> any(1) + ", " + any(1),
            () ->
                "next, {"
                    + any(1)
                    + "}, nil, closing('for', '"
                    + choice.of("", "error", "fail", "nothing")
                    + "')",
            () -> "utf8.codes(" + string(1) + ")");
    line("for " + first + ", " + second + " in " + iteration + " do");
    int visible = scope.size();
    scope.add(new Variable(first, Kind.ANY, level, false, false));
    scope.add(new Variable(second, Kind.ANY, level, false, false));
    loopBody(depth);
    leave(visible);
    line("end");
  }

  private void whileLoop(int depth) {
    String name = fresh(Kind.NUMBER);
    line("local " + name + " = 0");
    scope.add(new Variable(name, Kind.NUMBER, level, false, true));
    line("while " + name + " < 3 and " + condition(1) + " do");
    indent++;
    line(name + " = " + name + " + 1");
    indent--;
    loopBody(depth);
    line("end");
  }

  private void repeatLoop(int depth) {
    String name = fresh(Kind.ANY);
    line("repeat");
    int visible = scope.size();
    indent++;
    line("step()");
    line("local " + name + " = " + any(2));
    scope.add(new Variable(name, Kind.ANY, level, false, false));
    if (choice.oneIn(2)) {
      line("g2 = function() return " + name + " end");
    }
    if (choice.oneIn(4)) {
      line("if " + condition(1) + " then break end");
    }
    indent--;
    indented(depth - 1);
    line("until " + name + " or " + condition(1));
    leave(visible);
  }

  /** A loop by goto, whose closures have variables of their own in each turn. */
  private void gotos(int depth) {
    String count = fresh(Kind.NUMBER);
    String made = fresh(Kind.TABLE);
    String label = "go" + names++;
    line("local " + count + ", " + made + " = 0, {}");
    line("::" + label + "::");
    line("do");
    indent++;
    line("step()");
    line("local turn = " + count);
    line(made + "[" + count + " + 1] = function() turn = turn + 10 return turn end");
    indent--;
    int visible = scope.size();
    indented(depth - 1);
    leave(visible);
    line("end");
    line(count + " = " + count + " + 1");
    line("if " + count + " < 3 then goto " + label + " end");
    line("say(%1$s[1](), %1$s[1](), %1$s[3] and %1$s[3]())".formatted(made));
  }

  private void function(int depth) {
    String name = fresh(Kind.FUNCTION);
    line("local function " + name + parameters(depth));
    scope.add(new Variable(name, Kind.FUNCTION, level, false, false));
  }

  /** The parameters, the body and the end of a function. */
  private String parameters(int depth) {
    StringBuilder outer = text;
    text = new StringBuilder();
    boolean outerVariadic = variadic;
    boolean outerYielding = yielding;
    variadic = choice.oneIn(2);
    int visible = scope.size();
    level++;
    StringBuilder parameters = new StringBuilder("(");
    for (int i = choice.below(3); i > 0; i--) {
      String name = fresh(Kind.ANY);
      parameters.append(name).append(i > 1 || variadic ? ", " : "");
      scope.add(new Variable(name, Kind.ANY, level, false, false));
    }
    parameters.append(variadic ? "..." : "").append(")\n");
    if (variadic && parameters.charAt(1) == '.') {
      parameters.setLength(0);
      parameters.append("(...)\n");
    }
    indent++;
    line("step()");
    block(depth - 1, 1 + choice.below(3));
    if (!choice.oneIn(5)) {
      line("return " + choice.any(this::values, this::call, this::values));
    }
    indent--;
    text.append("  ".repeat(indent)).append("end");
    leave(visible);
    level--;
    String body = parameters + text.toString();
    text = outer;
    variadic = outerVariadic;
    yielding = outerYielding;
    return body;
  }

  /** Functions made in a loop that share a variable, called afterwards. */
  private void closures(int depth) {
    String made = fresh(Kind.TABLE);
    String shared = fresh(Kind.NUMBER);
    String loop = fresh(Kind.NUMBER);
    line("local " + made + ", " + shared + " = {}, " + number(1));
    line("for " + loop + " = 1, 3 do");
    int visible = scope.size();
    scope.add(new Variable(loop, Kind.NUMBER, level, false, true));
    scope.add(new Variable(shared, Kind.NUMBER, level, true, false));
    indent++;
    line(made + "[" + loop + "] = function" + parameters(depth));
    indent--;
    line("end");
    leave(visible);
    line("say(pcall(" + made + "[1], " + any(1) + "))");
    line("say(pcall(" + made + "[" + choice.below(5) + "], " + any(1) + "))");
    line("say(" + shared + ")");
  }

  private void protectedCall(int depth) {
    String body = "function" + parameters(depth);
    switch (choice.below(5)) {
      case 0 ->
          line(
              "say(xpcall("
                  + body
                  + ", function(m) say('handler', m) return "
                  + plain(1)
                  + " end))");
      case 1 ->
          line(
              "say(xpcall("
                  + body
                  + ", "
                  + choice.of("say", "debug.traceback and type", "error", name(Kind.FUNCTION))
                  + ", "
                  + values()
                  + "))");
      case 2 -> line("say(select('#', pcall(" + body + ", " + values() + ")))");
      default -> line("say(pcall(" + body + ", " + values() + "))");
    }
  }

  private void coroutine(int depth) {
    boolean outer = yielding;
    yielding = true;
    String body = "function" + parameters(depth);
    yielding = outer;
    switch (choice.below(5)) {
      case 0 -> {
        String name = fresh(Kind.FUNCTION);
        line("local " + name + " = coroutine.wrap(" + body + ")");
        scope.add(new Variable(name, Kind.FUNCTION, level, false, false));
        line("say(pcall(" + name + ", " + values() + "))");
      }
      case 1 -> {
        String name = fresh(Kind.COROUTINE);
        line("local " + name + " = coroutine.create(" + body + ")");
        scope.add(new Variable(name, Kind.COROUTINE, level, false, false));
        line("say(coroutine.resume(" + name + ", " + values() + "))");
        line("say(pcall(coroutine.close, " + name + "))");
      }
      case 2 -> line("say(all(coroutine.wrap(" + body + ")))");
      default -> line("say(drive(coroutine.create(" + body + "), " + values() + "))");
    }
  }

  private void closed(int depth) {
    line("do");
    int visible = scope.size();
    indent++;
    for (int i = 1 + choice.below(2); i > 0; i--) {
      String name = fresh(Kind.OBJECT);
      line(
          "local "
              + name
              + " <close> = "
              + choice.any(
                  () ->
                      "closing('"
                          + name
                          + "', '"
                          + choice.of("", "", "error", "fail", "yield")
                          + "')",
                  () -> choice.of("nil", "false"),
                  () -> any(1)));
      scope.add(new Variable(name, Kind.OBJECT, level, false, true));
    }
    indent--;
    indented(depth - 1);
    if (choice.oneIn(4)) {
      indent++;
      line("do return " + values() + " end");
      indent--;
    }
    leave(visible);
    line("end");
  }

  private void chunk() {
    String source =
        choice.any(
            () -> "'return ' .. " + string(1),
            () ->
                "'local a, b = ... return "
                    + choice.of("a + b", "a.x", "b()", "x", "x.y", "#a")
                    + "'",
            () -> "'x = 1 y = x + " + choice.of("1", "z", "'\"a\"'").replace("'", "") + "'",
            () -> "'for i = 1, 3 do " + choice.of("end", "x = i end return x", "until") + "'",
            () -> "'goto " + choice.of("a", "b") + " ::a:: return 1'");
    line(
        "say(pcall(load("
            + source
            + ", "
            + choice.of("nil", "'=name'", "'@file'", "'text'")
            + ", 't', "
            + choice.any(() -> "{x = " + any(1) + "}", () -> "_ENV", () -> name(Kind.OBJECT))
            + ") or say, "
            + values()
            + "))");
  }

  private void error() {
    line(
        "if "
            + condition(1)
            + " then error("
            + any(1)
            + choice.of("", "", ", 0", ", 1", ", 2", ", 3")
            + ") end");
  }

  // ---------------------------------------------------------------- expressions

  private String fresh(Kind kind) {
    return kind.prefix + names++;
  }

  private Variable assignable() {
    List<Variable> found =
        scope.stream()
            .filter(each -> !each.constant && each.kind != Kind.FUNCTION)
            .filter(each -> each.level == level && !each.open)
            .toList();
    return found.isEmpty() ? null : choice.of(found);
  }

  /** The name of a variable of that kind, or of another. */
  private String name(Kind kind) {
    List<Variable> found =
        scope.stream()
            .filter(each -> !each.open)
            .filter(each -> choice.oneIn(40) || each.kind == kind)
            .toList();
    return found.isEmpty() ? choice.of("g1", "g2", "missing") : choice.of(found).name;
  }

  /** One to three expressions, the last of which may have several values. */
  private String values() {
    StringBuilder list = new StringBuilder();
    for (int i = choice.below(3); i > 0; i--) {
      list.append(any(1)).append(", ");
    }
    return list.append(choice.any(() -> any(2), this::call, () -> variadic ? "..." : any(1)))
        .toString();
  }

  /** An expression within a function without variable arguments. */
  private String plain(int depth) {
    boolean outer = variadic;
    variadic = false;
    level++;
    String expression = any(depth);
    level--;
    variadic = outer;
    return expression;
  }

  private String any(int depth) {
    return of(choice.of(KINDS), depth);
  }

  private String of(Kind kind, int depth) {
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

  private String number(int depth) {
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

  private String string(int depth) {
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

  private String pattern() {
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

  private String table(int depth) {
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

  private String condition(int depth) {
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
  private String call() {
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
