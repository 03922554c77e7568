% policy: untrusted
% limit: reductions=30M,time=30s
tuple_size(erlang:make_tuple(1 bsl 26, 0)).  % expect error: badarg
