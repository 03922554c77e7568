% limit: timers=10
[erlang:cancel_timer(erlang:send_after(100000, self(), x)) || _ <- lists:seq(1, 20)], ok.  % expect: ok
