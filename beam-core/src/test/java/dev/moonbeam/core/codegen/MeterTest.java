package dev.moonbeam.core.codegen;

import static dev.moonbeam.core.codegen.Arithmetic.*;
import static dev.moonbeam.core.codegen.Program.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Raise;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs cost: one reduction for each call and each turn of a loop, wherever it is paid. */
class MeterTest {
  private static long reductions(Program program, String name, Object... arguments) {
    Fun function = program.fun(name);
    return (long)
        evaluate(
            process -> {
              long before = process.reductionsUsed();
              int room = process.room;
              try {
                process.call(function, arguments);
              } catch (Raise expected) {
                process.room = room;
              }
              assertThat(process.room).isEqualTo(room);
              return process.reductionsUsed() - before;
            });
  }

  private static Program fib() {
    Variable n = var("N");
    return new Program()
        .define(
            "fib",
            List.of(n),
            new If(
                op(LT, v(n), c(2L)),
                v(n),
                op(ADD, call("fib", op(SUB, v(n), c(1L))), call("fib", op(SUB, v(n), c(2L))))));
  }

  @Test
  void countsEveryCall() {
    // fib(n) makes 2 * fib(n + 1) - 1 calls.
    assertThat(reductions(fib(), "fib", 1L)).isEqualTo(1);
    assertThat(reductions(fib(), "fib", 20L)).isEqualTo(2 * 10946 - 1);
  }

  @Test
  void paysInEachBranchWhatOnlyThatBranchCosts() {
    Variable n = var("N");
    Variable x = var("X");
    Expr once = call("leaf", v(n));
    Expr thrice = call("leaf", call("leaf", call("leaf", v(n))));
    Program program =
        new Program()
            .define("leaf", List.of(x), op(ADD, v(x), c(1L)))
            .define(
                "branch",
                List.of(n),
                op(
                    ADD,
                    new If(op(LT, v(n), c(0L)), once, new If(op(LT, v(n), c(10L)), thrice, v(n))),
                    call("leaf", v(n))));
    assertThat(reductions(program, "branch", -1L)).isEqualTo(3);
    assertThat(reductions(program, "branch", 1L)).isEqualTo(5);
    assertThat(reductions(program, "branch", 11L)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 72, 1000, 3999, 4000, 4001, 20_000})
  void tailCallsCostTheSameHoweverTheyAreMade(long turns) {
    Program program = new Program().defineEvenAndOdd();
    assertThat(reductions(program, "even", turns)).isEqualTo(turns + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3999, 4000, 4001, 20_000})
  void turnsCountedInALocalVariableArePaidOnEveryWayOut(long turns) {
    Variable n = var("N");
    Variable at = var("At");
    // loop(N, At): the value at 0, an error at At.
    Program program =
        new Program()
            .define(
                "loop",
                List.of(n, at),
                new If(
                    op(EQ, v(n), c(0L)),
                    v(at),
                    new If(
                        op(EQ, v(n), v(at)),
                        op(FAIL, v(n)),
                        call("loop", op(SUB, v(n), c(1L)), v(at)))));
    assertThat(reductions(program, "loop", turns, -1L)).isEqualTo(turns + 1);
    // What raises has paid for the call that it would have made otherwise.
    assertThat(reductions(program, "loop", turns + 5, 5L)).isEqualTo(turns + 2);
  }

  @Test
  void countsAreTheSameWithoutCopiesOfLoops() {
    Program plain = fib().options(CompilerOptions.standard().withSpecialise(false));
    assertThat(reductions(plain, "fib", 12L)).isEqualTo(reductions(fib(), "fib", 12L));
  }
}
