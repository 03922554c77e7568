% policy: untrusted
% limit: reductions=3M,time=30s
N = -1, <<0:N>>.  % expect error: badarg
