% policy: untrusted
% limit: reductions=30M,time=30s
lists:flatlength(erl_pp:expr(lists:foldl(fun(_, E) -> {call, 1, {atom, 1, f}, [E]} end, {integer, 1, 1}, lists:seq(1, 3000)))).  % expect: 9001
