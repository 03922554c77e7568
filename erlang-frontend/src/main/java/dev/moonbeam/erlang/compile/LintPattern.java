package dev.moonbeam.erlang.compile;

import dev.moonbeam.erlang.compile.LintScope.Binding;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lint of patterns: what they bind, and what may not stand in them. */
final class LintPattern {
  private final LintFunction function;

  LintPattern(LintFunction function) {
    this.function = function;
  }

  /**
   * One pattern being read.
   *
   * @param scope where variables are looked up and bound
   * @param surroundings for a pattern that shadows: what it shadows; then lookups see the pattern's
   *     own variables only
   */
  private record Reading(
      LintScope scope,
      Map<String, Binding> bound,
      @Nullable LintScope surroundings,
      @Nullable String shadowing) {}

  /** The pattern of a match, whose variables stay bound after it. */
  void match(Node pattern, LintScope scope) {
    pattern(pattern, new Reading(scope, new HashMap<>(), null, null));
  }

  /** The patterns of a clause that sees the variables around it. */
  void clause(List<Node> patterns, LintScope scope) {
    Reading reading = new Reading(scope, new HashMap<>(), null, null);
    patterns.forEach(each -> pattern(each, reading));
  }

  /** The patterns of a function, fun or generator, whose variables are all new. */
  void head(
      List<Node> patterns,
      LintScope scope,
      @Nullable LintScope surroundings,
      @Nullable String shadowing) {
    LintScope around = surroundings == null ? new LintScope(null) : surroundings;
    Reading reading = new Reading(scope, new HashMap<>(), around, shadowing);
    patterns.forEach(each -> pattern(each, reading));
  }

  private void pattern(Node node, Reading reading) {
    switch (node) {
      case Node.Var variable -> variable(variable, reading);
      case Node.Literal _, Node.Char _, Node.Str _ -> {}
      case Node.ListOf list -> {
        list.elements().forEach(each -> pattern(each, reading));
        if (list.tail() != null) {
          pattern(list.tail(), reading);
        }
      }
      case Node.TupleOf tuple -> tuple.elements().forEach(each -> pattern(each, reading));
      case Node.MapOf map -> map(map, reading);
      case Node.RecordOf record when record.base() == null -> {
        RecordType type = function.recordType(record.name(), record.at());
        function.fields(record, type);
        record.fields().forEach(each -> pattern(each.value(), reading));
      }
      case Node.RecordIndex index -> function.expression(index, reading.scope);
      case Node.Bits bits -> bits(bits, reading);
      case Node.Match match -> {
        pattern(match.pattern(), reading);
        pattern(match.value(), reading);
      }
      case Node.Binary append
          when append.operator().equals("++") && isLiteralList(append.left()) -> {
        pattern(append.left(), reading);
        pattern(append.right(), reading);
      }
      default -> {
        if (!LintFunction.isConstant(node)) {
          function.error(node.at(), "illegal pattern");
        }
      }
    }
  }

  private static boolean isLiteralList(Node node) {
    return node instanceof Node.Str
        || node instanceof Node.ListOf list && list.tail() == null
        || node instanceof Node.Binary inner
            && inner.operator().equals("++")
            && isLiteralList(inner.left())
            && isLiteralList(inner.right());
  }

  private void variable(Node.Var variable, Reading reading) {
    String name = variable.name();
    if (name.equals("_")) {
      return;
    }
    Binding again = reading.bound.get(name);
    if (again != null) {
      again.use();
      return;
    }
    if (reading.surroundings == null) {
      Binding binding = reading.scope.find(name);
      if (binding != null) {
        function.use(binding, variable, reading.scope);
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
      }
      function.guardExpression(field.key(), outside(reading));
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
    for (int i = 0; i < bits.elements().size(); i++) {
      Node.BitElement element = bits.elements().get(i);
      function.bitTypes(element);
      if (element.size() != null) {
        function.guardExpression(element.size(), sizes);
      }
      boolean last = i == bits.elements().size() - 1;
      if (!last && isUnsized(element)) {
        function.error(
            element.at(),
            "a binary field without size is only allowed at the end of a binary pattern");
      }
      switch (element.value()) {
        case Node.Var variable -> {
          variable(variable, reading);
          Binding binding = reading.bound.get(variable.name());
          if (binding != null) {
            sizes.own.put(variable.name(), binding);
          }
        }
        case Node.Literal _, Node.Char _, Node.Str _ -> {}
        default -> {
          if (!LintFunction.isConstant(element.value())) {
            function.error(element.value().at(), "illegal pattern");
          }
        }
      }
    }
  }

  private static boolean isUnsized(Node.BitElement element) {
    return element.size() == null
        && element.types().stream()
            .anyMatch(
                type ->
                    switch (type.name()) {
                      case "binary", "bytes", "bitstring", "bits" -> true;
                      default -> false;
                    });
  }

  /** The pattern of a bit string generator. */
  void generatorBits(Node.Bits bits) {
    if (!bits.elements().isEmpty() && isUnsized(bits.elements().getLast())) {
      function.error(
          bits.elements().getLast().at(),
          "binary fields without size are not allowed in patterns of bit string generators");
    }
  }
}
