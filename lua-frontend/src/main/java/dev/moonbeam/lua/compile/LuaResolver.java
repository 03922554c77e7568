package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement;
import dev.moonbeam.lua.syntax.LuaStatement.Attribute;
import dev.moonbeam.lua.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what each name of a chunk means (manual section 3.5), where each goto leads (3.3.4), and
 * for each local whether it is captured, whether it is reassigned, and in which statements: what
 * decides between a plain value, a parameter of join points and a cell. One walk in source order,
 * so the first error found is the one that Lua reports.
 */
final class LuaResolver {
  private static final int MAX_UPVALUES = 255;
  static final String ENVIRONMENT = "_ENV";

  /** No label can have this name. */
  private static final String BREAK = "break";

  private FunctionScope function;
  private final Resolution resolution;
  private final List<Local> locals = new ArrayList<>();

  private final Introspection introspection = new Introspection();

  /** Whether it is traced whatever it says. */
  private final boolean traced;

  private LuaResolver(boolean traced) {
    this.traced = traced;
    FunctionScope outside = new FunctionScope(null, 0);
    Local environment = outside.declare(ENVIRONMENT, Attribute.NONE);
    function = new FunctionScope(outside, 0);
    resolution = new Resolution(environment, function);
  }

  /**
   * A chunk.
   *
   * @param traced whether {@link Tracing} is wanted whatever the chunk says
   */
  static Resolution resolve(Block chunk, boolean traced) {
    LuaResolver resolver = new LuaResolver(traced);
    resolver.block(chunk, false);
    resolver.keepVariables();
    return resolver.resolution;
  }

  /**
   * A function without the chunk it stood in. The outer variables it uses are kept; {@link
   * Resolution#chunk} is what is around it.
   *
   * @param names of outer variables
   * @param constants values of outer constants, by name
   * @param traced as for a chunk
   */
  static Resolution resolve(
      LuaExpression.Function function,
      List<String> names,
      Map<String, Object> constants,
      boolean traced) {
    LuaResolver resolver = new LuaResolver(traced);
    List<Local> outer = new ArrayList<>();
    for (String each : names) {
      if (!each.equals(ENVIRONMENT)) {
        outer.add(resolver.function.declare(each, Attribute.NONE));
      }
    }
    constants.forEach(
        (name, value) ->
            resolver.function.declare(name, Attribute.CONST).current = new Expr.Const(value));
    resolver.function(function);
    resolver.keepVariables();
    resolver.resolution.environment.kept = true;
    outer.forEach(each -> each.kept = true);
    return resolver.resolution;
  }

  /** Makes variables of all that the chunk may look at as such. */
  private void keepVariables() {
    resolution.traced = traced || introspection.traces();
    boolean all =
        resolution.traced || introspection.joinsUpvalues() || introspection.watchesCollector();
    for (Local each : locals) {
      each.kept = all || introspection.touchesUpvalues() && each.captured;
    }
    resolution.environment.kept = resolution.traced || introspection.touchesUpvalues();
    resolution.clears = introspection.watchesCollector();
    resolution.coroutines = introspection.usesCoroutines();
    resolution.modes = introspection.setsModes();
  }

  // ---- scopes
  // ------------------------------------------------------------------------------------------------------

  private void block(Block block, boolean loop) {
    open(block, loop);
    statements(block, true);
    close(block);
  }

  private void open(Block block, boolean loop) {
    function.blocks.add(new BlockScope(function.active.size(), loop));
    openRegion(block);
  }

  /** {@code ends}: whether the scope of the block's locals ends with its last statement. */
  private void statements(Block block, boolean ends) {
    List<LuaStatement> statements = block.statements();
    for (int i = 0; i < statements.size(); i++) {
      function.blocks.getLast().index = i;
      if (statements.get(i) instanceof LuaStatement.Label label) {
        label(label, i, ends && onlyLabelsFrom(statements, i + 1));
      } else {
        statement(statements.get(i));
      }
    }
  }

  private void close(Block block) {
    BlockScope scope = function.blocks.removeLast();
    closeRegion();
    function.leave(scope.outside);
    if (!scope.labels.isEmpty()) {
      resolution.labels(block, scope.labels);
    }
    if (scope.pending.isEmpty()) {
      return;
    }
    if (function.blocks.isEmpty()) {
      LuaStatement.Goto lost = scope.pending.getFirst().jump;
      throw new SyntaxError(
          lost.label().equals(BREAK)
              ? "break outside loop at line " + lost.line()
              : "no visible label '" + lost.label() + "' for <goto> at line " + lost.line(),
          block.endLine(),
          0);
    }
    BlockScope outer = function.blocks.getLast();
    for (BlockScope.Pending each : scope.pending) {
      each.active = Math.min(each.active, scope.outside);
      each.index = outer.index;
      outer.pending.add(each);
    }
  }

