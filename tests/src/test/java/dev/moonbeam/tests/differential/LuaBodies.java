package dev.moonbeam.tests.differential;

import dev.moonbeam.tests.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Random bodies of Lua functions: statements of every kind over variables that are in scope, mostly
 * of the right type, so that values, the order of effects, and the messages of errors with their
 * lines can be compared. What the bodies call is in {@code bodies.lua}.
 */
final class LuaBodies extends LuaOperands {
  /** What a program of such bodies needs besides. */
  static String prelude() {
    try {
      return Files.readString(Resources.source("differential").resolve("bodies.lua"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StringBuilder text = new StringBuilder();
  private int indent;

  /** Whether the innermost function is called in a coroutine. */
  private boolean yielding;

  LuaBodies(Choice choice) {
    super(choice);
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
      line(variable.name() + " = " + of(variable.kind(), 2));
    }
  }

  private void multiple() {
    StringBuilder targets = new StringBuilder();
    for (int i = 2 + choice.below(2); i > 0; i--) {
      Variable variable = assignable();
      targets
          .append(variable == null || choice.oneIn(2) ? place() : variable.name())
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
        scope.stream().filter(each -> each.open() && each.kind() != Kind.FUNCTION).toList();
    if (found.isEmpty()) {
      declaration(Kind.NUMBER);
      return;
    }
    Variable variable = choice.of(found);
    switch (choice.below(4)) {
      case 0 -> line("say(" + variable.name() + ")");
      case 1 -> line(variable.name() + " = " + of(variable.kind(), 2));
      case 2 -> {
        String name = fresh(variable.kind());
        line("local " + name + " = " + variable.name());
        scope.add(new Variable(name, variable.kind(), level, false, false));
      }
      default ->
          line(
              variable.kind() == Kind.NUMBER
                  ? variable.name() + " = " + variable.name() + " + 1"
                  : "say(type(" + variable.name() + "))");
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
}
