package dev.moonbeam.lua.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.lua.runtime.LuaPrimitives;
import dev.moonbeam.lua.runtime.VariableName;
import dev.moonbeam.lua.syntax.Block;
import dev.moonbeam.lua.syntax.LuaExpression;
import dev.moonbeam.lua.syntax.LuaStatement.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lowering of one function: what its parts share. */
final class FunctionLowering {
  final ModuleLowering module;

  /** Line of the function, as in its definition. */
  private int line = 1;

  final Resolution resolution;
  final FunctionContext context;
  final LowerExpression expressions;
  final LowerCondition conditions;
  final LowerStatement statements;
  final LowerLoop loops;
  final LowerLabels labels;

  /** What it tells the debug library; null for a function that tells nothing. */
  final @Nullable Tracing tracing;

  private FunctionLowering(ModuleLowering module, FunctionContext context) {
    this.tracing = module.resolution.traced ? new Tracing(module.calls) : null;
    this.module = module;
    this.resolution = module.resolution;
    this.context = context;
    this.expressions = new LowerExpression(this);
    this.conditions = new LowerCondition(this);
    this.statements = new LowerStatement(this);
    this.loops = new LowerLoop(this);
    this.labels = new LowerLabels(this);
  }

  /** The chunk: a variadic function that captures its {@code _ENV}. */
  static FunctionDef chunk(ModuleLowering module, Block chunk) {
    Resolution resolution = module.resolution;
    Variable rest = new Variable("varargs", Type.VALUES);
    Variable environment = new Variable("_ENV");
    FunctionLowering lowering =
        new FunctionLowering(module, new FunctionContext(resolution.chunk, rest));
    resolution.chunk.upvalues.add(resolution.environment);
    List<Variable> captured = new ArrayList<>();
    captured.add(environment);
    Sequence start = new Sequence();
    lowering.declareOutside(resolution.environment, new Expr.Ref(environment), start);
    if (lowering.tracing != null) {
      Variable self = Tracing.self();
      captured.add(self);
      lowering.tracing.enter(self, new Expr.Ref(rest), start);
    }
    Expr body = start.then(lowering.body(chunk, chunk.lastLine()));
    FunctionName name = new FunctionName(ModuleLowering.MAIN, captured.size());
    module.describe(name, resolution.chunk, List.of(), chunk.endLine(), lowering.lines(), null);
    return new FunctionDef(
        name, captured, List.of(), rest, false, body, ModuleLowering.MAIN_CHUNK, 1);
  }

  private Set<Integer> lines() {
    return tracing == null ? Set.of() : tracing.lines();
  }

  /** A function as a value. */
  Expr lambda(LuaExpression.Function function) {
    if (tracing == null) {
      return new Expr.Lambda(function(module, function, null));
    }
    Variable self = Tracing.self();
    Variable value = new Variable("function");
    Sequence steps = new Sequence();
    steps.let(self, primitive(LuaPrimitives.CELL_NEW, 0, Expr.NIL));
    steps.effect(tracing.line(function.endLine()));
    steps.let(value, new Expr.Lambda(function(module, function, self)));
    steps.effect(primitive(LuaPrimitives.CELL_SET, 0, new Expr.Ref(self), new Expr.Ref(value)));
    return steps.then(new Expr.Ref(value));
  }

  /** {@code self}: the cell of the function's own value, where it is traced. */
  private static FunctionDef function(
      ModuleLowering module, LuaExpression.Function function, @Nullable Variable self) {
    return function(module, function, List.of(), self, module.uniqueName(function.name()));
  }

  /** A function of which nothing is left but itself: it captures its upvalues as cells. */
  static FunctionDef loaded(ModuleLowering module, LuaExpression.Function function) {
    List<Variable> cells = new ArrayList<>();
    for (Local each : module.resolution.scope(function).upvalues) {
      if (each.isCell()) {
        Variable cell = new Variable(each.name + "&");
        cells.add(cell);
        each.current = new Expr.Ref(cell);
      }
    }
    Variable self = null;
    if (module.resolution.traced) {
      self = Tracing.self();
      cells.add(self);
    }
    return function(module, function, cells, self, ModuleLowering.MAIN);
  }

