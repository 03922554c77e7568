package dev.moonbeam.lua.compile;

import static dev.moonbeam.lua.compile.FunctionLowering.primitive;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.lua.compile.FunctionContext.Closing;
import dev.moonbeam.lua.compile.FunctionContext.Goal;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import dev.moonbeam.lua.runtime.VariableName;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loops: a header that is a join point with the locals assigned in the loop as parameters, and one
 * for what follows.
 */
final class LowerLoop {
  /** What the debug library calls the values that a loop keeps. */
  static final String HIDDEN = "(for state)";

  /** What a generic for calls the function that it calls. */
  private static final VariableName ITERATOR = new VariableName("for iterator", "for iterator");

  /** What a generic for keeps. */
  private static final List<String> STATE = List.of("iterator", "state", "control", "closing");

  private final FunctionLowering in;
  private final FunctionContext context;

  LowerLoop(FunctionLowering in) {
    this.in = in;
    this.context = in.context;
  }

  /**
   * Puts what follows a loop behind a join point.
   *
   * @param loop makes the loop, given where it leads when it ends; break leads there too
   */
  Expr withExit(LuaStatement statement, Function<Goal, Expr> loop, Supplier<Expr> rest) {
    List<Local> carried = in.resolution.assigned(statement);
    List<Variable> parameters = in.rebind(carried);
    Goal exit = new Goal(new Label("exit", parameters), null, carried, context.closing);
    FunctionContext.Snapshot before = context.snapshot();
    context.breaks = exit;
    Expr body = loop.apply(exit);
    context.restore(before);
    FunctionLowering.assign(carried, parameters);
    return new Expr.Join(exit.label(), false, rest.get(), body);
  }

  /** A loop's header, to which {@code body} jumps back. */
  Expr header(LuaStatement statement, Function<Goal, Expr> body) {
    List<Local> carried = in.resolution.assigned(statement);
    List<Variable> parameters = in.rebind(carried);
    Goal head = new Goal(new Label("loop", parameters), null, carried, context.closing);
    Expr enter = head.jump();
    FunctionLowering.assign(carried, parameters);
    return new Expr.Join(head.label(), true, body.apply(head), enter);
  }

  /** Jumps back. */
  private Expr again(Goal head) {
    return in.tracing == null ? head.jump() : new Expr.Seq(in.tracing.jump(), head.jump());
  }

  Expr whileLoop(LuaStatement.While loop, Supplier<Expr> rest) {
    return withExit(
        loop,
        exit ->
            header(
                loop,
                head -> {
                  FunctionContext.Snapshot before = context.snapshot();
                  Sequence steps = new Sequence();
                  if (!(loop.condition() instanceof LuaExpression.True)) {
                    in.statements.step(loop.condition().line(), steps);
                  }
                  return steps.then(
                      in.conditions.branch(
                          loop.condition(),
                          () -> {
                            context.restore(before);
                            return in.statements.block(loop.body(), () -> again(head));
                          },
                          () -> {
                            context.restore(before);
                            return exit.jump();
                          }));
                }),
        rest);
  }

  /** The condition sees the body's locals, and what they hold open is closed after it. */
  Expr repeat(LuaStatement.Repeat loop, Supplier<Expr> rest) {
    return withExit(
        loop,
        exit ->
            header(
                loop,
                head -> {
                  int mark = context.mark();
                  Closing open = context.closing;
                  return in.labels.statements(
                      loop.body(), () -> until(loop.condition(), mark, open, head, exit));
                }),
        rest);
  }

  private Expr until(
      LuaExpression condition, int mark, @Nullable Closing open, Goal head, Goal exit) {
    if (context.closing == open) {
      FunctionContext.Snapshot before = context.snapshot();
      return in.conditions.branch(
          condition,
          () -> {
            context.restore(before);
            return in.statements.leave(mark, open, exit::jump);
          },
          () -> {
            context.restore(before);
            return in.statements.leave(mark, open, () -> again(head));
          });
    }
    Variable done = new Variable("until");
    Expr value = in.expressions.value(condition);
    return new Expr.Let(
        done,
        value,
        in.statements.leave(
            mark,
            open,
            () -> new Expr.If(LowerCondition.test(new Expr.Ref(done)), exit.jump(), again(head))));
  }

  /**
   * Generic for (manual section 3.3.5). Iterators of the library that can step without a call do
   * so; which way it is does not change in a loop.
   */
  Expr genericFor(LuaStatement.GenericFor loop, Supplier<Expr> following) {
    Sequence steps = new Sequence();
    List<Expr> values = in.statements.adjust(loop.values(), STATE, false, steps);
    Expr function = values.get(0);
    Expr state = values.get(1);
    Closing outer = context.closing;
    Expr closing = values.get(3);
    if (!closing.equals(Expr.NIL)) {
      Object site = new VariableName("local", "(for state)");
      closing =
          steps.bind("close", primitive(LuaPrimitives.CLOSE_OPEN, site, loop.line(), closing));
    }
    Expr toClose = closing;
    int mark = context.mark();
    if (in.tracing != null) {
      for (Expr each : List.of(function, state, values.get(2), closing)) {
        in.declareHidden(HIDDEN, each, steps);
      }
    }
    Supplier<Expr> rest = () -> in.statements.leave(mark, outer, following);
    Supplier<Expr> after =
        () -> {
          if (toClose.equals(Expr.NIL)) {
            return rest.get();
          }
          context.closing = outer;
          return new Expr.Seq(primitive(LuaPrimitives.CLOSE, loop.line(), toClose), rest.get());
        };
    if (!toClose.equals(Expr.NIL)) {
      context.closing = new Closing(toClose, outer);
    }
    return steps.then(
        withExit(loop, exit -> genericLoop(loop, function, state, values.get(2), exit), after));
  }

