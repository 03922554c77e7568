package dev.moonbeam.tests.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import org.junit.jupiter.api.Test;

/**
 * Two versions of a module are alive at once: Erlang reference manual, "Compilation and Code
 * Loading".
 */
class TwoVersionsTest {
  private static String version(int number) {
    return """
    -module(server).
    -export([start/1, loop/0, version/0]).
    start(Name) -> register(Name, spawn(fun() -> loop() end)), ok.
    loop() ->
        receive
            {ask, From} -> From ! {version, %1$d}, loop();
            upgrade -> ?MODULE:loop()
        end.
    version() -> %1$d.
    """
        .formatted(number);
  }

  private static Object ask(MoonbeamNode node, String name) {
    return node.erlang()
        .eval(name + " ! {ask, self()}, receive {version, V} -> V after 5000 -> timeout end.");
  }

  @Test
  void aRunningProcessKeepsTheOldVersionUntilAQualifiedCall() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      node.load("server.erl", version(1));
      node.erlang().eval("server:start(old).");
      assertThat(ask(node, "old")).isEqualTo(1L);
      node.load("server.erl", version(2));
      node.erlang().eval("server:start(new).");
      assertThat(ask(node, "old")).isEqualTo(1L);
      assertThat(ask(node, "new")).isEqualTo(2L);
      assertThat(node.call("server", "version")).isEqualTo(2L);
      node.erlang().eval("old ! upgrade.");
      assertThat(ask(node, "old")).isEqualTo(2L);
    }
  }

  @Test
  void aThirdVersionKillsWhatStillRunsTheFirst() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      node.load("server.erl", version(1));
      node.erlang().eval("server:start(oldest).");
      node.erlang().eval("R = monitor(process, oldest).");
      node.load("server.erl", version(2));
      node.load("server.erl", version(3));
      assertThat(
              node.erlang()
                  .show(
                      "check",
                      "receive {'DOWN', R, process, _, Why} -> Why after 5000 -> alive end."))
          .isEqualTo("killed");
    }
  }

  @Test
  void aModuleThatDoesNotCompileLeavesTheOneInServiceAlone() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      node.load("server.erl", version(1));
      try {
        node.load("server.erl", version(2).replace("receive", "recieve"));
      } catch (RuntimeException _) {
        // What it says is tested elsewhere.
      }
      assertThat(node.call("server", "version")).isEqualTo(1L);
    }
  }
}
