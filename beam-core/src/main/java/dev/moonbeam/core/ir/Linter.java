package dev.moonbeam.core.ir;

import dev.moonbeam.core.ir.Expr.*;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what must hold of every module of the IR, so that a defect shows where it was made and not
 * in the JVM's verifier: every variable is bound once and used in its scope; a jump goes to a join
 * point it is in tail position of, with as many arguments as that has parameters; calls fit the
 * functions they name; operands are as many as a primitive takes; list of results and terms are not
 * mixed up.
 */
public final class Linter {
  private final String stage;
  private final Map<FunctionName, FunctionDef> functions = new HashMap<>();
  private final Set<Variable> bound = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Variable> scope = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Label> labels = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Label> defined = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Typing.Known types = new Typing.Known();
  private @Nullable FunctionName current;

  private Linter(String stage) {
    this.stage = stage;
  }

  /**
   * @param stage who made the module, for the message
   * @throws IllegalStateException when something does not hold
   */
  public static void check(CoreModule module, String stage) {
    Linter linter = new Linter(stage);
    for (FunctionDef function : module.functions()) {
      if (linter.functions.put(function.name(), function) != null) {
        throw linter.defect("function " + function.name() + " defined twice");
      }
    }
    for (FunctionName export : module.exports()) {
      if (!linter.functions.containsKey(export)) {
        throw linter.defect("exported " + export + " is not defined");
      }
    }
    for (FunctionDef function : module.functions()) {
      linter.current = function.name();
      linter.bound.clear();
      linter.function(function);
    }
  }

  private IllegalStateException defect(String what) {
    return new IllegalStateException("after " + stage + ", in " + current + ": " + what);
  }

  private void function(FunctionDef function) {
    Set<Label> outer = new HashSet<>(labels);
    labels.clear();
    List<Variable> parameters = function.allParameters();
    parameters.forEach(this::bind);
    visit(function.body(), true);
    scope.removeAll(parameters);
    labels.addAll(outer);
  }

  private void bind(Variable variable) {
    if (!bound.add(variable)) {
      throw defect("variable " + variable + " is bound twice");
    }
    scope.add(variable);
  }

  private void operand(Expr expr) {
    visit(expr, false);
  }

  /** {@code tail}: whether the labels in scope may be jumped to from here. */
  private void visit(Expr expr, boolean tail) {
    switch (expr) {
      case Const _ -> {}
      case Ref(var variable) -> {
        if (!scope.contains(variable)) {
          throw defect("variable " + variable + " is not in scope");
        }
      }
      case Let(var variable, var value, var body) -> {
        operand(value);
        bind(variable);
        visit(body, tail);
        scope.remove(variable);
      }
      case Seq(var first, var second) -> {
        operand(first);
        visit(second, tail);
      }
      case If(var condition, var then, var otherwise) -> {
        operand(condition);
        if (Typing.typeOf(condition, types) == Type.VALUES) {
          throw defect("a list of results as condition");
        }
        visit(then, tail);
        visit(otherwise, tail);
      }
      case IfUnboxed(var value, var unboxed, var then, var other, var otherwise) -> {
        operand(value);
        bind(unboxed);
        visit(then, tail);
        scope.remove(unboxed);
        bind(other);
        visit(otherwise, tail);
        scope.remove(other);
      }
      case Join join -> join(join, tail);
      case Jump(var label, var arguments) -> {
        if (!tail || !labels.contains(label)) {
          throw defect("jump to " + label + " from where it cannot go");
        }
        if (arguments.size() != label.parameters().size()) {
          throw defect("jump to " + label + " with " + arguments.size() + " arguments");
        }
        arguments.forEach(this::operand);
      }
      case Switch(var scrutinee, var arms, var otherwise) -> {
        operand(scrutinee);
        arms.forEach(arm -> visit(arm.body(), tail));
        visit(otherwise, tail);
      }
      case Case(var scrutinees, var clauses, var noMatch) -> {
        scrutinees.forEach(this::operand);
        clauses.forEach(clause -> clause(clause, scrutinees.size(), tail));
        visit(noMatch, tail);
      }
      case Receive(var clauses, var timeout, var after, _) -> {
        if (timeout != null) {
          operand(timeout);
        }
        clauses.forEach(clause -> clause(clause, 1, tail));
        if (after != null) {
          visit(after, tail);
        }
      }
      case Try attempt -> {
        operand(attempt.body());
        bind(attempt.result());
        visit(attempt.of(), tail);
        scope.remove(attempt.result());
        bind(attempt.raised());
        visit(attempt.handler(), tail);
        scope.remove(attempt.raised());
      }
      case Call call -> call(call);
      case PrimOp op -> {
        op.arguments().forEach(this::operand);
        if (op.arguments().size() != op.primitive().arity()) {
          throw defect(op.primitive().name() + " of " + op.arguments().size() + " operands");
        }
        operandTypes(op);
      }
      case Lambda(var function) -> function(function);
      case LetRec(var variables, var lambdas, var body) -> {
        variables.forEach(this::bind);
        lambdas.forEach(lambda -> function(lambda.function()));
        visit(body, tail);
        scope.removeAll(variables);
      }
      case Charge(_, var body) -> visit(body, tail);
      case Unrolled(var history, _, var body) -> {
        operand(history);
        if (Typing.typeOf(history, types) != Type.LONG) {
          throw defect("a history that is no LONG");
        }
        visit(body, tail);
      }
      case MakeFun(var name, var captured) -> {
        captured.forEach(this::operand);
        FunctionDef function = functions.get(name);
        int wanted = function == null ? -1 : function.captured().size() - (function.self() ? 1 : 0);
        if (wanted != captured.size()) {
          throw defect("value of " + name + " made with " + captured.size() + " captured values");
        }
      }
      default -> Exprs.forEachChild(expr, this::operand);
    }
  }

