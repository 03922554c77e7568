%% Timers and times: OTP's stdlib manual, module timer. A timer is a process that waits, so it ends with its node and
%% counts against the node's limits.
-module(timer).

-export([apply_after/2, apply_after/3, apply_after/4, apply_interval/2, apply_interval/3,
         apply_interval/4, apply_repeatedly/2, apply_repeatedly/3, apply_repeatedly/4, cancel/1,
         exit_after/2, exit_after/3, hms/3, hours/1, kill_after/1, kill_after/2, minutes/1,
         now_diff/2, seconds/1, send_after/2, send_after/3, send_interval/2, send_interval/3, sleep/1,
         start/0, tc/1, tc/2, tc/3, tc/4]).

start() -> ok.

sleep(Time) -> receive after Time -> ok end.

apply_after(Time, F) when is_function(F, 0) -> apply_after(Time, erlang, apply, [F, []]).
apply_after(Time, F, Args) when is_function(F) -> apply_after(Time, erlang, apply, [F, Args]).
apply_after(Time, M, F, Args)
  when is_integer(Time), Time >= 0, is_atom(M), is_atom(F), is_list(Args) ->
    once(Time, fun() -> apply(M, F, Args) end);
apply_after(_, _, _, _) -> {error, badarg}.

send_after(Time, Message) -> send_after(Time, self(), Message).
send_after(Time, To, Message) when is_integer(Time), Time >= 0, (is_pid(To) orelse is_atom(To)) ->
    {ok, {send_local, erlang:send_after(Time, To, Message)}};
send_after(_, _, _) -> {error, badarg}.

exit_after(Time, Reason) -> exit_after(Time, self(), Reason).
exit_after(Time, Pid, Reason) -> apply_after(Time, erlang, exit, [pid(Pid), Reason]).

kill_after(Time) -> kill_after(Time, self()).
kill_after(Time, Pid) -> exit_after(Time, Pid, kill).

pid(Name) when is_atom(Name) -> whereis(Name);
pid(Pid) -> Pid.

once(Time, F) ->
    Pid = spawn(fun() -> receive cancel -> ok after Time -> F() end end),
    {ok, {once, Pid}}.

apply_interval(Time, F) when is_function(F, 0) -> apply_interval(Time, erlang, apply, [F, []]).
apply_interval(Time, F, Args) when is_function(F) -> apply_interval(Time, erlang, apply, [F, Args]).
apply_interval(Time, M, F, Args)
  when is_integer(Time), Time > 0, is_atom(M), is_atom(F), is_list(Args) ->
    every(Time, self(), fun() -> spawn(M, F, Args) end);
apply_interval(_, _, _, _) -> {error, badarg}.

%% As apply_interval, but never two at once.
apply_repeatedly(Time, F) when is_function(F, 0) -> apply_repeatedly(Time, erlang, apply, [F, []]).
apply_repeatedly(Time, F, Args) when is_function(F) ->
    apply_repeatedly(Time, erlang, apply, [F, Args]).
apply_repeatedly(Time, M, F, Args)
  when is_integer(Time), Time > 0, is_atom(M), is_atom(F), is_list(Args) ->
    every(Time, self(), fun() ->
                                {Pid, Monitor} = spawn_monitor(M, F, Args),
                                receive {'DOWN', Monitor, process, Pid, _} -> ok end
                        end);
apply_repeatedly(_, _, _, _) -> {error, badarg}.

send_interval(Time, Message) -> send_interval(Time, self(), Message).
send_interval(Time, To, Message)
  when is_integer(Time), Time > 0, (is_pid(To) orelse is_atom(To)) ->
    every(Time, pid(To), fun() -> To ! Message end);
send_interval(_, _, _) -> {error, badarg}.

%% Ends with the process it serves.
every(Time, Owner, F) ->
    Pid = spawn(fun() ->
                        Monitor = erlang:monitor(process, Owner),
                        repeat(erlang:monotonic_time(millisecond) + Time, Time, Monitor, F)
                end),
    {ok, {interval, Pid}}.

repeat(Next, Time, Monitor, F) ->
    receive
        cancel -> ok;
        {'DOWN', Monitor, process, _, _} -> ok
    after max(0, Next - erlang:monotonic_time(millisecond)) ->
            F(),
            repeat(Next + Time, Time, Monitor, F)
    end.

cancel({send_local, Ref}) -> erlang:cancel_timer(Ref), {ok, cancel};
cancel({_, Pid}) when is_pid(Pid) -> Pid ! cancel, {ok, cancel};
cancel(_) -> {error, badarg}.

tc(F) -> tc(F, microsecond).

tc(F, Unit) when is_function(F, 0), is_atom(Unit) -> timed(F, Unit);
tc(F, Args) when is_function(F), is_list(Args) -> timed(fun() -> apply(F, Args) end, microsecond).

tc(F, Args, Unit) when is_function(F), is_list(Args), is_atom(Unit) ->
    timed(fun() -> apply(F, Args) end, Unit);
tc(M, F, Args) when is_atom(M), is_atom(F), is_list(Args) -> tc(M, F, Args, microsecond).

tc(M, F, Args, Unit) -> timed(fun() -> apply(M, F, Args) end, Unit).

timed(F, Unit) ->
    Before = erlang:monotonic_time(),
    Value = F(),
    After = erlang:monotonic_time(),
    {erlang:convert_time_unit(After - Before, native, Unit), Value}.

now_diff({A2, B2, C2}, {A1, B1, C1}) -> ((A2 - A1) * 1000000 + B2 - B1) * 1000000 + C2 - C1.

seconds(N) -> 1000 * N.
minutes(N) -> 60000 * N.
hours(N) -> 3600000 * N.
hms(H, M, S) -> hours(H) + minutes(M) + seconds(S).