  private static FunctionDef function(
      ModuleLowering module,
      LuaExpression.Function function,
      List<Variable> cells,
      @Nullable Variable self,
      String name) {
    Resolution resolution = module.resolution;
    Variable rest = function.variadic() ? new Variable("varargs", Type.VALUES) : null;
    FunctionLowering lowering =
        new FunctionLowering(module, new FunctionContext(resolution.scope(function), rest));
    lowering.line = function.line();
    Sequence start = new Sequence();
    if (lowering.tracing != null && self != null) {
      Expr surplus =
          rest == null ? new Expr.AllResults(new Expr.Values(List.of(), null)) : new Expr.Ref(rest);
      lowering.tracing.enter(self, surplus, start);
    }
    List<Variable> parameters = new ArrayList<>();
    List<Local> declared = resolution.declared(function);
    for (Local each : declared) {
      Variable parameter = new Variable(each.name);
      parameters.add(parameter);
      lowering.declare(each, new Expr.Ref(parameter), start);
    }
    if (lowering.tracing != null) {
      start.effect(lowering.tracing.called());
    }
    Expr body = start.then(lowering.body(function.body(), function.endLine()));
    FunctionName unique = new FunctionName(name, cells.size() + parameters.size());
    module.describe(
        unique, lowering.context.scope, declared, function.endLine(), lowering.lines(), function);
    return new FunctionDef(
        unique,
        cells,
        List.copyOf(parameters),
        rest,
        false,
        body,
        function.name() != null
            ? function.name()
            : "function <" + module.source + ":" + function.line() + ">",
        function.line());
  }

  /**
   * Notes what a call calls its function, if that has a name there; gives the number that stands
   * for its line.
   */
  int noteCall(int at, @Nullable VariableName name) {
    return module.calls.add(line, at, name);
  }

  /** {@code lastLine}: where it ends without a return. */
  private Expr body(Block block, int lastLine) {
    if (tracing == null) {
      return statements.block(block, () -> LowerStatement.NO_RESULTS);
    }
    Expr end = new Expr.Seq(tracing.line(lastLine), LowerStatement.NO_RESULTS);
    return tracing.tail(statements.block(block, () -> end));
  }

  /** Brings a local into scope with its first value, in a cell where it needs one. */
  void declare(Local local, Expr value, Sequence steps) {
    declare(local, value, 0, steps);
  }

  /** {@code line}: on which a constant is assigned to it, 0 where the value tells. */
  void declare(Local local, Expr value, int line, Sequence steps) {
    int mark = context.mark();
    declareOutside(local, value, steps);
    if (tracing != null && local.isCell()) {
      int depth = context.cells(mark);
      steps.effect(tracing.local(local.name, local.current(), depth, line));
    }
  }

  /** A variable that the debug library shows and the program cannot name. */
  void declareHidden(String name, Expr value, Sequence steps) {
    if (tracing != null) {
      Local hidden = new Local(name, Attribute.NONE, context.scope, 0, null);
      hidden.kept = true;
      declare(hidden, value, steps);
    }
  }

  private void declareOutside(Local local, Expr value, Sequence steps) {
    if (!local.isCell()) {
      context.declare(local, value);
      return;
    }
    Variable cell = new Variable(local.name + "&");
    steps.let(cell, primitive(LuaPrimitives.CELL_NEW, 0, value));
    context.declare(local, new Expr.Ref(cell));
  }

  /** As {@link #declare}, evaluating the value first. */
  void declareBound(Local local, Expr value, int line, Sequence steps) {
    if (local.isCell()) {
      declare(local, value, value instanceof Expr.Const ? line : 0, steps);
      return;
    }
    if (local.captured && value instanceof Expr.Ref) {
      // The debug library finds a captured value by its variable's name.
      Variable own = new Variable(local.name, Types.of(value));
      steps.let(own, value);
      declare(local, new Expr.Ref(own), steps);
      return;
    }
    declare(local, steps.bind(local.name, value), steps);
  }

  /** Variables to stand for the locals from here on: the parameters of a join point. */
  List<Variable> rebind(List<Local> locals) {
    List<Variable> fresh = new ArrayList<>();
    for (Local each : locals) {
      Variable variable = new Variable(each.name);
      fresh.add(variable);
    }
    return fresh;
  }

  static void assign(List<Local> locals, List<Variable> variables) {
    for (int i = 0; i < locals.size(); i++) {
      locals.get(i).current = new Expr.Ref(variables.get(i));
    }
  }

  static List<Expr> current(List<Local> locals) {
    return locals.stream().map(Local::current).toList();
  }

  static Expr primitive(dev.moonbeam.core.ir.Primitive primitive, int line, Expr... operands) {
    return new Expr.PrimOp(primitive, List.of(operands), null, line);
  }

  static Expr primitive(
      dev.moonbeam.core.ir.Primitive primitive, @Nullable Object site, int line, Expr... operands) {
    return new Expr.PrimOp(primitive, List.of(operands), site, line);
  }
}