  private void openRegion(Object node) {
    Region region = new Region(function.active.size());
    resolution.region(node, region);
    function.regions.add(region);
  }

  private void closeRegion() {
    function.regions.removeLast();
  }

  private Local declare(String name, Attribute attribute) {
    Local local = function.declare(name, attribute);
    locals.add(local);
    return local;
  }

  private static SyntaxError tooMany(String what, int limit, FunctionScope function, int line) {
    return new SyntaxError(
        "too many " + what + " (limit is " + limit + ") in " + function.describe(), line, 0);
  }

  /**
   * The local of that name that is in scope here, noting that it is captured when it is another
   * function's.
   */
  private @Nullable Local find(String name, int line) {
    for (FunctionScope each = function; each != null; each = each.parent) {
      Local local = each.find(name);
      if (local == null) {
        continue;
      }
      if (each != function) {
        local.captured = true;
        for (FunctionScope user = function; user != null && user != each; user = user.parent) {
          if (user.upvalues.add(local) && user.upvalues.size() > MAX_UPVALUES) {
            throw tooMany("upvalues", MAX_UPVALUES, user, line);
          }
        }
      }
      return local;
    }
    return null;
  }

  private void assign(Local local) {
    local.reassigned = true;
    if (local.function != function) {
      return;
    }
    // Who has it already has passed it on to those around it.
    for (int i = function.regions.size() - 1;
        i >= 0 && function.regions.get(i).assign(local);
        i--) {}
  }

  // ---- labels
  // ------------------------------------------------------------------------------------------------------

  private void label(LuaStatement.Label label, int index, boolean last) {
    for (BlockScope each : function.blocks) {
      LabelScope same = each.label(label.name());
      if (same != null) {
        throw new SyntaxError(
            "label '" + label.name() + "' already defined on line " + same.line,
            label.checkLine(),
            0);
      }
    }
    BlockScope block = function.blocks.getLast();
    // A label at the end of its block stands outside of the scope of the block's locals (manual
    // section 3.3.4).
    int active = last ? block.outside : function.active.size();
    LabelScope scope =
        new LabelScope(
            label.name(), label.line(), index, List.copyOf(function.active.subList(0, active)));
    block.labels.add(scope);
    for (var pending = block.pending.iterator(); pending.hasNext(); ) {
      BlockScope.Pending each = pending.next();
      if (each.jump.label().equals(label.name())) {
        if (each.active < active) {
          throw new SyntaxError(
              "<goto "
                  + label.name()
                  + "> at line "
                  + each.jump.line()
                  + " jumps into the scope of local '"
                  + function.active.get(each.active).name
                  + "'",
              label.checkLine(),
              0);
        }
        scope.forward = Math.min(scope.forward, each.index);
        resolution.target(each.jump, scope);
        pending.remove();
      }
    }
  }

  private static boolean onlyLabelsFrom(List<LuaStatement> statements, int from) {
    return statements.subList(from, statements.size()).stream()
        .allMatch(each -> each instanceof LuaStatement.Label);
  }

  private void jump(LuaStatement.Goto jump) {
    for (int i = function.blocks.size() - 1; i >= 0; i--) {
      LabelScope label = function.blocks.get(i).label(jump.label());
      if (label != null) {
        label.backward = true;
        resolution.target(jump, label);
        return;
      }
    }
    BlockScope block = function.blocks.getLast();
    block.pending.add(new BlockScope.Pending(jump, function.active.size(), block.index));
  }

  // ---- statements
  // --------------------------------------------------------------------------------------------------

  private void statement(LuaStatement statement) {
    switch (statement) {
      case LuaStatement.Assign assign -> assignment(assign);
      case LuaStatement.CallStatement call -> expression(call.call());
      case LuaStatement.Do block -> block(block.body(), false);
      case LuaStatement.While loop -> {
        openRegion(loop);
        expression(loop.condition());
        block(loop.body(), true);
        closeRegion();
      }
      case LuaStatement.Repeat loop -> {
        openRegion(loop);
        open(loop.body(), true);
        statements(loop.body(), false);
        expression(loop.condition());
        close(loop.body());
        closeRegion();
      }
      case LuaStatement.If branch -> {
        openRegion(branch);
        for (LuaStatement.Arm arm : branch.arms()) {
          expression(arm.condition());
          block(arm.body(), false);
        }
        if (branch.otherwise() != null) {
          block(branch.otherwise(), false);
        }
        closeRegion();
      }
      case LuaStatement.NumericFor loop -> numericFor(loop);
      case LuaStatement.GenericFor loop -> genericFor(loop);
      case LuaStatement.Local local -> local(local);
      case LuaStatement.LocalFunction local -> {
        resolution.declare(local, List.of(declare(local.name(), Attribute.NONE)));
        function(local.function());
      }
      case LuaStatement.Return result -> result.values().forEach(this::expression);
      case LuaStatement.Break stop -> {
        if (function.blocks.stream().noneMatch(each -> each.loop)) {
          // Lua finds out at the end of the function, as for any goto without label.
          jump(new LuaStatement.Goto(BREAK, stop.line()));
        }
      }
      case LuaStatement.Goto jump -> jump(jump);
      case LuaStatement.Label _ -> throw new IllegalStateException("labels belong to their block");
    }
  }

