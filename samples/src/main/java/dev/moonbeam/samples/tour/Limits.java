package dev.moonbeam.samples.tour;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import dev.moonbeam.policy.SandboxPolicy;
import java.util.List;

/** Scripts that would take the host down with them, each ended by another limit. */
final class Limits implements Step {
  private record Runaway(String language, String source, String limits) {}

  private static final List<Runaway> RUNAWAYS =
      List.of(
          new Runaway("lua", "while true do end", "reductions=10M"),
          new Runaway("lua", "while true do pcall(error) end", "time=100ms"),
          new Runaway("lua", "local t while true do t = {t} end", "memory=32M"),
          new Runaway("lua", "while true do print('spam') end", "output=64K"),
          new Runaway("lua", "local function f() return 1 + f() end return f()", "depth=100000"),
          new Runaway("lua", "local s = 'x' while true do s = s .. s end", "value=16M"),
          new Runaway("erlang", "(fun F() -> spawn(F), spawn(F), F() end)().", "processes=1000"),
          new Runaway("erlang", "(fun F(N) -> self() ! N, F(N + 1) end)(0).", "mailbox=10000"),
          new Runaway("erlang", "receive never -> ok end.", "time=100ms"),
          new Runaway("erlang", "(fun F(X) -> F(X * X) end)(3).", "time=100ms"));

  @Override
  public String title() {
    return "Runaway scripts, each ended by a limit";
  }

  @Override
  public void run(Printer out) {
    for (Runaway each : RUNAWAYS) {
      SandboxPolicy policy =
          SandboxPolicy.untrusted().withLimits("time=10s").withLimits(each.limits);
      try (MoonbeamNode node = Moonbeam.node().policy(policy).build()) {
        out.source(each.language.equals("lua") ? "Lua" : "Erlang", each.source);
        long start = System.nanoTime();
        try {
          node.newSession(each.language).eval("runaway", each.source);
          out.says("ended by itself");
        } catch (ScriptFailure failure) {
          out.says("%s (after %s)", failure.getMessage(), Printer.time(System.nanoTime() - start));
        }
        out.says("the node is still there: 1 + 1 = %s%n", node.lua().eval("return 1 + 1"));
      }
    }
  }
}
