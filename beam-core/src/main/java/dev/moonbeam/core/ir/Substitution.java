package dev.moonbeam.core.ir;

import dev.moonbeam.core.ir.Expr.*;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies an expression: free variables are replaced, and every variable and label bound inside gets
 * a fresh twin, so that the copy may stand beside the original.
 */
public final class Substitution {
  private final Map<Variable, Expr> variables = new IdentityHashMap<>();
  private final Map<Label, Label> labels = new IdentityHashMap<>();

  public Substitution replace(Variable variable, Expr by) {
    variables.put(variable, by);
    return this;
  }

  public Substitution replace(Label label, Label by) {
    labels.put(label, by);
    return this;
  }

  /** A fresh twin of a variable, which stands for it from now on. */
  public Variable fresh(Variable variable) {
    Variable twin = new Variable(variable.name(), variable.type());
    variables.put(variable, new Ref(twin));
    return twin;
  }

  private List<Variable> fresh(List<Variable> list) {
    List<Variable> twins = new ArrayList<>(list.size());
    for (Variable variable : list) {
      twins.add(fresh(variable));
    }
    return twins;
  }

  private Label fresh(Label label) {
    Label twin = new Label(label.name(), fresh(label.parameters()));
    labels.put(label, twin);
    return twin;
  }

  /** The copy. */
  public Expr apply(Expr expr) {
    return switch (expr) {
      case Ref(var variable) -> {
        Expr by = variables.get(variable);
        yield by == null ? expr : by;
      }
      case Let(var variable, var value, var body) -> {
        Expr v = apply(value);
        yield new Let(fresh(variable), v, apply(body));
      }
      case Join(var label, var loop, var target, var body) -> {
        Label twin = fresh(label);
        yield new Join(twin, loop, apply(target), apply(body));
      }
      case Jump(var label, var arguments) -> {
        Label twin = labels.get(label);
        List<Expr> a = Exprs.mapAll(arguments, this::apply);
        yield twin == null && a == arguments ? expr : new Jump(twin == null ? label : twin, a);
      }
      case IfUnboxed(var value, var unboxed, var then, var other, var otherwise) -> {
        Expr v = apply(value);
        yield new IfUnboxed(v, fresh(unboxed), apply(then), fresh(other), apply(otherwise));
      }
      case Try(var body, var result, var of, var raised, var handler, var trace, var line) -> {
        Expr b = apply(body);
        yield new Try(b, fresh(result), apply(of), fresh(raised), apply(handler), trace, line);
      }
      case Lambda(var f) -> new Lambda(function(f));
      case LetRec(var names, var functions, var body) -> {
        List<Variable> twins = fresh(names);
        List<Lambda> copies = new ArrayList<>(functions.size());
        for (Lambda lambda : functions) {
          copies.add(new Lambda(function(lambda.function())));
        }
        yield new LetRec(twins, copies, apply(body));
      }
      case Case(var scrutinees, var clauses, var noMatch) ->
          new Case(Exprs.mapAll(scrutinees, this::apply), clauses(clauses), apply(noMatch));
      case Receive(var clauses, var timeout, var after, var line) ->
          new Receive(
              clauses(clauses),
              timeout == null ? null : apply(timeout),
              after == null ? null : apply(after),
              line);
      default -> Exprs.mapChildren(expr, this::apply);
    };
  }

  private FunctionDef function(FunctionDef f) {
    List<Variable> captured = fresh(f.captured());
    List<Variable> parameters = fresh(f.parameters());
    Variable rest = f.rest() == null ? null : fresh(f.rest());
    return new FunctionDef(
        f.name(),
        captured,
        parameters,
        rest,
        f.strictArity(),
        apply(f.body()),
        f.displayName(),
        f.line(),
        f.self());
  }

  private List<Clause> clauses(List<Clause> clauses) {
    List<Clause> copies = new ArrayList<>(clauses.size());
    for (Clause clause : clauses) {
      List<Pattern> patterns = new ArrayList<>(clause.patterns().size());
      for (Pattern pattern : clause.patterns()) {
        patterns.add(pattern(pattern));
      }
      Expr guard = clause.guard() == null ? null : apply(clause.guard());
      copies.add(new Clause(patterns, guard, apply(clause.body()), clause.line()));
    }
    return copies;
  }

  private Pattern pattern(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Any _, Pattern.Literal _ -> pattern;
      case Pattern.Bind(var variable) -> new Pattern.Bind(fresh(variable));
      case Pattern.Equal(var value) -> new Pattern.Equal(apply(value));
      case Pattern.Alias(var variable, var inner) ->
          new Pattern.Alias(fresh(variable), pattern(inner));
      case Pattern.Both(var left, var right) -> new Pattern.Both(pattern(left), pattern(right));
      case Pattern.ConsCell(var head, var tail) ->
          new Pattern.ConsCell(pattern(head), pattern(tail));
      case Pattern.TupleOf(var elements) ->
          new Pattern.TupleOf(elements.stream().map(this::pattern).toList());
      case Pattern.MapWith(var entries) ->
          new Pattern.MapWith(
              entries.stream()
                  .map(e -> new Pattern.Entry(apply(e.key()), pattern(e.value())))
                  .toList());
      case Pattern.BitString(var segments) -> {
        List<Pattern.Segment> copies = new ArrayList<>(segments.size());
        for (Pattern.Segment s : segments) {
          Expr size = s.size() == null ? null : apply(s.size());
          copies.add(
              new Pattern.Segment(
                  pattern(s.value()), size, s.unit(), s.type(), s.signed(), s.little()));
        }
        yield new Pattern.BitString(copies);
      }
    };
  }
}
