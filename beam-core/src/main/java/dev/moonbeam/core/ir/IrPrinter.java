package dev.moonbeam.core.ir;

import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.term.TermPrinter;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The IR as text, for {@code --dump} and golden files. Variables that share a name are told apart
 * by a number, given in order of appearance within their function, so the text depends on the
 * module only.
 */
public final class IrPrinter {
  private final StringBuilder out = new StringBuilder();
  private final Map<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> used = new HashMap<>();

  private IrPrinter() {}

  public static String print(CoreModule module) {
    StringBuilder text = new StringBuilder("module ").append(module.name()).append('\n');
    for (FunctionDef function : module.functions()) {
      text.append('\n').append(print(function));
    }
    return text.toString();
  }

  public static String print(FunctionDef function) {
    IrPrinter printer = new IrPrinter();
    printer.function(function, 0);
    return printer.out.append('\n').toString();
  }

  public static String print(Expr expr) {
    IrPrinter printer = new IrPrinter();
    printer.write(expr, 0);
    return printer.out.toString();
  }

  private void function(FunctionDef function, int indent) {
    out.append("fun ").append(function.name());
    if (!function.captured().isEmpty()) {
      out.append(function.self() ? " self [" : " [").append(names(function.captured())).append(']');
    }
    out.append(" (").append(names(function.parameters()));
    if (function.rest() != null) {
      out.append(function.parameters().isEmpty() ? "..." : ", ...").append(name(function.rest()));
    }
    out.append(function.strictArity() ? ") =" : ") ~=");
    line(indent + 1);
    write(function.body(), indent + 1);
  }

  private void line(int indent) {
    out.append('\n').repeat("  ", indent);
  }

  private void write(Expr expr, int indent) {
    Expr at = expr;
    while (true) {
      switch (at) {
        case Let(var variable, var value, var body) -> {
          out.append("let ").append(binding(variable)).append(" = ");
          write(value, indent + 1);
          line(indent);
          at = body;
          continue;
        }
        case Seq(var first, var second) -> {
          out.append("do ");
          write(first, indent + 1);
          line(indent);
          at = second;
          continue;
        }
        case Charge(var reductions, var body) -> {
          out.append("charge ").append(reductions);
          line(indent);
          at = body;
          continue;
        }
        default -> {}
      }
      one(at, indent);
      return;
    }
  }

  private void one(Expr expr, int indent) {
    switch (expr) {
      case Const(var value) -> out.append(literal(value));
      case Ref(var variable) -> out.append(name(variable));
      case If(var condition, var then, var otherwise) -> {
        out.append("if ");
        write(condition, indent + 2);
        block("then", then, indent);
        block("else", otherwise, indent);
      }
      case IfUnboxed(var value, var unboxed, var then, var other, var otherwise) -> {
        out.append("if unboxed ");
        write(value, indent + 2);
        block("then " + binding(unboxed) + " ->", then, indent);
        block("else " + binding(other) + " ->", otherwise, indent);
      }
      case Join(var label, var loop, var target, var body) -> {
        out.append(loop ? "loop " : "join ").append(label(label)).append('(');
        out.append(
            label.parameters().stream().map(this::binding).collect(Collectors.joining(", ")));
        out.append(") =");
        line(indent + 1);
        write(target, indent + 1);
        line(indent);
        out.append("in ");
        line(indent);
        write(body, indent);
      }
      case Jump(var label, var arguments) -> {
        out.append("jump ").append(label(label));
        operands(arguments, null, indent);
      }
      case Switch(var scrutinee, var arms, var otherwise) -> {
        out.append("switch ");
        write(scrutinee, indent + 2);
        for (Arm arm : arms) {
          block(literal(arm.literal()) + " ->", arm.body(), indent);
        }
        block("else", otherwise, indent);
      }
      case Case(var scrutinees, var clauses, var noMatch) -> {
        out.append("case");
        operands(scrutinees, null, indent);
        clauses(clauses, indent);
        block("else", noMatch, indent);
      }
      case Receive(var clauses, var timeout, var after, _) -> {
        out.append("receive");
        clauses(clauses, indent);
        if (timeout != null && after != null) {
          line(indent + 1);
          out.append("after ");
          write(timeout, indent + 2);
          block("do", after, indent + 1);
        }
      }
      case Call(var function, var arguments, var rest, _) -> {
        out.append("call ").append(function);
        operands(arguments, rest, indent);
      }
      case RemoteCall(var module, var function, var arguments, _) -> {
        out.append("remote ");
        write(module, indent + 2);
        out.append(':');
        write(function, indent + 2);
        operands(arguments, null, indent);
      }
      case Apply(var function, var arguments, var rest, var protocol, _, _) -> {
        out.append("apply.").append(protocol.name()).append(' ');
        write(function, indent + 2);
        operands(arguments, rest, indent);
      }
      case PrimOp(var primitive, var arguments, var site, _) -> {
        out.append(primitive.name());
        if (site != null && site instanceof Integer) {
          out.append('#').append(site);
        }
        operands(arguments, null, indent);
      }
      case Lambda(var function) -> function(function, indent + 1);
      case LetRec(var variables, var functions, var body) -> {
        for (int i = 0; i < variables.size(); i++) {
          out.append(i == 0 ? "letrec " : "and ").append(name(variables.get(i))).append(" = ");
          function(functions.get(i).function(), indent + 1);
          line(indent);
        }
        write(body, indent);
      }
      case MakeFun(var function, var captured) -> {
        out.append("make ").append(function);
        operands(captured, null, indent);
      }
      case Try(var body, var result, var of, var raised, var handler, var trace, _) -> {
        out.append(trace ? "try.trace" : "try");
        line(indent + 1);
        write(body, indent + 1);
        block("of " + binding(result) + " ->", of, indent);
        block("catch " + name(raised) + " ->", handler, indent);
      }
      case AllResults(var call) -> {
        out.append("all ");
        write(call, indent + 1);
      }
      case Values(var first, var rest) -> {
        out.append("values");
        operands(first, rest, indent);
      }
      case Nth(var values, var index) -> {
        out.append("nth ").append(index).append(" of ");
        write(values, indent + 1);
      }
      case Allocating(var bytes, var value) -> {
        out.append("allocating ").append(bytes).append(' ');
        write(value, indent + 1);
      }
      case LastCall(var call) -> {
        out.append("last ");
        write(call, indent);
      }
      case Unrolled(var history, var calls, var body) -> {
        out.append("unrolled ").append(calls).append(' ');
        write(history, indent);
        line(indent);
        write(body, indent);
      }
      case Let _, Seq _, Charge _ -> write(expr, indent);
    }
  }

