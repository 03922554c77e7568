package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.policy.SandboxPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Evaluations are all or nothing, and states are values. */
class ScriptStateTest {
  private final MoonbeamNode node =
      Moonbeam.node().policy(SandboxPolicy.standard().withLimits("reductions=5M,time=5s")).build();
  private final Session lua = node.lua();

  @AfterEach
  void close() {
    node.close();
  }

  private void fails(String source) {
    assertThatThrownBy(() -> lua.eval(source)).isInstanceOf(ScriptFailure.class);
  }

  @Test
  void anErrorLeavesTheStateAsItWas() {
    lua.eval(
        "t = {1, 2, 3, n = 4}; x = 1; local up = 7; function get() return up end "
            + "function set(v) up = v end");
    fails("t[1] = 'a'; t[4] = 4; t.n = nil; t.m = 1; x = 2; y = 3; set(8); error('no')");
    assertThat(
            lua.eval(
                "return t[1] .. t[2] .. #t .. t.n .. tostring(t.m) .. x .. tostring(y) .. get()"))
        .isEqualTo("1234nil1nil7");
    assertThat(lua.get("x")).isEqualTo(1L);
    assertThat(lua.get("y")).isNull();
  }

  @Test
  void aKillLeavesTheStateAsItWas() {
    lua.eval("t = {n = 1}");
    fails(
        "t.n = 2; string.upper = nil; setmetatable(t, {}); local c <close> = "
            + "setmetatable({}, {__close = function() t.closed = true end}) while true do end");
    assertThat(
            lua.eval(
                "return t.n .. ('a'):upper() .. tostring(getmetatable(t)) .. tostring(t.closed)"))
        .isEqualTo("1Anilnil");
  }

  @Test
  void metatablesOfAllTypesAndLoadedModulesGoBack() {
    lua.eval("package.preload.m = function() return {v = 1} end");
    fails("require('m').v = 2; getmetatable('').__index = {}; error()");
    assertThat(lua.eval("return ('x'):rep(2) .. tostring(package.loaded.m) .. require('m').v"))
        .isEqualTo("xxnil1");
  }

  @Test
  void randomNumbersGoBack() {
    lua.eval("math.randomseed(1)");
    fails("for i = 1, 10 do math.random() end error()");
    Object next = lua.eval("return math.random(1 << 40)");
    assertThat(node.newSession("lua").eval("math.randomseed(1) return math.random(1 << 40)"))
        .isEqualTo(next);
  }

  @Test
  void weakTablesGoBack() {
    lua.eval("k = {}; w = setmetatable({[k] = 1}, {__mode = 'k'}); s = {a = 1}");
    fails("w[k] = 2; w[t] = 3; setmetatable(s, {__mode = 'v'}); s.b = 2; error()");
    fails("w[k] = 2; w.x = 3; setmetatable(s, {__mode = 'v'}); s.b = 2; error()");
    assertThat(lua.eval("return w[k] .. tostring(w.x) .. s.a .. tostring(s.b)"))
        .isEqualTo("1nil1nil");
  }

  @Test
  void aCoroutineThatWasResumedInAFailedRunIsDead() {
    lua.eval(
        "a = coroutine.create(function() for i = 1, 9 do coroutine.yield(i) end end) "
            + "b = coroutine.wrap(function() for i = 1, 9 do coroutine.yield(i) end end) b()");
    assertThat(lua.eval("return select(2, coroutine.resume(a))")).isEqualTo(1L);
    fails("coroutine.resume(a); error()");
    assertThat(lua.eval("return coroutine.status(a) .. b()")).isEqualTo("dead2");
  }

  @Test
  void aNestedEvaluationFailsByItself() {
    lua.put(
        "nested",
        (Function<String, String>)
            source -> {
              try {
                return String.valueOf(lua.eval(source));
              } catch (ScriptFailure failure) {
                return "failed";
              }
            });
    assertThat(
            lua.eval(
                "t = {1}; t[1] = 2; local r = nested('t[1] = 3; u = 1; error()') "
                    + "t[2] = 4; return r .. t[1] .. t[2] .. tostring(u)"))
        .isEqualTo("failed24nil");
    fails("t[1] = 5; nested('t[1] = 6'); t[2] = 7; nested('t[2] = 8; error()') t[2] = 9; error()");
    assertThat(lua.eval("return t[1] .. t[2]")).isEqualTo("24");
  }

  @Test
  void whatTheHostBoundGoesBackToo() {
    lua.put("x", 1);
    lua.eval("y = x");
    lua.put("x", 2);
    fails("x = 3; error()");
    assertThat(lua.get("x")).isEqualTo(2);
    assertThat(lua.eval("return x + y")).isEqualTo(3L);
  }

