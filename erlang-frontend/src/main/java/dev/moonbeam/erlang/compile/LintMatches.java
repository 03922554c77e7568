package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Clauses and matches that can never succeed: what OTP's {@code sys_core_fold} and {@code v3_core}
 * warn of where it is plain to see, in their words.
 */
final class LintMatches {
  private static final String NO_CLAUSE = "no clause will ever match";
  private static final String WRONG_TYPE =
      "this clause cannot match because of different types/sizes";

  private final LintFunction function;

  LintMatches(LintFunction function) {
    this.function = function;
  }

  /** Clauses without a subject to look at: their guards alone. */
  void guards(List<Node.Clause> clauses) {
    clauses.stream().filter(LintMatches::neverPasses).forEach(this::falseGuard);
  }

  /** Clauses that are all there is; {@code at} is where it is said that none matches. */
  void only(List<Node.Clause> clauses, long at) {
    guards(clauses);
    if (clauses.stream().allMatch(LintMatches::neverPasses)) {
      function.late(at, NO_CLAUSE);
    }
  }

  private void falseGuard(Node.Clause clause) {
    function.late(clause.at(), "this clause cannot match because its guard evaluates to 'false'");
  }

  /** Of a case whose subject is written out, what cannot match it. */
  void subject(Node.Case node) {
    Object constant = ConstantExpressions.value(node.subject());
    boolean none = true;
    for (Node.Clause clause : node.clauses()) {
      boolean differs = differs(clause.patterns().getFirst(), node.subject());
      if (differs && constant == null) {
        function.late(clause.at(), WRONG_TYPE);
      } else if (!differs && neverPasses(clause)) {
        falseGuard(clause);
      }
      none &= differs || neverPasses(clause);
    }
    if (none) {
      function.late(node.at(), NO_CLAUSE);
    }
  }

  /** Whether a term or its outer shape is written out. */
  static boolean isWritten(Node node) {
    return node instanceof Node.TupleOf || isCons(node) || ConstantExpressions.value(node) != null;
  }

  /** Whether a clause of a case is dropped before anything is said of its body. */
  static boolean isDropped(Node.Case node, Node.Clause clause) {
    return ConstantExpressions.value(node.subject()) != null
        && differs(clause.patterns().getFirst(), node.subject());
  }

  /** Of {@code pattern = value}, that it fails. */
  void match(Node.Match match) {
    if (fails(match)) {
      long at = Node.start(match.pattern());
      function.late(at, NO_CLAUSE);
      if (ConstantExpressions.value(match.value()) == null) {
        function.late(at, WRONG_TYPE);
      }
    }
  }

  /** Whether nothing after this expression is ever reached. */
  static boolean fails(Node node) {
    return node instanceof Node.Match match && differs(match.pattern(), match.value());
  }

  /** Whether no guard of a clause can be true. */
  static boolean neverPasses(Node.Clause clause) {
    return !clause.guard().isEmpty() && clause.guard().stream().allMatch(LintMatches::isNeverTrue);
  }

  private static boolean isNeverTrue(List<Node> tests) {
    List<Object> values = tests.stream().map(ConstantExpressions::value).toList();
    return !values.contains(null) && values.stream().anyMatch(value -> value != Atom.TRUE);
  }

  /** Whether a value of this shape is never matched by the pattern, whatever its variables hold. */
  private static boolean differs(Node pattern, Node value) {
    Object constant = ConstantExpressions.value(value);
    Object expected = ConstantExpressions.value(pattern);
    if (constant != null && expected != null) {
      return !TermOrder.exactlyEqual(constant, expected);
    }
    return switch (pattern) {
      case Node.Match both -> differs(both.pattern(), value) || differs(both.value(), value);
      case Node.TupleOf expectedTuple ->
          value instanceof Node.TupleOf tuple
              ? differs(expectedTuple.elements(), tuple.elements())
              : isCons(value) || constant != null;
      case Node.ListOf list when isCons(list) ->
          isCons(value)
              ? headsDiffer(list, value)
              : value instanceof Node.TupleOf || constant != null;
      case Node.Literal(_, Object term) ->
          (term instanceof Atom || term == Nil.EMPTY)
              && (value instanceof Node.TupleOf || isCons(value));
      case Node.ListOf _ -> value instanceof Node.TupleOf || isCons(value);
      default -> false;
    };
  }

