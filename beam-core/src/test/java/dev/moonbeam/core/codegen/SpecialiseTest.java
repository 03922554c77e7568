package dev.moonbeam.core.codegen;

import static dev.moonbeam.core.codegen.Arithmetic.*;
import static dev.moonbeam.core.codegen.Program.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops that run unboxed give what they gave boxed, and cost the same reductions. */
class SpecialiseTest {
  private static Program sum(CompilerOptions options) {
    Variable n = var("N");
    Variable acc = var("Acc");
    return new Program()
        .options(options.withLint(true))
        .define(
            "sum",
            List.of(n, acc),
            new If(
                op(EQ, v(n), c(0L)),
                v(acc),
                call("sum", op(SUB, v(n), c(1L)), op(ADD, v(acc), v(n)))));
  }

  private static long reductions(Program program, Object... arguments) {
    Fun function = program.fun("sum");
    return (long)
        evaluate(
            process -> {
              long before = process.reductionsUsed();
              process.call(function, arguments);
              return process.reductionsUsed() - before;
            });
  }

  @Test
  void leavesTheLoopOfLongsOnOverflowAndOnFloats() {
    Program program = sum(CompilerOptions.standard());
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
    assertThat(program.run("sum", 3L, Long.MAX_VALUE - 3))
        .isEqualTo(most.add(BigInteger.valueOf(3)));
    assertThat(program.run("sum", 3L, Long.MAX_VALUE - 6)).isEqualTo(Long.MAX_VALUE);
    assertThat(program.run("sum", 3L, most.add(BigInteger.ONE)))
        .isEqualTo(most.add(BigInteger.valueOf(7)));
    assertThat(program.run("sum", 3L, 0.25)).isEqualTo(6.25);
    assertThat(program.run("sum", 3.0, 1L)).isEqualTo(7.0);
    assertThatThrownBy(() -> program.run("sum", 3L, Atom.OK)).isInstanceOf(Raise.class);
  }

  @Test
  void costsTheSameInEveryCopy() {
    Program specialised = sum(CompilerOptions.standard());
    Program plain = sum(CompilerOptions.standard().withSpecialise(false));
    for (Object start : new Object[] {0L, 0.5, Long.MAX_VALUE - 5000}) {
      assertThat(reductions(specialised, 1000L, start)).isEqualTo(reductions(plain, 1000L, start));
    }
  }
}
