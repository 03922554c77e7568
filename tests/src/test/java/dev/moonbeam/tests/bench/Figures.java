package dev.moonbeam.tests.bench;

import dev.moonbeam.core.code.LoadedModule;
import dev.moonbeam.core.codegen.CompilerOptions;
import dev.moonbeam.core.codegen.ModuleCompiler;
import dev.moonbeam.core.language.CompileOptions;
import dev.moonbeam.core.language.Language;
import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Node;
import dev.moonbeam.core.source.SourceUnit;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.Locale;
import java.util.ServiceLoader;

/** Figures that no peer's program stands beside: see docs/benchmarks.md. */
public final class Figures {
  private static final int SCRIPTS = 1_000;
  private static final int ROUNDS = 12;
  private static final int PROCESSES = 100_000;

  private static final String LUA_SCRIPT =
      """
      local total = %1$d
      local function add(a, b)
        return a + b * %1$d
      end
      for i = 1, 10 do
        total = add(total, i)
      end
      local name = "rule" .. %1$d
      local t = { id = %1$d, name = name }
      return t.name:upper() .. total
      """;

  private static final String ERLANG_SCRIPT =
      """
      Total = %1$d,
      Add = fun(A, B) -> A + B * %1$d end,
      List = [X * %1$d || X <- [1, 2, 3, 4, 5]],
      Sum = lists:foldl(Add, Total, List),
      Name = "rule" ++ integer_to_list(%1$d),
      Map = #{id => %1$d, name => Name},
      case Map of
          #{id := Id} when Id > 3 -> {Id, Sum};
          _ -> Sum
      end.
      """;

  private static final String IDLE =
      """
      -module(idle).
      -export([start/1]).
      start(N) -> [spawn(fun() -> loop(0) end) || _ <- lists:seq(1, N)].
      loop(State) -> receive {set, New} -> loop(New); {get, From} -> From ! State, loop(State) end.
      """;

  private Figures() {}

  public static void main(String[] arguments) throws Exception {
    scripts("lua", LUA_SCRIPT);
    scripts("erlang", ERLANG_SCRIPT);
    idleProcesses();
    System.exit(0);
  }

  private static Language language(String id) {
    return ServiceLoader.load(Language.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Parse, compile, load and run, each script different from all before. */
  private static void scripts(String id, String template) throws Exception {
    Language language = language(id);
    int number = 0;
    double best = Double.MAX_VALUE;
    double last = 0;
    try (Node node = Node.builder().policy(SandboxPolicy.trusted()).build()) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        for (int i = 0; i < SCRIPTS; i++) {
          SourceUnit source = new SourceUnit("script", template.formatted(++number));
          var module =
              ModuleCompiler.compile(
                  language.lower(source, CompileOptions.standard()), CompilerOptions.standard());
          LoadedModule loaded = node.code().define(module);
          node.evaluate(process -> process.one(language.run(process, loaded, Warm.NO_BINDINGS)));
        }
        last = (System.nanoTime() - start) / 1e6;
        best = Math.min(best, last);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-7s %,d ten-line scripts: %.0f ms (warm, last round), best %.0f ms%n",
        id,
        SCRIPTS,
        last,
        best);
  }

  private static void idleProcesses() throws Exception {
    Language language = language("erlang");
    try (Node node = Node.builder().policy(SandboxPolicy.trusted()).build()) {
      node.code()
          .load(
              ModuleCompiler.compile(
                  language.lower(new SourceUnit("idle.erl", IDLE), CompileOptions.standard()),
                  CompilerOptions.standard()));
      Fun start = node.code().external("idle", "start", 1);
      node.run(start, 1_000L);
      long before = usedHeap();
      Object pids = node.run(start, (long) PROCESSES);
      long each = (usedHeap() - before) / PROCESSES;
      // The list of pids that is held here is no part of a process.
      System.out.printf(
          Locale.ROOT,
          "an idle process: %,d bytes of heap, less %d of the list that holds it%n",
          each,
          24);
      java.lang.ref.Reference.reachabilityFence(pids);
    }
  }

  private static long usedHeap() throws InterruptedException {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(100);
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }
}
