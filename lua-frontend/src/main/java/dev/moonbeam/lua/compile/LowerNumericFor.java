package dev.moonbeam.lua.compile;

import static dev.moonbeam.lua.compile.FunctionLowering.primitive;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.lua.compile.FunctionContext.Closing;
import dev.moonbeam.lua.compile.FunctionContext.Goal;
import dev.moonbeam.lua.compile.FunctionContext.Snapshot;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import dev.moonbeam.lua.syntax.LuaStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Numerical for (manual section 3.3.5). An integer loop runs from its first to its last value,
 * which is found beforehand, so that it neither overflows nor counts. Whether a loop is one is
 * known when start and step are integer constants or variables of integer loops. Otherwise it is
 * found out at run time, and the body is lowered twice while it is small; a large one is lowered
 * once, with a variable that can be either.
 */
final class LowerNumericFor {
  /**
   * In syntax nodes. Twice as much code at worst, because the copy for floats makes no further
   * copies.
   */
  private static final int SMALL_BODY = 300;

  private static final int PREPARING = 4;

  private final FunctionLowering in;
  private final FunctionContext context;
  private final LuaStatement.NumericFor loop;
  private final Local variable;
  private final int line;

  /** Of what a turn does, which fails at nothing; 0 where it must not count as steps. */
  private final int turnLine;

  LowerNumericFor(FunctionLowering in, LuaStatement.NumericFor loop) {
    this.in = in;
    this.context = in.context;
    this.loop = loop;
    this.variable = in.resolution.declared(loop).getFirst();
    this.line = loop.line();
    this.turnLine = in.tracing == null ? line : 0;
  }

  Expr lower(Supplier<Expr> rest) {
    Sequence steps = new Sequence();
    Expr start = steps.bind("start", in.expressions.value(loop.start()));
    Expr limit = steps.bind("limit", in.expressions.value(loop.limit()));
    Expr step =
        loop.step() == null
            ? new Expr.Const(1L)
            : steps.bind("step", in.expressions.value(loop.step()));
    if (in.tracing == null) {
      return steps.then(in.loops.withExit(loop, exit -> loop(start, limit, step, exit), rest));
    }
    // The reference implementation loads three values and prepares the loop.
    for (int i = 0; i < PREPARING; i++) {
      steps.effect(in.tracing.line(line));
    }
    steps.effect(in.tracing.back(false));
    int mark = context.mark();
    for (Expr each : List.of(start, limit, step)) {
      in.declareHidden(LowerLoop.HIDDEN, each, steps);
    }
    Closing open = context.closing;
    return steps.then(
        in.loops.withExit(
            loop,
            exit -> loop(start, limit, step, exit),
            () -> in.statements.leave(mark, open, rest)));
  }

  private Expr loop(Expr start, Expr limit, Expr step, Goal exit) {
    if (Types.of(start) == Type.LONG && Types.of(step) == Type.LONG) {
      return integers(start, limit, step, exit);
    }
    if (Types.of(start) == Type.DOUBLE || Types.of(step) == Type.DOUBLE) {
      return floats(start, limit, step, exit);
    }
    Expr test = primitive(LuaPrimitives.FOR_IS_INTEGER, line, start, step);
    if (in.module.mayCopy(loop.body(), SMALL_BODY)) {
      Snapshot before = context.snapshot();
      Expr integers = unboxed(start, limit, step, exit);
      context.restore(before);
      Expr floats = in.module.copy(() -> floats(start, limit, step, exit));
      return new Expr.If(test, integers, floats);
    }
    return either(test, start, limit, step, exit);
  }

  /** Start and step, terms that are integers, taken out of their boxes. */
  private Expr unboxed(Expr start, Expr limit, Expr step, Goal exit) {
    Sequence steps = new Sequence();
    Expr from = steps.bind("start", unbox(start));
    Expr by = steps.bind("step", unbox(step));
    return steps.then(integers(from, limit, by, exit));
  }

  private Expr unbox(Expr value) {
    return Types.of(value) == Type.LONG ? value : primitive(CorePrimitives.UNBOX_LONG, line, value);
  }

  private Expr integers(Expr start, Expr limit, Expr step, Goal exit) {
    Sequence steps = new Sequence();
    Expr last = steps.bind("last", last(start, limit, step));
    Expr skip = exit.jump();
    Expr body =
        steps.then(
            turns(
                Type.LONG,
                start,
                (value, again) ->
                    new Expr.If(
                        primitive(LuaPrimitives.EQ, turnLine, value, last),
                        exit.jump(),
                        again.apply(primitive(LuaPrimitives.ADD, turnLine, value, step)))));
    if (start instanceof Expr.Const(Long from)
        && limit instanceof Expr.Const(Long to)
        && step instanceof Expr.Const(Long by)
        && by != 0) {
      return (by > 0 ? from <= to : from >= to) ? body : skip;
    }
    return new Expr.If(runs(start, limit, step), body, skip);
  }

  /** Whether the loop runs at all; plain comparison where all are known to be integers. */
  private Expr runs(Expr start, Expr limit, Expr step) {
    if (Types.of(limit) == Type.LONG && step instanceof Expr.Const(Long by) && by != 0) {
      return primitive(by > 0 ? LuaPrimitives.LE : LuaPrimitives.GE, line, start, limit);
    }
    return primitive(LuaPrimitives.FOR_RUNS, line, start, limit, step);
  }

  private Expr last(Expr start, Expr limit, Expr step) {
    if (Types.of(limit) == Type.LONG && step instanceof Expr.Const(Long by) && Math.abs(by) == 1) {
      return limit;
    }
    return primitive(LuaPrimitives.FOR_LAST, line, start, limit, step);
  }

