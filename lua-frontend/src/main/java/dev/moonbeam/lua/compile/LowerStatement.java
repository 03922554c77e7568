package dev.moonbeam.lua.compile;

import static dev.moonbeam.lua.compile.FunctionLowering.primitive;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.compile.FunctionContext.Closing;
import dev.moonbeam.lua.compile.FunctionContext.Goal;
import dev.moonbeam.lua.compile.FunctionContext.Snapshot;
import dev.moonbeam.lua.runtime.FieldSite;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import dev.moonbeam.lua.runtime.OperandNames;
import dev.moonbeam.lua.runtime.VariableName;
import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements (manual section 3.3), in continuation style: a statement is lowered together with all
 * that follows it, which it asks for where control arrives there. Everything so stays in tail
 * position of its function.
 */
final class LowerStatement {
  static final Expr NO_RESULTS = new Expr.Values(List.of(), null);

  private final FunctionLowering in;
  private final FunctionContext context;

  LowerStatement(FunctionLowering in) {
    this.in = in;
    this.context = in.context;
  }

  /**
   * A block in a scope of its own; {@code end} is what follows it, lowered outside of that scope.
   */
  Expr block(Block block, Supplier<Expr> end) {
    int mark = context.mark();
    Closing open = context.closing;
    return in.labels.statements(block, () -> leave(mark, open, end));
  }

  /** Closes what the block opened, ends the scope of its locals and goes on. */
  Expr leave(int mark, @Nullable Closing open, Supplier<Expr> end) {
    Sequence steps = new Sequence();
    close(open, steps);
    context.closing = open;
    if (in.resolution.clears) {
      for (Local each : context.since(mark)) {
        if (each.isCell() && !each.captured) {
          steps.effect(primitive(LuaPrimitives.CELL_SET, 0, each.current(), Expr.NIL));
        } else {
          holdOne(each, steps);
        }
      }
    }
    if (in.tracing != null && mark < context.mark()) {
      steps.effect(in.tracing.leave(context.cells(mark)));
    }
    context.leave(mark);
    return steps.then(end.get());
  }

  /** Closes, innermost first, what is open here and was not open there. */
  private void close(@Nullable Closing outer, Sequence steps) {
    for (Closing each = context.closing; each != null && each != outer; each = each.outer()) {
      steps.effect(primitive(LuaPrimitives.CLOSE, 0, each.value()));
    }
  }

  /**
   * Before control leaves the scope of all locals: where the collector is watched, they hold their
   * values until here, whether the program still uses them or not.
   */
  private void holdAll(Sequence steps) {
    if (in.resolution.clears) {
      context.since(0).forEach(each -> holdOne(each, steps));
    }
  }

  private void holdOne(Local local, Sequence steps) {
    if (local.isCell()) {
      steps.effect(primitive(LuaPrimitives.CELL_HOLD, 0, local.current()));
    }
  }

  Expr jump(Goal goal) {
    Sequence steps = new Sequence();
    close(goal.closing(), steps);
    holdAll(steps);
    return steps.then(goal.jump());
  }

  /** Statements from one place up to another (excluded), then {@code end}. */
  Expr range(List<LuaStatement> statements, int from, int to, Supplier<Expr> end) {
    Sequence steps = new Sequence();
    for (int i = from; i < to; i++) {
      int next = i + 1;
      Supplier<Expr> rest = () -> range(statements, next, to, end);
      switch (statements.get(i)) {
        case LuaStatement.Label _ -> {}
        case LuaStatement.Local local -> local(local, steps);
        case LuaStatement.LocalFunction local
            when in.resolution.declared(local).getFirst().isCell() ->
            localCell(local, steps);
        case LuaStatement.LocalFunction local -> {
          return steps.then(recursive(local, rest));
        }
        case LuaStatement.Assign assign -> assignment(assign, steps);
        case LuaStatement.CallStatement(LuaExpression.Suffixed call) ->
            steps.effect(in.expressions.call(call));
        case LuaStatement.Return result -> {
          return steps.then(result(result));
        }
        case LuaStatement.Break leaving -> {
          step(leaving.line(), steps);
          Goal goal = context.breaks;
          if (goal == null) {
            throw new IllegalStateException("break outside of a loop");
          }
          return steps.then(jump(goal));
        }
        case LuaStatement.Goto jump -> {
          step(jump.line(), steps);
          return steps.then(jump(context.goal(in.resolution.target(jump))));
        }
        case LuaStatement.Do(Block body, _) -> {
          return steps.then(block(body, rest));
        }
        case LuaStatement.If branch -> {
          return steps.then(branch(branch, rest));
        }
        case LuaStatement.While loop -> {
          return steps.then(in.loops.whileLoop(loop, rest));
        }
        case LuaStatement.Repeat loop -> {
          return steps.then(in.loops.repeat(loop, rest));
        }
        case LuaStatement.NumericFor loop -> {
          return steps.then(new LowerNumericFor(in, loop).lower(rest));
        }
        case LuaStatement.GenericFor loop -> {
          return steps.then(in.loops.genericFor(loop, rest));
        }
      }
    }
    return steps.then(end.get());
  }

