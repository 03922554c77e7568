-module(mailbox_of_another_process).
-export([main/0]).
% limit: mailbox=100,time=10s
main() ->
  Pid = spawn(fun() -> receive never -> ok end end),
  flood(Pid).
flood(Pid) -> Pid ! x, erlang:yield(), flood(Pid).
% expect kill: mailbox
