%% Processes of proc_lib started on a node by its name; on one that is not there they end at once.
-module(proc_lib_on_nodes).
-export([main/0, f/1]).
f(To) -> To ! {get('$initial_call'), length(get('$ancestors'))}.
main() ->
  process_flag(trap_exit, true),
  S = self(),
  proc_lib:spawn(node(), fun() -> f(S) end), r(), proc_lib:spawn(node(), ?MODULE, f, [S]), r(),
  proc_lib:spawn_link(node(), fun() -> f(S) end), r(), r(), proc_lib:spawn_link(node(), ?MODULE, f, [S]), r(), r(),
  proc_lib:spawn_opt(node(), fun() -> f(S) end, [link]), r(), r(), proc_lib:spawn_opt(node(), ?MODULE, f, [S], []), r(),
  P = proc_lib:spawn_link(other@node, ?MODULE, f, [S]), r(), io:format("~p~n", [is_pid(P)]).
r() -> receive {'EXIT', _, R} -> io:format("exit ~p~n", [R]); X -> io:format("~p~n", [X]) end.
%% expect: {{proc_lib_on_nodes,'-main/0-fun-0-',0},1}
%% expect: {{proc_lib_on_nodes,f,1},1}
%% expect: {{proc_lib_on_nodes,'-main/0-fun-1-',0},1}
%% expect: exit normal
%% expect: {{proc_lib_on_nodes,f,1},1}
%% expect: exit normal
%% expect: {{proc_lib_on_nodes,'-main/0-fun-2-',0},1}
%% expect: exit normal
%% expect: {{proc_lib_on_nodes,f,1},1}
%% expect: exit noconnection
%% expect: true
