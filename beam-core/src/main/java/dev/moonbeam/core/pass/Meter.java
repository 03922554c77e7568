package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts metering in: one reduction at each function entry and each turn of a loop, what a primitive
 * says it costs, and the bytes of what is allocated in line. A function whose body is its own loop
 * pays at the loop's head only, so that a call costs the same whether it is made or became a jump.
 */
public final class Meter implements Pass {
  @Override
  public String name() {
    return "meter";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      Expr body = meter(function.body());
      functions.add(
          function.withBody(startsWithLoop(function.body()) ? body : new Charge(1, body)));
    }
    return module.withFunctions(functions);
  }

  /** Whether every way into the body goes through a loop head before anything else happens. */
  private static boolean startsWithLoop(Expr body) {
    return switch (body) {
      case Join(_, var loop, _, Jump _) -> loop;
      case Join(_, var loop, _, var inner) -> loop && jumpsOnly(inner);
      default -> false;
    };
  }

  /** The entry of a specialised loop: tests, then a jump to one loop head or the other. */
  private static boolean jumpsOnly(Expr expr) {
    return switch (expr) {
      case Jump _ -> true;
      case If(var condition, var then, var otherwise) ->
          condition instanceof PrimOp && jumpsOnly(then) && jumpsOnly(otherwise);
      case IfUnboxed(Ref _, _, var then, _, var otherwise) ->
          jumpsOnly(then) && jumpsOnly(otherwise);
      case Join(_, var loop, _, var body) -> loop && jumpsOnly(body);
      default -> false;
    };
  }

  private static Expr meter(Expr expr) {
    Expr inner = Exprs.mapChildren(expr, Meter::meter);
    return switch (inner) {
      case Join(var label, var loop, var target, var body) when loop ->
          new Join(label, loop, new Charge(1, target), body);
      case PrimOp op when op.primitive().bytes() > 0 || op.primitive().reductions() > 0 -> {
        Expr metered = op.primitive().bytes() > 0 ? new Allocating(op.primitive().bytes(), op) : op;
        yield op.primitive().reductions() > 0
            ? new Charge(op.primitive().reductions(), metered)
            : metered;
      }
      case MakeFun fun when !fun.captured().isEmpty() ->
          new Allocating(16 + 4 * fun.captured().size(), fun);
      default -> inner;
    };
  }
}
