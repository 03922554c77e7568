package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.WorkMeter;
import dev.moonbeam.erlang.compile.ForeseenPatterns.Fit;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.ConstantTerms;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a function that lint found nothing wrong with and follows what is known of values:
 * warns of values that nobody takes, of clauses that never match and of calls that are sure to
 * fail. These are the warnings of OTP's optimiser ({@code sys_core_fold} and the passes around it),
 * in its words.
 */
final class Foresight {
  /** Where the value of an expression goes. */
  enum Use {
    VALUE,
    /** Nowhere: only the effect counts. */
    EFFECT,
    /** Into a term that goes nowhere, of which all has been said. */
    PART
  }

  /** Where warnings go. */
  interface Warnings {
    void warning(long at, String message);
  }

  private final Set<Long> unusedVariables;
  private final Warnings warnings;
  private final Set<List<Object>> told = new HashSet<>();
  private boolean unreached;
  final ForeseenPatterns patterns;
  private final ForeseenClauses clauses;
  private final ForeseenBits bits = new ForeseenBits(this);
  private final ForeseenOperations operations;

  /**
   * @param unusedVariables places where a variable is bound that nobody uses
   */
  Foresight(
      ModuleContext context,
      Map<String, RecordType> records,
      Set<Long> unusedVariables,
      Warnings warnings) {
    this.unusedVariables = unusedVariables;
    this.warnings = warnings;
    this.patterns = new ForeseenPatterns(records, bits);
    this.clauses = new ForeseenClauses(this);
    this.operations = new ForeseenOperations(this, context);
  }

  /** The same is said once of one place, and only of code that may be reached. */
  void warning(long at, String message) {
    if (!unreached) {
      certain(at, message);
    }
  }

  /** What OTP finds before it looks at what is reached. */
  void certain(long at, String message) {
    if (told.add(List.of(at, message))) {
      warnings.warning(at, message);
    }
  }

  /** Goes through code that is never reached. */
  void unreached(Runnable code) {
    boolean before = unreached;
    unreached = true;
    code.run();
    unreached = before;
  }

  void function(FunctionName name, List<Node.Clause> all) {
    clauses.ofFunction(all, name, new ForeseenScope(null), Use.VALUE);
  }

  // ---- Sequences -------------------------------------------------------------------------------

