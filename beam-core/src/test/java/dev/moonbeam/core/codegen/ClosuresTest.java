package dev.moonbeam.core.codegen;

import static dev.moonbeam.core.codegen.Arithmetic.*;
import static dev.moonbeam.core.codegen.Program.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.code.CompiledModule;
import dev.moonbeam.core.code.ModuleCodec;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.*;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.ir.Type;
import dev.moonbeam.core.ir.Variable;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions capture, how their arguments are fitted, and modules as bytes. */
class ClosuresTest {
  private final Variable x = var("X");

  @Test
  void capturesMoreThanAMethodHasParameters() {
    List<Variable> captured = new ArrayList<>();
    Expr sum = c(0L);
    for (int i = 0; i < 300; i++) {
      Variable variable = var("v" + i);
      captured.add(variable);
      sum = op(ADD, sum, v(variable));
    }
    Variable f = var("F");
    Variable y = var("Y");
    Expr body =
        new Let(
            f, new Lambda(function("inner", List.of(y), op(ADD, sum, v(y)))), call("pass", v(f)));
    for (int i = 0; i < 300; i++) {
      body = new Let(captured.get(i), call("same", op(ADD, v(x), c((long) i))), body);
    }
    Variable g = var("G");
    Variable z = var("Z");
    Program program =
        new Program()
            .define("f", List.of(x), body)
            .define("same", List.of(z), v(z))
            .define("pass", List.of(g), op(ADD, apply(v(g), c(1L)), c(0L)));
    assertThat(program.run("f", 0L)).isEqualTo(44_851L);
  }

  @Test
  void capturesResultsOfACall() {
    Variable rest = new Variable("rest", Type.VALUES);
    Variable f = var("F");
    FunctionDef variadic =
        new FunctionDef(
            new FunctionName("f", 0),
            List.of(),
            List.of(),
            rest,
            false,
            new Let(
                f,
                new Lambda(function("inner", List.of(), new Values(List.of(), v(rest)))),
                call("pass", v(f))),
            "f",
            1);
    Variable g = var("G");
    Program program = new Program().define(variadic).define("pass", List.of(g), apply(v(g)));
    assertThat(program.runAll("f", 1L, 2L, 3L)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void fitsArgumentsOrRefusesThem() {
    Variable y = var("Y");
    FunctionDef adjusting =
        new FunctionDef(
            new FunctionName("adjust", 2),
            List.of(),
            List.of(x, y),
            null,
            false,
            v(y),
            "adjust",
            1);
    Variable z = var("Z");
    Program program = new Program().define(adjusting).define("strict", List.of(z), v(z));
    assertThat(program.run("adjust", 1L)).isEqualTo(Atom.NIL);
    assertThat(program.run("adjust", 1L, 2L, 3L, 4L, 5L)).isEqualTo(2L);
    assertThatThrownBy(() -> program.run("strict"))
        .isInstanceOfSatisfying(
            Raise.class,
            raise -> assertThat(((Tuple) raise.reason()).get(0)).isEqualTo(Atom.of("badarity")));
  }

  @Test
  void aModuleComesBackFromItsBytes() throws Exception {
    CompiledModule module =
        new Program()
            .define("f", List.of(x), op(ADD, v(x), c(new Tuple(1L, Atom.OK, 2.5))))
            .compile();
    CompiledModule back =
        ModuleCodec.decode(ModuleCodec.encode(module), getClass().getClassLoader());
    assertThat(back.functions()).isEqualTo(module.functions());
    assertThat(back.constants()).isEqualTo(module.constants());
    assertThat(back.classes().get(back.className()))
        .isEqualTo(module.classes().get(module.className()));
  }
}
