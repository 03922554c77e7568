package dev.moonbeam.samples.tour;

import dev.moonbeam.core.term.Pid;
import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import java.util.Optional;

/** A worker that crashes on a bad order, and OTP's supervisor, which starts it anew. */
final class Supervision implements Step {
  @Override
  public String title() {
    return "A crashing process and its supervisor";
  }

  @Override
  public void run(Printer out) throws InterruptedException {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      String shop = Printer.script("shop.erl");
      out.source("Erlang", shop);
      node.load("shop.erl", shop);
      node.call("shop", "start");
      Pid first = node.whereis("till").orElseThrow();
      out.says(
          "the till is process %s; 3 pieces at 4 cost %s",
          first, node.call("shop", "price", 12, 3));

      out.says("a price for 0 pieces divides by zero: %s", node.call("shop", "try_price", 12, 0));
      long start = System.nanoTime();
      Pid second = restarted(node, first);
      out.says(
          "the supervisor has started process %s in its place (seen after %s); 2 pieces cost %s"
              + " each",
          second, Printer.time(System.nanoTime() - start), node.call("shop", "price", 12, 2));
      out.says("children of the supervisor: %s", node.call("shop", "children"));
    }
  }

  private static Pid restarted(MoonbeamNode node, Pid before) throws InterruptedException {
    while (true) {
      Optional<Pid> now = node.whereis("till");
      if (now.isPresent() && !now.get().equals(before)) {
        return now.get();
      }
      Thread.sleep(0, 100_000);
    }
  }
}
