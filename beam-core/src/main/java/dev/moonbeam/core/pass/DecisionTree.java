package dev.moonbeam.core.pass;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Exprs;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Pattern.*;
import dev.moonbeam.core.ir.Primitive;
import dev.moonbeam.core.ir.Substitution;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.pass.Row.Check;
import dev.moonbeam.core.term.Nil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles one {@link Case}. A row is a clause with the tests still to be made for it, each on a
 * variable that holds a part of a scrutinee. One test of the first row is made; rows that agree
 * with it go on without it, rows that contradict it drop out, so no test is made twice on a path
 * (L. Maranget, "Compiling pattern matching to good decision trees", 2008; the rows as sets of
 * tests after J. Jacobs). Where rows that do not mind would have to be copied into too many
 * branches, the rows behind the first such row are compiled once, as a join point.
 *
 * <p>Clause bodies are join points whose parameters are the variables of the patterns. A guard is
 * copied to every leaf that needs it; one that can raise stands in a try, for a guard that raises
 * fails.
 */
final class DecisionTree {
  /**
   * Rows copied beyond what the clauses themselves are: from then on, rows are shared by join
   * points.
   */
  private final int mostCopies;

  private final List<Label> bodies = new ArrayList<>();
  private final List<List<Variable>> bound = new ArrayList<>();
  private final List<Clause> clauses;
  private final Map<Variable, Variable> contexts = new LinkedHashMap<>();
  private int copies;

  private DecisionTree(List<Clause> clauses) {
    this.clauses = clauses;
    this.mostCopies = 60 + 4 * clauses.size();
  }

  static Expr compile(Case choice) {
    DecisionTree tree = new DecisionTree(choice.clauses());
    List<Let> lets = new ArrayList<>();
    List<Variable> scrutinees = new ArrayList<>();
    for (Expr scrutinee : choice.scrutinees()) {
      if (scrutinee instanceof Ref(var variable)) {
        scrutinees.add(variable);
      } else {
        Variable variable = new Variable("s");
        scrutinees.add(variable);
        lets.add(new Let(variable, parts(scrutinee, lets), Expr.NIL));
      }
    }
    Expr result = tree.compile(scrutinees, choice.noMatch());
    for (int i = lets.size() - 1; i >= 0; i--) {
      result = new Let(lets.get(i).variable(), lets.get(i).value(), result);
    }
    return result;
  }

  /**
   * A tuple made only to be matched is made of variables: then nothing need be taken out of it, nor
   * it be made.
   */
  private static Expr parts(Expr scrutinee, List<Let> lets) {
    if (!(scrutinee instanceof PrimOp op)
        || op.primitive().general().body() != Primitive.Instruction.TUPLE) {
      return scrutinee;
    }
    List<Expr> atoms = new ArrayList<>();
    for (Expr operand : op.arguments()) {
      if (operand instanceof Ref || operand instanceof Const) {
        atoms.add(operand);
      } else {
        Variable part = new Variable("p");
        lets.add(new Let(part, operand, Expr.NIL));
        atoms.add(new Ref(part));
      }
    }
    return new PrimOp(op.primitive(), atoms, op.site(), op.line());
  }

