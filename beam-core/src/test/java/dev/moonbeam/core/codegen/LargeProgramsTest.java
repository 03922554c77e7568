package dev.moonbeam.core.codegen;

import static dev.moonbeam.core.codegen.Arithmetic.*;
import static dev.moonbeam.core.codegen.Program.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.core.ir.CorePrimitives;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.Label;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.Nil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that do not fit a JVM method, or a Java stack that recurses along them. */
class LargeProgramsTest {
  private final Variable x = var("X");

  @Test
  void aHundredThousandStatements() {
    Expr body = v(x);
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      variables.add(var("v" + i));
    }
    body = v(variables.getLast());
    for (int i = variables.size() - 1; i > 0; i--) {
      body = new Let(variables.get(i), op(ADD, v(variables.get(i - 1)), c(1L)), body);
    }
    body = new Let(variables.getFirst(), v(x), body);
    assertThat(new Program().define("f", List.of(x), body).run("f", 1L)).isEqualTo(100_000L);
  }

  @Test
  void chainsOfTenThousandOperators() {
    Expr left = v(x);
    Expr right = v(x);
    for (int i = 0; i < 10_000; i++) {
      left = op(ADD, left, v(x));
      right = op(ADD, v(x), right);
    }
    Program program = new Program().define("left", List.of(x), left);
    assertThat(program.run("left", 2L)).isEqualTo(20_002L);
    assertThat(new Program().define("right", List.of(x), right).run("right", 2L))
        .isEqualTo(20_002L);
  }

  @Test
  void aHundredThousandOperands() {
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      elements.add(op(ADD, v(x), c((long) i)));
    }
    Program program = new Program().define("f", List.of(x), new Values(elements, null));
    Object[] results = program.runAll("f", 1L);
    assertThat(results).hasSize(100_000);
    assertThat(results[99_999]).isEqualTo(100_000L);
  }

  @Test
  void aSwitchOfTenThousandArms() {
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      arms.add(new Arm(Atom.of("k" + i), op(ADD, v(x), c((long) i))));
    }
    Variable k = var("K");
    Program program =
        new Program().define("f", List.of(k, x), new Switch(v(k), arms, c(Atom.of("none"))));
    assertThat(program.run("f", Atom.of("k9999"), 1L)).isEqualTo(10_000L);
    assertThat(program.run("f", Atom.of("k0"), 1L)).isEqualTo(1L);
    assertThat(program.run("f", Atom.of("other"), 1L)).isEqualTo(Atom.of("none"));
  }

  @Test
  void aLoopWithALargeBody() {
    Variable i = var("I");
    Variable sum = var("Sum");
    Label loop = new Label("loop", List.of(i, sum));
    Variable next = var("Next");
    Expr turn = new Jump(loop, List.of(op(ADD, v(i), c(1L)), v(next)));
    Expr value = v(sum);
    for (int k = 0; k < 2000; k++) {
      value = new If(op(LT, v(i), c(5L)), op(ADD, value, c(1L)), op(ADD, v(sum), c(-1L)));
    }
    Program program =
        new Program()
            .define(
                "f",
                List.of(x),
                new Join(
                    loop,
                    true,
                    new If(op(LT, v(i), v(x)), new Let(next, value, turn), v(sum)),
                    new Jump(loop, List.of(c(0L), c(0L)))));
    assertThat(program.run("f", 5L)).isEqualTo(10_000L);
    assertThat(program.run("f", 7L)).isEqualTo(9_998L);
  }

  @Test
  void manyVariablesCrossACut() {
    Variable y = var("Y");
    List<Variable> variables = new ArrayList<>();
    Expr body = c(Nil.EMPTY);
    for (int i = 0; i < 400; i++) {
      variables.add(var("v" + i));
    }
    for (Variable variable : variables) {
      body = op(CorePrimitives.CONS, v(variable), body);
    }
    for (int i = 0; i < 400; i++) {
      Expr value = call("same", op(ADD, v(x), c((long) i)));
      body = new Let(variables.get(i), value, body);
    }
    Program program = new Program().define("f", List.of(x), body).define("same", List.of(y), v(y));
    assertThat(((Cons) program.run("f", 1L)).head).isEqualTo(400L);
  }
}