  /** Where tracing says that control has come to a line with no operation on it. */
  void step(int line, Sequence steps) {
    if (in.tracing != null) {
      steps.effect(in.tracing.line(line));
    }
  }

  // ---- if
  // ----------------------------------------------------------------------------------------------------------

  private Expr branch(LuaStatement.If statement, Supplier<Expr> rest) {
    if (arrivals(statement) < 2) {
      // What follows goes into the one arm that gets there.
      return arms(statement, 0, rest);
    }
    List<Local> carried = in.resolution.assigned(statement);
    List<Variable> parameters = in.rebind(carried);
    Goal after = new Goal(new Label("endif", parameters), null, carried, context.closing);
    Snapshot before = context.snapshot();
    Expr body = arms(statement, 0, after::jump);
    context.restore(before);
    FunctionLowering.assign(carried, parameters);
    return new Expr.Join(after.label(), false, rest.get(), body);
  }

  private Expr arms(LuaStatement.If statement, int from, Supplier<Expr> end) {
    if (from == statement.arms().size()) {
      return statement.otherwise() == null ? end.get() : block(statement.otherwise(), end);
    }
    LuaStatement.Arm arm = statement.arms().get(from);
    Snapshot before = context.snapshot();
    return in.conditions.branch(
        arm.condition(),
        () -> {
          context.restore(before);
          return tested(arm, block(arm.body(), end));
        },
        () -> {
          context.restore(before);
          return tested(arm, arms(statement, from + 1, end));
        });
  }

  /** The test itself is on the line of its "then". */
  private Expr tested(LuaStatement.Arm arm, Expr next) {
    return in.tracing == null ? next : new Expr.Seq(in.tracing.line(arm.line()), next);
  }

  /** In how many ways control gets behind the statement. */
  private static int arrivals(LuaStatement.If statement) {
    int count = 0;
    for (LuaStatement.Arm arm : statement.arms()) {
      count += completes(arm.body()) ? 1 : 0;
    }
    return count + (statement.otherwise() == null || completes(statement.otherwise()) ? 1 : 0);
  }

  /** Whether control can get to the end of a block, as far as its last statement shows. */
  private static boolean completes(Block block) {
    if (block.statements().isEmpty()) {
      return true;
    }
    return switch (block.statements().getLast()) {
      case LuaStatement.Return _, LuaStatement.Break _, LuaStatement.Goto _ -> false;
      case LuaStatement.Do(Block inner, _) -> completes(inner);
      case LuaStatement.If inner -> arrivals(inner) > 0;
      default -> true;
    };
  }

  // ---- locals
  // ------------------------------------------------------------------------------------------------------

  private void local(LuaStatement.Local statement, Sequence steps) {
    List<Local> locals = in.resolution.declared(statement);
    List<Expr> values =
        adjust(statement.values(), locals.stream().map(each -> each.name).toList(), true, steps);
    for (int i = 0; i < locals.size(); i++) {
      Local local = locals.get(i);
      if (local.attribute == LuaStatement.Attribute.CLOSE) {
        Object site = new VariableName("local", local.name);
        Expr value =
            steps.bind(
                local.name,
                primitive(LuaPrimitives.CLOSE_OPEN, site, statement.line(), values.get(i)));
        in.declare(local, value, steps);
        context.closing = new Closing(value, context.closing);
      } else {
        if (local.attribute == LuaStatement.Attribute.CONST
            && values.get(i) instanceof Expr.Const) {
          local.kept = false; // A compile-time constant is no variable at all.
        }
        in.declareBound(local, values.get(i), statement.line(), steps);
      }
    }
  }

