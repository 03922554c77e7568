package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Bits;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.TermOrder;
import dev.moonbeam.erlang.compile.ModuleContext.RecordType;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether patterns can match what is known of values. */
final class ForeseenPatterns {
  /** How a pattern and a value go together. */
  enum Fit {
    /** Of which has been told. */
    REFUSED,
    NEVER,
    MAYBE,
    ALWAYS;

    Fit and(Fit other) {
      return compareTo(other) <= 0 ? this : other;
    }
  }

  private final Map<String, RecordType> records;
  private final ForeseenBits bits;

  /** How many variables were met that have a value already. */
  private int compared;

  ForeseenPatterns(Map<String, RecordType> records, ForeseenBits bits) {
    this.records = records;
    this.bits = bits;
  }

  /** The pattern of a record as one of a tuple; others as they are. */
  private Node plain(Node pattern) {
    if (!(pattern instanceof Node.RecordOf record) || record.base() != null) {
      return pattern;
    }
    RecordType type = records.get(record.name());
    if (type == null) {
      return pattern;
    }
    Node rest = new Node.Var(record.at(), "_");
    for (Node.RecordField field : record.fields()) {
      rest = field.name() == null ? field.value() : rest;
    }
    List<Node> elements = new ArrayList<>();
    elements.add(new Node.Literal(record.at(), Atom.of(record.name())));
    for (int i = 0; i < type.fields().size(); i++) {
      elements.add(rest);
    }
    for (Node.RecordField field : record.fields()) {
      if (field.name() != null && type.index(field.name()) > 0) {
        elements.set(type.index(field.name()), field.value());
      }
    }
    return new Node.TupleOf(record.at(), elements);
  }

  /** A pattern with records as tuples, as deep as tuples and lists go. */
  Node withoutRecords(Node pattern) {
    UnaryOperator<Node> inner = this::withoutRecords;
    return switch (plain(pattern)) {
      case Node.TupleOf(long at, List<Node> elements) ->
          new Node.TupleOf(at, elements.stream().map(inner).toList());
      case Node.ListOf(long at, List<Node> elements, Node tail, long end) ->
          new Node.ListOf(
              at,
              elements.stream().map(inner).toList(),
              tail == null ? null : inner.apply(tail),
              end);
      case Node.Match(long at, Node left, Node right) ->
          new Node.Match(at, inner.apply(left), inner.apply(right));
      case Node other -> other;
    };
  }

  /** Binds the pattern's variables in the scope, to what is known of their values. */
  Fit match(Node written, Foreseen value, ForeseenScope scope) {
    Node pattern = plain(written);
    return switch (pattern) {
      case Node.Var(_, String name) -> variable(name, value, scope);
      case Node.Match(_, Node left, Node right) ->
          match(left, value, scope).and(match(right, value, scope));
      case Node.TupleOf tuple -> {
        List<@Nullable Foreseen> parts = new ArrayList<>();
        boolean differs = isOther(value, Foreseen.TupleOf.class);
        if (value.apart() instanceof Foreseen.TupleOf(List<Foreseen> elements)) {
          differs |= elements.size() != tuple.elements().size();
          parts.addAll(elements);
        }
        yield all(tuple.elements(), parts, differs, !parts.isEmpty() || isTuple(value), scope);
      }
      case Node.ListOf list when !list.elements().isEmpty() -> list(list, 0, value, scope);
      case Node.MapOf map -> {
        map.fields().forEach(field -> match(field.value(), Foreseen.UNKNOWN, scope));
        yield isKnown(value) && !isConstant(value, TermMap.class) ? Fit.NEVER : Fit.MAYBE;
      }
      case Node.Bits binary -> bits(binary, value, scope);
      case Node.Binary append when append.operator().equals("++") -> {
        match(append.right(), Foreseen.UNKNOWN, scope);
        yield Fit.MAYBE;
      }
      default -> literal(pattern, value);
    };
  }

  private Fit bits(Node.Bits binary, Foreseen value, ForeseenScope scope) {
    boolean can = true;
    for (Node.BitElement element : binary.elements()) {
      can &= can && bits.canMatch(element, scope);
      match(element.value(), Foreseen.UNKNOWN, scope);
    }
    if (!can) {
      return Fit.REFUSED;
    }
    boolean isOther =
        isKnown(value) && !isConstant(value, Bits.class) && !isConstant(value, Binary.class);
    return isOther ? Fit.NEVER : Fit.MAYBE;
  }

  /** Whether two patterns of one term contradict each other, anywhere in the pattern. */
  boolean contradicts(Node written) {
    return switch (plain(written)) {
      case Node.Match(_, Node left, Node right) ->
          contradicts(left) || contradicts(right) || contradict(left, right);
      case Node.TupleOf tuple -> tuple.elements().stream().anyMatch(this::contradicts);
      case Node.ListOf list ->
          list.elements().stream().anyMatch(this::contradicts)
              || list.tail() != null && contradicts(list.tail());
      case Node.MapOf map -> map.fields().stream().anyMatch(each -> contradicts(each.value()));
      default -> false;
    };
  }

