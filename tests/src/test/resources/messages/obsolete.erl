-module(obsolete).
-compile([{nowarn_deprecated_function, [{random, seed, 0}]}]).
-export([a/1, b/1, c/1, d/0, e/1]).
-record(r, {}).
a(X) when atom(X) -> 1;
a(X) when integer(X), X > 2 -> 2;
a(X) when tuple(X), record(X, r); list(X) -> 3;
a(X) when float(X); number(X); pid(X); port(X); reference(X); binary(X); function(X) -> X.
b(X) -> if atom(X) -> 1; true -> 2 end.
c(X) -> [Y || Y <- X, integer(Y)].
d() -> {now(), erlang:now(), erlang:get_stacktrace(), random:uniform(), random:seed(), erlang:hash(1, 2),
    gen_fsm:start(a, b, c), queue:lait(a), erlang:phash(1, 2), sys:get_debug(a, b, c), code:rehash(),
    calendar:local_time_to_universal_time(a), crypto:hmac(a, b, c), crypto:rand_uniform(1, 2)}.
e(X) -> case X of Y when list(Y) -> Y end.

-spec gone(erl_scan:line()) -> erl_scan:column().
gone(X) ->
    {slave:start(X), pg2:join(X, X), erl_scan:token_info(X), erl_scan:token_info(X, line), filename:find_src(X, X),
        crypto:hmac_init(X, X), zlib:crc32(X, X), net:ping(X), rpc:safe_multi_server_call(X, X)}.