  private void join(Join join, boolean tail) {
    Label label = join.label();
    if (!defined.add(label)) {
      throw defect("join point " + label + " is defined twice");
    }
    label.parameters().forEach(this::bind);
    scope.removeAll(label.parameters());
    Set<Label> outer = null;
    if (!tail) {
      // Jumps out of an operand to a join point around it are not possible; to one within, they
      // are.
      outer = new HashSet<>(labels);
      labels.clear();
    }
    labels.add(label);
    visit(join.body(), true);
    if (!join.loop()) {
      labels.remove(label);
    }
    scope.addAll(label.parameters());
    visit(join.target(), true);
    scope.removeAll(label.parameters());
    labels.remove(label);
    if (outer != null) {
      labels.addAll(outer);
    }
  }

  private void clause(Clause clause, int patterns, boolean tail) {
    if (clause.patterns().size() != patterns) {
      throw defect("clause of " + clause.patterns().size() + " patterns, not " + patterns);
    }
    Set<Variable> variables = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Pattern pattern : clause.patterns()) {
      Exprs.forEachBinding(pattern, variables::add);
    }
    variables.forEach(this::bind);
    for (Pattern pattern : clause.patterns()) {
      Exprs.mapPattern(
          pattern,
          inner -> {
            operand(inner);
            return inner;
          });
    }
    if (clause.guard() != null) {
      operand(clause.guard());
    }
    visit(clause.body(), tail);
    scope.removeAll(variables);
  }

  private void call(Call call) {
    call.arguments().forEach(this::operand);
    if (call.rest() != null) {
      operand(call.rest());
    }
    FunctionDef function = functions.get(call.function());
    if (function == null) {
      throw defect("call of " + call.function() + ", which is not defined");
    }
    int wanted = function.captured().size() + function.parameters().size();
    if (call.arguments().size() != wanted || call.rest() != null && function.rest() == null) {
      throw defect(
          "call of " + call.function() + " with " + call.arguments().size() + " arguments");
    }
  }

  private void operandTypes(PrimOp op) {
    List<Type> parameters = Typing.variant(op, types).parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Type have = Typing.typeOf(op.arguments().get(i), types);
      if (have != null && (have == Type.VALUES) != (parameters.get(i) == Type.VALUES)) {
        throw defect(
            "operand "
                + i
                + " of "
                + op.primitive().name()
                + " is "
                + have
                + ", not "
                + parameters.get(i));
      }
    }
  }
}