  /** Whether no term matches both. */
  boolean contradict(Node one, Node other) {
    Node left = plain(one);
    Node right = plain(other);
    if (left instanceof Node.Match(_, Node first, Node second)) {
      return contradict(first, right) || contradict(second, right);
    }
    if (right instanceof Node.Match(_, Node first, Node second)) {
      return contradict(left, first) || contradict(left, second);
    }
    if (left instanceof Node.Var || right instanceof Node.Var) {
      return false;
    }
    Object term = ConstantExpressions.value(left);
    Object same = ConstantExpressions.value(right);
    if (term != null && same != null) {
      return !TermOrder.exactlyEqual(term, same);
    }
    return switch (left) {
      case Node.TupleOf tuple ->
          !(right instanceof Node.TupleOf pair)
              || pair.elements().size() != tuple.elements().size()
              || anyContradict(tuple.elements(), pair.elements());
      case Node.MapOf _ -> !(right instanceof Node.MapOf);
      case Node.ListOf list when right instanceof Node.ListOf rest ->
          list.elements().isEmpty() != rest.elements().isEmpty()
              || anyContradict(list.elements(), rest.elements());
      case Node.ListOf _, Node.Bits _ ->
          right instanceof Node.TupleOf
              || right instanceof Node.MapOf
              || same != null && !RepeatedClauses.isCompound(same);
      default ->
          right instanceof Node.TupleOf
              || right instanceof Node.MapOf
              || term != null
                  && (right instanceof Node.Bits
                      || right instanceof Node.ListOf && !RepeatedClauses.isCompound(term));
    };
  }

  private boolean anyContradict(List<Node> left, List<Node> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (contradict(left.get(i), right.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTuple(Foreseen value) {
    return value.apart() instanceof Foreseen.TupleOf;
  }

  private static boolean isKnown(Foreseen value) {
    return value instanceof Foreseen.Constant
        || value instanceof Foreseen.TupleOf
        || value instanceof Foreseen.ConsOf;
  }

  private static boolean isConstant(Foreseen value, Class<?> type) {
    return value instanceof Foreseen.Constant(Object term, _) && type.isInstance(term);
  }

  /** Whether the value is known to be of another shape. */
  private static boolean isOther(Foreseen value, Class<?> shape) {
    return isKnown(value) && !shape.isInstance(value.apart()) || value instanceof Foreseen.Truth;
  }

  private Fit variable(String name, Foreseen value, ForeseenScope scope) {
    if (name.equals("_")) {
      return Fit.ALWAYS;
    }
    Foreseen before = scope.find(name);
    if (before == null) {
      scope.bind(name, value);
      return Fit.ALWAYS;
    }
    compared++;
    return Fit.MAYBE;
  }

  /** Grows with each variable that a pattern only compares. */
  int compared() {
    return compared;
  }

  private Fit all(
      List<Node> patterns,
      List<Foreseen> parts,
      boolean differs,
      boolean shaped,
      ForeseenScope scope) {
    Fit fit = differs ? Fit.NEVER : shaped ? Fit.ALWAYS : Fit.MAYBE;
    for (int i = 0; i < patterns.size(); i++) {
      Foreseen part = !differs && i < parts.size() ? parts.get(i) : Foreseen.UNKNOWN;
      fit = fit.and(match(patterns.get(i), part, scope));
    }
    return fit;
  }

  private Fit list(Node.ListOf list, int from, Foreseen value, ForeseenScope scope) {
    Foreseen rest = value;
    Fit fit = Fit.ALWAYS;
    for (int i = from; i < list.elements().size(); i++) {
      boolean differs = isOther(rest, Foreseen.ConsOf.class);
      Foreseen head = Foreseen.UNKNOWN;
      Foreseen tail = Foreseen.UNKNOWN;
      if (rest.apart() instanceof Foreseen.ConsOf(Foreseen first, Foreseen others)) {
        head = first;
        tail = others;
      } else {
        fit = fit.and(differs ? Fit.NEVER : Fit.MAYBE);
      }
      fit = fit.and(match(list.elements().get(i), head, scope));
      rest = tail;
    }
    Node last = list.tail() == null ? new Node.ListOf(list.at(), List.of(), null) : list.tail();
    return fit.and(match(last, rest, scope));
  }

  private static Fit literal(Node pattern, Foreseen value) {
    Object expected = ConstantExpressions.value(pattern);
    if (expected == null) {
      return Fit.MAYBE;
    }
    return switch (value) {
      case Foreseen.Constant(Object term, _) ->
          TermOrder.exactlyEqual(term, expected) ? Fit.ALWAYS : Fit.NEVER;
      case Foreseen.TupleOf _ -> Fit.NEVER;
      case Foreseen.ConsOf _ -> RepeatedClauses.isCompound(expected) ? Fit.MAYBE : Fit.NEVER;
      default -> Fit.MAYBE;
    };
  }
}
