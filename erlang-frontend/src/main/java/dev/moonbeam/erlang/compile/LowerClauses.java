package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code case}, {@code if}, {@code receive}, {@code maybe}: constructs that take one of several
 * ways. Variables that every way binds are bound after the construct; a join point hands them on,
 * and only those that are used there.
 */
final class LowerClauses {
  /** One way. Its block stays open until it is known what it must hand on. */
  record Arm(Block block, List<Pattern> patterns, @Nullable Expr guard, Expr value, int line) {
    Expr.Clause clause(Expr body) {
      return new Expr.Clause(patterns, guard, body, line);
    }
  }

  private final Lowering lowering;

  LowerClauses(Lowering lowering) {
    this.lowering = lowering;
  }

  Arm arm(Node.Clause clause, Scope outer, boolean shadowing) {
    Scope scope = new Scope(outer);
    LowerPattern.Heads heads = lowering.patterns.heads(scope, shadowing);
    List<Pattern> patterns = lowering.patterns.patterns(clause.patterns(), heads);
    Expr guard = heads.with(lowering.guards.guard(clause.guard(), scope));
    Block block = new Block(scope, false);
    Expr value = lowering.expressions.body(clause.body(), block);
    return new Arm(block, patterns, guard, value, Lowering.line(clause.at()));
  }

  private List<Arm> arms(List<Node.Clause> clauses, Scope outer) {
    List<Arm> arms = new ArrayList<>(clauses.size());
    for (Node.Clause clause : clauses) {
      arms.add(arm(clause, outer, false));
    }
    return arms;
  }

  private static List<Expr.Clause> closed(List<Arm> arms, List<Expr> bodies) {
    List<Expr.Clause> clauses = new ArrayList<>(arms.size());
    for (int i = 0; i < arms.size(); i++) {
      clauses.add(arms.get(i).clause(bodies.get(i)));
    }
    return clauses;
  }

  /** Clauses over scrutinees, none of which binds anything for the code after them. */
  List<Expr.Clause> closed(List<Arm> arms) {
    return closed(arms, values(arms));
  }

  private static List<Expr> values(List<Arm> arms) {
    List<Expr> bodies = new ArrayList<>(arms.size());
    for (Arm arm : arms) {
      bodies.add(arm.block.close(arm.value));
    }
    return bodies;
  }

  Expr caseOf(Node.Case node, Block block) {
    Expr truth = truthTable(node, block);
    if (truth != null) {
      return truth;
    }
    Expr subject = block.bind(lowering.expressions.value(node.subject(), block), "case");
    List<Arm> arms = arms(node.clauses(), block.scope);
    return choose(
        arms,
        block,
        bodies ->
            new Expr.Case(
                List.of(subject),
                closed(arms, bodies),
                Lowering.op(ErlangPrimitives.CASE_CLAUSE, node.at(), subject)));
  }

  /** {@code case Condition of true -> ...; false -> ... end} is a branch. */
  private @Nullable Expr truthTable(Node.Case node, Block block) {
    List<Node.Clause> clauses = node.clauses();
    if (clauses.size() != 2 || !lowering.guards.isBoolean(node.subject())) {
      return null;
    }
    Boolean first = truth(clauses.getFirst());
    Boolean second = truth(clauses.getLast());
    boolean open =
        clauses.getLast().guard().isEmpty()
            && clauses.getLast().patterns().getFirst() instanceof Node.Var(_, String name)
            && name.equals("_");
    if (first == null || (second == null ? !open : second.equals(first))) {
      return null;
    }
    Expr test = lowering.guards.condition(node.subject(), block, false);
    List<Arm> arms = arms(clauses, block.scope);
    return choose(
        arms,
        block,
        bodies ->
            first
                ? new Expr.If(test, bodies.getFirst(), bodies.getLast())
                : new Expr.If(test, bodies.getLast(), bodies.getFirst()));
  }

