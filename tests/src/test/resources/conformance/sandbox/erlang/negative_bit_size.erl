% policy: untrusted
% limit: reductions=3M
N = -1, <<0:N>>.  % expect error: badarg
