package dev.moonbeam.core.codegen;

import static dev.moonbeam.core.codegen.Arithmetic.*;
import static dev.moonbeam.core.codegen.Program.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Pattern;
import dev.moonbeam.core.ir.Pattern.*;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import dev.moonbeam.core.term.TermMap;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns of every kind, guards and receives. */
class MatchTest {
  private static final Expr NONE = c(Atom.of("none"));
  private final Variable x = var("X");
  private final Variable y = var("Y");
  private final Variable in = var("In");

  private static Clause clause(Pattern pattern, Expr body) {
    return new Clause(List.of(pattern), null, body, 1);
  }

  private static Clause clause(Pattern pattern, Expr guard, Expr body) {
    return new Clause(List.of(pattern), guard, body, 1);
  }

  private Program match(Clause... clauses) {
    return new Program().define("f", List.of(in), new Case(List.of(v(in)), List.of(clauses), NONE));
  }

  private static Pattern bind(Variable variable) {
    return new Bind(variable);
  }

  private static Pattern lit(Object value) {
    return new Literal(value);
  }

  private static Atom atom(String name) {
    return Atom.of(name);
  }

  @Test
  void listsTuplesAndLiterals() {
    Variable z = var("Z");
    Program program =
        match(
            clause(lit(Nil.EMPTY), c(atom("empty"))),
            clause(new ConsCell(lit(1L), lit(Nil.EMPTY)), c(atom("just_one"))),
            clause(new ConsCell(bind(x), new Any()), v(x)),
            clause(new TupleOf(List.of(lit(atom("a")), bind(y))), op(ADD, v(y), c(1L))),
            clause(new TupleOf(List.of(lit(atom("b")), bind(z))), op(ADD, v(z), c(2L))),
            clause(new TupleOf(List.of(new Any(), new Any(), lit(3L))), c(atom("three"))),
            clause(lit(1.0), c(atom("one_point"))),
            clause(lit(1L), c(atom("one"))));
    assertThat(program.run("f", Nil.EMPTY)).isEqualTo(atom("empty"));
    assertThat(program.run("f", Cons.list(1L))).isEqualTo(atom("just_one"));
    assertThat(program.run("f", Cons.list(1L, 2L))).isEqualTo(1L);
    assertThat(program.run("f", Cons.list(7L))).isEqualTo(7L);
    assertThat(program.run("f", new Tuple(atom("a"), 1L))).isEqualTo(2L);
    assertThat(program.run("f", new Tuple(atom("b"), 1L))).isEqualTo(3L);
    assertThat(program.run("f", new Tuple(atom("c"), 1L))).isEqualTo(atom("none"));
    assertThat(program.run("f", new Tuple(atom("c"), 1L, 3L))).isEqualTo(atom("three"));
    assertThat(program.run("f", 1.0)).isEqualTo(atom("one_point"));
    assertThat(program.run("f", 1L)).isEqualTo(atom("one"));
    assertThat(program.run("f", 2L)).isEqualTo(atom("none"));
  }

  @Test
  void guardsFallThroughAndMayRaise() {
    Variable z = var("Z");
    Program program =
        match(
            clause(bind(x), op(LT, op(ADD, v(x), c(1L)), c(10L)), c(atom("small"))),
            clause(bind(z), op(EQ, v(z), c(50L)), c(atom("fifty"))),
            clause(new Any(), c(atom("other"))));
    assertThat(program.run("f", 5L)).isEqualTo(atom("small"));
    assertThat(program.run("f", 50L)).isEqualTo(atom("fifty"));
    assertThat(program.run("f", 51L)).isEqualTo(atom("other"));
    assertThat(program.run("f", atom("x"))).isEqualTo(atom("other"));
  }

