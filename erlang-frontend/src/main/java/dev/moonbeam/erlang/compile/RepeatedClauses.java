package dev.moonbeam.erlang.compile;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Tuple;
import dev.moonbeam.erlang.syntax.ConstantExpressions;
import dev.moonbeam.erlang.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds clauses that another before them leaves nothing. Goes through the columns of patterns as
 * OTP's {@code v3_kernel} does when it makes a decision tree, since it tells of what it finds then:
 * rows are divided where patterns that take any term meet others, and grouped by constructor. Of
 * rows that come to the same leaf the first after one that surely matches is told of.
 */
final class RepeatedClauses {
  /** A clause: what is left of its patterns. */
  record Row(long at, boolean guarded, List<Node> patterns) {}

  /** Of clauses with more patterns side by side nothing is said. */
  private static final int MOST_COLUMNS = 256;

  private final BiConsumer<Row, Row> repeated;

  /**
   * @param repeated is given the clause that never matches and the one that always matches before
   */
  RepeatedClauses(BiConsumer<Row, Row> repeated) {
    this.repeated = repeated;
  }

  void check(List<Row> rows) {
    check(rows, null);
  }

  /**
   * @param otherwise a clause that is tried where none of these matches, or null
   * @return the clause that is tried first, where that depends on a constructor
   */
  private @Nullable Row check(List<Row> rows, @Nullable Row otherwise) {
    if (rows.size() < 2 && otherwise == null) {
      return rows.isEmpty() ? null : rows.getFirst();
    }
    if (rows.getFirst().patterns.isEmpty()) {
      leaf(rows, otherwise);
      return null;
    }
    if (rows.getFirst().patterns.size() > MOST_COLUMNS) {
      return rows.getFirst();
    }
    Row next = otherwise;
    for (int to = rows.size(); to > 0; ) {
      boolean any = isAny(first(rows.get(to - 1)));
      int from = to;
      while (from > 0 && isAny(first(rows.get(from - 1))) == any) {
        from--;
      }
      List<Row> part = rows.subList(from, to);
      next =
          any
              ? check(part.stream().map(row -> with(row, List.of())).toList(), next)
              : constructors(part);
      to = from;
    }
    return next;
  }

