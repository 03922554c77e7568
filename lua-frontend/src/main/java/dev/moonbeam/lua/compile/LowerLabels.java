package dev.moonbeam.lua.compile;

import static dev.moonbeam.lua.compile.FunctionLowering.primitive;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.lua.compile.FunctionContext.Goal;
import dev.moonbeam.lua.compile.FunctionContext.Snapshot;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaStatement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Blocks with labels (manual section 3.3.4). A label cuts its block into what comes before it and
 * what comes after; the latter becomes the target of a join point around the former, so both can
 * jump to it.
 *
 * <p>With one label, or only forward gotos, the join points nest. Otherwise the parts may jump to
 * one another in any way: then all are in one loop, which a number leads to the part that is next.
 */
final class LowerLabels {
  private final FunctionLowering in;
  private final FunctionContext context;

  LowerLabels(FunctionLowering in) {
    this.in = in;
    this.context = in.context;
  }

  /** The statements of a block, whose scope the caller opens and closes, then {@code end}. */
  Expr statements(Block block, Supplier<Expr> end) {
    List<LuaStatement> statements = block.statements();
    List<LabelScope> labels = in.resolution.labels(block);
    if (labels.isEmpty()) {
      return in.statements.range(statements, 0, statements.size(), end);
    }
    int first = labels.stream().mapToInt(each -> each.forward).min().orElseThrow();
    return in.statements.range(
        statements,
        0,
        first,
        () ->
            labels.size() == 1 || labels.stream().noneMatch(each -> each.backward)
                ? nested(block, labels, first, end)
                : dispatched(block, labels, first, end));
  }

  /**
   * What a jump to a label carries: locals of the block that do not exist yet where the labels come
   * into scope, and those from before that the block assigns.
   */
  private List<Local> carried(Block block, LabelScope label) {
    Set<Local> assigned = in.resolution.region(block).assigned();
    List<Local> carried = new ArrayList<>();
    for (Local each : label.visible) {
      if (!context.isActive(each) || !each.isCell() && assigned.contains(each)) {
        carried.add(each);
      }
    }
    return carried;
  }

  // ---- nested join points
  // ------------------------------------------------------------------------------------------

  private Expr nested(Block block, List<LabelScope> labels, int first, Supplier<Expr> end) {
    Snapshot before = context.snapshot();
    List<Goal> goals = new ArrayList<>();
    for (LabelScope each : labels) {
      List<Local> carried = carried(block, each);
      Goal goal =
          new Goal(new Label(each.name, in.rebind(carried)), null, carried, context.closing);
      goals.add(goal);
      context.goal(each, goal);
    }
    List<LuaStatement> statements = block.statements();
    Expr whole =
        in.statements.range(
            statements, first, labels.getFirst().index, () -> in.statements.jump(goals.getFirst()));
    for (int i = 0; i < labels.size(); i++) {
      boolean last = i == labels.size() - 1;
      int to = last ? statements.size() : labels.get(i + 1).index;
      int following = i + 1;
      Goal goal = goals.get(i);
      arrive(before, goal.carried(), goal.label().parameters());
      Expr target =
          in.statements.range(
              statements,
              labels.get(i).index + 1,
              to,
              last ? end : () -> in.statements.jump(goals.get(following)));
      whole = new Expr.Join(goal.label(), labels.get(i).backward, target, whole);
    }
    return whole;
  }

  /**
   * The state behind a label: what was before the block's labelled part, and what the jump brings.
   */
  private void arrive(Snapshot before, List<Local> carried, List<Variable> parameters) {
    context.restore(before);
    for (int i = 0; i < carried.size(); i++) {
      Expr value = new Expr.Ref(parameters.get(i));
      if (context.isActive(carried.get(i))) {
        carried.get(i).current = value;
      } else {
        context.declare(carried.get(i), value);
      }
    }
  }

  // ---- any jumps
  // ---------------------------------------------------------------------------------------------------

  private Expr dispatched(Block block, List<LabelScope> labels, int first, Supplier<Expr> end) {
    Snapshot before = context.snapshot();
    Set<Local> all = new LinkedHashSet<>();
    labels.forEach(each -> all.addAll(carried(block, each)));
    List<Local> carried = List.copyOf(all);
    List<Variable> parameters = new ArrayList<>();
    Variable selector = new Variable("part", Type.LONG);
    parameters.add(selector);
    List<Variable> threaded = in.rebind(carried);
    parameters.addAll(threaded);
    Label parts = new Label("parts", parameters);
    for (int i = 0; i < labels.size(); i++) {
      context.goal(labels.get(i), new Goal(parts, (long) i, carried, context.closing));
    }
    List<LuaStatement> statements = block.statements();
    Expr body =
        in.statements.range(
            statements,
            first,
            labels.getFirst().index,
            () -> in.statements.jump(context.goal(labels.getFirst())));
    Expr target = null;
    for (int i = labels.size() - 1; i >= 0; i--) {
      boolean last = i == labels.size() - 1;
      int to = last ? statements.size() : labels.get(i + 1).index;
      LabelScope next = labels.get(last ? i : i + 1);
      arrive(before, carried, threaded);
      Expr part =
          in.statements.range(
              statements,
              labels.get(i).index + 1,
              to,
              last ? end : () -> in.statements.jump(context.goal(next)));
      Expr here = primitive(LuaPrimitives.EQ, 0, new Expr.Ref(selector), new Expr.Const((long) i));
      target = target == null ? part : new Expr.If(here, part, target);
    }
    if (target == null) {
      throw new IllegalArgumentException("a block without labels");
    }
    return new Expr.Join(parts, true, target, body);
  }
}