  @Test
  void aResultThatCannotBeConvertedFailsTheEvaluation() {
    assertThatThrownBy(() -> lua.eval("s", "n = 1 return 'x'", Integer.class))
        .isInstanceOf(ScriptFailure.class);
    assertThat(lua.get("n")).isNull();
    assertThat(lua.eval("return n")).isNull();
  }

  @Test
  void statesAreValues() {
    ScriptState empty = node.newState("lua");
    ScriptState one = empty.eval("x = {n = 1}").state();
    ScriptState two = one.eval("x.n = 2").state();
    ScriptState other = one.eval("x.n = 3; x.m = 4; y = 5").state();
    assertThat(one.get("x")).isEqualTo(Map.of("n", 1L));
    assertThat(two.get("x")).isEqualTo(Map.of("n", 2L));
    assertThat(one.eval("return x.n").value()).isEqualTo(1L);
    assertThat(two.eval("return x.n .. tostring(x.m)").value()).isEqualTo("2nil");
    assertThat(other.eval("return x.n .. x.m .. y").value()).isEqualTo("345");
    assertThat(empty.eval("return x").value()).isNull();
    assertThat(two.with("z", 7).eval("return z + x.n").value()).isEqualTo(9L);
    assertThat(two.eval("return z").value()).isNull();
  }

  @Test
  void aSessionGoesBackToAState() {
    lua.eval("log = {}; function add(s) log[#log + 1] = s end");
    lua.call("add", "a");
    ScriptState before = lua.state();
    lua.call("add", "b");
    ScriptState after = lua.state();
    lua.call("add", "c");
    assertThat(lua.call("table.concat", lua.get("log"))).isEqualTo("");
    assertThat(lua.eval("return table.concat(log)")).isEqualTo("abc");
    lua.restore(before);
    assertThat(lua.eval("return table.concat(log)")).isEqualTo("a");
    lua.call("add", "d");
    lua.restore(after);
    assertThat(lua.eval("return table.concat(log)")).isEqualTo("ab");
    assertThatThrownBy(() -> lua.restore(node.newState("lua")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStateCannotBeTakenFromWithinAnEvaluation() {
    lua.put("take", (Supplier<Object>) lua::state);
    assertThatThrownBy(() -> lua.eval("take()")).hasMessageContaining("under way");
  }

  @Test
  void manySessionsStartFromOneState() throws Exception {
    ScriptState base =
        node.newState("lua")
            .eval(
                "config = {limit = 10}; items = {}; for i = 1, 1000 do items[i] = i end function"
                    + " run(n) config.limit = config.limit + n; items[n] = 0; local s = 0 for _, v"
                    + " in ipairs(items) do s = s + v end return s + config.limit end")
            .state();
    List<Session> sessions = List.of(base.newSession(), base.newSession(), base.newSession());
    Thread[] threads = new Thread[sessions.size()];
    Object[] results = new Object[threads.length];
    for (int i = 0; i < threads.length; i++) {
      int n = i + 1;
      threads[i] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int turn = 0; turn < 50; turn++) {
                      results[n - 1] = sessions.get(n - 1).call("run", n);
                    }
                  });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (int i = 0; i < results.length; i++) {
      int n = i + 1;
      assertThat(results[i]).isEqualTo(500_500L - n + 10 + 50 * n);
    }
    assertThat(base.eval("return config.limit + items[1]").value()).isEqualTo(11L);
  }

  @Test
  void whatASpawnedProcessSharesStaysWhenTheParentFails() {
    lua.eval(
        "erlang = require('erlang'); t = {n = 1}; local c = 1; "
            + "function get() return c end function inc() c = c + 1 end");
    lua.eval("me = erlang.self()");
    fails(
        "t.n = 2; t.m = {5}; inc(); erlang.spawn(function() erlang.receive(); erlang.send(me, t.n"
            + " .. t.m[1] .. get()) end); t.n = 3; inc(); error()");
    assertThat(lua.eval("return t.n .. tostring(t.m) .. get()")).isEqualTo("1nil1");
    Object answer =
        lua.eval(
            "t.n = 7; local child = erlang.spawn(function() t.n = t.n + 1; "
                + "erlang.send(me, t.n) end) t.n = 9; return erlang.receive()");
    assertThat(answer).isEqualTo(8L);
    assertThat(lua.eval("return t.n")).isEqualTo(9L);
  }

  @Test
  void erlangVariablesAreAStateToo() {
    ScriptState one = node.newState("erlang").eval("X = 1.").state();
    ScriptState two = one.eval("Y = X + 1.").state();
    assertThat(two.eval("X + Y.").value()).isEqualTo(3L);
    assertThatThrownBy(() -> one.eval("Y.")).isInstanceOf(ScriptFailure.class);
  }
}
