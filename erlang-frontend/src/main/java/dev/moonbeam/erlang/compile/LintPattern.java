package dev.moonbeam.erlang.compile;

import dev.moonbeam.erlang.compile.LintScope.Binding;
import dev.moonbeam.erlang.syntax.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lint of patterns: what they bind, and what may not stand in them. */
final class LintPattern {
  /** Matches in a row that are compared with one another; nobody writes more. */
  static final int MOST_ALIASES = 50;

  private final LintFunction function;

  LintPattern(LintFunction function) {
    this.function = function;
  }

  /**
   * One pattern being read.
   *
   * @param scope where variables are looked up and bound
   * @param bound what the pattern has bound until now
   * @param repeated what it has bound and met again
   * @param unbound what keys and sizes named that was not bound
   * @param surroundings for a pattern that shadows: what it shadows; then lookups see the pattern's
   *     own variables only
   */
  private record Reading(
      LintScope scope,
      Map<String, Binding> bound,
      Set<String> repeated,
      Map<String, Long> unbound,
      @Nullable LintScope surroundings,
      @Nullable String shadowing) {
    Reading(LintScope scope, @Nullable LintScope surroundings, @Nullable String shadowing) {
      this(scope, new HashMap<>(), new HashSet<>(), new HashMap<>(), surroundings, shadowing);
    }

    /** Notes what a key or size named that was not there: of that nothing more is said. */
    void missing(LintScope looked) {
      looked.own.forEach((name, binding) -> unbound.putIfAbsent(name, binding.at));
    }

    /** After the last pattern: what was missing is bound from here on, to no value. */
    void end() {
      unbound.forEach(
          (name, at) -> {
            Binding binding = bound.get(name);
            if (binding != null) {
              // What shadows is another variable than the one that was missing.
              if (shadowing == null) {
                binding.use();
              }
            } else if (scope.find(name) == null) {
              scope.bind(name, at).use();
            }
          });
    }
  }

  /** The pattern of a match, whose variables stay bound after it. */
  void match(Node pattern, LintScope scope) {
    Reading reading = new Reading(scope, null, null);
    pattern(pattern, reading);
    reading.end();
  }

  /** A pattern and those of matches that are its value, before any of them binds anything. */
  void aliases(Node pattern, Node value, LintScope scope) {
    Node right = value;
    for (int i = 0; i < MOST_ALIASES; i++) {
      if (!(right instanceof Node.Match(_, Node alias, Node rest))) {
        return;
      }
      alias(pattern, alias, scope);
      right = rest;
    }
  }

  /** The patterns of a clause that sees the variables around it. */
  void clause(List<Node> patterns, LintScope scope) {
    Reading reading = new Reading(scope, null, null);
    patterns.forEach(each -> pattern(each, reading));
    reading.end();
  }

  /** The patterns of a function, fun or generator, whose variables are all new. */
  void head(
      List<Node> patterns,
      LintScope scope,
      @Nullable LintScope surroundings,
      @Nullable String shadowing) {
    LintScope around = surroundings == null ? new LintScope(null) : surroundings;
    Reading reading = new Reading(scope, around, shadowing);
    patterns.forEach(each -> pattern(each, reading));
    reading.end();
  }

  private void pattern(Node node, Reading reading) {
    switch (node) {
      case Node.Var variable -> variable(variable, reading, false);
      case Node.Literal _, Node.Char _, Node.Str _ -> {}
      case Node.ListOf list -> {
        list.elements().forEach(each -> pattern(each, reading));
        if (list.tail() != null) {
          pattern(list.tail(), reading);
        }
      }
      case Node.TupleOf tuple -> tuple.elements().forEach(each -> pattern(each, reading));
      case Node.MapOf map -> map(map, reading);
      case Node.RecordOf record when record.base() == null ->
          function.records.pattern(record, each -> pattern(each, reading));
      case Node.RecordIndex index -> function.records.index(index);
      case Node.Bits bits -> bits(bits, reading);
      case Node.Match match -> {
        pattern(match.pattern(), reading);
        pattern(match.value(), reading);
        alias(match.pattern(), match.value(), outside(reading));
      }
      case Node.Binary append when append.operator().equals("++") && isCharacters(append.left()) ->
          pattern(append.right(), reading);
      default -> {
        if (!PatternConstants.isConstant(node)) {
          function.error(node.at(), "illegal pattern");
        }
      }
    }
  }

  /** What may stand left of {@code ++}: a string, or a list of characters or integers. */
  private static boolean isCharacters(Node node) {
    return node instanceof Node.Str
        || node instanceof Node.ListOf list
            && (list.tail() == null || isCharacters(list.tail()))
            && list.elements().stream()
                .allMatch(
                    each ->
                        each instanceof Node.Char
                            || each instanceof Node.Literal literal
                                && PatternConstants.isInteger(literal.value()));
  }

  /**
   * @param inBits in a segment, where the variable may have been bound by one before it
   */
  private void variable(Node.Var variable, Reading reading, boolean inBits) {
    String name = variable.name();
    if (name.equals("_")) {
      return;
    }
    Binding again = reading.bound.get(name);
    if (again != null) {
      if (inBits) {
        function.compared(again, variable, reading.scope);
        return;
      }
      if (reading.repeated.add(name)) {
        function.repeated(name, again.at);
      }
      function.repeated(name, variable.at());
      again.use();
      return;
    }
    if (reading.surroundings == null) {
      Binding binding = reading.scope.find(name);
      if (binding != null) {
        function.compared(binding, variable, reading.scope);
        return;
      }
    } else if (reading.shadowing != null) {
      Binding shadowed = reading.surroundings.find(name);
      if (shadowed != null && shadowed.unsafeIn == null) {
        function.shadowed(variable.at(), name, reading.shadowing);
      }
    }
    reading.bound.put(name, function.bind(name, variable.at(), reading.scope));
  }

