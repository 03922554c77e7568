% policy: untrusted
tuple_size(erlang:make_tuple(1 bsl 40, 0)).  % expect error: badarg
