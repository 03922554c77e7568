package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.erlang.compile.ForeseenPatterns.Fit;
import dev.moonbeam.erlang.compile.Foresight.Use;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clauses that can never match, and constructs of which no clause can. */
final class ForeseenClauses {
  static final String NO_CLAUSE = "no clause will ever match";
  static final String WRONG_TYPE = "this clause cannot match because of different types/sizes";
  static final String CONTRADICTION = "pattern cannot possibly match";
  static final String FALSE_GUARD =
      "this clause cannot match because its guard evaluates to 'false'";

  private final Foresight foresight;

  ForeseenClauses(Foresight foresight) {
    this.foresight = foresight;
  }

  /**
   * What clauses are asked about.
   *
   * @param at where it is said that none matches; 0 where that is not said
   * @param values what is known of the terms that the patterns are for
   * @param name of the function whose clauses these are, or null
   */
  private record Subject(long at, List<Foreseen> values, @Nullable FunctionName name) {
    /** Of a term that is written out nothing is said: it is likely to stand for an option. */
    boolean isConstant() {
      return values.size() == 1 && values.getFirst() instanceof Foreseen.Constant;
    }
  }

  void ofFunction(
      List<Node.Clause> clauses, @Nullable FunctionName name, ForeseenScope scope, Use use) {
    List<Foreseen> unknown = new ArrayList<>();
    clauses.getFirst().patterns().forEach(_ -> unknown.add(Foreseen.UNKNOWN));
    long at = name == null ? 0 : clauses.getFirst().at();
    List<Way> ways = new ArrayList<>();
    for (Node.Clause clause : clauses) {
      // Parameters are new, whatever is bound around.
      ForeseenScope own = new ForeseenScope(null);
      Fit fit = Fit.ALWAYS;
      int compared = foresight.patterns.compared();
      for (Node pattern : clause.patterns()) {
        fit = fit.and(foresight.patterns.match(pattern, Foreseen.UNKNOWN, own));
      }
      ForeseenScope inner = new ForeseenScope(scope);
      inner.add(own);
      ways.add(new Way(clause, inner, fit, foresight.patterns.compared() > compared));
    }
    run(ways, new Subject(at, unknown, name), new ForeseenScope(null), use);
  }

  Foreseen ofCase(Node.Case node, Foreseen value, ForeseenScope scope, Use use) {
    Subject subject = new Subject(node.at(), List.of(value), null);
    List<Way> ways = ways(node.clauses(), subject, scope);
    return run(value.isTruth() ? truths(ways) : ways, subject, scope, use);
  }

  Foreseen ofIf(Node.If node, ForeseenScope scope, Use use) {
    Subject subject = new Subject(node.at(), List.of(), null);
    return run(ways(node.clauses(), subject, scope), subject, scope, use);
  }

  void ofReceive(Node.Receive node, ForeseenScope scope, Use use) {
    if (!node.clauses().isEmpty()) {
      Subject subject = new Subject(node.at(), List.of(Foreseen.UNKNOWN), null);
      run(ways(node.clauses(), subject, scope), subject, scope, use);
    }
  }

  void ofTry(Node.Try node, ForeseenScope scope) {
    if (!node.of().isEmpty()) {
      Subject subject = new Subject(node.at(), List.of(Foreseen.UNKNOWN), null);
      run(ways(node.of(), subject, scope), subject, scope, Use.VALUE);
    }
  }

  /** The clauses of a try's catch: of a class, a reason and a trace. */
  void handlers(List<Node.CatchClause> handlers, ForeseenScope scope) {
    if (handlers.isEmpty()) {
      return;
    }
    long first = handlers.getFirst().at();
    Subject subject = new Subject(first, List.of(Foreseen.UNKNOWN, Foreseen.UNKNOWN), null);
    List<Node.Clause> clauses = new ArrayList<>();
    for (Node.CatchClause handler : handlers) {
      clauses.add(
          new Node.Clause(
              handler.at(),
              List.of(handler.kind(), handler.pattern()),
              handler.guard(),
              handler.body()));
    }
    List<Way> ways = ways(clauses, subject, scope);
    for (int i = 0; i < ways.size(); i++) {
      Node.Var trace = handlers.get(i).trace();
      if (trace != null && ways.get(i).scope.find(trace.name()) == null) {
        ways.get(i).scope.bind(trace.name(), Foreseen.UNKNOWN);
      }
    }
    run(ways, subject, scope, Use.VALUE);
  }

  /**
   * A clause whose patterns were read.
   *
   * @param compares whether they hold a variable that has a value already, which makes a guard
   */
  private record Way(Node.Clause clause, ForeseenScope scope, Fit fit, boolean compares) {}