  private static @Nullable Boolean truth(Node.Clause clause) {
    if (clause.guard().isEmpty()
        && clause.patterns().getFirst() instanceof Node.Literal(_, Atom atom)) {
      return atom == Atom.TRUE ? Boolean.TRUE : atom == Atom.FALSE ? Boolean.FALSE : null;
    }
    return null;
  }

  Expr conditions(Node.If node, Block block) {
    List<Arm> arms = arms(node.clauses(), block.scope);
    return choose(
        arms,
        block,
        bodies ->
            new Expr.Case(
                List.of(),
                closed(arms, bodies),
                Lowering.op(ErlangPrimitives.IF_CLAUSE, node.at())));
  }

  /** Makes the construct out of its ways' bodies and sees to what they bind. */
  private Expr choose(List<Arm> arms, Block block, Function<List<Expr>, Expr> construct) {
    Set<String> names = common(arms);
    if (names.isEmpty()) {
      return construct.apply(values(arms));
    }
    List<Variable> exported = define(names, block.scope);
    Variable result = new Variable("result");
    block.add(
        (rest, escapes) -> {
          List<Variable> used = exported.stream().filter(lowering::isUsed).toList();
          if (used.isEmpty()) {
            return Block.let(result, construct.apply(values(arms)), rest);
          }
          List<Variable> parameters = new ArrayList<>();
          parameters.add(result);
          parameters.addAll(used);
          Label label = new Label("after", parameters);
          List<Expr> bodies = new ArrayList<>();
          for (Arm arm : arms) {
            List<Expr> arguments = handedOn(arm, used);
            bodies.add(arm.block.close(new Expr.Jump(label, arguments), true));
          }
          return new Expr.Join(label, false, rest, construct.apply(bodies));
        });
    return new Expr.Ref(result);
  }

  private static Set<String> common(List<Arm> arms) {
    Set<String> names = new LinkedHashSet<>(arms.getFirst().block.scope.names());
    for (Arm arm : arms) {
      names.retainAll(arm.block.scope.names());
    }
    return names;
  }

  private static List<Variable> define(Set<String> names, Scope scope) {
    List<Variable> exported = new ArrayList<>();
    for (String name : names) {
      exported.add(scope.define(name));
    }
    return exported;
  }

  /** The value and the variables used later, as this way has them. */
  private List<Expr> handedOn(Arm arm, List<Variable> used) {
    List<Expr> arguments = new ArrayList<>();
    arguments.add(arm.value);
    for (Variable each : used) {
      Variable own = arm.block.scope.find(each.name());
      if (own == null) {
        throw new IllegalStateException(each.name());
      }
      arguments.add(lowering.use(own));
    }
    return arguments;
  }

  /**
   * A receive is best in tail position, where a process that waits is only heap. So what follows
   * one becomes a function that its clauses call last; where what follows jumps to a label outside
   * of it, which a function cannot, the receive gives a value like any other expression, and the
   * process waits on a stack.
   */
  Expr receive(Node.Receive node, Block block) {
    Expr timeout =
        node.timeout() == null
            ? null
            : block.bind(lowering.expressions.value(node.timeout(), block), "timeout");
    List<Arm> arms = new ArrayList<>(arms(node.clauses(), block.scope));
    boolean timed = timeout != null;
    if (timed) {
      Block after = new Block(new Scope(block.scope), false);
      arms.add(
          new Arm(
              after,
              List.of(),
              null,
              lowering.expressions.body(node.after(), after),
              Lowering.line(node.at())));
    }
    Function<List<Expr>, Expr> construct =
        bodies -> {
          List<Arm> clauses = timed ? arms.subList(0, arms.size() - 1) : arms;
          return new Expr.Receive(
              closed(clauses, bodies),
              timeout,
              timed ? bodies.getLast() : null,
              Lowering.line(node.at()));
        };
    List<Variable> exported = define(common(arms), block.scope);
    Variable result = new Variable("received");
    block.add(
        (rest, escapes) -> {
          List<Variable> used = exported.stream().filter(lowering::isUsed).toList();
          if (rest instanceof Expr.Ref(Variable last) && last == result) {
            return construct.apply(values(arms));
          }
          if (escapes) {
            return asValue(arms, used, result, rest, construct);
          }
          return continued(arms, used, result, rest, construct, Lowering.line(node.at()));
        });
    return new Expr.Ref(result);
  }

