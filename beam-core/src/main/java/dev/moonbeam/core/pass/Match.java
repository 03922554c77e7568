package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.FunctionDef;
import java.util.ArrayList;
import java.util.List;

/** Compiles every {@link Case} to tests and branches: see {@link DecisionTree}. */
final class Match implements Pass {
  @Override
  public String name() {
    return "match";
  }

  @Override
  public CoreModule run(CoreModule module) {
    List<FunctionDef> functions = new ArrayList<>();
    for (FunctionDef function : module.functions()) {
      functions.add(function.withBody(compile(function.body())));
    }
    return module.withFunctions(functions);
  }

  private static Expr compile(Expr expr) {
    Expr inner = Exprs.mapChildren(expr, Match::compile);
    return inner instanceof Case choice ? DecisionTree.compile(choice) : inner;
  }
}
