package dev.moonbeam.tests.jmh;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Messages and processes; each figure is of one round trip, one process or one call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProcessBenchmark {
  private static final int TIMES = 10_000;

  private static final String SOURCE =
      """
      -module(bench).
      -export([ping/1, spawn_many/1, call_many/1]).

      ping(N) ->
          Pong = spawn(fun pong/0),
          ping(N, Pong),
          Pong ! stop.

      ping(0, _) -> ok;
      ping(N, Pong) -> Pong ! {self(), ping}, receive pong -> ping(N - 1, Pong) end.

      pong() -> receive {From, ping} -> From ! pong, pong(); stop -> ok end.

      spawn_many(0) -> ok;
      spawn_many(N) ->
          {_, Ref} = spawn_monitor(fun() -> ok end),
          receive {'DOWN', Ref, _, _, _} -> spawn_many(N - 1) end.

      call_many(N) ->
          Server = spawn(fun() -> server(0) end),
          call_many(N, Server),
          exit(Server, kill).

      call_many(0, _) -> ok;
      call_many(N, Server) ->
          Ref = make_ref(),
          Server ! {add, self(), Ref, 1},
          receive {Ref, _} -> call_many(N - 1, Server) end.

      server(Sum) -> receive {add, From, Ref, X} -> From ! {Ref, Sum + X}, server(Sum + X) end.
      """;

  private MoonbeamNode node;

  /** Makes a node with the processes' module. */
  @Setup
  public void start() {
    node = Moonbeam.node().policy(SandboxPolicy.trusted()).build();
    node.load("bench.erl", SOURCE);
  }

  /** Closes the node. */
  @TearDown
  public void stop() {
    node.close();
  }

  /** A message there and one back. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public @Nullable Object pingPong() {
    return node.run("bench", "ping", TIMES);
  }

  /** A process started, monitored and seen to end. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public @Nullable Object spawnAndMonitor() {
    return node.run("bench", "spawn_many", TIMES);
  }

  /** A request and its answer under a fresh reference. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public @Nullable Object call() {
    return node.run("bench", "call_many", TIMES);
  }
}