  private Expr genericLoop(
      LuaStatement.GenericFor loop, Expr function, Expr state, Expr start, Goal exit) {
    List<Local> carried = in.resolution.assigned(loop);
    List<Variable> parameters = new ArrayList<>();
    Variable control = new Variable("control");
    parameters.add(control);
    List<Variable> threaded = in.rebind(carried);
    parameters.addAll(threaded);
    Label head = new Label("for", parameters);
    Expr enter = jump(head, kept(start), carried);
    Expr last = taken(control);
    FunctionLowering.assign(carried, threaded);
    List<Local> declared = in.resolution.declared(loop);
    List<Variable> items = new ArrayList<>();
    declared.forEach(each -> items.add(new Variable(each.name)));
    Label step = new Label("step", items);
    // Lua takes a call of the iterator to stand where the values do.
    int called = in.noteCall(loop.values().getFirst().line(), ITERATOR);
    Expr next =
        new Expr.If(
            primitive(LuaPrimitives.ITERATES, loop.line(), function),
            iterate(called, function, state, last, step),
            call(called, function, state, last, step));
    Expr turn = new Expr.Join(step, false, turn(loop, declared, items, head, carried, exit), next);
    return new Expr.Join(head, true, turn, enter);
  }

  /**
   * The control value on its way to the next turn. Where variables must let go what they held, it
   * travels in a cell that the turn empties: its slot is in use until all that follows the loop is
   * over.
   */
  private Expr kept(Expr control) {
    return in.resolution.clears ? primitive(LuaPrimitives.CELL_NEW, 0, control) : control;
  }

  private Expr taken(Variable control) {
    Expr value = new Expr.Ref(control);
    return in.resolution.clears ? primitive(LuaPrimitives.CELL_TAKE, 0, value) : value;
  }

  private static Expr jump(Label head, Expr control, List<Local> carried) {
    List<Expr> arguments = new ArrayList<>();
    arguments.add(control);
    arguments.addAll(FunctionLowering.current(carried));
    return new Expr.Jump(head, arguments);
  }

  private static Expr iterate(int line, Expr function, Expr state, Expr control, Label step) {
    Sequence steps = new Sequence();
    List<Expr> found = new ArrayList<>();
    found.add(steps.bind("item", primitive(LuaPrimitives.ITERATE, line, function, state, control)));
    if (step.parameters().size() > 1) {
      found.add(steps.bind("value", primitive(LuaPrimitives.ITERATE_VALUE, line)));
    }
    while (found.size() < step.parameters().size()) {
      found.add(Expr.NIL);
    }
    return steps.then(new Expr.Jump(step, found));
  }

  private static Expr call(int line, Expr function, Expr state, Expr control, Label step) {
    Expr call =
        new Expr.Apply(
            function, List.of(state, control), null, LuaPrimitives.LUA_CALL, ITERATOR, line);
    int wanted = step.parameters().size();
    Sequence steps = new Sequence();
    List<Expr> found = new ArrayList<>();
    if (wanted == 1) {
      found.add(steps.bind("item", call));
    } else {
      Variable all = new Variable("items", Type.VALUES);
      steps.let(all, new Expr.AllResults(call));
      for (int i = 0; i < wanted; i++) {
        found.add(steps.bind("item", new Expr.Nth(new Expr.Ref(all), i)));
      }
    }
    return steps.then(new Expr.Jump(step, found));
  }

  /** The body with its variables, or the way out when the first of them is nil. */
  private Expr turn(
      LuaStatement.GenericFor loop,
      List<Local> declared,
      List<Variable> items,
      Label head,
      List<Local> carried,
      Goal exit) {
    Expr first = new Expr.Ref(items.getFirst());
    Expr leave = exit.jump();
    Sequence steps = new Sequence();
    int mark = context.mark();
    Closing open = context.closing;
    for (int i = 0; i < declared.size(); i++) {
      in.declare(declared.get(i), new Expr.Ref(items.get(i)), steps);
    }
    if (in.tracing != null) {
      steps.effect(in.tracing.jump());
    }
    Expr body =
        steps.then(
            in.statements.block(
                loop.body(),
                () -> in.statements.leave(mark, open, () -> jump(head, kept(first), carried))));
    return new Expr.If(primitive(LuaPrimitives.IS_NIL, loop.line(), first), leave, body);
  }
}