  private void block(String head, Expr body, int indent) {
    line(indent + 1);
    out.append(head);
    line(indent + 2);
    write(body, indent + 2);
  }

  private void clauses(List<Clause> clauses, int indent) {
    for (Clause clause : clauses) {
      line(indent + 1);
      out.append(clause.patterns().stream().map(this::pattern).collect(Collectors.joining(", ")));
      if (clause.guard() != null) {
        out.append(" when ");
        write(clause.guard(), indent + 3);
      }
      out.append(" ->");
      line(indent + 2);
      write(clause.body(), indent + 2);
    }
  }

  private String pattern(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Any _ -> "_";
      case Pattern.Bind(var variable) -> name(variable);
      case Pattern.Literal(var value) -> literal(value);
      case Pattern.Equal(var value) -> "^" + nested(value);
      case Pattern.Alias(var variable, var inner) -> name(variable) + " = " + pattern(inner);
      case Pattern.Both(var left, var right) -> pattern(left) + " & " + pattern(right);
      case Pattern.ConsCell(var head, var tail) ->
          "[" + pattern(head) + " | " + pattern(tail) + "]";
      case Pattern.TupleOf(var elements) ->
          elements.stream().map(this::pattern).collect(Collectors.joining(", ", "{", "}"));
      case Pattern.MapWith(var entries) ->
          entries.stream()
              .map(e -> nested(e.key()) + " := " + pattern(e.value()))
              .collect(Collectors.joining(", ", "#{", "}"));
      case Pattern.BitString(var segments) ->
          segments.stream().map(this::segment).collect(Collectors.joining(", ", "<<", ">>"));
    };
  }

  private String segment(Pattern.Segment segment) {
    return pattern(segment.value())
        + (segment.size() == null ? "" : ":" + nested(segment.size()))
        + "/"
        + segment.type().name().toLowerCase(java.util.Locale.ROOT)
        + (segment.signed() ? "-signed" : "")
        + (segment.little() ? "-little" : "")
        + "-unit:"
        + segment.unit();
  }

  private String nested(Expr expr) {
    int start = out.length();
    write(expr, 0);
    String text = out.substring(start);
    out.setLength(start);
    return text;
  }

  private void operands(List<Expr> operands, @Nullable Expr rest, int indent) {
    out.append('(');
    for (int i = 0; i < operands.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      write(operands.get(i), indent + 2);
    }
    if (rest != null) {
      out.append(operands.isEmpty() ? "..." : ", ...");
      write(rest, indent + 2);
    }
    out.append(')');
  }

  private static String literal(Object value) {
    return value instanceof Boolean ? value.toString() : TermPrinter.print(value);
  }

  private String names(List<Variable> variables) {
    return variables.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String binding(Variable variable) {
    return switch (variable.type()) {
      case TERM -> name(variable);
      case LONG -> name(variable) + ":long";
      case DOUBLE -> name(variable) + ":double";
      case BOOL -> name(variable) + ":bool";
      case VALUES -> name(variable) + ":values";
    };
  }

  private String name(Variable variable) {
    return unique(variable, variable.name());
  }

  private String label(Label label) {
    return unique(label, label.name());
  }

  private String unique(Object key, String plain) {
    return names.computeIfAbsent(
        key,
        _ -> {
          int count = used.merge(plain, 1, Integer::sum);
          return count == 1 ? plain : plain + "'" + count;
        });
  }
}
