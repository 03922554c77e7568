% limit: tables=10
[ets:delete(ets:new(t, [])) || _ <- lists:seq(1, 20)], ok.  % expect: ok
