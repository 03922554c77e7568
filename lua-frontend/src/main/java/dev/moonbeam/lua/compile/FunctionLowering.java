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
import java.util.ArrayList;
import java.util.List;
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

  private FunctionLowering(ModuleLowering module, FunctionContext context) {
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
    Sequence start = new Sequence();
    lowering.declare(resolution.environment, new Expr.Ref(environment), start);
    Expr body = start.then(lowering.body(chunk));
    FunctionName name = new FunctionName(ModuleLowering.MAIN, 1);
    module.describe(name, resolution.chunk, List.of(), chunk.endLine(), null);
    return new FunctionDef(
        name, List.of(environment), List.of(), rest, false, body, ModuleLowering.MAIN_CHUNK, 1);
  }

  static FunctionDef function(ModuleLowering module, LuaExpression.Function function) {
    return function(module, function, List.of(), module.uniqueName(function.name()));
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
    return function(module, function, cells, ModuleLowering.MAIN);
  }

  private static FunctionDef function(
      ModuleLowering module, LuaExpression.Function function, List<Variable> cells, String name) {
    Resolution resolution = module.resolution;
    Variable rest = function.variadic() ? new Variable("varargs", Type.VALUES) : null;
    FunctionLowering lowering =
        new FunctionLowering(module, new FunctionContext(resolution.scope(function), rest));
    lowering.line = function.line();
    Sequence start = new Sequence();
    List<Variable> parameters = new ArrayList<>();
    List<Local> declared = resolution.declared(function);
    for (Local each : declared) {
      Variable parameter = new Variable(each.name);
      parameters.add(parameter);
      lowering.declare(each, new Expr.Ref(parameter), start);
    }
    Expr body = start.then(lowering.body(function.body()));
    FunctionName unique = new FunctionName(name, cells.size() + parameters.size());
    module.describe(unique, lowering.context.scope, declared, function.endLine(), function);
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

  /** Notes what a call calls its function. */
  void noteCall(int at, VariableName name) {
    module.calls.add(line, at, name);
  }

  private Expr body(Block block) {
    return statements.block(block, () -> LowerStatement.NO_RESULTS);
  }

  /** Brings a local into scope with its first value, in a cell where it needs one. */
  void declare(Local local, Expr value, Sequence steps) {
    if (!local.isCell()) {
      context.declare(local, value);
      return;
    }
    Variable cell = new Variable(local.name + "&");
    steps.let(cell, primitive(LuaPrimitives.CELL_NEW, 0, value));
    context.declare(local, new Expr.Ref(cell));
  }

  /** As {@link #declare}, evaluating the value first. */
  void declareBound(Local local, Expr value, Sequence steps) {
    if (local.captured && !local.isCell() && value instanceof Expr.Ref) {
      // The debug library finds a captured value by its variable's name.
      Variable own = new Variable(local.name, Types.of(value));
      steps.let(own, value);
      declare(local, new Expr.Ref(own), steps);
      return;
    }
    declare(local, local.isCell() ? value : steps.bind(local.name, value), steps);
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
