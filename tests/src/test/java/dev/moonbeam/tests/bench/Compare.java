package dev.moonbeam.tests.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the same programs under Moonbeam and its peers in one session and prints medians and ratios.
 *
 * <p>Warm figures are the median of the later half of the rounds within one process; for the peers
 * that have nothing to warm up it is the whole process. "process" is the wall time of a whole
 * Moonbeam process, from start to end.
 *
 * <p>Arguments: words that choose programs ({@code lua}, {@code fib}, {@code erlang/ring}); none
 * for all. System properties: {@code bench.seconds} a warm measurement (3), {@code bench.peers}
 * among {@code unmetered, process, lua5.4, luajit, luaj, luajc, erl} (all).
 */
public final class Compare {
  private static final double SECONDS =
      Double.parseDouble(System.getProperty("bench.seconds", "3"));
  private static final List<String> PEERS = peers();
  private static final int TIMEOUT_SECONDS = 120;
  private static final int PROCESS_RUNS = 3;

  private Compare() {}

  private static List<String> peers() {
    String property = System.getProperty("bench.peers", "");
    return property.isBlank() ? List.of() : Arrays.asList(property.split(","));
  }

  public static void main(String[] words) throws Exception {
    System.out.printf(
        "%s, %s, %d processors; milliseconds, medians; in brackets Moonbeam's warm time over the"
            + " peer's%n",
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
    Map<String, List<Double>> ratios = new LinkedHashMap<>();
    for (Workload workload : Workload.ALL) {
      if (words.length == 0 || Arrays.stream(words).anyMatch(workload::matches)) {
        row(workload, ratios);
      }
    }
    ratios.forEach(
        (peer, values) -> {
          double mean = Math.exp(values.stream().mapToDouble(Math::log).average().orElse(0));
          System.out.printf(
              Locale.ROOT,
              "geometric mean against %-18s %.2f over %d programs%n",
              peer,
              mean,
              values.size());
        });
  }

  private static void row(Workload workload, Map<String, List<Double>> ratios) throws Exception {
    Double ours = warm("moonbeam", workload);
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%-32s moonbeam %8s",
            workload.language()
                + "/"
                + workload.program()
                + " "
                + String.join(" ", workload.arguments()),
            text(ours)));
    boolean lua = workload.language().equals("lua");
    cell(line, "unmetered", ours, ratios, workload, () -> warm("unmetered", workload));
    cell(line, "process", null, ratios, workload, () -> process(moonbeamCommand(workload)));
    if (lua) {
      cell(line, "lua5.4", ours, ratios, workload, () -> process(luaCommand("lua5.4", workload)));
      cell(line, "luajit", ours, ratios, workload, () -> process(luaCommand("luajit", workload)));
      cell(line, "luaj", ours, ratios, workload, () -> warm("luaj", workload));
      cell(line, "luajc", ours, ratios, workload, () -> warm("luajc", workload));
    } else {
      cell(line, "erl", ours, ratios, workload, () -> erlang(workload));
    }
    System.out.println(line);
  }

  private static void cell(
      StringBuilder line,
      String peer,
      @Nullable Double ours,
      Map<String, List<Double>> ratios,
      Workload workload,
      Supplier<@Nullable Double> measurement) {
    if (!PEERS.isEmpty() && !PEERS.contains(peer)) {
      return;
    }
    Double time = measurement.get();
    line.append("  ").append(peer).append(String.format("%8s", text(time)));
    if (ours != null && time != null) {
      double ratio = ours / time;
      line.append(String.format(Locale.ROOT, " (%.2f)", ratio));
      ratios
          .computeIfAbsent(workload.language() + "/" + peer, each -> new ArrayList<>())
          .add(ratio);
    }
  }

  private static String text(@Nullable Double milliseconds) {
    return milliseconds == null ? "-" : String.format(Locale.ROOT, "%.1f", milliseconds);
  }

  /** Median of the later half of the rounds; null when the engine cannot run the program. */
  private static @Nullable Double warm(String engine, Workload workload) {
    List<String> command = java();
    command.addAll(
        List.of(
            Warm.class.getName(),
            engine,
            workload.language() + "/" + workload.program(),
            "" + SECONDS));
    return laterHalf(output(command, null), 1e6);
  }

  private static List<String> java() {
    return new ArrayList<>(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path")));
  }

  private static List<String> moonbeamCommand(Workload workload) {
    List<String> command = java();
    command.addAll(List.of("dev.moonbeam.cli.Main", "run", workload.file().toString()));
    command.addAll(workload.arguments());
    return command;
  }

  private static List<String> luaCommand(String program, Workload workload) {
    List<String> command = new ArrayList<>(List.of(program, workload.file().toString()));
    command.addAll(workload.arguments());
    return command;
  }

  /** Whole processes, from start to end. */
  private static @Nullable Double process(List<String> command) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < PROCESS_RUNS; i++) {
      long start = System.nanoTime();
      if (output(command, null) == null) {
        return null;
      }
      times.add((System.nanoTime() - start) / 1e6);
    }
    return median(times);
  }

  /** Rounds within one {@code erl}, after its start. */
  private static @Nullable Double erlang(Workload workload) {
    try {
      Path folder = Files.createTempDirectory("bench");
      if (output(List.of("erlc", "-W0", "-o", folder.toString(), workload.file().toString()), null)
          == null) {
        return null;
      }
      String arguments = "[\"" + String.join("\",\"", workload.arguments()) + "\"]";
      String timed =
          """
          Null = spawn(fun L() -> receive {io_request, F, R, _} -> F ! {io_reply, R, ok}, L() end end),
          group_leader(Null, self()),
          End = erlang:monotonic_time(millisecond) + %d,
          Round = fun() -> element(1, timer:tc(fun() -> %s:main(%s) end)) end,
          Loop = fun L(N, Acc) ->
              case N >= 3 andalso erlang:monotonic_time(millisecond) > End of
                  true -> Acc;
                  false -> L(N + 1, [Round() | Acc])
              end end,
          Times = lists:reverse(Loop(0, [])),
          group_leader(whereis(user), self()),
          [io:format("~p~n", [T]) || T <- Times],
          halt().
          """
              .formatted((long) (SECONDS * 1000), workload.program(), arguments);
      List<String> lines =
          output(
              List.of(
                  "erl", "-noshell", "-noinput", "-kernel", "logger_level", "none", "-eval", timed),
              folder);
      return laterHalf(lines, 1e3);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static @Nullable Double laterHalf(@Nullable List<String> lines, double unit) {
    if (lines == null || lines.isEmpty()) {
      return null;
    }
    List<Double> times = lines.stream().map(line -> Double.parseDouble(line) / unit).toList();
    return median(times.subList(times.size() / 2, times.size()));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Lines of standard output; null when the program is missing, fails or takes too long. */
  private static @Nullable List<String> output(List<String> command, @Nullable Path folder) {
    try {
      Path output = Files.createTempFile("bench", ".out");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (folder != null) {
          builder.directory(folder.toFile());
        }
        Process process = builder.start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return null;
        }
        return process.exitValue() == 0 ? Files.readAllLines(output) : null;
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      // Not installed here: shown as "-".
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