  /**
   * The values of an expression list, one for each name. All are evaluated here, but for a single
   * one, which is still to be.
   *
   * @param once whether each value is used once only
   */
  List<Expr> adjust(
      List<LuaExpression> expressions, List<String> names, boolean once, Sequence steps) {
    int wanted = names.size();
    if (wanted == 1 && expressions.size() == 1) {
      return List.of(in.expressions.value(expressions.getFirst()));
    }
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      LuaExpression each = expressions.get(i);
      int missing = wanted - i;
      if (i == expressions.size() - 1 && missing > 1 && LowerExpression.isMulti(each)) {
        Variable all = new Variable("results", Type.VALUES);
        steps.let(all, in.expressions.multi(each));
        for (int n = 0; n < missing; n++) {
          values.add(hold(names.get(i + n), new Expr.Nth(new Expr.Ref(all), n), once, steps));
        }
      } else if (missing > 0) {
        values.add(hold(names.get(i), in.expressions.value(each), once, steps));
      } else {
        steps.effect(in.expressions.value(each));
      }
    }
    while (values.size() < wanted) {
      values.add(Expr.NIL);
    }
    return values;
  }

  /** Evaluates a value here that is used later; if once, it must not be kept for longer. */
  private Expr hold(String name, Expr value, boolean once, Sequence steps) {
    if (!once || !in.resolution.clears || Sequence.isAtom(value)) {
      return steps.bind(name, value);
    }
    Variable cell = new Variable(name + "&");
    steps.let(cell, primitive(LuaPrimitives.CELL_NEW, 0, value));
    return primitive(LuaPrimitives.CELL_TAKE, 0, new Expr.Ref(cell));
  }

  /** A local function that is never reassigned refers to itself directly. */
  private Expr recursive(LuaStatement.LocalFunction statement, Supplier<Expr> rest) {
    Local local = in.resolution.declared(statement).getFirst();
    Variable variable = new Variable(local.name);
    context.declare(local, new Expr.Ref(variable));
    Expr.Lambda function = (Expr.Lambda) in.lambda(statement.function());
    return new Expr.LetRec(List.of(variable), List.of(function), rest.get());
  }

  private void localCell(LuaStatement.LocalFunction statement, Sequence steps) {
    Local local = in.resolution.declared(statement).getFirst();
    in.declare(local, Expr.NIL, steps);
    Expr function = in.lambda(statement.function());
    int line = in.tracing == null ? statement.line() : 0;
    steps.effect(primitive(LuaPrimitives.CELL_SET, line, local.current(), function));
  }

  // ---- assignment
  // --------------------------------------------------------------------------------------------------

  /** Where a value goes: the parts of a target that are evaluated before the values. */
  private record Place(LuaExpression target, @Nullable Expr object, @Nullable Expr key) {}

  private void assignment(LuaStatement.Assign statement, Sequence steps) {
    List<LuaExpression> targets = statement.targets();
    if (targets.size() == 1 && statement.values().size() == 1) {
      Place place = place(targets.getFirst(), steps, false);
      LuaExpression value = statement.values().getFirst();
      int line =
          in.tracing == null || statement.definition()
              ? statement.line()
              : LowerExpression.endLine(value);
      store(place, in.expressions.value(value), line, steps);
      return;
    }
    List<Place> places = new ArrayList<>();
    for (LuaExpression each : targets) {
      places.add(place(each, steps, true));
    }
    List<Expr> values =
        adjust(statement.values(), Collections.nCopies(targets.size(), "value"), true, steps);
    for (int i = places.size() - 1; i >= 0; i--) {
      store(places.get(i), values.get(i), statement.line(), steps);
    }
  }

  /** {@code evaluate}: whether other things will be evaluated before the store. */
  private Place place(LuaExpression target, Sequence steps, boolean evaluate) {
    if (!(target instanceof LuaExpression.Suffixed suffixed)) {
      return new Place(target, null, null);
    }
    List<LuaExpression.Suffix> suffixes = suffixed.suffixes();
    Expr object =
        in.expressions.prefix(suffixed.base(), suffixes.subList(0, suffixes.size() - 1), steps);
    if (!(suffixes.getLast() instanceof LuaExpression.Index(LuaExpression key, _))) {
      throw new IllegalStateException("a call cannot be assigned to");
    }
    if (evaluate || !(key instanceof LuaExpression.Text)) {
      object = steps.bind("object", object);
    }
    Expr at = in.expressions.value(key);
    return new Place(target, object, evaluate ? steps.bind("key", at) : at);
  }

  private void store(Place place, Expr value, int line, Sequence steps) {
    if (place.target instanceof LuaExpression.Name name) {
      storeName(name, value, line, steps);
      return;
    }
    LuaExpression.Suffixed target = (LuaExpression.Suffixed) place.target;
    Expr object = place.object;
    Expr key = place.key;
    if (object == null || key == null) {
      throw new IllegalStateException("a place without object");
    }
    VariableName name = in.expressions.nameBeforeLast(target);
    int at = in.tracing == null ? target.suffixes().getLast().line() : line;
    steps.effect(
        key instanceof Expr.Const(Binary field)
            ? primitive(
                Introspection.isMode(field) ? LuaPrimitives.SET_MODE : LuaPrimitives.SET_FIELD,
                new FieldSite(field, name),
                at,
                object,
                value)
            : primitive(LuaPrimitives.SET_INDEX, OperandNames.of(name), at, object, key, value));
  }

  private void storeName(LuaExpression.Name name, Expr value, int line, Sequence steps) {
    Local local = in.resolution.local(name);
    if (local == null) {
      steps.effect(
          primitive(
              LuaPrimitives.SET_FIELD,
              in.expressions.globalSite(name),
              line,
              in.expressions.environment(name),
              value));
    } else if (local.isCell()) {
      steps.effect(primitive(LuaPrimitives.CELL_SET, line, local.current(), value));
    } else {
      local.current = steps.bind(local.name, value);
    }
  }

  // ---- return
  // ------------------------------------------------------------------------------------------------------

  private Expr result(LuaStatement.Return statement) {
    List<LuaExpression> values = statement.values();
    if (in.tracing != null && (values.isEmpty() || values.getFirst().line() == statement.line())) {
      return new Expr.Seq(in.tracing.line(statement.line()), results(values));
    }
    return results(values);
  }

  private Expr results(List<LuaExpression> values) {
    Sequence steps = new Sequence();
    if (context.closing == null && (!in.resolution.clears || isTailCall(values))) {
      holdAll(steps);
      return steps.then(
          values.size() == 1 ? single(values.getFirst()) : in.expressions.values(values).packed());
    }
    if (values.size() == 1 && !LowerExpression.isMulti(values.getFirst())) {
      Variable one = new Variable("result");
      steps.let(one, in.expressions.value(values.getFirst()));
      close(null, steps);
      holdAll(steps);
      return steps.then(new Expr.Values(List.of(new Expr.Ref(one)), null));
    }
    Variable all = new Variable("results", Type.VALUES);
    steps.let(all, in.expressions.values(values).all());
    close(null, steps);
    holdAll(steps);
    return steps.then(new Expr.Values(List.of(), new Expr.Ref(all)));
  }

  private static boolean isTailCall(List<LuaExpression> values) {
    return values.size() == 1
        && values.getFirst() instanceof LuaExpression.Suffixed suffixed
        && LowerExpression.isCall(suffixed);
  }

  private Expr single(LuaExpression value) {
    return switch (value) {
      case LuaExpression.Suffixed suffixed when LowerExpression.isCall(suffixed) ->
          in.expressions.call(suffixed);
      case LuaExpression.Vararg _ -> new Expr.Values(List.of(), in.expressions.multi(value));
      // These may end in a call, of which only the first result counts.
      case LuaExpression.Parenthesized _, LuaExpression.And _, LuaExpression.Or _ -> {
        Variable one = new Variable("result");
        yield new Expr.Let(
            one, in.expressions.value(value), new Expr.Values(List.of(new Expr.Ref(one)), null));
      }
      default -> in.expressions.value(value);
    };
  }
}