  private Expr continued(
      List<Arm> arms,
      List<Variable> used,
      Variable result,
      Expr rest,
      Function<List<Expr>, Expr> construct,
      int line) {
    List<Variable> parameters = new ArrayList<>();
    parameters.add(result);
    parameters.addAll(used);
    FunctionDef function =
        new FunctionDef(
            new FunctionName(lowering.lambdaName(), parameters.size()),
            List.of(),
            parameters,
            null,
            true,
            rest,
            lowering.function,
            line);
    Variable then = new Variable("then");
    List<Expr> bodies = new ArrayList<>();
    for (Arm arm : arms) {
      Expr call =
          new Expr.Apply(
              new Expr.Ref(then), handedOn(arm, used), null, Lowering.CALL, null, arm.line);
      bodies.add(arm.block.close(call));
    }
    return new Expr.Let(then, new Expr.Lambda(function), construct.apply(bodies));
  }

  private Expr asValue(
      List<Arm> arms,
      List<Variable> used,
      Variable result,
      Expr rest,
      Function<List<Expr>, Expr> construct) {
    if (used.isEmpty()) {
      return Block.let(result, construct.apply(values(arms)), rest);
    }
    Variable all = new Variable("received");
    List<Expr> bodies = new ArrayList<>();
    for (Arm arm : arms) {
      List<Expr> parts = handedOn(arm, used);
      bodies.add(arm.block.close(LowerExpression.tuple(parts, 0)));
    }
    Expr body = rest;
    for (int i = used.size(); i > 0; i--) {
      body = new Expr.Let(used.get(i - 1), part(all, i), body);
    }
    return new Expr.Let(all, construct.apply(bodies), new Expr.Let(result, part(all, 0), body));
  }

  static Expr part(Variable tuple, int index) {
    return new Expr.PrimOp(CorePrimitives.ELEMENT, List.of(new Expr.Ref(tuple)), index, 0);
  }

  /**
   * {@code maybe}: each {@code ?=} that fails goes to the else clauses, or makes its value the
   * whole's.
   */
  Expr maybe(Node.Maybe node, Block block) {
    Variable failed = new Variable("failed");
    Label otherwise = new Label("else", List.of(failed));
    Expr target = new Expr.Ref(failed);
    if (!node.otherwise().isEmpty()) {
      target =
          new Expr.Case(
              List.of(new Expr.Ref(failed)),
              closed(arms(node.otherwise(), block.scope)),
              Lowering.op(ErlangPrimitives.ELSE_CLAUSE, node.at(), new Expr.Ref(failed)));
    }
    Block steps = new Block(new Scope(block.scope), true);
    Expr value = Lowering.constant(Atom.OK);
    for (int i = 0; i < node.steps().size(); i++) {
      boolean last = i == node.steps().size() - 1;
      Node step = node.steps().get(i);
      value =
          step instanceof Node.MaybeMatch match
              ? step(match, steps, otherwise)
              : lowering.expressions.value(step, steps);
      if (!last) {
        steps.effect(value);
      }
    }
    return new Expr.Join(otherwise, false, target, steps.close(value, true));
  }

  private Expr step(Node.MaybeMatch match, Block block, Label otherwise) {
    Expr subject = block.bind(lowering.expressions.value(match.value(), block), "step");
    LowerPattern.Heads heads = lowering.patterns.heads(block.scope, false);
    Pattern pattern = lowering.patterns.pattern(match.pattern(), heads);
    Expr guard = heads.with(null);
    block.add(
        (rest, escapes) ->
            new Expr.Case(
                List.of(subject),
                List.of(new Expr.Clause(List.of(pattern), guard, rest, Lowering.line(match.at()))),
                new Expr.Jump(otherwise, List.of(subject))));
    return subject;
  }
}