  private Expr floats(Expr start, Expr limit, Expr step, Goal exit) {
    Sequence steps = new Sequence();
    Expr to = steps.bind("limit", primitive(LuaPrimitives.FOR_FLOAT_LIMIT, line, limit));
    Expr by = steps.bind("step", primitive(LuaPrimitives.FOR_FLOAT_STEP, line, step));
    Expr from = steps.bind("start", primitive(LuaPrimitives.FOR_FLOAT_START, line, start, by));
    Expr skip = exit.jump();
    Expr body =
        turns(
            Type.DOUBLE,
            from,
            (value, again) -> {
              Sequence next = new Sequence();
              Expr following = next.bind("next", primitive(LuaPrimitives.ADD, turnLine, value, by));
              return next.then(
                  new Expr.If(
                      primitive(LuaPrimitives.FOR_GOES, turnLine, following, to, by),
                      again.apply(following),
                      exit.jump()));
            });
    return steps.then(
        new Expr.If(primitive(LuaPrimitives.FOR_STARTS, line, from, to, by), body, skip));
  }

  /**
   * One loop for both kinds, in terms: as the first value is, so are limit, step and all values.
   */
  private Expr either(Expr test, Expr start, Expr limit, Expr step, Goal exit) {
    Variable from = new Variable("start");
    Variable to = new Variable("last");
    Variable by = new Variable("step");
    Label enter = new Label("enter", List.of(from, to, by));
    Sequence integer = new Sequence();
    Expr start1 = integer.bind("start", unbox(start));
    Expr step1 = integer.bind("step", unbox(step));
    Expr skip = exit.jump();
    Expr integers =
        integer.then(
            new Expr.If(
                primitive(LuaPrimitives.FOR_RUNS, line, start1, limit, step1),
                new Expr.Jump(
                    enter,
                    List.of(
                        start,
                        primitive(LuaPrimitives.FOR_LAST, line, start1, limit, step1),
                        step)),
                skip));
    Sequence real = new Sequence();
    Expr to2 = real.bind("limit", primitive(LuaPrimitives.FOR_FLOAT_LIMIT, line, limit));
    Expr by2 = real.bind("step", primitive(LuaPrimitives.FOR_FLOAT_STEP, line, step));
    Expr from2 = real.bind("start", primitive(LuaPrimitives.FOR_FLOAT_START, line, start, by2));
    Expr floats =
        real.then(
            new Expr.If(
                primitive(LuaPrimitives.FOR_STARTS, line, from2, to2, by2),
                new Expr.Jump(enter, List.of(from2, to2, by2)),
                skip));
    Expr last = new Expr.Ref(to);
    Expr stride = new Expr.Ref(by);
    Expr body =
        turns(
            Type.TERM,
            new Expr.Ref(from),
            (value, again) -> {
              Sequence next = new Sequence();
              Expr following =
                  next.bind("next", primitive(LuaPrimitives.ADD, turnLine, value, stride));
              return new Expr.If(
                  primitive(CorePrimitives.IS_LONG, turnLine, value),
                  new Expr.If(
                      primitive(LuaPrimitives.EQ, turnLine, value, last),
                      exit.jump(),
                      again.apply(primitive(LuaPrimitives.ADD, turnLine, value, stride))),
                  next.then(
                      new Expr.If(
                          primitive(
                              LuaPrimitives.FOR_GOES,
                              turnLine,
                              real(following),
                              real(last),
                              real(stride)),
                          again.apply(following),
                          exit.jump())));
            });
    return new Expr.Join(enter, false, body, new Expr.If(test, integers, floats));
  }

  private Expr real(Expr term) {
    return primitive(CorePrimitives.UNBOX_DOUBLE, turnLine, term);
  }

  /** How a turn ends: given the value it ran with, and how to go on with another. */
  private interface Ending {
    Expr of(Expr value, Function<Expr, Expr> again);
  }

  /** The loop proper: runs the body with the first value, then as the ending says. */
  private Expr turns(Type type, Expr first, Ending ending) {
    List<Local> carried = in.resolution.assigned(loop);
    List<Variable> parameters = new ArrayList<>();
    Variable counter = new Variable(variable.name, type);
    parameters.add(counter);
    List<Variable> threaded = in.rebind(carried);
    parameters.addAll(threaded);
    Label head = new Label("for", parameters);
    Expr enter = jump(head, first, carried);
    FunctionLowering.assign(carried, threaded);
    Expr value = new Expr.Ref(counter);
    Sequence steps = new Sequence();
    int mark = context.mark();
    Closing open = context.closing;
    if (in.tracing != null) {
      steps.effect(in.tracing.body());
    }
    in.declare(variable, value, steps);
    Expr body =
        steps.then(
            in.statements.block(
                loop.body(),
                () ->
                    in.statements.leave(
                        mark,
                        open,
                        () -> turned(ending.of(value, next -> jump(head, next, carried))))));
    return new Expr.Join(head, true, body, enter);
  }

  /** The end of a turn is on the line of the loop. */
  private Expr turned(Expr next) {
    if (in.tracing == null) {
      return next;
    }
    Sequence steps = new Sequence();
    in.statements.step(line, steps);
    steps.effect(in.tracing.back(true));
    return steps.then(next);
  }

  private static Expr jump(Label head, Expr value, List<Local> carried) {
    List<Expr> arguments = new ArrayList<>();
    arguments.add(value);
    arguments.addAll(FunctionLowering.current(carried));
    return new Expr.Jump(head, arguments);
  }
}
