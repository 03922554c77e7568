package dev.moonbeam.lua.compile;

import static dev.moonbeam.lua.compile.FunctionLowering.primitive;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.runtime.CallTable;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lowered body of one function tell the debug library what it does: on which line it is,
 * before each operation that has one; what it calls; that it returns. For chunks that ask for it by
 * {@link Introspection#traces} alone: others pay nothing.
 *
 * <p>Calls in tail position become calls that unwind first, so that the Java stack is what Lua's
 * would be.
 */
final class Tracing {
  private final CallTable calls;
  private final Variable activation = new Variable("activation");
  private final Expr frame = new Expr.Ref(activation);

  /** Lines that have code. */
  private final TreeSet<Integer> lines = new TreeSet<>();

  Tracing(CallTable calls) {
    this.calls = calls;
  }

  TreeSet<Integer> lines() {
    return lines;
  }

  /** The cell of a function's own value; no variable of Lua has its name. */
  static Variable self() {
    return new Variable("function&");
  }

  // ---------------------------------------------------------------- what the lowering says itself

  /** The first step of the function. */
  void enter(Variable self, Expr surplus, Sequence steps) {
    steps.let(activation, primitive(LuaPrimitives.TRACE_ENTER, 0, new Expr.Ref(self), surplus));
  }

  Expr called() {
    return primitive(LuaPrimitives.TRACE_CALLED, 0, frame);
  }

  Expr local(String name, Expr cell, int depth, int line) {
    return primitive(
        LuaPrimitives.TRACE_LOCAL,
        Binary.of(name),
        line,
        frame,
        cell,
        new Expr.Const((long) depth));
  }

  Expr leave(int depth) {
    return primitive(LuaPrimitives.TRACE_LEAVE, 0, frame, new Expr.Const((long) depth));
  }

  Expr back(boolean back) {
    return primitive(LuaPrimitives.TRACE_BACK, 0, frame, new Expr.Const(back ? 1L : 0L));
  }

  Expr body() {
    return primitive(LuaPrimitives.TRACE_BODY, 0, frame);
  }

  Expr jump() {
    return primitive(LuaPrimitives.TRACE_JUMP, 0, frame);
  }

  Expr line(int line) {
    lines.add(line);
    return primitive(LuaPrimitives.TRACE_LINE, line, frame, new Expr.Const((long) line));
  }

  // ---------------------------------------------------------------- what is made of the rest

  private static Expr packed(List<Expr> first, @Nullable Expr rest) {
    return new Expr.AllResults(new Expr.Values(first, rest));
  }

  /** An expression in tail position of the function. */
  Expr tail(Expr expr) {
    return switch (expr) {
      case Expr.Let(var variable, var value, var body) ->
          new Expr.Let(variable, value(value), tail(body));
      case Expr.Seq(var first, var second) -> new Expr.Seq(value(first), tail(second));
      case Expr.If(var condition, var then, var otherwise) ->
          new Expr.If(value(condition), tail(then), tail(otherwise));
      case Expr.Join(var label, var loop, var target, var body) ->
          new Expr.Join(label, loop, tail(target), tail(body));
      case Expr.Switch(var scrutinee, var arms, var otherwise) ->
          new Expr.Switch(
              value(scrutinee),
              arms.stream().map(arm -> new Expr.Arm(arm.literal(), tail(arm.body()))).toList(),
              tail(otherwise));
      case Expr.Jump _ -> value(expr);
      case Expr.Apply apply -> call(apply, true);
      case Expr.Values(var first, var rest) -> {
        Sequence steps = new Sequence();
        List<Expr> values = atoms(first, steps);
        Expr all = rest == null ? packed(values, null) : packed(values, value(rest));
        yield steps.then(returned(all));
      }
      default -> {
        Sequence steps = new Sequence();
        yield steps.then(returned(packed(List.of(bind("result", value(expr), steps)), null)));
      }
    };
  }

  private Expr returned(Expr all) {
    return new Expr.Values(List.of(), primitive(LuaPrimitives.TRACE_RETURN, 0, frame, all));
  }

  private Expr value(Expr expr) {
    return switch (expr) {
      case Expr.Lambda _ -> expr;
      case Expr.Apply apply -> {
        Sequence steps = new Sequence();
        Expr results = bind("results", call(apply, false), steps);
        yield steps.then(new Expr.Nth(results, 0));
      }
      case Expr.AllResults(Expr.Apply apply) -> call(apply, false);
      case Expr.PrimOp(var primitive, var arguments, var site, var line)
          when line > 0 && primitive != LuaPrimitives.TRACE_LINE -> {
        Sequence steps = new Sequence();
        List<Expr> operands = atoms(arguments, steps);
        steps.effect(line(calls.line(line)));
        yield steps.then(new Expr.PrimOp(primitive, operands, site, line));
      }
      default -> Exprs.mapChildren(expr, this::value);
    };
  }

  /** Evaluates what is not there already, in order. */
  private List<Expr> atoms(List<Expr> arguments, Sequence steps) {
    List<Expr> atoms = new ArrayList<>();
    for (Expr each : arguments) {
      atoms.add(bind("operand", value(each), steps));
    }
    return atoms;
  }

  private static Expr bind(String name, Expr value, Sequence steps) {
    if (Sequence.isAtom(value)) {
      return value;
    }
    Expr last = value;
    while (true) {
      if (last instanceof Expr.Let(_, _, var body)) {
        last = body;
      } else if (last instanceof Expr.Seq(_, var second)) {
        last = second;
      } else {
        break;
      }
    }
    Variable variable = new Variable(name, Types.of(last));
    steps.let(variable, value);
    return new Expr.Ref(variable);
  }

  private Expr call(Expr.Apply apply, boolean tail) {
    Sequence steps = new Sequence();
    Expr function = bind("function", value(apply.function()), steps);
    List<Expr> arguments = atoms(apply.arguments(), steps);
    Expr rest = apply.rest() == null ? null : bind("rest", value(apply.rest()), steps);
    if (apply.line() > 0) {
      steps.effect(line(calls.line(apply.line())));
    }
    return steps.then(
        primitive(
            tail ? LuaPrimitives.TRACE_TAIL : LuaPrimitives.TRACE_CALL,
            apply.site(),
            apply.line(),
            frame,
            function,
            packed(arguments, rest)));
  }
}
