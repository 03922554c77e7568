package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.term.Pid;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final Duration SOON = Duration.ofMinutes(5);

  private final MoonbeamNode node = Moonbeam.node().build();
  private final Inbox inbox = node.inbox();

  @AfterEach
  void close() {
    inbox.close();
    node.close();
  }

  private Object next() {
    return inbox.receive(SOON).orElseThrow().value();
  }

  @Test
  void messagesThatCameBeforeAnyoneLookedAreThere() {
    node.erlang().put("Inbox", inbox.pid()).eval("Inbox ! one, Inbox ! {two, [2]}.");
    assertThat(next()).isEqualTo(Moonbeam.atom("one"));
    node.lua().put("inbox", inbox.pid());
    node.lua().eval("require('erlang').send(inbox, {n = 3})");
    assertThat(next()).hasToString("{two, [2]}");
    assertThat(next()).isEqualTo(Map.of("n", 3L));
    assertThat(inbox.receive(Duration.ZERO)).isEqualTo(Optional.empty());
  }

  @Test
  void aMessageThatIsWaitedForIsFound() {
    node.erlang()
        .put("Inbox", inbox.pid())
        .eval("spawn(fun() -> timer:sleep(300), Inbox ! late end).");
    assertThat(next()).isEqualTo(Moonbeam.atom("late"));
    assertThat(inbox.receive(Duration.ofMillis(20))).isEmpty();
  }

  @Test
  void aWaitMayBeLongerThanNanosecondsCount() {
    inbox.send(inbox.pid(), 1L);
    assertThat(inbox.receive(ChronoUnit.FOREVER.getDuration()).orElseThrow().value()).isEqualTo(1L);
  }

  @Test
  void theHostSendsAndIsAnswered() {
    node.load(
        "echo",
        "-module(echo). -export([start/0]). start() -> spawn(fun loop/0). loop() -> receive {From,"
            + " X} -> From ! {ok, X}, loop() end.");
    Pid echo = (Pid) node.call("echo", "start");
    for (long i = 0; i < 100; i++) {
      inbox.send(echo, TupleValue.of(inbox.pid(), i));
      assertThat(next()).isEqualTo(TupleValue.of(Moonbeam.atom("ok"), i));
    }
  }

  @Test
  void aClosedInboxIsAProcessThatHasEnded() {
    node.erlang().put("Inbox", inbox.pid()).eval("R = monitor(process, Inbox).");
    inbox.close();
    assertThat(node.erlang().eval("receive {'DOWN', R, process, Inbox, Why} -> Why end."))
        .isEqualTo(Moonbeam.atom("normal"));
    assertThatThrownBy(() -> inbox.receive(SOON)).isInstanceOf(ScriptFailure.class);
  }
}
