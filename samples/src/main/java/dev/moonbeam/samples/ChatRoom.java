package dev.moonbeam.samples;

import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Pid;
import dev.moonbeam.engine.Inbox;
import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.TupleValue;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * A chat room as an Erlang process; the host's clients are inboxes, which it sends to like to any
 * process.
 */
public final class ChatRoom {
  private static final String ROOM =
      """
      -module(room).
      -export([open/0, loop/1]).

      open() -> spawn(?MODULE, loop, [#{}]).

      loop(Members) ->
          receive
              {join, Name, Pid} ->
                  monitor(process, Pid),
                  tell(Members, {joined, Name}),
                  loop(Members#{Pid => Name});
              {say, Pid, Text} ->
                  tell(maps:remove(Pid, Members), {said, maps:get(Pid, Members), Text}),
                  loop(Members);
              {'DOWN', _, process, Pid, _} ->
                  {Name, Rest} = maps:take(Pid, Members),
                  tell(Rest, {left, Name}),
                  loop(Rest)
          end.

      tell(Members, Message) -> [Pid ! Message || Pid <- maps:keys(Members)].
      """;

  private ChatRoom() {}

  public static void main(String[] arguments) {
    run(System.out);
  }

  static void run(PrintStream out) {
    try (MoonbeamNode node = Moonbeam.node().build();
        Inbox ada = node.inbox()) {
      node.load("room.erl", ROOM);
      Pid room = (Pid) node.call("room", "open");
      join(room, ada, "Ada");
      try (Inbox bob = node.inbox()) {
        join(room, bob, "Bob");
        say(room, bob, "hello");
        say(room, ada, "hello Bob");
        out.println("Bob got " + next(bob));
      }
      for (String _ : List.of("joined", "said", "left")) {
        out.println("Ada got " + next(ada));
      }
    }
  }

  private static void join(Pid room, Inbox inbox, String name) {
    inbox.send(room, TupleValue.of(Atom.of("join"), name, inbox.pid()));
  }

  private static void say(Pid room, Inbox inbox, String text) {
    inbox.send(room, TupleValue.of(Atom.of("say"), inbox.pid(), text));
  }

  private static Object next(Inbox inbox) {
    return inbox.receive(Duration.ofSeconds(10)).orElseThrow().value();
  }
}