  private Expr compile(List<Variable> scrutinees, Expr noMatch) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      Set<Variable> variables = new LinkedHashSet<>();
      clause.patterns().forEach(p -> Exprs.forEachBinding(p, variables::add));
      bound.add(List.copyOf(variables));
      bodies.add(new Label("clause", List.copyOf(variables)));
      Row row = new Row(i, new ArrayList<>(), new LinkedHashMap<>());
      for (int j = 0; j < scrutinees.size(); j++) {
        row.add(scrutinees.get(j), clause.patterns().get(j));
      }
      rows.add(row);
    }
    Label otherwise = new Label("nomatch", List.of());
    Expr result = rows(rows, otherwise);
    for (int i = clauses.size() - 1; i >= 0; i--) {
      result = new Join(bodies.get(i), false, clauses.get(i).body(), result);
    }
    return new Join(otherwise, false, noMatch, result);
  }

  private Expr rows(List<Row> rows, Label fail) {
    if (rows.isEmpty()) {
      return new Jump(fail, List.of());
    }
    Row first = rows.getFirst();
    if (first.checks().isEmpty()) {
      return leaf(first, rows.subList(1, rows.size()), fail);
    }
    Check check = choose(rows);
    return switch (check.pattern()) {
      case Literal(Nil _) ->
          test(rows, check.variable(), op(CorePrimitives.IS_NIL, check.variable()), Kind.NIL, fail);
      case Literal _ -> literals(rows, check.variable(), fail);
      case ConsCell _ ->
          test(
              rows,
              check.variable(),
              op(CorePrimitives.IS_CONS, check.variable()),
              Kind.CONS,
              fail);
      case TupleOf(var elements) ->
          test(
              rows,
              check.variable(),
              new PrimOp(CorePrimitives.IS_TUPLE, refs(check.variable()), elements.size(), 0),
              new Kind(TupleOf.class, elements.size()),
              fail);
      case Equal(var value) -> equal(rows, check, value, fail);
      case MapWith(var entries) -> map(rows, check, entries, fail);
      case BitString(var segments) -> bits(rows, check, segments, fail);
      case Any _, Bind _, Alias _, Both _ -> throw new AssertionError();
    };
  }

  /**
   * The test of the first row that most other rows ask for too; equal ones in the order they stand.
   */
  private static Check choose(List<Row> rows) {
    Check best = rows.getFirst().checks().getFirst();
    int most = -1;
    for (Check check : rows.getFirst().checks()) {
      if (rows.getFirst().on(check.variable()) != check) {
        // Two patterns for one part: the first of them first.
        continue;
      }
      int score = 0;
      boolean simple =
          !(check.pattern() instanceof Equal
              || check.pattern() instanceof MapWith
              || check.pattern() instanceof BitString);
      if (simple) {
        score = 1;
        for (int i = 1; i < rows.size() && rows.get(i).on(check.variable()) != null; i++) {
          score++;
        }
      }
      if (score > most) {
        most = score;
        best = check;
      }
    }
    return best;
  }

  // Leaves

  private Expr leaf(Row row, List<Row> others, Label fail) {
    Clause clause = clauses.get(row.clause());
    List<Expr> arguments = new ArrayList<>();
    Substitution substitution = new Substitution();
    for (Variable variable : bound.get(row.clause())) {
      Expr value = new Ref(row.bindings().get(variable));
      arguments.add(value);
      substitution.replace(variable, value);
    }
    Expr jump = new Jump(bodies.get(row.clause()), arguments);
    if (clause.guard() == null) {
      return jump;
    }
    Expr guard = substitution.apply(clause.guard());
    if (mayRaise(guard)) {
      Variable holds = new Variable("holds", Type.BOOL);
      guard =
          new Try(
              guard,
              holds,
              new Ref(holds),
              new Variable("raised"),
              new Const(false),
              false,
              clause.line());
    }
    return new If(guard, jump, rows(others, fail));
  }

  private static boolean mayRaise(Expr expr) {
    boolean[] may = {
      switch (expr) {
        case PrimOp op -> op.primitive().raises();
        case Call _, RemoteCall _, Apply _ -> true;
        default -> false;
      }
    };
    if (!may[0]) {
      Exprs.forEachChild(expr, child -> may[0] |= mayRaise(child));
    }
    return may[0];
  }

  // Tests with one way on and one way out

  /** What a test establishes about a term. */
  private record Kind(Class<? extends Pattern> pattern, int size) {
    static final Kind NIL = new Kind(Literal.class, 0);
    static final Kind CONS = new Kind(ConsCell.class, 2);

    /** Whether a pattern asks for just this. */
    boolean sameAs(Pattern other) {
      return switch (other) {
        case TupleOf(var elements) -> pattern == TupleOf.class && elements.size() == size;
        case Literal(var value) -> pattern == Literal.class && value == Nil.EMPTY;
        default -> pattern == other.getClass();
      };
    }

    /** Whether a term of this kind may match the pattern all the same. */
    boolean allows(Pattern other) {
      return other instanceof Equal
          || other instanceof Literal(var value) && value != Nil.EMPTY && couldBe(value);
    }

    private boolean couldBe(Object literal) {
      return pattern == TupleOf.class && literal instanceof dev.moonbeam.core.term.Tuple
          || pattern == ConsCell.class && literal instanceof dev.moonbeam.core.term.Cons;
    }
  }

  private Expr test(List<Row> rows, Variable variable, Expr condition, Kind kind, Label fail) {
    List<Row> head = rows;
    List<Row> tail = List.of();
    if (copies > mostCopies) {
      int split = 0;
      while (split < rows.size() && rows.get(split).on(variable) != null) {
        split++;
      }
      head = rows.subList(0, split);
      tail = rows.subList(split, rows.size());
    }
    if (!tail.isEmpty()) {
      Label next = new Label("next", List.of());
      return new Join(next, false, rows(tail, fail), test(head, variable, condition, kind, next));
    }
    List<Row> yes = new ArrayList<>();
    List<Row> no = new ArrayList<>();
    List<Variable> parts = new ArrayList<>();
    for (int i = 0; i < (kind == Kind.NIL ? 0 : kind.size()); i++) {
      parts.add(new Variable(kind == Kind.CONS ? (i == 0 ? "head" : "tail") : "e" + i));
    }
    Set<Variable> used = new LinkedHashSet<>();
    for (Row row : head) {
      Check check = row.on(variable);
      if (check == null) {
        copies++;
        yes.add(row);
        no.add(row);
      } else if (kind.sameAs(check.pattern())) {
        Row rest = row.without(check);
        List<Pattern> inner =
            switch (check.pattern()) {
              case ConsCell(var h, var t) -> List.of(h, t);
              case TupleOf(var elements) -> elements;
              default -> List.of();
            };
        for (int i = 0; i < inner.size(); i++) {
          if (!(inner.get(i) instanceof Any)) {
            used.add(parts.get(i));
            rest.add(parts.get(i), inner.get(i));
          }
        }
        yes.add(rest);
      } else if (kind.allows(check.pattern())) {
        copies++;
        yes.add(row);
        no.add(row);
      } else {
        no.add(row);
      }
    }
    Expr then = rows(yes, fail);
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (used.contains(parts.get(i))) {
        Expr part =
            kind == Kind.CONS
                ? op(i == 0 ? CorePrimitives.HEAD : CorePrimitives.TAIL, variable)
                : new PrimOp(CorePrimitives.ELEMENT, refs(variable), i, 0);
        then = new Let(parts.get(i), part, then);
      }
    }
    return new If(condition, then, rows(no, fail));
  }

  // Literals

  private Expr literals(List<Row> rows, Variable variable, Label fail) {
    int split = 0;
    Set<Object> distinct = new LinkedHashSet<>();
    while (split < rows.size()
        && rows.get(split).on(variable) instanceof Check(_, Literal(var value))
        && value != Nil.EMPTY) {
      distinct.add(key(value));
      split++;
    }
    int others = rows.size() - split;
    boolean share = others > 0 && (long) others * distinct.size() + copies > mostCopies;
    List<Row> head = share ? rows.subList(0, split) : rows;
    Label out = share ? new Label("next", List.of()) : fail;
    Map<Object, List<Row>> arms = new LinkedHashMap<>();
    Map<Object, Object> values = new LinkedHashMap<>();
    for (Row row : head) {
      if (row.on(variable) instanceof Check(_, Literal(var value)) && value != Nil.EMPTY) {
        arms.computeIfAbsent(key(value), _ -> new ArrayList<>());
        values.putIfAbsent(key(value), value);
      }
    }
    List<Row> rest = new ArrayList<>();
    for (Row row : head) {
      Check check = row.on(variable);
      if (check != null && check.pattern() instanceof Literal(var value) && value != Nil.EMPTY) {
        arms.get(key(value)).add(row.without(check));
      } else {
        rest.add(row);
        boolean simple =
            check == null || check.pattern() instanceof Equal || check.pattern() instanceof MapWith;
        for (Map.Entry<Object, List<Row>> arm : arms.entrySet()) {
          if (simple || mayMatch(values.get(arm.getKey()), check.pattern())) {
            copies++;
            arm.getValue().add(row);
          }
        }
      }
    }
    List<Arm> compiled = new ArrayList<>();
    arms.forEach((key, members) -> compiled.add(new Arm(values.get(key), rows(members, out))));
    Expr result = new Switch(new Ref(variable), compiled, rows(rest, out));
    return share
        ? new Join(out, false, rows(rows.subList(split, rows.size()), fail), result)
        : result;
  }

  /** Literals are told apart exactly: 1 is not 1.0, and 0.0 is not -0.0. */
  private static Object key(Object literal) {
    return literal instanceof Double || literal instanceof Long ? literal : new ByTerm(literal);
  }

  private record ByTerm(Object term) {}

  private static boolean mayMatch(Object literal, Pattern pattern) {
    return switch (pattern) {
      case TupleOf _ -> literal instanceof dev.moonbeam.core.term.Tuple;
      case ConsCell _ -> literal instanceof dev.moonbeam.core.term.Cons;
      case BitString _ ->
          literal instanceof dev.moonbeam.core.term.Binary
              || literal instanceof dev.moonbeam.core.term.Bits;
      default -> false;
    };
  }

  // Tests made for one row only

  private Expr equal(List<Row> rows, Check check, Expr value, Label fail) {
    Row first = rows.getFirst();
    Label next = new Label("next", List.of());
    Expr condition =
        new PrimOp(
            MatchPrimitives.EQUAL, List.of(new Ref(check.variable()), first.inRow(value)), null, 0);
    return new Join(
        next,
        false,
        rows(rows.subList(1, rows.size()), fail),
        new If(condition, rows(List.of(first.without(check)), next), new Jump(next, List.of())));
  }

  private Expr map(List<Row> rows, Check check, List<Entry> entries, Label fail) {
    Row first = rows.getFirst();
    Row rest = first.without(check);
    Label next = new Label("next", List.of());
    List<Variable> values = new ArrayList<>();
    for (Entry entry : entries) {
      Variable value = new Variable("value");
      values.add(value);
      rest.add(value, entry.value());
    }
    Expr body = rows(List.of(rest), next);
    for (int i = entries.size() - 1; i >= 0; i--) {
      body =
          new Let(
              values.get(i),
              new PrimOp(
                  MatchPrimitives.FIND,
                  List.of(new Ref(check.variable()), first.inRow(entries.get(i).key())),
                  null,
                  0),
              new If(op(CorePrimitives.IS_ABSENT, values.get(i)), new Jump(next, List.of()), body));
    }
    if (entries.isEmpty()) {
      body = new If(op(MatchPrimitives.IS_MAP, check.variable()), body, new Jump(next, List.of()));
    }
    return new Join(next, false, rows(rows.subList(1, rows.size()), fail), body);
  }

  // Bit strings

  private Expr bits(List<Row> rows, Check check, List<Segment> segments, Label fail) {
    Variable context = contexts.get(check.variable());
    if (context == null) {
      // One context serves all rows; it lives as long as the rows behind this test.
      context = new Variable("bits");
      Variable made = context;
      contexts.put(check.variable(), made);
      Expr matching = bits(rows, check, segments, fail);
      contexts.remove(check.variable());
      List<Row> others = new ArrayList<>();
      for (Row row : rows) {
        Check other = row.on(check.variable());
        if (other == null || !(other.pattern() instanceof BitString)) {
          others.add(row);
        }
      }
      return new Let(
          made,
          op(MatchPrimitives.BITS, check.variable()),
          new If(op(CorePrimitives.IS_ABSENT, made), rows(others, fail), matching));
    }
    Row first = rows.getFirst();
    Label next = new Label("next", List.of());
    Row rest = first.without(check);
    Expr body =
        SegmentTests.compile(segments, context, rest, next, () -> rows(List.of(rest), next));
    return new Join(
        next,
        false,
        rows(rows.subList(1, rows.size()), fail),
        new Seq(op(MatchPrimitives.RESTART, context), body));
  }

  // Parts

  private static List<Expr> refs(Variable variable) {
    return List.of(new Ref(variable));
  }

  private static Expr op(Primitive primitive, Variable operand) {
    return new PrimOp(primitive, refs(operand), null, 0);
  }
}
