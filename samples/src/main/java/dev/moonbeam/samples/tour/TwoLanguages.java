package dev.moonbeam.samples.tour;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import java.util.List;
import java.util.Map;

/** Lua and Erlang on one node, with data of the host. */
final class TwoLanguages implements Step {
  @Override
  public String title() {
    return "Two languages on one node";
  }

  @Override
  public void run(Printer out) {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      List<Map<String, Object>> cart =
          List.of(
              Map.of("name", "pear", "price", 3, "count", 4),
              Map.of("name", "fig", "price", 5, "count", 2));
      String lua =
          """
          local total = 0
          for _, item in ipairs(cart) do total = total + item.price * item.count end
          return total
          """;
      out.source("Lua", lua);
      Object total = node.lua().put("cart", cart).eval(lua);
      out.says("the host put its list of maps in as 'cart'; the script gives %s", total);

      String erlang = "lists:sum([P * C || #{<<\"price\">> := P, <<\"count\">> := C} <- Cart]).";
      out.source("Erlang", erlang);
      Object sum = node.erlang().put("Cart", cart).eval(erlang);
      out.says("the same in Erlang gives %s", sum);
    }
  }
}
