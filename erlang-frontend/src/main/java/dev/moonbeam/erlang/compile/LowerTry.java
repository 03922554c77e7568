package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.erlang.runtime.QuietClauses;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code try} and {@code catch} (reference manual, "Catch and Throw", "Try"). */
final class LowerTry {
  private final Lowering lowering;

  LowerTry(Lowering lowering) {
    this.lowering = lowering;
  }

  /** {@code catch Expr}. */
  Expr caught(Node.Catch node, Block block) {
    Block body = new Block(new Scope(block.scope), false);
    Expr value = body.close(lowering.expressions.value(node.body(), body));
    Variable result = new Variable("result");
    Variable raised = new Variable("raised");
    Expr handler = Lowering.op(ErlangPrimitives.CAUGHT, node.at(), new Expr.Ref(raised));
    return entering(
        QuietClauses.CAUGHT,
        value,
        handler,
        (guarded, handling) ->
            new Expr.Try(
                guarded,
                result,
                new Expr.Ref(result),
                raised,
                handling,
                true,
                Lowering.line(node.at())));
  }

  /** The value of an expression, or another where it raises. */
  static Expr orElse(Expr value, Expr otherwise) {
    Variable result = new Variable("result");
    return new Expr.Try(
        value, result, new Expr.Ref(result), new Variable("raised"), otherwise, false, 0);
  }

  /**
   * Sets which exceptions need no trace while the body runs ({@link QuietClauses}), and sets it
   * back on both ways out.
   */
  private static Expr entering(
      Object clauses, Expr body, Expr handler, BinaryOperator<Expr> attempt) {
    Variable before = new Variable("before");
    Variable value = new Variable("value");
    Expr restored = Lowering.op(ErlangPrimitives.SET_QUIET, 0, new Expr.Ref(before));
    return new Expr.Let(
        before,
        Lowering.op(ErlangPrimitives.SET_QUIET, 0, Lowering.constant(clauses)),
        attempt.apply(
            new Expr.Let(value, body, new Expr.Seq(restored, new Expr.Ref(value))),
            new Expr.Seq(restored, handler)));
  }

  Expr attempt(Node.Try node, Block block) {
    return node.after().isEmpty()
        ? guarded(node, block.scope)
        : finished(node, guarded(node, block.scope), block.scope);
  }

  /**
   * {@code after}: once, on every way out. Both ways meet at a join point that remembers which one
   * it was, so that nested ones do not double the code.
   */
  private Expr finished(Node.Try node, Expr body, Scope scope) {
    Variable outcome = new Variable("outcome");
    Variable failed = new Variable("failed");
    Label after = new Label("after", List.of(outcome, failed));
    Block last = new Block(new Scope(scope), false);
    last.effect(lowering.expressions.body(node.after(), last));
    Expr ending =
        new Expr.If(
            Lowering.op(
                ErlangPrimitives.SAME,
                node.at(),
                new Expr.Ref(failed),
                Lowering.constant(Atom.TRUE)),
            Lowering.op(ErlangPrimitives.RERAISE, node.at(), new Expr.Ref(outcome)),
            new Expr.Ref(outcome));
    Variable result = new Variable("result");
    Variable raised = new Variable("raised");
    Expr attempt =
        new Expr.Try(
            body,
            result,
            new Expr.Jump(after, List.of(new Expr.Ref(result), Lowering.constant(Atom.FALSE))),
            raised,
            new Expr.Jump(after, List.of(new Expr.Ref(raised), Lowering.constant(Atom.TRUE))),
            true,
            Lowering.line(node.at()));
    return new Expr.Join(after, false, last.close(ending), attempt);
  }

