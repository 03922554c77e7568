package dev.moonbeam.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.ir.CoreModule;
import dev.moonbeam.core.ir.Expr;
import dev.moonbeam.core.ir.Expr.Const;
import dev.moonbeam.core.ir.Expr.Receive;
import dev.moonbeam.core.ir.Expr.RemoteCall;
import dev.moonbeam.core.ir.Expr.Seq;
import dev.moonbeam.core.ir.FunctionDef;
import dev.moonbeam.core.ir.FunctionName;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two versions of a module, and links between modules (Erlang reference manual, Code Replacement).
 */
@Timeout(300)
class CodeServerTest {
  private final Node node = Node.builder().policy(SandboxPolicy.trusted()).build();
  private final CodeServer code = node.code();

  @AfterEach
  void close() {
    node.close();
  }

  private static Expr c(Object value) {
    return new Const(value);
  }

  private static Expr remote(String module, String function) {
    return new RemoteCall(c(Atom.of(module)), c(Atom.of(function)), List.of(), 1);
  }

  private static FunctionDef function(String name, Expr body) {
    return new FunctionDef(
        new FunctionName(name, 0), List.of(), List.of(), null, true, body, name, 1);
  }

  private static CompiledModule module(String name, FunctionDef... functions) {
    Set<FunctionName> exports = new java.util.HashSet<>();
    for (FunctionDef function : functions) {
      exports.add(function.name());
    }
    return ModuleCompiler.compile(
        new CoreModule(name, name + ".erl", "test", List.of(functions), exports, Map.of()),
        CompilerOptions.standard());
  }

  private CompiledModule version(long number) {
    return module("m", function("version", c(number)));
  }

  private Object call(Fun function) {
    return node.evaluate(process -> process.call(function));
  }

  @Test
  void remoteCallsFollowTheCurrentVersion() {
    Fun caller =
        code.load(module("caller", function("ask", remote("m", "version")))).function("ask", 0);
    Fun external = code.external("m", "version", 0);
    for (long i = 1; i <= 5; i++) {
      code.load(version(i));
      assertThat(call(caller)).isEqualTo(i);
      assertThat(call(external)).isEqualTo(i);
      assertThat(
              node.evaluate(
                  process ->
                      code.linker()
                          .call(process, Atom.of("m"), Atom.of("version"), Fun.NO_ARGUMENTS)))
          .isEqualTo(i);
    }
    assertThat(code.old("m")).isNotNull();
    assertThat(code.delete("m")).isFalse();
    assertThat(code.purge(null, "m")).isFalse();
    assertThat(code.delete("m")).isTrue();
    assertThatThrownBy(() -> call(caller)).isInstanceOf(UndefinedFunction.class);
    assertThatThrownBy(() -> call(external)).isInstanceOf(UndefinedFunction.class);
    code.load(version(9));
    assertThat(call(caller)).isEqualTo(9L);
    assertThat(call(external)).isEqualTo(9L);
  }

  @Test
  void whatIsNotThereIsUndefinedUntilItComes() {
    Fun caller =
        code.load(module("caller", function("ask", remote("late", "version")))).function("ask", 0);
    Fun external = code.external("late", "version", 0);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> call(caller))
          .isInstanceOfSatisfying(
              UndefinedFunction.class,
              undefined -> {
                assertThat(undefined.module()).isEqualTo("late");
                assertThat(undefined.reason()).isEqualTo(Atom.of("undef"));
              });
      assertThatThrownBy(() -> call(external)).isInstanceOf(UndefinedFunction.class);
    }
    code.setAutoloader(
        name -> name.equals("late") ? module("late", function("version", c(1L))) : null);
    assertThat(call(external)).isEqualTo(1L);
    assertThat(call(caller)).isEqualTo(1L);
    code.load(module("late", function("version", c(2L))));
    assertThat(call(external)).isEqualTo(2L);
    assertThat(call(caller)).isEqualTo(2L);
  }

  @Test
  void aHandlerOfUndefinedFunctionsIsAsked() {
    FunctionDef handler =
        new FunctionDef(
            new FunctionName("$handle_undefined_function", 2),
            List.of(),
            List.of(new dev.moonbeam.core.ir.Variable("F"), new dev.moonbeam.core.ir.Variable("A")),
            null,
            true,
            c(Atom.of("handled")),
            "handler",
            1);
    code.load(module("h", handler));
    assertThat(call(code.external("h", "whatever", 0))).isEqualTo(Atom.of("handled"));
  }

  @Test
  void theThirdVersionKillsWhoStillRunsTheFirst() throws InterruptedException {
    Expr wait = new Receive(List.of(), null, null, 1);
    // One waits with nothing on its stack, one below a frame of its own.
    CompiledModule server =
        module("m", function("stackless", wait), function("deep", new Seq(wait, c(Atom.OK))));
    LoadedModule first = code.load(server);
    Pid stackless = node.spawn(first.function("stackless", 0));
    Pid deep = node.spawn(first.function("deep", 0));
    awaitWaiting(stackless);
    awaitWaiting(deep);
    code.load(server);
    Pid second = node.spawn(code.current("m").function("deep", 0));
    awaitWaiting(second);
    assertThat(code.checkProcessCode(null, stackless, "m")).isTrue();
    assertThat(code.checkProcessCode(null, deep, "m")).isTrue();
    assertThat(code.checkProcessCode(null, second, "m")).isFalse();
    assertThat(code.softPurge(null, "m")).isFalse();
    code.load(server);
    while (stackless.target != null || deep.target != null) {
      Thread.sleep(2);
    }
    assertThat(second.target).isNotNull();
  }

  private void awaitWaiting(Pid pid) throws InterruptedException {
    while (node.statusOf(pid) != Atom.of("waiting")) {
      Thread.sleep(2);
    }
  }

  @Test
  void softPurgeRemovesWhatNobodyRuns() {
    code.load(version(1));
    code.load(version(2));
    assertThat(code.softPurge(null, "m")).isTrue();
    assertThat(code.old("m")).isNull();
    assertThat(code.delete("m")).isTrue();
  }

  @Test
  void modulesAreLimited() {
    try (Node small = Node.of(SandboxPolicy.trusted().withLimit(Limit.MODULES, 2))) {
      small.code().load(module("a"));
      small.code().load(module("b"));
      small.code().load(module("a"));
      assertThatThrownBy(() -> small.code().load(module("c"))).isInstanceOf(LoadException.class);
    }
  }

  @Test
  void versionsNobodyUsesAreCollected() throws InterruptedException {
    var first = new java.lang.ref.WeakReference<>(code.load(version(1)));
    Fun external = code.external("m", "version", 0);
    call(external);
    code.load(version(2));
    call(external);
    code.load(version(3));
    while (first.get() != null) {
      System.gc();
      Thread.sleep(20);
    }
  }
}
