package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.syntax.Node;
import dev.moonbeam.erlang.syntax.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions and funs (reference manual, "Fun Expressions"). */
final class LowerFun {
  private final Lowering lowering;

  LowerFun(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A function of the module. */
  FunctionDef function(String name, int arity, List<Node.Clause> clauses, long at) {
    FunctionName own = new FunctionName(name, arity);
    return definition(own, own.toString(), clauses, new Scope(null), at);
  }

  private FunctionDef definition(
      FunctionName name, String display, List<Node.Clause> clauses, Scope surroundings, long at) {
    Scope scope = new Scope(surroundings);
    List<Variable> parameters = new ArrayList<>();
    Expr body;
    if (clauses.size() == 1 && isPlain(clauses.getFirst())) {
      Node.Clause clause = clauses.getFirst();
      for (Node pattern : clause.patterns()) {
        String parameter = ((Node.Var) pattern).name();
        parameters.add(parameter.equals("_") ? new Variable("_") : scope.define(parameter));
      }
      Block block = new Block(scope, false);
      body = block.close(lowering.expressions.body(clause.body(), block));
    } else {
      List<Expr> arguments = new ArrayList<>();
      for (int i = 0; i < clauses.getFirst().patterns().size(); i++) {
        Variable parameter = new Variable(parameterName(clauses, i));
        parameters.add(parameter);
        arguments.add(new Expr.Ref(parameter));
      }
      List<LowerClauses.Arm> arms = new ArrayList<>();
      for (Node.Clause clause : clauses) {
        arms.add(lowering.clauses.arm(clause, scope, true));
      }
      body =
          new Expr.Case(
              arguments,
              lowering.clauses.closed(arms),
              Lowering.op(ErlangPrimitives.FUNCTION_CLAUSE, at, Lowering.array(arguments)));
    }
    return new FunctionDef(name, List.of(), parameters, null, true, body, display, Place.line(at));
  }

  /** Whether the clause takes any arguments: different variables, no guard. */
  private static boolean isPlain(Node.Clause clause) {
    Set<String> names = new HashSet<>();
    for (Node pattern : clause.patterns()) {
      if (!(pattern instanceof Node.Var(_, String name)) || !name.equals("_") && !names.add(name)) {
        return false;
      }
    }
    return clause.guard().isEmpty();
  }

  private static String parameterName(List<Node.Clause> clauses, int index) {
    for (Node.Clause clause : clauses) {
      if (clause.patterns().get(index) instanceof Node.Var(_, String name) && !name.equals("_")) {
        return name;
      }
    }
    return "arg" + (index + 1);
  }

  Expr fun(Node.FunOf fun, Block block) {
    int arity = fun.clauses().getFirst().patterns().size();
    String name = lowering.lambdaName();
    if (fun.name() == null) {
      return new Expr.Lambda(
          definition(new FunctionName(name, arity), name, fun.clauses(), block.scope, fun.at()));
    }
    Scope scope = new Scope(block.scope);
    Variable self = fun.name().equals("_") ? new Variable("_") : scope.define(fun.name());
    Expr.Lambda lambda =
        new Expr.Lambda(
            definition(new FunctionName(name, arity), name, fun.clauses(), scope, fun.at()));
    return new Expr.LetRec(List.of(self), List.of(lambda), new Expr.Ref(self));
  }

  /**
   * {@code (fun(A, B) -> ... end)(X, Y)}, which is how macros keep their variables to themselves:
   * the body in a scope of its own. Null for any other call.
   */
  @Nullable Expr applied(Node.Call call, Block block) {
    if (!(call.function() instanceof Node.FunOf fun)
        || fun.name() != null
        || fun.clauses().size() != 1
        || !isPlain(fun.clauses().getFirst())
        || fun.clauses().getFirst().patterns().size() != call.arguments().size()) {
      return null;
    }
    Node.Clause clause = fun.clauses().getFirst();
    List<Expr> values = lowering.expressions.values(call.arguments(), block);
    Scope scope = new Scope(block.scope);
    Block inner = new Block(scope, false);
    for (int i = 0; i < values.size(); i++) {
      Expr value = values.get(i);
      String name = ((Node.Var) clause.patterns().get(i)).name();
      if (name.equals("_")) {
        inner.effect(value);
      } else {
        Variable variable = scope.define(name);
        inner.add((rest, _) -> Block.let(variable, value, rest));
      }
    }
    return inner.close(lowering.expressions.body(clause.body(), inner));
  }

  /** {@code fun name/arity}: of this module, imported, or of module erlang. */
  Expr local(Node.LocalFun fun) {
    FunctionName function = new FunctionName(fun.name(), fun.arity());
    if (lowering.module.functions.contains(function)) {
      return new Expr.MakeFun(function, List.of());
    }
    String imported = lowering.module.imports.get(function);
    if (imported != null) {
      return external(Lowering.constant(Atom.of(imported)), fun.name(), fun.arity(), fun.at());
    }
    if (lowering.module.isBif(fun.name(), fun.arity())
        || lowering.module.isGuardBif(fun.name(), fun.arity())) {
      return external(Lowering.constant(Atom.of("erlang")), fun.name(), fun.arity(), fun.at());
    }
    if (lowering.module.script) {
      return external(
          Lowering.constant(Atom.of("shell_default")), fun.name(), fun.arity(), fun.at());
    }
    throw new LoweringError(fun.at(), "function " + function + " undefined");
  }

  private static Expr external(Expr module, String name, int arity, long at) {
    return makeFun(
        List.of(module, Lowering.constant(Atom.of(name)), Lowering.constant((long) arity)), at);
  }

  Expr remote(Node.RemoteFun fun, Block block) {
    return makeFun(
        lowering.expressions.values(List.of(fun.module(), fun.name(), fun.arity()), block),
        fun.at());
  }

  private static Expr makeFun(List<Expr> operands, long at) {
    return LowerExpression.remote(Atom.of("erlang"), "make_fun", operands, at);
  }
}
