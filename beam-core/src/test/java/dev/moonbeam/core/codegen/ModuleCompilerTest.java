package dev.moonbeam.core.codegen;

import static dev.moonbeam.core.codegen.Arithmetic.*;
import static dev.moonbeam.core.codegen.Program.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every node of the IR and the machinery of calls, run. */
class ModuleCompilerTest {
  private final Variable n = var("N");
  private final Variable acc = var("Acc");
  private final Variable x = var("X");
  private final Variable y = var("Y");

  @Test
  void fibonacciRecurses() {
    Program program =
        new Program()
            .define(
                "fib",
                List.of(n),
                new If(
                    op(LT, v(n), c(2L)),
                    v(n),
                    op(ADD, call("fib", op(SUB, v(n), c(1L))), call("fib", op(SUB, v(n), c(2L))))));
    assertThat(program.run("fib", 20L)).isEqualTo(6765L);
  }

  @Test
  void selfTailCallLoopsAndPromotesPastSixtyFourBits() {
    Program program =
        new Program()
            .define(
                "sum",
                List.of(n, acc),
                new If(
                    op(EQ, v(n), c(0L)),
                    v(acc),
                    call("sum", op(SUB, v(n), c(1L)), op(ADD, v(acc), v(n)))));
    assertThat(program.run("sum", 1_000_000L, 0L)).isEqualTo(500000500000L);
    assertThat(program.run("sum", 10L, Long.MAX_VALUE))
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.valueOf(55)));
    assertThat(program.run("sum", 4L, 0.5)).isEqualTo(10.5);
  }

  @Test
  void mutualTailCallsRunInConstantStack() {
    Program program = new Program().defineEvenAndOdd();
    assertThat(program.run("even", 10_000_000L)).isEqualTo(Atom.TRUE);
  }

  @Test
  void bodyRecursionGoesDeep() {
    Program program =
        new Program()
            .define(
                "count",
                List.of(n),
                new If(
                    op(EQ, v(n), c(0L)),
                    c(0L),
                    op(ADD, c(1L), call("count", op(SUB, v(n), c(1L))))));
    assertThat(program.run("count", 1_000_000L)).isEqualTo(1_000_000L);
  }

  @Test
  void closuresCaptureAndRecurse() {
    Variable f = var("F");
    Variable self = var("Self");
    Variable k = var("K");
    Expr countdown =
        new LetRec(
            List.of(self),
            List.of(
                new Lambda(
                    function(
                        "down",
                        List.of(k),
                        new If(
                            op(EQ, v(k), c(0L)),
                            op(ADD, v(x), v(k)),
                            apply(v(self), op(SUB, v(k), c(1L))))))),
            apply(v(self), c(100L)));
    Program program =
        new Program()
            .define("direct", List.of(x), countdown)
            .define(
                "value",
                List.of(x),
                new Let(
                    f,
                    new Lambda(function("adder", List.of(y), op(ADD, v(x), v(y)))),
                    op(CorePrimitives.CONS, v(f), apply(v(f), c(1L)))));
    assertThat(program.run("direct", 7L)).isEqualTo(7L);
    assertThat(((Cons) program.run("value", 41L)).tail).isEqualTo(42L);
  }

  @Test
  void aFunctionThatUsesItselfAsAValueIsOneObject() {
    Variable self = var("Self");
    Variable k = var("K");
    Program program =
        new Program()
            .define(
                "same",
                List.of(x),
                new LetRec(
                    List.of(self),
                    List.of(
                        new Lambda(
                            function(
                                "me",
                                List.of(k),
                                op(
                                    CorePrimitives.CONS,
                                    v(self),
                                    op(CorePrimitives.CONS, v(x), v(k)))))),
                    op(
                        CorePrimitives.SAME,
                        op(CorePrimitives.HEAD, apply(v(self), c(1L))),
                        v(self))));
    assertThat(program.run("same", 7L)).isEqualTo(Atom.TRUE);
  }

  @Test
  void tryCatchesRaisesAndRestoresRoom() {
    Variable result = var("R");
    Variable raised = var("E");
    Program program =
        new Program()
            .define(
                "deep",
                List.of(n),
                new If(
                    op(EQ, v(n), c(0L)),
                    op(FAIL, c(Atom.of("bottom"))),
                    op(ADD, c(1L), call("deep", op(SUB, v(n), c(1L))))))
            .define(
                "attempt",
                List.of(x),
                op(
                    CorePrimitives.CONS,
                    v(x),
                    new Try(
                        call("deep", v(x)),
                        result,
                        v(result),
                        raised,
                        op(REASON, v(raised)),
                        false,
                        3)));
    assertThat(((Cons) program.run("attempt", 1000L)).tail).isEqualTo(Atom.of("bottom"));
    assertThat(((Cons) program.run("attempt", 200_000L)).tail).isEqualTo(Atom.of("bottom"));
    assertThatThrownBy(() -> program.run("deep", 3L)).isInstanceOf(Raise.class);
  }

  @Test
  void severalResultsPassThroughAndAdjust() {
    Variable all = new Variable("All", dev.moonbeam.core.ir.Type.VALUES);
    Program program =
        new Program()
            .define("two", List.of(), new Values(List.of(c(1L), c(2L)), null))
            .define("none", List.of(), new Values(List.of(), null))
            .define("tail", List.of(), call("two"))
            .define("first", List.of(), op(ADD, call("two"), c(10L)))
            .define("nil", List.of(), op(CorePrimitives.CONS, call("none"), c(Nil.EMPTY)))
            .define(
                "second", List.of(), new Let(all, new AllResults(call("two")), new Nth(v(all), 1)))
            .define("spread", List.of(), new Values(List.of(c(0L)), new AllResults(call("two"))));
    assertThat(program.runAll("tail")).containsExactly(1L, 2L);
    assertThat(program.run("first")).isEqualTo(11L);
    assertThat(program.run("nil")).isEqualTo(Cons.list(Atom.NIL));
    assertThat(program.run("second")).isEqualTo(2L);
    assertThat(program.runAll("spread")).containsExactly(0L, 1L, 2L);
  }

  @Test
  void joinsLoopAndSwitchesDispatch() {
    Variable i = var("I");
    Variable s = var("S");
    Label loop = new Label("loop", List.of(i, s));
    Program program =
        new Program()
            .define(
                "loop",
                List.of(n),
                new Join(
                    loop,
                    true,
                    new If(
                        op(LT, v(n), v(i)),
                        v(s),
                        new Jump(
                            loop, List.of(op(ADD, v(i), c(1L)), op(WRAPPING_ADD, v(s), v(i))))),
                    new Jump(loop, List.of(c(1L), c(0L)))))
            .define(
                "kind",
                List.of(x),
                new Switch(
                    v(x),
                    List.of(
                        new Arm(1L, c(Atom.of("one"))),
                        new Arm(2L, c(Atom.of("two"))),
                        new Arm(70L, c(Atom.of("seventy"))),
                        new Arm(Long.MAX_VALUE, c(Atom.of("max"))),
                        new Arm(Atom.OK, c(Atom.of("fine"))),
                        new Arm(1.5, c(Atom.of("float")))),
                    c(Atom.of("other"))));
    assertThat(program.run("loop", 100L)).isEqualTo(5050L);
    assertThat(program.run("kind", 1L)).isEqualTo(Atom.of("one"));
    assertThat(program.run("kind", 70L)).isEqualTo(Atom.of("seventy"));
    assertThat(program.run("kind", 71L)).isEqualTo(Atom.of("other"));
    assertThat(program.run("kind", (1L << 32) + 1)).isEqualTo(Atom.of("other"));
    assertThat(program.run("kind", Long.MAX_VALUE)).isEqualTo(Atom.of("max"));
    assertThat(program.run("kind", Atom.OK)).isEqualTo(Atom.of("fine"));
    assertThat(program.run("kind", 1.5)).isEqualTo(Atom.of("float"));
    assertThat(program.run("kind", Nil.EMPTY)).isEqualTo(Atom.of("other"));
  }

  @Test
  void remoteCallsAreLinked() {
    Program program =
        new Program()
            .define(
                "far",
                List.of(x),
                op(
                    CorePrimitives.CONS,
                    new RemoteCall(c(Atom.of("m")), c(Atom.of("f")), List.of(v(x)), 3),
                    new RemoteCall(c(Atom.of("m")), v(x), List.of(v(x)), 3)));
    assertThat(program.run("far", 5L)).hasToString("[m:f[5]|m:5[5]]");
  }
}
