% policy: untrusted
% limit: reductions=3M
erlang:send_after(1 bsl 80, self(), x).  % expect error: badarg