  Foreseen body(List<Node> nodes, ForeseenScope scope, Use use) {
    Foreseen last = Foreseen.UNKNOWN;
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      last = expression(node, scope, i < nodes.size() - 1 ? Use.EFFECT : use);
      // What is bound to a value that never comes keeps what follows from being reached.
      if (last == Foreseen.NEVER && node instanceof Node.Match && i < nodes.size() - 1) {
        List<Node> rest = nodes.subList(i + 1, nodes.size());
        unreached(() -> body(rest, scope, use));
        return last;
      }
    }
    return last;
  }

  Foreseen value(Node node, ForeseenScope scope) {
    return expression(node, scope, Use.VALUE);
  }

  List<Foreseen> values(List<Node> nodes, ForeseenScope scope) {
    List<Foreseen> values = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      values.add(value(node, scope));
    }
    return values;
  }

  /**
   * The parts of a term: what is built in vain within a term built in vain is not told of again.
   */
  private List<Foreseen> parts(List<Node> nodes, ForeseenScope scope, Use use) {
    List<Foreseen> values = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      values.add(expression(node, scope, use == Use.VALUE ? use : Use.PART));
    }
    return values;
  }

  // ---- Expressions -----------------------------------------------------------------------------

  Foreseen expression(Node node, ForeseenScope scope, Use use) {
    return switch (node) {
      case Node.Var(_, String name) -> {
        Foreseen known = scope.find(name);
        yield known == null ? Foreseen.UNKNOWN : known;
      }
      case Node.Literal(_, Object value) -> {
        if (!(value instanceof Atom) && value != Nil.EMPTY) {
          useless(node.at(), use);
        }
        yield Foreseen.constant(value);
      }
      case Node.Char character -> {
        useless(node.at(), use);
        yield Foreseen.constant((long) character.codePoint());
      }
      case Node.Str string -> {
        if (!string.text().isEmpty()) {
          useless(node.at(), use);
        }
        yield new Foreseen.Constant(
            ConstantTerms.string(string.text(), Nil.EMPTY), string.text().length() + 1);
      }
      case Node.ListOf list -> list(list, scope, use);
      case Node.TupleOf tuple -> {
        useless(tuple.at(), use);
        yield Foreseen.tuple(parts(tuple.elements(), scope, use));
      }
      case Node.MapOf map -> map(map, scope, use);
      case Node.RecordOf record -> record(record, scope, use);
      case Node.RecordAccess access -> {
        value(access.record(), scope);
        yield Foreseen.UNKNOWN;
      }
      case Node.RecordIndex _, Node.MaybeMatch _ -> Foreseen.UNKNOWN;
      case Node.Bits each -> {
        useless(each.at(), use);
        yield bits.construction(each, scope);
      }
      case Node.ListComprehension each ->
          comprehension(List.of(each.template()), each.qualifiers(), scope, use);
      case Node.BitComprehension each ->
          comprehension(List.of(each.template()), each.qualifiers(), scope, Use.VALUE);
      case Node.MapComprehension each ->
          comprehension(List.of(each.key(), each.value()), each.qualifiers(), scope, Use.VALUE);
      case Node.Block block -> body(block.body(), scope, use);
      case Node.If each -> clauses.ofIf(each, scope, use);
      case Node.Case each -> clauses.ofCase(each, value(each.subject(), scope), scope, use);
      case Node.Receive each -> receive(each, scope, use);
      case Node.Maybe each -> maybe(each, scope);
      case Node.Try each -> attempt(each, scope);
      case Node.Catch each -> {
        ForeseenScope inner = new ForeseenScope(scope);
        value(each.body(), inner);
        scope.add(inner);
        yield Foreseen.UNKNOWN;
      }
      case Node.FunOf fun -> fun(fun, scope, use);
      case Node.LocalFun _, Node.RemoteFun _ -> {
        if (use != Use.VALUE) {
          operations.ignored(node.at(), "fun construction");
        }
        yield Foreseen.UNKNOWN;
      }
      case Node.Call call -> operations.call(call, scope, use);
      case Node.Remote _ -> Foreseen.UNKNOWN;
      case Node.Match match -> match(match, scope, use);
      case Node.Binary binary -> operations.binary(binary, scope, use);
      case Node.Unary(long at, String operator, Node operand) ->
          operations.erlang(at, operator, List.of(value(operand, scope)), use);
    };
  }

  private void useless(long at, Use use) {
    if (use == Use.EFFECT) {
      warning(at, "a term is constructed, but never used");
    }
  }

  private Foreseen list(Node.ListOf list, ForeseenScope scope, Use use) {
    if (!list.elements().isEmpty()) {
      useless(list.at(), use);
    }
    List<Foreseen> elements = parts(list.elements(), scope, use);
    Foreseen all =
        list.tail() == null
            ? Foreseen.constant(Nil.EMPTY)
            : parts(List.of(list.tail()), scope, use).getFirst();
    for (Foreseen element : elements.reversed()) {
      all = Foreseen.cons(element, all);
    }
    return all;
  }

  private Foreseen map(Node.MapOf map, ForeseenScope scope, Use use) {
    repeatedKeys(map);
    if (map.base() != null) {
      Foreseen base = value(map.base(), scope);
      boolean isMap =
          !(base instanceof Foreseen.Constant(Object term, _))
              || term instanceof dev.moonbeam.core.term.TermMap;
      boolean isOther = base instanceof Foreseen.TupleOf || base instanceof Foreseen.ConsOf;
      if (!isMap || isOther) {
        warning(map.at(), "map update will fail with a 'badmap' exception");
      }
    } else {
      useless(map.at(), use);
    }
    for (Node.MapField field : map.fields()) {
      parts(List.of(field.key(), field.value()), scope, map.base() == null ? use : Use.VALUE);
    }
    Object term = ConstantTerms.term(map);
    return term == null ? Foreseen.UNKNOWN : new Foreseen.Constant(term, map.fields().size());
  }

  /** Keys that a map expression gives a value more than once. */
  private void repeatedKeys(Node.MapOf map) {
    Set<Object> later = new HashSet<>();
    for (Node.MapField field : map.fields().reversed()) {
      Object key = ConstantExpressions.value(field.key());
      if (key != null && !later.add(key)) {
        String shown =
            key instanceof Atom atom
                ? "'" + atom.name() + "'"
                : TermPrinter.pretty(key, 1_000, WorkMeter.NONE);
        certain(field.key().at(), "key " + shown + " will be overridden in expression");
      }
    }
  }

  private Foreseen record(Node.RecordOf record, ForeseenScope scope, Use use) {
    List<Node> values = record.fields().stream().map(Node.RecordField::value).toList();
    if (record.base() != null) {
      value(record.base(), scope);
      values(values, scope);
    } else {
      useless(record.at(), use);
      parts(values, scope, use);
    }
    return Foreseen.UNKNOWN;
  }

  private Foreseen comprehension(
      List<Node> template, List<Node.Qualifier> qualifiers, ForeseenScope scope, Use use) {
    ForeseenScope inner = new ForeseenScope(scope);
    for (Node.Qualifier qualifier : qualifiers) {
      switch (qualifier) {
        case Node.Filter filter -> value(filter.test(), inner);
        case Node.ListGenerator generator ->
            inner = generated(List.of(generator.pattern()), generator.source(), inner);
        case Node.BitGenerator generator ->
            inner = generated(List.of(generator.pattern()), generator.source(), inner);
        case Node.MapGenerator generator ->
            inner =
                generated(List.of(generator.key(), generator.value()), generator.source(), inner);
      }
    }
    for (Node node : template) {
      expression(node, inner, use);
    }
    return Foreseen.UNKNOWN;
  }

  private ForeseenScope generated(List<Node> heads, Node source, ForeseenScope scope) {
    value(source, new ForeseenScope(scope));
    ForeseenScope inner = new ForeseenScope(scope);
    ForeseenScope own = new ForeseenScope(null);
    heads.forEach(head -> patterns.match(head, Foreseen.UNKNOWN, own));
    inner.add(own);
    return inner;
  }

  private Foreseen receive(Node.Receive receive, ForeseenScope scope, Use use) {
    if (receive.timeout() != null) {
      value(receive.timeout(), scope);
      ForeseenScope after = new ForeseenScope(scope);
      body(receive.after(), after, use);
      clauses.ofReceive(receive, scope, use);
      scope.add(after);
    } else {
      clauses.ofReceive(receive, scope, use);
    }
    return Foreseen.UNKNOWN;
  }

  private Foreseen maybe(Node.Maybe maybe, ForeseenScope scope) {
    ForeseenScope steps = new ForeseenScope(scope);
    for (int i = 0; i < maybe.steps().size(); i++) {
      Use use = i < maybe.steps().size() - 1 ? Use.EFFECT : Use.VALUE;
      if (maybe.steps().get(i) instanceof Node.MaybeMatch step) {
        value(step.value(), steps);
        patterns.match(step.pattern(), Foreseen.UNKNOWN, steps);
      } else {
        expression(maybe.steps().get(i), steps, use);
      }
    }
    scope.add(steps);
    for (Node.Clause clause : maybe.otherwise()) {
      ForeseenScope inner = new ForeseenScope(scope);
      clause.patterns().forEach(each -> patterns.match(each, Foreseen.UNKNOWN, inner));
      body(clause.body(), inner, Use.VALUE);
      scope.add(inner);
    }
    return Foreseen.UNKNOWN;
  }

  private Foreseen attempt(Node.Try attempt, ForeseenScope scope) {
    ForeseenScope body = new ForeseenScope(scope);
    body(attempt.body(), body, Use.VALUE);
    clauses.ofTry(attempt, body);
    scope.add(body);
    boolean safe = attempt.body().size() == 1 && cannotFail(attempt.body().getFirst());
    if (safe) {
      unreached(() -> clauses.handlers(attempt.handlers(), scope));
    } else {
      clauses.handlers(attempt.handlers(), scope);
    }
    if (!attempt.after().isEmpty()) {
      ForeseenScope after = new ForeseenScope(scope);
      body(attempt.after(), after, Use.EFFECT);
      scope.add(after);
    }
    return Foreseen.UNKNOWN;
  }

  private static boolean cannotFail(Node node) {
    return node instanceof Node.Var || ConstantTerms.term(node) != null;
  }

  private Foreseen fun(Node.FunOf fun, ForeseenScope scope, Use use) {
    if (use != Use.VALUE) {
      useless(fun.at(), use);
      return Foreseen.UNKNOWN;
    }
    ForeseenScope inner = new ForeseenScope(scope);
    if (fun.name() != null) {
      inner.bind(fun.name(), Foreseen.UNKNOWN);
    }
    clauses.ofFunction(fun.clauses(), null, inner, Use.VALUE);
    return Foreseen.UNKNOWN;
  }

  private Foreseen match(Node.Match match, ForeseenScope scope, Use use) {
    boolean dropped =
        use != Use.VALUE
            && match.pattern() instanceof Node.Var(long at, String variable)
            && !variable.startsWith("_")
            && unusedVariables.contains(at)
            && !isLiteral(match.value());
    Foreseen found = expression(match.value(), scope, dropped ? use : Use.VALUE);
    if (found == Foreseen.NEVER) {
      patterns.match(match.pattern(), Foreseen.UNKNOWN, scope);
      return found;
    }
    // Only tuples and whole terms are followed through variables.
    boolean followed = !(found instanceof Foreseen.ConsOf);
    if (match.pattern() instanceof Node.Var(_, String name)) {
      if (name.equals("_") || scope.find(name) == null) {
        if (!name.equals("_")) {
          scope.bind(name, followed ? found : Foreseen.UNKNOWN);
        }
        return found;
      }
      return compare(match, scope.find(name), found);
    }
    long at = Node.start(match.pattern());
    Fit fit = patterns.match(match.pattern(), found, scope);
    boolean contradicts = patterns.contradicts(match.pattern());
    Node inner = match.value();
    for (int i = 0; i < LintPattern.MOST_ALIASES; i++) {
      if (inner instanceof Node.Match(_, Node other, Node rest)) {
        contradicts |= patterns.contradict(match.pattern(), other);
        inner = rest;
      }
    }
    if (contradicts) {
      certain(at, ForeseenClauses.CONTRADICTION);
      return Foreseen.NEVER;
    }
    if (fit.compareTo(Fit.NEVER) > 0) {
      return found;
    }
    warning(at, ForeseenClauses.NO_CLAUSE);
    if (fit == Fit.NEVER && !(found instanceof Foreseen.Constant)) {
      warning(at, ForeseenClauses.WRONG_TYPE);
    }
    return Foreseen.NEVER;
  }

  /** Whether the value is put where the variable is named, so that nothing is dropped. */
  private static boolean isLiteral(Node value) {
    return value instanceof Node.LocalFun
        || value instanceof Node.RemoteFun(_, Node module, Node name, Node arity)
            && ConstantTerms.term(module) != null
            && ConstantTerms.term(name) != null
            && ConstantTerms.term(arity) != null
        || ConstantTerms.term(value) != null;
  }

  /** A match of a variable that has a value already. */
  private Foreseen compare(Node.Match match, @Nullable Foreseen before, Foreseen found) {
    if (before instanceof Foreseen.Constant(Object left, _)
        && found instanceof Foreseen.Constant(Object right, _)
        && !dev.moonbeam.core.term.TermOrder.exactlyEqual(left, right)) {
      long at = Node.start(match.pattern());
      warning(at, ForeseenClauses.FALSE_GUARD);
      warning(at, ForeseenClauses.NO_CLAUSE);
      return Foreseen.NEVER;
    }
    return found;
  }
}