  private void assignment(LuaStatement.Assign assign) {
    for (LuaExpression target : assign.targets()) {
      if (target instanceof LuaExpression.Name name) {
        Local local = name(name);
        if (local != null) {
          if (local.attribute != Attribute.NONE) {
            throw new SyntaxError(
                "attempt to assign to const variable '" + local.name + "'", name.line(), 0);
          }
          assign(local);
        }
      } else {
        expression(target);
      }
    }
    assign.values().forEach(this::expression);
  }

  private void local(LuaStatement.Local local) {
    local.values().forEach(this::expression);
    List<Local> locals = new ArrayList<>();
    for (LuaStatement.Declaration each : local.variables()) {
      locals.add(declare(each.name(), each.attribute()));
    }
    resolution.declare(local, List.copyOf(locals));
  }

  private void numericFor(LuaStatement.NumericFor loop) {
    expression(loop.start());
    expression(loop.limit());
    if (loop.step() != null) {
      expression(loop.step());
    }
    loopBody(loop, List.of(loop.variable()), loop.body());
  }

  private void genericFor(LuaStatement.GenericFor loop) {
    loop.values().forEach(this::expression);
    loopBody(loop, loop.variables(), loop.body());
  }

  private void loopBody(LuaStatement loop, List<String> variables, Block body) {
    openRegion(loop);
    int outside = function.active.size();
    List<Local> locals = new ArrayList<>();
    for (String each : variables) {
      locals.add(declare(each, Attribute.NONE));
    }
    resolution.declare(loop, List.copyOf(locals));
    block(body, true);
    function.leave(outside);
    closeRegion();
  }

  // ---- expressions
  // -------------------------------------------------------------------------------------------------

  private void expression(LuaExpression expression) {
    switch (expression) {
      case LuaExpression.Nil _,
          LuaExpression.True _,
          LuaExpression.False _,
          LuaExpression.Numeral _,
          LuaExpression.Vararg _ -> {}
      case LuaExpression.Text(Binary text, _) -> introspection.mention(text);
      case LuaExpression.Name name -> name(name);
      case LuaExpression.Parenthesized inner -> expression(inner.inner());
      case LuaExpression.Suffixed suffixed -> {
        expression(suffixed.base());
        suffixed.suffixes().forEach(this::suffix);
      }
      case LuaExpression.Unary unary -> expression(unary.operand());
      case LuaExpression.Operation operation -> {
        expression(operation.left());
        expression(operation.right());
      }
      case LuaExpression.And and -> {
        expression(and.left());
        expression(and.right());
      }
      case LuaExpression.Or or -> {
        expression(or.left());
        expression(or.right());
      }
      case LuaExpression.Concatenation chain -> chain.operands().forEach(this::expression);
      case LuaExpression.Table table -> {
        for (LuaExpression.Field field : table.fields()) {
          if (field.key() instanceof LuaExpression.Text(Binary name, _)) {
            introspection.mentionAsField(name);
          } else if (field.key() != null) {
            expression(field.key());
          }
          expression(field.value());
        }
      }
      case LuaExpression.Function inner -> function(inner);
    }
  }

  private void suffix(LuaExpression.Suffix suffix) {
    switch (suffix) {
      case LuaExpression.Index index -> expression(index.key());
      case LuaExpression.Call call -> call.arguments().forEach(this::expression);
      case LuaExpression.MethodCall call -> call.arguments().forEach(this::expression);
    }
  }

  private @Nullable Local name(LuaExpression.Name name) {
    Local local = find(name.name(), name.line());
    if (local != null) {
      resolution.local(name, local);
      return local;
    }
    introspection.mention(Binary.of(name.name()));
    Local environment = find(ENVIRONMENT, name.line());
    resolution.global(name, environment == null ? resolution.environment : environment);
    return null;
  }

  private void function(LuaExpression.Function inner) {
    FunctionScope outer = function;
    function = new FunctionScope(outer, inner.line());
    List<Local> parameters = new ArrayList<>();
    if (inner.self()) {
      parameters.add(declare("self", Attribute.NONE));
    }
    for (String each : inner.parameters()) {
      parameters.add(declare(each, Attribute.NONE));
    }
    resolution.declare(inner, List.copyOf(parameters));
    resolution.scope(inner, function);
    block(inner.body(), false);
    function = outer;
  }
}
