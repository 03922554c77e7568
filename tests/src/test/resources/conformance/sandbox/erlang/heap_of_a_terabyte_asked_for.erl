% policy: untrusted
spawn_opt(fun() -> ok end, [{min_heap_size, 1 bsl 40}]).  % expect error: badarg