  private void map(Node.MapOf map, Reading reading) {
    if (map.base() != null) {
      function.error(map.at(), "illegal pattern");
      return;
    }
    for (Node.MapField field : map.fields()) {
      if (!field.exact()) {
        function.error(field.at(), "illegal pattern");
        continue;
      }
      LintScope around = new LintScope(outside(reading));
      function.guards.expression(field.key(), around);
      reading.missing(around);
      pattern(field.value(), reading);
    }
  }

  /** What map keys and sizes may refer to: not what the same pattern binds. */
  private static LintScope outside(Reading reading) {
    if (reading.surroundings != null) {
      return new LintScope(reading.surroundings);
    }
    return reading.bound.isEmpty() ? reading.scope : new LintScope(reading.scope, reading.bound);
  }

  private void bits(Node.Bits bits, Reading reading) {
    // Sizes may refer to variables of earlier segments of the same binary.
    LintScope sizes = new LintScope(outside(reading));
    Map<String, Binding> here = new HashMap<>();
    Reading own =
        new Reading(
            reading.scope,
            here,
            reading.repeated,
            reading.unbound,
            reading.surroundings,
            reading.shadowing);
    Node.BitElement unsized = null;
    for (Node.BitElement element : bits.elements()) {
      if (element.value() instanceof Node.Str && !function.bits.isPlainString(element)) {
        function.error(
            element.at(), "a literal string in a binary pattern must not have a type or a size");
        continue;
      }
      segment(element, reading, own);
      LintScope looked = new LintScope(sizes);
      boolean all = function.bits.pattern(element, looked);
      reading.missing(looked);
      if (unsized != null) {
        function.error(
            unsized.at(),
            "a binary field without size is only allowed at the end of a binary pattern");
      }
      unsized = all ? element : null;
      here.forEach((name, binding) -> sizes.own.putIfAbsent(name, binding));
      if (element.value() instanceof Node.Var(_, String name) && reading.bound.containsKey(name)) {
        // Bound elsewhere in the pattern, and compared here: from now on it has a value here, too.
        sizes.own.putIfAbsent(name, reading.bound.get(name));
      }
    }
    here.forEach(reading.bound::putIfAbsent);
  }

  private void segment(Node.BitElement element, Reading reading, Reading own) {
    switch (element.value()) {
      case Node.Var variable -> {
        Binding before = reading.bound.get(variable.name());
        variable(variable, before == null ? own : reading, before == null);
      }
      case Node.Literal _, Node.Char _, Node.Str _ -> {}
      default -> {
        if (!PatternConstants.isConstant(element.value())
            || element.value() instanceof Node.TupleOf
            || element.value() instanceof Node.ListOf) {
          function.error(element.value().at(), "illegal pattern");
        }
      }
    }
  }

  /** Two patterns of one term, which OTP does not compile where both are binaries. */
  private void alias(Node left, Node right, LintScope scope) {
    switch (left) {
      case Node.Match(_, Node one, Node other) -> {
        alias(one, right, scope);
        alias(other, right, scope);
      }
      case Node.Bits bits when right instanceof Node.Bits ->
          function.error(bits.at(), "binary patterns cannot be matched in parallel using '='");
      case Node.MapOf one when right instanceof Node.MapOf other -> {
        keys(one, scope);
        keys(other, scope);
      }
      case Node.TupleOf one when right instanceof Node.TupleOf other ->
          aliases(one.elements(), other.elements(), scope);
      case Node.ListOf one when right instanceof Node.ListOf other -> lists(one, other, scope);
      case Node.RecordOf one when right instanceof Node.RecordOf other -> {
        for (int[] pair : function.records.sharedFields(one, other)) {
          alias(one.fields().get(pair[0]).value(), other.fields().get(pair[1]).value(), scope);
        }
      }
      default -> {
        if (right instanceof Node.Match(_, Node one, Node other)) {
          alias(one, left, scope);
          alias(other, left, scope);
        }
      }
    }
  }

  /** Keys of maps that are matched side by side must be bound outside of the pattern. */
  private void keys(Node.MapOf map, LintScope scope) {
    for (Node.MapField field : map.fields()) {
      if (field.exact() && field.key() instanceof Node.Var variable) {
        Binding binding = scope.find(variable.name());
        if (binding == null || binding.unsafeIn != null || binding.exportedFrom != null) {
          function.error(variable.at(), "variable '" + variable.name() + "' is unbound");
        }
      }
    }
  }

  private void aliases(List<Node> left, List<Node> right, LintScope scope) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      alias(left.get(i), right.get(i), scope);
    }
  }

  private void lists(Node.ListOf left, Node.ListOf right, LintScope scope) {
    aliases(left.elements(), right.elements(), scope);
    int longer = left.elements().size() - right.elements().size();
    if (longer == 0 && left.tail() != null && right.tail() != null) {
      alias(left.tail(), right.tail(), scope);
    } else if (longer > 0 && right.tail() != null) {
      alias(rest(left, right.elements().size()), right.tail(), scope);
    } else if (longer < 0 && left.tail() != null) {
      alias(left.tail(), rest(right, left.elements().size()), scope);
    }
  }

  private static Node rest(Node.ListOf list, int from) {
    List<Node> elements = list.elements().subList(from, list.elements().size());
    return new Node.ListOf(elements.getFirst().at(), elements, list.tail());
  }
}
