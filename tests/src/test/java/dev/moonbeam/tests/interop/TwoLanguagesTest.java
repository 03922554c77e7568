package dev.moonbeam.tests.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import org.junit.jupiter.api.Test;

/** A Lua script and an Erlang module on one node call one another and exchange messages. */
class TwoLanguagesTest {
  private static final String TALLY =
      """
      -module(tally).
      -export([start/0, add/2, describe/1]).
      start() -> register(tally, spawn(fun() -> loop(0, []) end)).
      loop(Sum, Log) ->
          receive
              {add, N} -> loop(Sum + N, [N | Log]);
              {get, From} -> From ! {total, Sum, lists:reverse(Log)}, loop(Sum, Log);
              stop -> ok
          end.
      add(A, B) -> A + B.
      describe(#{<<"name">> := Name, <<"list">> := List}) -> {Name, List};
      describe(Other) -> {other, Other}.
      """;

  @Test
  void luaTalksToAnErlangServer() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      node.load("tally.erl", TALLY);
      node.call("tally", "start");
      Object answer =
          node.lua()
              .eval(
                  """
                  local erlang = require "erlang"
                  for i = 1, 10 do
                    erlang.send("tally", erlang.tuple(erlang.atom "add", i))
                  end
                  erlang.send("tally", erlang.tuple(erlang.atom "get", erlang.self()))
                  local answer = erlang.receive(5000)
                  return tostring(answer[1]) .. " " .. answer[2]
                  """);
      assertThat(answer).isEqualTo("total 55");
    }
  }

  @Test
  void erlangRecursesAsDeepAsItMayWhenLuaCalls() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      node.load(
          "deep.erl",
          "-module(deep). -export([count/1]). count(0) -> 0; count(N) -> 1 + count(N - 1).");
      assertThat(node.lua().eval("return require('erlang').call('deep', 'count', 1000000)"))
          .isEqualTo(1_000_000L);
    }
  }

  @Test
  void luaCallsErlangFunctions() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      node.load("tally.erl", TALLY);
      assertThat(
              node.lua()
                  .eval(
                      "return require('erlang').call('tally', 'add', 1 << 60, 1 << 60) == 1 << 61"))
          .isEqualTo(true);
      assertThat(
              node.lua()
                  .eval(
                      "return require('erlang').call('lists', 'sum', require('erlang').list(1, 2,"
                          + " 3))"))
          .isEqualTo(6L);
    }
  }

  @Test
  void anErlangErrorIsALuaError() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      node.load("tally.erl", TALLY);
      assertThat(node.lua().eval("return (pcall(require('erlang').call, 'tally', 'add', 1, {}))"))
          .isEqualTo(false);
      assertThat(node.lua().eval("return 1 + 1")).isEqualTo(2L);
    }
  }

  @Test
  void spawnedLuaFunctionsWorkOnACopyOfTheState() {
    try (MoonbeamNode node = Moonbeam.node().build()) {
      Object answer =
          node.lua()
              .eval(
                  """
                  local erlang = require "erlang"
                  counter = 1
                  local parent = erlang.self()
                  erlang.spawn(function()
                    counter = counter + 100
                    erlang.send(parent, counter)
                  end)
                  local theirs = erlang.receive(5000)
                  return theirs .. " " .. counter
                  """);
      assertThat(answer).isEqualTo("101 1");
    }
  }
}