  private List<Way> ways(List<Node.Clause> clauses, Subject subject, ForeseenScope scope) {
    List<Way> ways = new ArrayList<>();
    for (Node.Clause clause : clauses) {
      ForeseenScope inner = new ForeseenScope(scope);
      Fit fit = Fit.ALWAYS;
      int compared = foresight.patterns.compared();
      for (int i = 0; i < clause.patterns().size(); i++) {
        fit =
            fit.and(
                foresight.patterns.match(clause.patterns().get(i), subject.values.get(i), inner));
      }
      ways.add(new Way(clause, inner, fit, foresight.patterns.compared() > compared));
    }
    return ways;
  }

  /**
   * Clauses for true and false: what is neither, and what comes when both were there, is left out.
   */
  private List<Way> truths(List<Way> ways) {
    List<Way> kept = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Way way : ways) {
      long at = way.clause.at();
      Node pattern = way.clause.patterns().getFirst();
      Object term = ConstantExpressions.value(pattern);
      if (seen.size() == 2) {
        foresight.warning(at, previousMatches(null, 0));
      } else if (!way.clause.guard().isEmpty()
          || pattern instanceof Node.Var
          || pattern instanceof Node.Match) {
        // It may be anything that makes this clause match.
        return ways;
      } else if (term != Atom.TRUE && term != Atom.FALSE) {
        foresight.warning(at, WRONG_TYPE);
      } else if (!seen.add(term)) {
        foresight.warning(at, previousMatches(null, 0));
      } else {
        kept.add(way);
      }
    }
    return kept;
  }

  private static String previousMatches(@Nullable FunctionName name, long previous) {
    return "this clause"
        + (name == null ? "" : " for " + name)
        + " cannot match because a previous clause"
        + (previous == 0 ? "" : " at line " + Lowering.line(previous))
        + " always matches";
  }

  private Foreseen run(List<Way> ways, Subject subject, ForeseenScope scope, Use use) {
    List<RepeatedClauses.Row> rows = new ArrayList<>();
    List<Foreseen> results = new ArrayList<>();
    long always = 0;
    boolean contradicted = false;
    for (Way way : ways) {
      Node.Clause clause = way.clause;
      if (clause.patterns().stream().anyMatch(foresight.patterns::contradicts)) {
        foresight.certain(clause.at(), CONTRADICTION);
        contradicted = true;
        continue;
      }
      if (way.fit.compareTo(Fit.NEVER) <= 0 || always != 0) {
        boolean told = way.fit == Fit.REFUSED || subject.isConstant();
        if (!told) {
          foresight.warning(
              clause.at(), always != 0 ? previousMatches(subject.name, always) : WRONG_TYPE);
        }
        foresight.unreached(() -> foresight.body(clause.body(), way.scope, use));
        continue;
      }
      Foreseen guard = guard(clause.guard(), way.scope);
      Foreseen result = foresight.body(clause.body(), way.scope, use);
      if (guard.isAtom(Atom.FALSE)) {
        foresight.warning(clause.at(), FALSE_GUARD);
        continue;
      }
      results.add(result);
      scope.add(way.scope);
      boolean passes = guard.isAtom(Atom.TRUE);
      if (passes && way.fit == Fit.ALWAYS) {
        always = clause.at();
      }
      rows.add(row(clause, passes && !way.compares));
    }
    if (rows.isEmpty() && subject.at != 0 && !contradicted) {
      foresight.warning(subject.at, NO_CLAUSE);
    }
    if (!subject.isConstant()) {
      new RepeatedClauses(
              (second, first) -> foresight.warning(second.at(), previousMatches(null, first.at())))
          .check(rows);
    }
    return joined(results);
  }

  private RepeatedClauses.Row row(Node.Clause clause, boolean passes) {
    List<Node> plain = clause.patterns().stream().map(foresight.patterns::withoutRecords).toList();
    return new RepeatedClauses.Row(clause.at(), !passes, plain);
  }

  private static Foreseen joined(List<Foreseen> results) {
    if (results.size() == 1) {
      return results.getFirst() == Foreseen.NEVER ? Foreseen.UNKNOWN : results.getFirst();
    }
    return !results.isEmpty() && results.stream().allMatch(Foreseen::isTruth)
        ? Foreseen.TRUTH
        : Foreseen.UNKNOWN;
  }

  // ---- Guards ----------------------------------------------------------------------------------

  /** True, false, or neither known. Anything but true does not let pass. */
  private Foreseen guard(List<List<Node>> alternatives, ForeseenScope scope) {
    if (alternatives.isEmpty()) {
      return Foreseen.of(true);
    }
    boolean known = true;
    boolean passes = false;
    for (List<Node> tests : alternatives) {
      boolean all = true;
      for (Node test : tests) {
        Foreseen value = foresight.expression(ObsoleteFunctions.current(test), scope, Use.VALUE);
        known &= value instanceof Foreseen.Constant;
        all &= value.isAtom(Atom.TRUE);
      }
      passes |= all;
    }
    return known ? Foreseen.of(passes) : Foreseen.UNKNOWN;
  }
}