  private static boolean differs(List<Node> patterns, List<Node> values) {
    if (patterns.size() != values.size()) {
      return true;
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (differs(patterns.get(i), values.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean headsDiffer(Node.ListOf pattern, Node value) {
    return value instanceof Node.ListOf list
        && differs(pattern.elements().getFirst(), list.elements().getFirst());
  }

  private static boolean isCons(Node node) {
    return node instanceof Node.ListOf list && !list.elements().isEmpty()
        || node instanceof Node.Str string && !string.text().isEmpty();
  }

  /**
   * Clauses of one pattern that repeats what a clause before takes whole: a constant, or any tuple
   * of a size, or any list that is not empty. As {@code v3_kernel} has it, one is told of for each
   * clause that takes, and a clause that takes any term is a border.
   */
  void repeated(List<Node.Clause> clauses, Predicate<String> isBound) {
    if (clauses.stream().anyMatch(clause -> clause.patterns().size() != 1)) {
      return;
    }
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < clauses.size(); i++) {
      Node first = clauses.get(i).patterns().getFirst();
      if (!clauses.get(i).guard().isEmpty() || taken.contains(i)) {
        continue;
      }
      boolean told = false;
      for (int j = i + 1; j < clauses.size(); j++) {
        Node second = clauses.get(j).patterns().getFirst();
        if (isBorder(first, second)) {
          break;
        }
        if (takes(first, second, isBound)) {
          taken.add(j);
          if (!told) {
            function.previousMatches(clauses.get(j).at(), null, clauses.get(i).at());
            told = true;
          }
        }
      }
    }
  }

  private static boolean isBorder(Node first, Node second) {
    boolean constant = ConstantExpressions.value(second) != null;
    boolean compound = second instanceof Node.TupleOf || isCons(second);
    boolean wholeTerm = ConstantExpressions.value(first) instanceof Object term && isCompound(term);
    return wholeTerm ? !constant : !constant && !compound;
  }

  private static boolean isCompound(Object term) {
    return term instanceof Tuple || term instanceof Cons;
  }

  private static boolean takes(Node first, Node second, Predicate<String> isBound) {
    Object term = ConstantExpressions.value(first);
    if (term != null) {
      Object other = ConstantExpressions.value(second);
      return other != null && TermOrder.exactlyEqual(term, other);
    }
    return switch (first) {
      case Node.TupleOf tuple ->
          second instanceof Node.TupleOf other
              && other.elements().size() == tuple.elements().size()
              && areFree(tuple.elements(), isBound);
      case Node.ListOf list ->
          list.elements().size() == 1
              && list.tail() != null
              && isCons(second)
              && areFree(List.of(list.elements().getFirst(), list.tail()), isBound);
      default -> false;
    };
  }

  /** Whether these are variables that match anything: all different and none bound before. */
  private static boolean areFree(List<Node> patterns, Predicate<String> isBound) {
    Set<String> names = new HashSet<>();
    return patterns.stream()
        .allMatch(
            pattern ->
                pattern instanceof Node.Var(_, String name)
                    && (name.equals("_") || names.add(name) && !isBound.test(name)));
  }

  /** Keys that a map expression gives a value more than once. */
  void keys(Node.MapOf map) {
    Set<Object> later = new HashSet<>();
    for (Node.MapField field : map.fields().reversed()) {
      Object key = ConstantExpressions.value(field.key());
      if (key != null && !later.add(key)) {
        String shown =
            key instanceof Atom atom
                ? "'" + atom.name() + "'"
                : field.key() instanceof Node.Str string
                    ? "\"" + string.text() + "\""
                    : TermPrinter.print(key);
        function.late(field.key().at(), "key " + shown + " will be overridden in expression");
      }
    }
  }
}
