-module(exported_and_underscored).
-compile(warn_export_vars).
-export([f/1, g/2, h/1, i/1, j/1]).

f(X) ->
    case X of
        1 -> Y = a;
        _ -> Y = b
    end,
    Z = Y,
    {Y, Z}.

g(_Same, _Same) -> {_Same}.

h(X) ->
    _Old = X,
    {ok, _Old} = X,
    {_New = X, _New = X}.

i(X) ->
    try A = X of
        _ -> B = A
    catch
        _:_ -> ok
    end,
    {A, B}.

j(X) ->
    (if X -> C = 1; true -> C = 2 end) andalso (C > 1),
    begin
        C = X,
        (X andalso (D = 1)),
        fun() -> D end
    end.
