package dev.moonbeam.lua.syntax;

import dev.moonbeam.core.term.Binary;
import java.util.List;

/**
 * A syntax tree as indented text, a node a line with its source line behind it: what {@code
 * --dump=ast} shows.
 */
public final class AstPrinter {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private AstPrinter() {}

  public static String print(Block chunk) {
    AstPrinter printer = new AstPrinter();
    printer.node("chunk", 0, () -> printer.block(chunk));
    return printer.out.toString();
  }

  private void node(String text, int line, Runnable children) {
    out.append("  ".repeat(depth)).append(text);
    if (line > 0) {
      out.append("  @").append(line);
    }
    out.append('\n');
    depth++;
    children.run();
    depth--;
  }

  private void leaf(String text, int line) {
    node(text, line, () -> {});
  }

  private void block(Block block) {
    block.statements().forEach(this::statement);
  }

  private void part(String name, Block block) {
    node(name, 0, () -> block(block));
  }

  private void part(String name, LuaExpression expression) {
    node(name, 0, () -> expression(expression));
  }

  private void part(String name, List<LuaExpression> expressions) {
    if (!expressions.isEmpty()) {
      node(name, 0, () -> expressions.forEach(this::expression));
    }
  }

  private void statement(LuaStatement statement) {
    int line = statement.line();
    switch (statement) {
      case LuaStatement.Assign(List<LuaExpression> targets, List<LuaExpression> values, _, _) ->
          node(
              "assign",
              line,
              () -> {
                part("targets", targets);
                part("values", values);
              });
      case LuaStatement.CallStatement(LuaExpression.Suffixed call) ->
          node("call", line, () -> expression(call));
      case LuaStatement.Do(Block body, _) -> node("do", line, () -> block(body));
      case LuaStatement.While(LuaExpression condition, Block body, _) ->
          node(
              "while",
              line,
              () -> {
                part("condition", condition);
                part("body", body);
              });
      case LuaStatement.Repeat(Block body, LuaExpression condition, _) ->
          node(
              "repeat",
              line,
              () -> {
                part("body", body);
                part("until", condition);
              });
      case LuaStatement.If branch ->
          node(
              "if",
              line,
              () -> {
                for (LuaStatement.Arm arm : branch.arms()) {
                  part("condition", arm.condition());
                  part("then", arm.body());
                }
                if (branch.otherwise() != null) {
                  part("else", branch.otherwise());
                }
              });
      case LuaStatement.NumericFor loop ->
          node(
              "for " + loop.variable(),
              line,
              () -> {
                part("start", loop.start());
                part("limit", loop.limit());
                if (loop.step() != null) {
                  part("step", loop.step());
                }
                part("body", loop.body());
              });
      case LuaStatement.GenericFor loop ->
          node(
              "for " + String.join(", ", loop.variables()) + " in",
              line,
              () -> {
                part("values", loop.values());
                part("body", loop.body());
              });
      case LuaStatement.Local local ->
          node("local " + declarations(local), line, () -> part("values", local.values()));
      case LuaStatement.LocalFunction(String name, LuaExpression.Function function, _) ->
          node("local function " + name, line, () -> expression(function));
      case LuaStatement.Return result ->
          node("return", line, () -> part("values", result.values()));
      case LuaStatement.Break _ -> leaf("break", line);
      case LuaStatement.Goto(String label, _) -> leaf("goto " + label, line);
      case LuaStatement.Label(String name, _, _) -> leaf("label " + name, line);
    }
  }

  private static String declarations(LuaStatement.Local local) {
    return String.join(
        ", ",
        local.variables().stream()
            .map(
                each ->
                    switch (each.attribute()) {
                      case NONE -> each.name();
                      case CONST -> each.name() + " <const>";
                      case CLOSE -> each.name() + " <close>";
                    })
            .toList());
  }

  private void expression(LuaExpression expression) {
    int line = expression.line();
    switch (expression) {
      case LuaExpression.Nil _ -> leaf("nil", line);
      case LuaExpression.True _ -> leaf("true", line);
      case LuaExpression.False _ -> leaf("false", line);
      case LuaExpression.Numeral(Object value, _) ->
          leaf((value instanceof Long ? "integer " : "float ") + value, line);
      case LuaExpression.Text(Binary value, _) -> leaf("string " + quoted(value), line);
      case LuaExpression.Vararg _ -> leaf("...", line);
      case LuaExpression.Name(String name, _) -> leaf("name " + name, line);
      case LuaExpression.Parenthesized(LuaExpression inner, _) ->
          node("parentheses", line, () -> expression(inner));
      case LuaExpression.Suffixed(LuaExpression base, List<LuaExpression.Suffix> suffixes) ->
          node(
              "suffixed",
              line,
              () -> {
                expression(base);
                suffixes.forEach(this::suffix);
              });
      case LuaExpression.Unary(LuaExpression.UnaryOperator operator, LuaExpression operand, _) ->
          node("unary " + operator.symbol(), line, () -> expression(operand));
      case LuaExpression.Operation operation ->
          pair(operation.operator().symbol(), line, operation.left(), operation.right());
      case LuaExpression.And(LuaExpression left, LuaExpression right, _) ->
          pair("and", line, left, right);
      case LuaExpression.Or(LuaExpression left, LuaExpression right, _) ->
          pair("or", line, left, right);
      case LuaExpression.Concatenation(List<LuaExpression> operands, _) ->
          node("..", line, () -> operands.forEach(this::expression));
      case LuaExpression.Table(List<LuaExpression.Field> fields, _, _) ->
          node("table", line, () -> fields.forEach(this::field));
      case LuaExpression.Function function -> function(function);
    }
  }

  private void pair(String operator, int line, LuaExpression left, LuaExpression right) {
    node(
        operator,
        line,
        () -> {
          expression(left);
          expression(right);
        });
  }

  private void field(LuaExpression.Field field) {
    LuaExpression key = field.key();
    if (key == null) {
      expression(field.value());
    } else {
      pair("field", field.line(), key, field.value());
    }
  }

  private void suffix(LuaExpression.Suffix suffix) {
    int line = suffix.line();
    switch (suffix) {
      case LuaExpression.Index(LuaExpression key, _) -> node("index", line, () -> expression(key));
      case LuaExpression.Call(List<LuaExpression> arguments, _) ->
          node("call", line, () -> arguments.forEach(this::expression));
      case LuaExpression.MethodCall(String name, List<LuaExpression> arguments, _) ->
          node("call :" + name, line, () -> arguments.forEach(this::expression));
    }
  }

  private void function(LuaExpression.Function function) {
    StringBuilder head = new StringBuilder("function (");
    if (function.self()) {
      head.append("self").append(function.parameters().isEmpty() ? "" : ", ");
    }
    head.append(String.join(", ", function.parameters()));
    if (function.variadic()) {
      head.append(function.parameters().isEmpty() ? "..." : ", ...");
    }
    node(head.append(')').toString(), function.line(), () -> block(function.body()));
  }

  private static String quoted(Binary text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      int b = text.at(i);
      switch (b) {
        case '"', '\\' -> quoted.append('\\').append((char) b);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (b >= ' ' && b < 127) {
            quoted.append((char) b);
          } else {
            quoted.append(String.format("\\x%02X", b));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
