package dev.moonbeam.samples;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptDirectory;
import dev.moonbeam.engine.ScriptFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A service whose rules are scripts in a folder, which an operator replaces while it runs. In
 * production {@code refreshEvery} would look for changes; here each is followed by {@code refresh},
 * so that the output is the same each time.
 */
public final class RuleService {
  private RuleService() {}

  public static void main(String[] arguments) throws IOException {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("rules");
    try (MoonbeamNode node = Moonbeam.node().build()) {
      write(folder, "shipping.lua", "return {cost = function(order) return order.weight * 2 end}");
      write(
          folder,
          "tax.erl",
          """
          -module(tax).
          -export([rate/1]).
          rate(<<"food">>) -> 0.07;
          rate(_)          -> 0.19.
          """);
      ScriptDirectory rules = node.scripts(folder, new Report(out));
      serve(rules, out);

      write(folder, "shipping.lua", "return {cost = function(order) return order.wait * 2 end}");
      rules.refresh();
      serve(rules, out);

      write(folder, "shipping.lua", "return {cost = function(order) return order.weight * 3 end");
      rules.refresh();
      write(folder, "shipping.lua", "return {cost = function(order) return order.weight * 3 end}");
      rules.refresh();
      serve(rules, out);
    } finally {
      delete(folder);
    }
  }

  private static void serve(ScriptDirectory rules, PrintStream out) {
    Map<String, Object> order = Map.of("kind", "food", "weight", 4);
    try {
      Object cost = rules.call("shipping", "cost", order);
      Object rate = rules.call("tax", "rate", order.get("kind"));
      out.println("shipping " + cost + ", tax rate " + rate);
    } catch (ScriptFailure failure) {
      out.println("refused an order: " + failure.getMessage());
    }
  }

  private record Report(PrintStream out) implements ScriptDirectory.Listener {
    @Override
    public void loaded(Path file) {
      out.println("loaded " + file.getFileName());
    }

    @Override
    public void refused(Path file, Exception reason) {
      out.println("refused " + file.getFileName() + ": " + reason.getMessage());
    }
  }

  private static void write(Path folder, String name, String source) throws IOException {
    Files.writeString(folder.resolve(name), source);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
