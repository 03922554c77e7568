-module(what_follows_values).
-export([a/1, b/1, c/1, d/0, e/2, f/1, g/1, h/1, i/1, j/1, k/1, l/2, m/1]).

-record(r, {a, b}).

a(X) ->
    Y = 5,
    case Y of
        6 -> X;
        _ -> Y + b
    end.

b(X) ->
    T = {a, X},
    case T of
        {b, _} -> 1;
        [_] -> 2;
        {a, _} -> 3;
        _ -> 4
    end.

c(X) ->
    Y = 1,
    Z = {X, self()},
    Y = 2,
    {X, 1}.

d() ->
    element(3, {a, b}) + length([a | b]) + hd([]),
    not (1 == 2),
    atom_to_list("x"),
    lists:append([a], [b]),
    {self(), [node(), 1 + 2]},
    erlang:get_cookie(),
    math:pi(),
    ok.

e(f, 1) -> 1;
e(f, 1) -> 2;
e(f, Y) when Y > 1 -> 3;
e(f, Y) -> Y;
e(f, 9) -> 4;
e({a, _}, _) -> 5;
e({a, b}, x) -> 6.

f(X) ->
    case X > 1 of
        true -> 1;
        yes -> 2;
        true -> 3;
        false -> 4;
        _ -> 5
    end,
    case not X of
        {a} -> 1;
        V -> V
    end.

g(X) ->
    try f(X)
    catch
        error:a -> 1;
        error:a -> 2;
        _:_ -> 3;
        exit:b -> 4
    end.

h(X) ->
    try f(X) of
        a when 1 > 2 -> 1;
        Y -> Y
    catch
        _:_ when false -> 2
    end.

i(X) ->
    fun(#r{a = 1}) -> 1; (#r{a = 1}) -> 2; (#r{}) -> 3; (#r{b = b}) -> X end.

j(X) ->
    {a, b} = [_] = X,
    a = {_} = X.

k(#{a := 1}) -> 1;
k(#{a := 1}) -> 2;
k(<<1, X, _/binary>>) -> X;
k(<<1, Y, _/binary>>) -> Y;
k("abc") -> 3;
k("abc") -> 4;
k([$a | _]) -> 5;
k("abd") -> 6.

l(<<-1>>, _) -> 1;
l(<<1023>>, _) -> 2;
l(<<-200:8/signed>>, _) -> 3;
l(<<a/binary>>, _) -> 4;
l(<<16#110000/utf8>>, _) -> 5;
l(B, N) ->
    Bad = size,
    <<7:N/unsigned, -7:N/signed, _:Bad>> = B,
    {<<1:Bad>>, <<a>>, <<"abc":4/binary>>, <<(-1)/utf8>>, <<1.5:8/float>>}.

m(X) ->
    _Unused = [X],
    exit(X),
    [1],
    Y = throw(X),
    [2],
    Y.
