%% A generic server in its usual form, called in a loop: what every OTP application does all day.
-module(server_call).
-behaviour(gen_server).
-export([main/1]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).

main([]) -> main(["2000"]);
main([Text]) ->
    {ok, Server} = gen_server:start_link({local, tally}, ?MODULE, 0, []),
    loop(list_to_integer(Text), Server),
    gen_server:cast(tally, {add, 5}),
    Server ! {add, 6},
    io:format("~p~n", [gen_server:call(Server, read)]),
    io:format("~p~n", [try gen_server:call(nobody, read) catch exit:{Reason, _} -> Reason end]),
    io:format("~p ~p~n", [gen_server:stop(Server), whereis(tally)]).

loop(0, _) -> ok;
loop(N, Server) ->
    ok = gen_server:call(Server, {add, N}),
    loop(N - 1, Server).

init(Start) -> {ok, Start}.

handle_call({add, N}, _From, Sum) -> {reply, ok, Sum + N};
handle_call(read, From, Sum) ->
    gen_server:reply(From, Sum),
    {noreply, Sum}.

handle_cast({add, N}, Sum) -> {noreply, Sum + N}.

handle_info({add, N}, Sum) -> {noreply, Sum + N}.

terminate(normal, Sum) -> io:format("terminating at ~p~n", [Sum]).