  private void leaf(List<Row> rows, @Nullable Row otherwise) {
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).guarded) {
        if (i + 1 < rows.size()) {
          repeated.accept(rows.get(i + 1), rows.get(i));
        }
        if (otherwise != null) {
          repeated.accept(otherwise, rows.get(i));
        }
        return;
      }
    }
  }

  /** The first pattern, without what only gives it a name. */
  private static Node first(Row row) {
    return withoutAlias(row.patterns.getFirst());
  }

  static Node withoutAlias(Node pattern) {
    Node node = pattern;
    while (node instanceof Node.Match(_, Node left, Node right)) {
      node = isAny(left) ? right : left;
    }
    return node;
  }

  private static boolean isAny(Node pattern) {
    return pattern instanceof Node.Var;
  }

  /** The row with other patterns in the place of its first. */
  private static Row with(Row row, List<Node> patterns) {
    List<Node> all = new ArrayList<>(patterns);
    all.addAll(row.patterns.subList(1, row.patterns.size()));
    return new Row(row.at, row.guarded, all);
  }

  /** What patterns must have in common to be looked at together. */
  private record Kind(String name, @Nullable Object detail) {}

  private Row constructors(List<Row> rows) {
    boolean constant = rows.stream().allMatch(row -> isConstant(first(row)));
    Map<Kind, List<Row>> kinds = new LinkedHashMap<>();
    for (Row row : rows) {
      Node first = first(row);
      // Long strings are not taken apart where they can be compared as a whole.
      Kind kind = constant ? new Kind("constant", boxed(constantOf(first))) : kind(first);
      kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(row);
    }
    kinds.forEach(
        (kind, same) ->
            check(same.stream().map(row -> with(row, parts(kind, first(row)))).toList(), null));
    return earliest(rows);
  }

  /** The clause whose kind of term is tested first. */
  private static Row earliest(List<Row> rows) {
    Row earliest = rows.getFirst();
    for (Row row : rows) {
      if (rank(first(row)) < rank(first(earliest))) {
        earliest = row;
      }
    }
    return earliest;
  }

  private static int rank(Node pattern) {
    return switch (pattern) {
      case Node.Bits _ -> 0;
      case Node.Str string when !string.text().isEmpty() -> 1;
      case Node.ListOf list when !list.elements().isEmpty() -> 1;
      case Node.TupleOf _, Node.RecordOf _ -> 2;
      case Node.MapOf _ -> 3;
      case Node.Literal(_, Object term) when term instanceof Atom -> 4;
      case Node.Literal(_, Object term) when term instanceof Double -> 5;
      case Node.ListOf _ -> 7;
      default -> 6;
    };
  }

  private static boolean isConstant(Node pattern) {
    return ConstantExpressions.value(pattern) != null;
  }

  private static Object constantOf(Node pattern) {
    Object term = ConstantExpressions.value(pattern);
    return term == null ? pattern : term;
  }

  private static Kind kind(Node pattern) {
    return switch (pattern) {
      case Node.TupleOf tuple -> new Kind("tuple", tuple.elements().size());
      case Node.ListOf list when !list.elements().isEmpty() -> new Kind("cons", null);
      case Node.Str string when !string.text().isEmpty() -> new Kind("cons", null);
      case Node.RecordOf record -> new Kind("record", record.name());
      case Node.MapOf map -> new Kind("map", keys(map));
      case Node.Bits bits -> new Kind("bits", segments(bits));
      default -> {
        Object term = ConstantExpressions.value(pattern);
        yield term == null ? new Kind("other", pattern) : new Kind("constant", boxed(term));
      }
    };
  }

  /** Integers and floats that compare equal are different terms. */
  private static Object boxed(Object term) {
    return List.of(term.getClass(), term);
  }

  private static Object keys(Node.MapOf map) {
    List<Object> keys = new ArrayList<>();
    for (Node.MapField field : map.fields()) {
      Object key = ConstantExpressions.value(field.key());
      keys.add(key == null ? field.key() : boxed(key));
    }
    return keys;
  }

  /** Segments whose values are variables or literals; others are like no other. */
  private static Object segments(Node.Bits bits) {
    List<Object> segments = new ArrayList<>();
    for (Node.BitElement element : bits.elements()) {
      Object size = element.size() == null ? "" : ConstantExpressions.value(element.size());
      Object value =
          element.value() instanceof Node.Var ? "" : ConstantExpressions.value(element.value());
      if (size == null || value == null) {
        return bits;
      }
      segments.add(List.of(boxed(size), boxed(value), element.types()));
    }
    return segments;
  }

  private static List<Node> parts(Kind kind, Node pattern) {
    return switch (pattern) {
      case Node _ when kind.name.equals("constant") -> List.of();
      case Node.TupleOf tuple -> tuple.elements();
      case Node.ListOf list when kind.name.equals("cons") -> {
        List<Node> elements = list.elements();
        Node tail = list.tail();
        if (elements.size() > 1 || tail == null) {
          tail =
              new Node.ListOf(
                  elements.getFirst().at(), elements.subList(1, elements.size()), list.tail());
        }
        yield List.of(elements.getFirst(), tail);
      }
      case Node.Str string when kind.name.equals("cons") -> {
        int first = string.text().codePointAt(0);
        String rest = string.text().substring(Character.charCount(first));
        yield List.of(new Node.Char(string.at(), first), new Node.Str(string.at(), rest));
      }
      case Node.MapOf map -> map.fields().stream().map(Node.MapField::value).toList();
      default -> List.of();
    };
  }

  /** Whether a term is taken apart by patterns. */
  static boolean isCompound(Object term) {
    return term instanceof Tuple || term instanceof Cons;
  }
}
