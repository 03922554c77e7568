package dev.moonbeam.samples.tour;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptDirectory;
import dev.moonbeam.engine.ScriptFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * A rule that is replaced, twice, and once by a broken one, while threads of the host keep asking
 * it.
 */
final class RuleSwap implements Step {
  private static final int THREADS = 2;

  @Override
  public String title() {
    return "A rule that is replaced while requests are served";
  }

  @Override
  public void run(Printer out) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("moonbeam-rules");
    try (MoonbeamNode node = Moonbeam.node().build()) {
      write(folder, rule("5"));
      out.source("Lua", rule("5"));
      List<String> refused = new ArrayList<>();
      ScriptDirectory rules =
          node.scripts(
              folder,
              new ScriptDirectory.Listener() {
                @Override
                public void refused(Path file, Exception reason) {
                  refused.add(reason.getMessage());
                }
              });
      Map<Object, LongAdder> answers = new ConcurrentSkipListMap<>();
      LongAdder failures = new LongAdder();
      AtomicBoolean stop = new AtomicBoolean();
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        clients.add(Thread.ofPlatform().start(() -> ask(rules, answers, failures, stop)));
      }
      long start = System.nanoTime();
      for (String percent : List.of("5", "10", "oops oops", "20")) {
        Thread.sleep(250);
        write(folder, rule(percent));
        rules.refresh();
      }
      Thread.sleep(250);
      stop.set(true);
      for (Thread client : clients) {
        client.join();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      long total = answers.values().stream().mapToLong(LongAdder::sum).sum();
      answers.forEach(
          (discount, count) ->
              out.says(
                  "%,12d requests were answered with a discount of %s", count.sum(), discount));
      out.says(
          "%,d requests in %.1f s on %d threads (%,.0f a second), %d of them failed",
          total, seconds, THREADS, total / seconds, failures.sum());
      out.says("the broken version was refused: %s", refused.getFirst());
    } finally {
      Files.deleteIfExists(folder.resolve("discount.lua"));
      Files.delete(folder);
    }
  }

  private static String rule(String percent) {
    return "return {discount = function(total) return total * " + percent + " // 100 end}\n";
  }

  /** Replaced by a rename, so that nobody sees half of it. */
  private static void write(Path folder, String source) throws IOException {
    Path fresh = Files.writeString(folder.resolve("discount.new"), source);
    Files.move(fresh, folder.resolve("discount.lua"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void ask(
      ScriptDirectory rules,
      Map<Object, LongAdder> answers,
      LongAdder failures,
      AtomicBoolean stop) {
    while (!stop.get()) {
      try {
        Object discount = rules.call("discount", "discount", 100);
        answers.computeIfAbsent(discount, _ -> new LongAdder()).increment();
      } catch (ScriptFailure failure) {
        failures.increment();
      }
    }
  }
}