  @Test
  void manyAtomsAndManyColumns() {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      clauses.add(
          new Clause(
              List.of(lit(atom("a" + i)), i % 3 == 0 ? new Any() : lit((long) i)),
              null,
              c((long) i),
              1));
    }
    Program program =
        new Program().define("f", List.of(x, y), new Case(List.of(v(x), v(y)), clauses, NONE));
    for (long i = 0; i < 300; i += 7) {
      assertThat(program.run("f", atom("a" + i), i)).isEqualTo(i);
      assertThat(program.run("f", atom("a" + i), -1L)).isEqualTo(i % 3 == 0 ? i : atom("none"));
    }
  }

  @Test
  void mapsAndEqualVariables() {
    Program program =
        match(
            clause(
                new MapWith(
                    List.of(new Entry(c(atom("k")), bind(x)), new Entry(c(atom("l")), lit(2L)))),
                v(x)),
            clause(new MapWith(List.of()), c(atom("map"))),
            clause(new Equal(c(new Tuple(1L))), c(atom("equal"))));
    TermMap map = TermMap.empty().put(atom("k"), 1L);
    assertThat(program.run("f", map)).isEqualTo(atom("map"));
    assertThat(program.run("f", map.put(atom("l"), 2L))).isEqualTo(1L);
    assertThat(program.run("f", new Tuple(1L))).isEqualTo(atom("equal"));
    assertThat(program.run("f", 1L)).isEqualTo(atom("none"));
  }

  @Test
  void bitStrings() {
    Segment size = new Segment(bind(x), null, 1, SegmentType.INTEGER, false, false);
    Segment body = new Segment(bind(y), v(x), 8, SegmentType.BITS, false, false);
    Segment rest = new Segment(new Any(), null, 8, SegmentType.BITS, false, false);
    Segment tag = new Segment(lit(255L), null, 1, SegmentType.INTEGER, false, false);
    Variable z = var("Z");
    Segment word = new Segment(bind(z), c(16L), 1, SegmentType.INTEGER, true, true);
    Program program =
        match(
            clause(new BitString(List.of(tag, word)), v(z)),
            clause(new BitString(List.of(size, body, rest)), v(y)),
            clause(new BitString(List.of()), c(atom("empty"))));
    assertThat(program.run("f", Binary.of(new byte[] {2, 'a', 'b', 'c'})))
        .isEqualTo(Binary.of("ab"));
    assertThat(program.run("f", Binary.of(new byte[] {9, 'a'}))).isEqualTo(atom("none"));
    assertThat(program.run("f", Binary.EMPTY)).isEqualTo(atom("empty"));
    assertThat(program.run("f", Binary.of(new byte[] {-1, -2, -1}))).isEqualTo(-2L);
    assertThat(program.run("f", 3L)).isEqualTo(atom("none"));
  }

  @Test
  void tuplesMadeToBeMatchedAreNotMade() {
    Program program =
        new Program()
            .define(
                "f",
                List.of(x, y),
                new Case(
                    List.of(op(CorePrimitives.tuple(2), v(x), v(y))),
                    List.of(
                        clause(new TupleOf(List.of(lit(1L), lit(2L))), c(atom("both"))),
                        clause(new TupleOf(List.of(lit(1L), new Any())), c(atom("first")))),
                    NONE));
    assertThat(program.run("f", 1L, 2L)).isEqualTo(atom("both"));
    assertThat(program.run("f", 1L, 3L)).isEqualTo(atom("first"));
    assertThat(program.run("f", 2L, 3L)).isEqualTo(atom("none"));
  }

  @Test
  void receiveTakesTheFirstThatMatchesAndTimesOut() {
    Variable m = var("M");
    Variable first = var("First");
    Expr selective =
        new Receive(
            List.of(clause(new TupleOf(List.of(lit(atom("want")), bind(m))), v(m))),
            c(0L),
            c(atom("timeout")),
            1);
    Expr any = new Receive(List.of(clause(bind(x), v(x))), v(y), c(atom("nothing")), 1);
    Program program =
        new Program()
            .define(
                "f", List.of(y), new Let(first, selective, op(CorePrimitives.CONS, v(first), any)));
    Fun f = program.fun("f");
    Object[] messages = {atom("a"), new Tuple(atom("want"), 1L), atom("b")};
    assertThat(
            evaluate(
                (Process process) -> {
                  for (Object message : messages) {
                    process.send(process.pid(), message);
                  }
                  return process.call(f, 5L);
                }))
        .isEqualTo(new Cons(1L, atom("a")));
    assertThat(program.run("f", 5L)).isEqualTo(new Cons(atom("timeout"), atom("nothing")));
  }
}
