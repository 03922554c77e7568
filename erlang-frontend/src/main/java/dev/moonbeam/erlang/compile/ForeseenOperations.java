package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.compile.Foresight.Use;
import dev.moonbeam.erlang.syntax.Node;
import java.util.List;

/**
 * What {@link Foresight} says of operators and calls: those that are sure to fail, those whose
 * value nobody takes; and what is known of the value.
 */
final class ForeseenOperations {
  private final Foresight foresight;
  private final ModuleContext context;

  ForeseenOperations(Foresight foresight, ModuleContext context) {
    this.foresight = foresight;
    this.context = context;
  }

  Foreseen binary(Node.Binary node, ForeseenScope scope, Use use) {
    String operator = node.operator();
    if (operator.equals("andalso") || operator.equals("orelse")) {
      Foreseen left = foresight.value(node.left(), scope);
      ForeseenScope inner = scope.inner();
      Foreseen right = foresight.expression(node.right(), inner, Use.VALUE);
      scope.add(inner);
      if (left.isAtom(Atom.of(operator.equals("orelse")))) {
        return left;
      }
      if (left.isAtom(Atom.of(operator.equals("andalso")))) {
        return right;
      }
      return right.isTruth() ? Foreseen.TRUTH : Foreseen.UNKNOWN;
    }
    List<Foreseen> operands = foresight.values(List.of(node.left(), node.right()), scope);
    return operator.equals("!") ? Foreseen.UNKNOWN : erlang(node.at(), operator, operands, use);
  }

  Foreseen call(Node.Call call, ForeseenScope scope, Use use) {
    List<Node> arguments = call.arguments();
    switch (call.function()) {
      case Node.Literal(_, Atom name) -> {
        List<Foreseen> values = foresight.values(arguments, scope);
        return context.isBif(name.name(), arguments.size())
            ? erlang(call.at(), name.name(), values, use)
            : Foreseen.UNKNOWN;
      }
      case Node.Remote(_, Node.Literal(_, Atom owner), Node.Literal(_, Atom name)) -> {
        if (MatchSpecification.isCall(owner.name(), name.name(), arguments)) {
          return Foreseen.UNKNOWN;
        }
        List<Foreseen> values = foresight.values(arguments, scope);
        if (owner.name().equals("erlang")) {
          return erlang(call.at(), name.name(), values, use);
        }
        unused(call.at(), owner.name(), name.name(), arguments.size(), use);
        return Foreseen.UNKNOWN;
      }
      case Node.Remote remote -> {
        if (isNoAtom(foresight.value(remote.module(), scope))
            || isNoAtom(foresight.value(remote.function(), scope))) {
          foresight.warning(
              call.at(), "invalid module and/or function name; this call will always fail");
        }
      }
      case Node other -> {
        if (isNoFunction(foresight.value(other, scope))) {
          foresight.warning(call.at(), "invalid function call");
        }
      }
    }
    foresight.values(arguments, scope);
    return Foreseen.UNKNOWN;
  }

  private static boolean isNoAtom(Foreseen value) {
    return value instanceof Foreseen.Constant(Object term, _)
        ? !(term instanceof Atom)
        : value instanceof Foreseen.TupleOf || value instanceof Foreseen.ConsOf;
  }

  private static boolean isNoFunction(Foreseen value) {
    return value instanceof Foreseen.Constant
        || value instanceof Foreseen.TupleOf
        || value instanceof Foreseen.ConsOf;
  }

  /** A call of a function of module erlang, or an operator. */
  Foreseen erlang(long at, String name, List<Foreseen> arguments, Use use) {
    int arity = arguments.size();
    // A part of a term is evaluated before the term turns out to be of no use.
    boolean evaluated =
        use == Use.PART
            && ForeseenEffects.isPure("erlang", name, arity)
            && ForeseenCalls.evaluate(name, arguments).value() instanceof Foreseen.Constant;
    if (!evaluated && unused(at, "erlang", name, arity, use)) {
      return Foreseen.UNKNOWN;
    }
    if (ForeseenEffects.neverReturns("erlang", name, arity)) {
      return Foreseen.NEVER;
    }
    if (!ForeseenEffects.isPure("erlang", name, arity)
        && !ForeseenEffects.isSafe("erlang", name, arity)) {
      return Foreseen.UNKNOWN;
    }
    ForeseenCalls.Outcome outcome = ForeseenCalls.evaluate(name, arguments);
    if (outcome.failure() != null) {
      foresight.warning(
          at,
          described(name, arity, "evaluation of", "the call to")
              + " will fail with a '"
              + outcome.failure()
              + "' exception");
    }
    return outcome.value() == Foreseen.UNKNOWN && ForeseenCalls.givesTruth(name, arity)
        ? Foreseen.TRUTH
        : outcome.value();
  }

  private static boolean isOperator(String name, int arity) {
    return arity == 1 && ErlangPrimitives.UNARY.containsKey(name)
        || arity == 2
            && (ErlangPrimitives.BINARY.containsKey(name) || ForeseenCalls.isComparison(name));
  }

  private static String described(String name, int arity, String operator, String call) {
    return isOperator(name, arity)
        ? operator + " operator " + LintModule.atom(name) + "/" + arity
        : call
            + (Bifs.isAutoImported(name, arity) ? " " : " erlang:")
            + LintModule.atom(name)
            + "/"
            + arity;
  }

  /** Something whose result is not used, though it may be made for its effect. */
  void ignored(long at, String what) {
    foresight.warning(
        at,
        "the result of "
            + what
            + " is ignored (suppress the warning by assigning the expression to the _ variable)");
  }

  /** A call whose value nobody takes; whether it need not be made at all. */
  private boolean unused(long at, String owner, String name, int arity, Use use) {
    if (use == Use.VALUE) {
      return false;
    }
    if (ForeseenEffects.isSafe(owner, name, arity)) {
      foresight.warning(
          at,
          ForeseenCalls.isComparison(name) && arity == 2
              ? "use of operator " + LintModule.atom(name) + " has no effect"
              : described(name, arity, "", "the call to") + " has no effect");
      return true;
    }
    if (ForeseenEffects.isPure(owner, name, arity)) {
      ignored(
          at,
          owner.equals("erlang")
              ? described(name, arity, "evaluating", "calling")
              : "calling " + owner + ":" + LintModule.atom(name) + "/" + arity);
    }
    return false;
  }
}
