package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moonbeam.cache.LoadedScripts;
import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.policy.Limit;
import dev.moonbeam.policy.SandboxPolicy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a host must be able to rely on, whatever scripts and callbacks do. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilityTest {
  private static MoonbeamNode node(String limits) {
    return Moonbeam.node().policy(SandboxPolicy.standard().withLimits(limits)).build();
  }

  @Test
  void aTermThatSharesItsPartsIsNotPrintedWithoutEnd() {
    try (MoonbeamNode node = node("time=5s,value=1M")) {
      String doubled = "(fun F(0, A) -> A; F(N, A) -> F(N - 1, {A, A}) end)(60, x)";
      ScriptFailure failure =
          catchThrowableOfType(
              ScriptFailure.class, () -> node.erlang().show("doubled", doubled + "."));
      assertThat(failure.limit()).isPresent();
      assertThat(node.erlang().eval("tuple_size(" + doubled + ").")).isEqualTo(2L);
    }
  }

  @Test
  void afterAKillTheSessionIsUsable() {
    try (MoonbeamNode node = node("time=100ms")) {
      node.lua().eval("n = 1");
      ScriptFailure failure =
          catchThrowableOfType(
              ScriptFailure.class, () -> node.lua().eval("n = 2 while true do end"));
      assertThat(failure.limit()).contains(Limit.TIME);
      assertThat(node.lua().eval("return 1")).isEqualTo(1L);
      node.erlang().eval("N = 1.");
      assertThatThrownBy(() -> node.erlang().eval("(fun F() -> F() end)()."))
          .isInstanceOf(ScriptFailure.class);
      assertThat(node.erlang().eval("N.")).isEqualTo(1L);
    }
  }

  @Test
  void limitsHoldOnVirtualThreads() throws Exception {
    try (MoonbeamNode node = node("reductions=100K,time=5s,memory=64M")) {
      AtomicReference<Object> seen = new AtomicReference<>();
      for (int i = 0; i < 3; i++) {
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    node.lua().eval("while true do end");
                  } catch (ScriptFailure failure) {
                    seen.set(failure.limit().orElse(null));
                  }
                })
            .join();
        assertThat(seen.getAndSet(null)).isEqualTo(Limit.REDUCTIONS);
      }
    }
  }

  @Test
  void anInterruptEndsAnEvaluation() throws Exception {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      for (String source : List.of("while true do end", "while true do pcall(error) end")) {
        AtomicReference<ScriptFailure> seen = new AtomicReference<>();
        Thread thread =
            Thread.ofPlatform()
                .start(
                    () -> {
                      try {
                        node.lua().eval(source);
                      } catch (ScriptFailure failure) {
                        seen.set(failure);
                      }
                    });
        Thread.sleep(50);
        thread.interrupt();
        thread.join();
        assertThat(seen.get().kind()).isEqualTo(ScriptFailure.Kind.INTERRUPTED);
        assertThat(node.lua().eval("return 1")).isEqualTo(1L);
      }
    }
  }

  @Test
  void aSourceThatIsTooLongIsNotLookedAt() {
    try (MoonbeamNode node = node("source=1M")) {
      String source = "(".repeat(50_000_000);
      ScriptFailure failure =
          catchThrowableOfType(ScriptFailure.class, () -> node.lua().eval(source));
      assertThat(failure.limit()).contains(Limit.SOURCE);
    }
  }

  @Test
  void errorsOfTheJvmInACallbackEndTheScript() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      for (Error error : List.of(new StackOverflowError("deep"), new OutOfMemoryError("full"))) {
        node.lua()
            .put(
                "f",
                (Supplier<Object>)
                    () -> {
                      throw error;
                    });
        ScriptFailure failure =
            catchThrowableOfType(ScriptFailure.class, () -> node.lua().eval("return pcall(f)"));
        assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.KILLED);
        assertThat(failure.getCause()).isSameAs(error);
        assertThat(node.lua().eval("return 1")).isEqualTo(1L);
      }
    }
  }

  @Test
  void evaluationsWithinEvaluationsEnd() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      node.lua()
          .put("again", (LongUnaryOperator) n -> (Long) node.lua().eval("return again(" + n + ")"));
      assertThatThrownBy(() -> node.lua().eval("return again(1)"))
          .isInstanceOf(ScriptFailure.class);
      assertThat(node.lua().eval("return 1")).isEqualTo(1L);
    }
  }

  @Test
  void evaluationsWithinEvaluationsShareTheBudget() {
    try (MoonbeamNode node = node("reductions=1M")) {
      Session other = node.newSession("lua");
      node.lua()
          .put(
              "spend",
              (Supplier<Object>)
                  () -> {
                    try {
                      return other.eval("for i = 1, 100000 do end");
                    } catch (ScriptFailure _) {
                      return "caught by the host";
                    }
                  });
      ScriptFailure failure =
          catchThrowableOfType(
              ScriptFailure.class, () -> node.lua().eval("while true do pcall(spend) end"));
      assertThat(failure.limit()).contains(Limit.REDUCTIONS);
    }
  }

  @Test
  void sessionsThatCallEachOtherDoNotWaitForEachOther() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      Session other = node.newSession("lua");
      node.lua().eval("function base(n) return n + 1 end");
      other.put("base", (Function<Object, Object>) n -> node.lua().call("base", n));
      other.eval("function middle(n) return base(n) * 10 end");
      node.lua().put("middle", (Function<Object, Object>) n -> other.call("middle", n));
      assertThat(node.lua().eval("return middle(1)")).isEqualTo(20L);
    }
  }

  /** Implemented by scripts below. */
  public interface Counter {
    long count();
  }

  @Test
  void aProxyRunsOnABudgetOfItsOwn() throws Exception {
    try (MoonbeamNode node = node("reductions=300K")) {
      ScriptEngine engine = node.scriptEngine("lua");
      engine.eval("n = 0 function count() for i = 1, 100000 do n = n + 1 end return n end");
      Counter counter = ((Invocable) engine).getInterface(Counter.class);
      for (long i = 1; i <= 10; i++) {
        assertThat(counter.count()).isEqualTo(i * 100_000);
      }
      engine.eval("function count() while true do end end");
      assertThatThrownBy(counter::count).isInstanceOf(ScriptFailure.class);
    }
  }

  @Test
  void aCallbackThatBlocksIsInterruptedAtTheTimeLimit() {
    try (MoonbeamNode node = node("time=200ms")) {
      node.lua()
          .put(
              "sleep",
              (LongUnaryOperator)
                  millis -> {
                    try {
                      Thread.sleep(millis);
                    } catch (InterruptedException _) {
                      return -1;
                    }
                    return 0;
                  });
      ScriptFailure failure =
          catchThrowableOfType(
              ScriptFailure.class, () -> node.lua().eval("while true do sleep(3600000) end"));
      assertThat(failure.limit()).contains(Limit.TIME);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void whateverAScriptDoesIsAScriptException() {
    ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua");
    for (String source :
        List.of(
            "error()",
            "error(nil)",
            "error(setmetatable({}, {__tostring = function() error('again') end}))",
            "error(setmetatable({}, {__index = function() while true do end end}))",
            "error(('x'):rep(1000000))",
            "local function f() return f() + 1 end return f()",
            "return load(('('):rep(100000))()",
            "return setmetatable({}, {__name = 7}) + 1",
            "return #nil",
            "(".repeat(10_000),
            "goto nowhere",
            "\0\1\2",
            "return coroutine.wrap(function() error({}) end)()",
            "string.format = nil error('x')",
            "return math.floor({})",
            "for i = 1, 10, 0 do end")) {
      assertThatThrownBy(() -> lua.eval(source))
          .as(source.length() > 60 ? source.substring(0, 60) : source)
          .isInstanceOf(ScriptException.class)
          .satisfies(e -> assertThat(e.getMessage()).isNotNull().hasSizeLessThan(30_000));
    }
    ScriptEngine erlang = new ScriptEngineManager().getEngineByName("erlang");
    for (String source :
        List.of(
            "throw(x).",
            "exit(lists:seq(1, 100000)).",
            "error({a, fun() -> ok end}).",
            "1 + a.",
            "exit(self(), kill), receive after 1000 -> ok end.",
            "foo:bar().",
            "((",
            "-module(m). f( ->",
            "'")) {
      assertThatThrownBy(() -> erlang.eval(source))
          .as(source)
          .isInstanceOf(ScriptException.class)
          .satisfies(e -> assertThat(e.getMessage()).isNotNull().hasSizeLessThan(30_000));
    }
  }

  @Test
  void bindingsThatMisbehaveAreNeverAsked() throws Exception {
    ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua");
    Object hostile =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("toString was called");
          }

          @Override
          public int hashCode() {
            throw new AssertionError("hashCode was called");
          }

          @Override
          public boolean equals(Object other) {
            throw new AssertionError("equals was called");
          }
        };
    SimpleBindings bindings = new SimpleBindings(new HashMap<>(Map.of("x", 1)));
    bindings.put("hostile", hostile);
    assertThat(lua.eval("local t = {} t[hostile] = 1 return t[hostile] + x", bindings))
        .isEqualTo(2L);
    assertThat(lua.eval("return hostile == hostile", bindings)).isEqualTo(true);
    assertThat(lua.eval("return tostring(hostile)", bindings)).isInstanceOf(String.class);
  }

  @Test
  void processesOfOldCodeGoOnUntilTheThirdVersion() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      String source =
          """
          -module(worker).
          -export([start/1, loop/0, version/0]).
          start(N) -> [spawn(fun loop/0) || _ <- lists:seq(1, N)].
          loop() -> receive {version, From} -> From ! {version, %d}, loop() end.
          version() -> %d.
          """;
      node.load("worker.erl", source.formatted(1, 1));
      List<?> pids = (List<?>) node.call("worker", "start", 100);
      node.load("worker.erl", source.formatted(2, 2));
      assertThat(node.call("worker", "version")).isEqualTo(2L);
      node.erlang().put("Pids", pids);
      Object answers =
          node.erlang()
              .eval(
                  "[P ! {version, self()} || P <- Pids],"
                      + " lists:usort([receive {version, V} -> V end || _ <- Pids]).");
      assertThat(answers).isEqualTo(List.of(1L));
      assertThatThrownBy(() -> node.load("worker.erl", source.replace("receive", "recieve")))
          .isInstanceOf(ScriptFailure.class);
      assertThat(node.call("worker", "version")).isEqualTo(2L);
      node.load("worker.erl", source.formatted(3, 3));
      assertThat(node.erlang().eval("timer:sleep(200), [P || P <- Pids, is_process_alive(P)]."))
          .isEqualTo(List.of());
      assertThat(pids.getFirst()).isInstanceOf(Pid.class);
    }
  }

  @Test
  void aModuleOfTheLibraryIsNotReplaced() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      assertThatThrownBy(
              () -> node.load("lists.erl", "-module(lists). -export([seq/2]). seq(_, _) -> no."))
          .isInstanceOf(ScriptFailure.class)
          .hasMessageContaining("part of the library");
      assertThat(node.call("lists", "seq", 1, 3)).isEqualTo(List.of(1L, 2L, 3L));
    }
  }

  @Test
  void limitsAtTheirEndsAreNoLimitOrTheSmallest() {
    for (Limit limit : Limit.values()) {
      assertThatThrownBy(() -> SandboxPolicy.standard().withLimit(limit, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> SandboxPolicy.standard().withLimit(limit, Long.MIN_VALUE))
          .isInstanceOf(IllegalArgumentException.class);
      for (long value : new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 1}) {
        SandboxPolicy policy = SandboxPolicy.untrusted().withLimit(limit, value);
        try (MoonbeamNode node = Moonbeam.node().policy(policy).build()) {
          assertThat(node.lua().eval("local s = '' for i = 1, 100 do s = s .. i end return #s"))
              .as(limit.word())
              .isEqualTo(192L);
          assertThat(node.erlang().eval("self() ! x, receive x -> ok after 1000 -> late end."))
              .as(limit.word())
              .hasToString("ok");
        }
      }
      SandboxPolicy least = SandboxPolicy.untrusted().withLimit(limit, 1);
      try (MoonbeamNode node = Moonbeam.node().policy(least).build()) {
        for (String language : List.of("lua", "erlang")) {
          try {
            node.newSession(language).eval("1 + ");
          } catch (ScriptFailure failure) {
            assertThat(failure.getMessage()).doesNotContain("internal error");
          }
        }
      }
    }
  }

  @Test
  void scriptsThatAreForgottenAreUnloaded() throws Exception {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      LoadedScripts few = new LoadedScripts(node.core().code(), 20_000);
      List<WeakReference<Object>> loaders = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        SourceUnit source =
            new SourceUnit("s", "local function f() return " + i + " end return f()");
        Language lua = node.core().language("lua");
        LoadedModule loaded =
            few.get(node.cache().get(lua, source, CompileOptions.standard(), node.fingerprint()));
        loaders.add(new WeakReference<>(loaded));
      }
      while (loaders.stream().filter(each -> each.get() != null).count() >= 50) {
        System.gc();
        Thread.sleep(50);
      }
    }
  }

  @Test
  void enginesThatAreDroppedLeaveNothingBehind() throws Exception {
    ScriptEngineManager manager = new ScriptEngineManager();
    List<WeakReference<Object>> dropped = new ArrayList<>();
    int threadsBefore = 0;
    for (int i = 0; i < 200; i++) {
      ScriptEngine engine = manager.getEngineByName(i % 2 == 0 ? "lua" : "erlang");
      engine.eval(i % 2 == 0 ? "x = 1 return x" : "spawn(fun() -> receive x -> ok end end).");
      dropped.add(new WeakReference<>(engine));
      if (i == 20) {
        threadsBefore = Thread.activeCount();
      }
    }
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threadsBefore + 4);
    while (dropped.stream().filter(each -> each.get() != null).count() > 5) {
      System.gc();
      Thread.sleep(100);
    }
  }
}
