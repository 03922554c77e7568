-module(gen_statem_starts).
-behaviour(gen_statem).
-export([main/0, init/1, callback_mode/0, open/3, closed/3]).
main() ->
    process_flag(trap_exit, true),
    {ok, P} = gen_statem:start_link(?MODULE, fine, []),
    io:format("~p~n", [[gen_statem:call(P, push) || _ <- [1, 2, 3]]]),
    ok = gen_statem:stop(P),
    io:format("~p~n", [gen_statem:start_link(?MODULE, {error, why}, [])]),
    io:format("~p~n", [gen_statem:start_link(?MODULE, {exit, gone}, [])]),
    io:format("~p~n", [gen_statem:start_link(?MODULE, {stop, refused}, [])]),
    io:format("~p~n", [gen_statem:start_link(?MODULE, ignore, [])]),
    io:format("~p~n", [gen_statem:start_link({local, named}, ?MODULE, {error, {badarg, 1}}, [])]),
    io:format("~p~n", [whereis(named)]),
    io:format("~p~n", [lists:sort(exits(6))]).
%% One of each process, in whatever order they come.
exits(0) -> [];
exits(N) ->
    receive
        {'EXIT', _, {Reason, Stack}} when is_list(Stack) -> [{Reason, stack} | exits(N - 1)];
        {'EXIT', _, Reason} -> [Reason | exits(N - 1)]
    after 20000 -> [missing]
    end.
callback_mode() -> state_functions.
init(fine) -> {ok, open, 0};
init({error, Reason}) -> error(Reason);
init({exit, Reason}) -> exit(Reason);
init(Result) -> Result.
open({call, From}, push, N) -> {next_state, closed, N + 1, {reply, From, {closed, N}}}.
closed({call, From}, push, N) -> {next_state, open, N + 1, {reply, From, {open, N}}}.
%% expect: [{closed,0},{open,1},{closed,2}]
%% expect: {error,why}
%% expect: {error,gone}
%% expect: {error,refused}
%% expect: ignore
%% expect: {error,{badarg,1}}
%% expect: undefined
%% expect: [gone,normal,normal,refused,{why,stack},{{badarg,1},stack}]