  /** The part without {@code after}. */
  private Expr guarded(Node.Try node, Scope scope) {
    Block body = new Block(new Scope(scope), false);
    Expr value = lowering.expressions.body(node.body(), body);
    if (node.handlers().isEmpty() && node.of().isEmpty()) {
      return body.close(value);
    }
    Variable result = new Variable("result");
    Expr of = new Expr.Ref(result);
    if (!node.of().isEmpty()) {
      // What the body binds is visible in the clauses of "of" alone; it comes to them in a tuple.
      Scope inner = new Scope(scope);
      List<Variable> bound = new ArrayList<>();
      for (String name : body.scope.names()) {
        bound.add(inner.define(name));
      }
      List<LowerClauses.Arm> arms = new ArrayList<>();
      for (Node.Clause clause : node.of()) {
        arms.add(lowering.clauses.arm(clause, inner, false));
      }
      List<Expr.Clause> clauses = lowering.clauses.closed(arms);
      List<Variable> used = bound.stream().filter(lowering::isUsed).toList();
      Expr subject = new Expr.Ref(result);
      Variable own = result;
      if (!used.isEmpty()) {
        List<Expr> parts = new ArrayList<>();
        parts.add(value);
        for (Variable each : used) {
          Variable inBody = body.scope.find(each.name());
          if (inBody == null) {
            throw new IllegalStateException(each.name());
          }
          parts.add(lowering.use(inBody));
        }
        value = LowerExpression.tuple(parts, node.at());
        own = new Variable("value");
        subject = new Expr.Ref(own);
      }
      of =
          new Expr.Case(
              List.of(subject),
              clauses,
              Lowering.op(ErlangPrimitives.TRY_CLAUSE, node.at(), subject));
      for (int i = used.size(); i > 0; i--) {
        of = new Expr.Let(used.get(i - 1), LowerClauses.part(result, i), of);
      }
      if (own != result) {
        of = new Expr.Let(own, LowerClauses.part(result, 0), of);
      }
    }
    Variable raised = new Variable("raised");
    Expr whole = body.close(value);
    Expr handler = handlers(node, raised, scope);
    Expr then = of;
    BinaryOperator<Expr> attempt =
        (guarded, handling) ->
            new Expr.Try(
                guarded,
                result,
                then,
                raised,
                handling,
                needsTrace(node.handlers(), scope),
                Lowering.line(node.at()));
    Object quiet = quiet(node.handlers(), scope);
    return quiet == null ? attempt.apply(whole, handler) : entering(quiet, whole, handler, attempt);
  }

  /** Which exceptions need no trace in the body of a try; null: what whoever is around says. */
  private static @Nullable Object quiet(List<Node.CatchClause> handlers, Scope scope) {
    boolean traced =
        handlers.stream()
            .anyMatch(each -> each.trace() != null && !each.trace().name().equals("_"));
    return traced ? Nil.EMPTY : QuietHandlers.of(handlers, scope);
  }

  private Expr handlers(Node.Try node, Variable raised, Scope scope) {
    Expr again = Lowering.op(ErlangPrimitives.RERAISE, node.at(), new Expr.Ref(raised));
    if (node.handlers().isEmpty()) {
      return again;
    }
    Variable kind = new Variable("class");
    Variable reason = new Variable("reason");
    List<Expr.Clause> clauses = new ArrayList<>();
    for (Node.CatchClause handler : node.handlers()) {
      clauses.add(handler(handler, raised, scope));
    }
    Expr choice = new Expr.Case(List.of(new Expr.Ref(kind), new Expr.Ref(reason)), clauses, again);
    return new Expr.Let(
        kind,
        Lowering.op(ErlangPrimitives.RAISED_CLASS, node.at(), new Expr.Ref(raised)),
        new Expr.Let(
            reason,
            Lowering.op(ErlangPrimitives.RAISED_REASON, node.at(), new Expr.Ref(raised)),
            choice));
  }

  private Expr.Clause handler(Node.CatchClause handler, Variable raised, Scope outer) {
    Scope scope = new Scope(outer);
    LowerPattern.Heads heads = lowering.patterns.heads(scope, false);
    List<Pattern> patterns =
        List.of(
            lowering.patterns.pattern(handler.kind(), heads),
            lowering.patterns.pattern(handler.pattern(), heads));
    Expr guard = heads.with(lowering.guards.guard(handler.guard(), scope));
    boolean traced = handler.trace() != null && !handler.trace().name().equals("_");
    Variable trace = traced ? scope.define(handler.trace().name()) : new Variable("_");
    Block block = new Block(scope, false);
    Expr body = block.close(lowering.expressions.body(handler.body(), block));
    if (traced && lowering.isUsed(trace)) {
      body =
          new Expr.Let(
              trace,
              Lowering.op(ErlangPrimitives.RAISED_TRACE, handler.at(), new Expr.Ref(raised)),
              body);
    }
    return new Expr.Clause(patterns, guard, body, Lowering.line(handler.at()));
  }

  /**
   * Nobody looks at the stack trace when a clause catches everything and none asks for it.
   * Otherwise the exception may pass on to someone who does.
   */
  private static boolean needsTrace(List<Node.CatchClause> handlers, Scope scope) {
    for (Node.CatchClause handler : handlers) {
      if (handler.trace() != null && !handler.trace().name().equals("_")) {
        return true;
      }
      if (isAnything(handler.kind(), scope)
          && isAnything(handler.pattern(), scope)
          && handler.guard().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** A variable that is not bound yet. */
  private static boolean isAnything(Node pattern, Scope scope) {
    return pattern instanceof Node.Var(_, String name) && scope.find(name) == null;
  }
}
