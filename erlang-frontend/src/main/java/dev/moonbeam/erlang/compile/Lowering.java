package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.CallProtocol;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.StaticMethod;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.runtime.Exceptions;
import dev.moonbeam.erlang.syntax.Node;
import dev.moonbeam.erlang.syntax.Place;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * State of the lowering of one function, and the classes that each lower one kind of construct. Not
 * thread-safe; call on a large stack.
 */
final class Lowering {
  /** Calling what is not a function raises {@code {badfun, F}}. */
  static final CallProtocol CALL =
      new CallProtocol("erlang", StaticMethod.of(Exceptions.class, "notCallable"));

  final ModuleContext module;
  final GuardFunctions guardFunctions;

  /** Name and arity of the function being lowered, for the names of its funs. */
  final String function;

  /** Variables that something refers to; what a construct exports without need is not passed on. */
  final Set<Variable> referenced = Collections.newSetFromMap(new IdentityHashMap<>());

  final LowerExpression expressions = new LowerExpression(this);
  final LowerPattern patterns = new LowerPattern(this);
  final LowerGuard guards = new LowerGuard(this);
  final LowerClauses clauses = new LowerClauses(this);
  final LowerFun funs = new LowerFun(this);
  final LowerTry attempts = new LowerTry(this);
  final LowerComprehension comprehensions = new LowerComprehension(this);
  final LowerBits bits = new LowerBits(this);
  final LowerRecord records = new LowerRecord(this);

  private int lambdas;

  Lowering(ModuleContext module, GuardFunctions guardFunctions, String function) {
    this.module = module;
    this.guardFunctions = guardFunctions;
    this.function = function;
  }

  /** A name for the next fun of this function, as OTP names them. */
  String lambdaName() {
    return "-" + function + "-fun-" + lambdas++ + "-";
  }

  Expr variable(Node.Var node, Scope scope) {
    Variable variable = node.name().equals("_") ? null : scope.find(node.name());
    if (variable == null) {
      throw new LoweringError(node.at(), "variable '" + node.name() + "' is unbound");
    }
    return use(variable);
  }

  Expr use(Variable variable) {
    referenced.add(variable);
    return new Expr.Ref(variable);
  }

  boolean isUsed(Variable variable) {
    return referenced.contains(variable);
  }

  static int line(long at) {
    return Place.line(at);
  }

  static Expr constant(Object term) {
    return new Expr.Const(term);
  }

  static Expr op(Primitive primitive, long at, Expr... operands) {
    return new Expr.PrimOp(primitive, Arrays.asList(operands), null, line(at));
  }

  /** Several operands as one of type VALUES. */
  static Expr array(List<Expr> operands) {
    return new Expr.AllResults(new Expr.Values(operands, null));
  }

  /** A condition that holds. */
  static Expr yes() {
    return op(ErlangPrimitives.SAME, 0, constant(Atom.TRUE), constant(Atom.TRUE));
  }

  /** A condition that does not hold. */
  static Expr no() {
    return op(ErlangPrimitives.SAME, 0, constant(Atom.FALSE), constant(Atom.TRUE));
  }
}
