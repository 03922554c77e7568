package dev.moonbeam.cli;

import dev.moonbeam.engine.Moonbeam;
import dev.moonbeam.engine.MoonbeamNode;
import dev.moonbeam.engine.ScriptFailure;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * {@code moonbeam warm-up}: runs a little of everything, so that a JVM that records what it loads
 * (JEP 514) has what an ordinary program needs. Prints nothing; not in the help.
 */
final class WarmUpCommand implements Command {
  private static final String LUA =
      """
      local Account = {}
      Account.__index = Account
      function Account.new(n) return setmetatable({balance = n}, Account) end
      function Account:add(n) self.balance = self.balance + n return self.balance end
      local account, sum = Account.new(1), 0
      for i = 1, 200 do sum = sum + account:add(i) * 0.5 end
      for key, value in pairs({a = 1, b = "2"}) do sum = sum + tonumber(value) end
      for _, value in ipairs({3, 1, 2}) do sum = sum + value end
      local text = {}
      for word in string.gmatch("one two three", "%a+") do text[#text + 1] = word:upper() end
      table.sort(text)
      print(string.format("%d %s %5.2f", #text, table.concat(text, ","), sum), pcall(error, {code = 1}))
      local next_one = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)
      print(next_one(), next_one(), select("#", 1, 2), math.floor(2.5), tostring(nil), #arg)
      """;

  private static final String ERLANG =
      """
      -module(warm_up).
      -export([main/0, loop/1]).
      -record(item, {name, price = 0}).
      main() ->
          Pid = spawn_link(?MODULE, loop, [#{}]),
          [Pid ! {put, N, N * N} || N <- lists:seq(1, 20)],
          Pid ! {get, self(), 7},
          V = receive {value, Value} -> Value after 1000 -> exit(timeout) end,
          Items = [#item{name = Name, price = length(atom_to_list(Name))} || Name <- [pear, fig]],
          Total = lists:foldl(fun(#item{price = P}, Sum) -> Sum + P end, 0, Items),
          Caught = try 1 div (Total - Total) catch error:badarith -> caught end,
          <<A:16, Rest/binary>> = <<1, 2, "rest">>,
          io:format("~p ~s ~w ~w~n", [{V, Caught}, Rest, A, lists:sort([3, 1, 2])]),
          Pid ! stop, ok.
      loop(Map) ->
          receive
              {put, K, V} -> loop(Map#{K => V});
              {get, From, K} -> From ! {value, maps:get(K, Map)}, loop(Map);
              stop -> ok
          end.
      """;

  @Override
  public String name() {
    return "warm-up";
  }

  @Override
  public String summary() {
    return "";
  }

  @Override
  public int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err)
      throws CommandFailure {
    OutputStream nowhere = OutputStream.nullOutputStream();
    try (MoonbeamNode node = Moonbeam.node().output(nowhere).errorOutput(nowhere).build()) {
      node.lua().put("arg", List.of("a"));
      node.lua().eval("warm-up.lua", LUA);
      node.load("warm_up.erl", ERLANG);
      node.call("warm_up", "main");
      node.erlang().show("warm-up", "[{X, Y} || X <- [1, 2], Y <- \"ab\"].");
      return OK;
    } catch (ScriptFailure failure) {
      throw new CommandFailure(SCRIPT_ERROR, failure.report());
    }
  }
}
