package dev.moonbeam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes of a node, as the host starts, sees, supervises and ends them. */
@Timeout(300)
class NodeTest {
  private final MoonbeamNode node = Moonbeam.node().build();

  @BeforeEach
  void load() {
    node.load(
        "worker.erl",
        """
        -module(worker).
        -export([loop/1, named/1]).
        named(Name) -> register(Name, self()), loop(0).
        loop(N) ->
            receive
                {add, M} -> loop(N + M);
                {get, From} -> From ! N, loop(N);
                crash -> error(crashed);
                stop -> ok
            end.
        """);
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void processesAreStartedSentToAndEnded() {
    Pid worker = node.spawn("worker", "loop", 5);
    assertThat(node.isAlive(worker)).isTrue();
    assertThat(node.processes()).contains(worker);
    node.send(worker, TupleValue.of(Atom.of("add"), 2));
    try (Inbox inbox = node.inbox()) {
      inbox.send(worker, TupleValue.of(Atom.of("get"), inbox.pid()));
      assertThat(inbox.receive(Duration.ofMinutes(5)).orElseThrow().value()).isEqualTo(7L);
    }
    node.exit(worker, Atom.of("kill"));
    awaitEnd(worker);
  }

  @Test
  void aSupervisorStartsWhatEnded() {
    Pid supervisor =
        node.supervisor("top")
            .intensity(2, Duration.ofHours(1))
            .child("one", Supervisor.Restart.PERMANENT, "worker", "named", Atom.of("one"))
            .child("two", Supervisor.Restart.TRANSIENT, "worker", "named", Atom.of("two"))
            .start();
    assertThat(node.whereis("top")).contains(supervisor);
    Pid one = await("one", null);
    Pid two = await("two", null);
    node.send(two, Atom.of("stop"));
    awaitEnd(two);
    node.send(one, Atom.of("crash"));
    Pid again = await("one", one);
    assertThat(node.whereis("two")).isEmpty();
    node.send(again, Atom.of("crash"));
    Pid third = await("one", again);
    node.send(third, Atom.of("crash"));
    awaitEnd(supervisor);
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    node.supervisor("top").start();
    assertThatThrownBy(() -> node.supervisor("top").start())
        .isInstanceOf(ScriptFailure.class)
        .hasMessageContaining("already_started");
  }

  @Test
  void aClosedNodeRefuses() {
    node.close();
    assertThatThrownBy(() -> node.lua().eval("return 1"))
        .isInstanceOf(ScriptFailure.class)
        .hasMessageContaining("the node is closed");
  }

  private Pid await(String name, Pid before) {
    while (true) {
      Pid now = node.whereis(name).orElse(null);
      if (now != null && !now.equals(before)) {
        return now;
      }
      pause();
    }
  }

  private void awaitEnd(Pid pid) {
    while (node.isAlive(pid)) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
