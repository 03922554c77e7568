% policy: untrusted
% limit: reductions=3M,time=30s
erlang:send_after(1 bsl 80, self(), x).  % expect error: badarg
