package dev.moonbeam.samples;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import dev.moonbeam.engine.ScriptState;
import dev.moonbeam.engine.Session;
import java.io.PrintStream;

/** States as values: a change of rules is tried on live data, kept or dropped, and undone. */
public final class WhatIf {
  private static final String RULES =
      """
      prices = {book = 20, lamp = 50}
      discount = 0
      function total(...)
        local sum = 0
        for _, item in ipairs({...}) do sum = sum + prices[item] * (100 - discount) // 100 end
        return sum
      end
      """;

  private WhatIf() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  static void run(PrintStream out) {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      Session shop = node.newSession("lua");
      shop.eval("rules.lua", RULES);
      ScriptState today = shop.state();
      out.println("today: " + shop.call("total", "book", "lamp"));

      ScriptState sale = today.eval("discount = 30").state();
      out.println("with a sale: " + sale.call("total", "book", "lamp").value());
      out.println("and still, today: " + shop.call("total", "book", "lamp"));

      try {
        shop.eval("update.lua", "prices.book = 25 prices.lamp = prices.lamp + prices.shade");
      } catch (ScriptFailure failure) {
        out.println("refused: " + failure.getMessage());
      }
      out.println("nothing of it happened: " + shop.call("total", "book"));

      shop.restore(sale);
      out.println("the sale begins: " + shop.call("total", "book", "lamp"));
      shop.restore(today);
      out.println("and is over: " + shop.call("total", "book", "lamp"));
    }
  }
}
