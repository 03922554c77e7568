package dev.moonbeam.samples.tour;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import java.util.List;

/** A hundred thousand processes, and a message through all of them. */
final class Processes implements Step {
  private static final int COUNT = 100_000;

  @Override
  public String title() {
    return "A hundred thousand processes";
  }

  @Override
  public void run(Printer out) {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      String chain = Printer.script("chain.erl");
      out.source("Erlang", chain);
      node.load("chain.erl", chain);
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      long before = runtime.totalMemory() - runtime.freeMemory();
      long start = System.nanoTime();
      Object first = node.call("chain", "build", COUNT);
      long built = System.nanoTime();
      System.gc();
      long heap = runtime.totalMemory() - runtime.freeMemory() - before;
      out.says(
          "%,d processes started in %s; each holds %d bytes while it waits",
          COUNT, Printer.time(built - start), heap / COUNT);
      for (String pass : List.of("cold", "warm")) {
        long sent = System.nanoTime();
        Object hops = node.call("chain", "through", first);
        out.says(
            "a number passed through all of them came back as %s: %s a hop, %s",
            hops, Printer.time((System.nanoTime() - sent) / COUNT), pass);
      }
    }
  }
}
