package dev.moonbeam.samples.tour;

import dev.moonbeam.core.term.Pid;
import dev.moonbeam.engine.Inbox;
import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.TupleValue;
import java.time.Duration;

/** A server in Erlang, a client in Lua, and the host: three who exchange messages. */
final class Messages implements Step {
  private static final int ROUNDS = 300_000;

  @Override
  public String title() {
    return "Messages between Lua, Erlang and the host";
  }

  @Override
  public void run(Printer out) {
    try (MoonbeamNode node = Moonbeam.node().build();
        Inbox inbox = node.inbox()) {
      String counter = Printer.script("counter.erl");
      out.source("Erlang", counter);
      node.load("counter.erl", counter);
      Pid server = (Pid) node.call("counter", "start");

      String client = Printer.script("client.lua");
      out.source("Lua", client);
      Object answer = node.lua().put("counter", server).put("host", inbox.pid()).eval(client);
      out.says("Lua asked the Erlang process and got %s", answer);
      Object message = inbox.receive(Duration.ofSeconds(5)).orElseThrow().value();
      out.says("the host found in its inbox: %s", message);

      inbox.send(server, TupleValue.of(Moonbeam.atom("get"), inbox.pid()));
      out.says(
          "the host asked as well and got %s",
          inbox.receive(Duration.ofSeconds(5)).orElseThrow().value());

      long nanos = (Long) node.call("counter", "ping_pong", ROUNDS);
      out.says(
          "%,d messages there and back between two Erlang processes: %s each",
          ROUNDS, Printer.time(nanos / ROUNDS));
    }
  }
}
