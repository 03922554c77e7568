package dev.moonbeam.tests.jmh;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.concurrent.TimeUnit;
import javax.script.CompiledScript;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a host pays to have a small script evaluated, through {@code javax.script} and the host API.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EvaluationBenchmark {
  private static final String LUA = "local t = 0 for i = 1, 10 do t = t + i * 2 end return t";
  private static final String ERLANG = "lists:sum([X * 2 || X <- lists:seq(1, 10)]).";

  private MoonbeamNode node;
  private ScriptEngine lua;
  private ScriptEngine erlang;
  private CompiledScript compiled;
  private long number;

  /** Makes a node with an engine of either language. */
  @Setup
  public void start() throws ScriptException {
    node = Moonbeam.node().policy(SandboxPolicy.standard()).build();
    lua = node.scriptEngine("lua");
    erlang = node.scriptEngine("erlang");
    compiled = ((javax.script.Compilable) lua).compile(LUA);
    node.load("rules.erl", "-module(rules). -export([double/1]). double(X) -> 2 * X.");
  }

  /** Closes the node. */
  @TearDown
  public void stop() {
    node.close();
  }

  /** The same Lua source again: found in the cache. */
  @Benchmark
  public @Nullable Object luaFromCache() throws ScriptException {
    return lua.eval(LUA);
  }

  /** A Lua source never seen before: parsed, compiled, loaded. */
  @Benchmark
  public @Nullable Object luaNew() throws ScriptException {
    return lua.eval("return " + number++ + " + 1");
  }

  /** A compiled Lua script. */
  @Benchmark
  public @Nullable Object luaCompiled() throws ScriptException {
    return compiled.eval();
  }

  /** The same Erlang expressions again. */
  @Benchmark
  public @Nullable Object erlangFromCache() throws ScriptException {
    return erlang.eval(ERLANG);
  }

  /** A call of a loaded Erlang function from the host. */
  @Benchmark
  public @Nullable Object erlangCall() {
    return node.call("rules", "double", 21);
  }
}
