%% Sigils, triple-quoted strings, documentation attributes, generators of maps and maybe, which are new in OTP 26 and 27.
%% oracle: none OTP 25 has no such syntax; the values are those of the reference manual
-module(syntax_of_otp_27).
-moduledoc "What the module is for.".
-moduledoc #{since => "1.0", format => "text/markdown"}.
-export([main/0, f/1, g/0, h/1]).
-export_type([shape/0, dynamic_shape/0]).
-nifs([n/1]).
-compile([nowarn_unused_function, nowarn_missing_spec_documented, {nowarn_deprecated_function, [{a, b, 1}]}]).
-optional_callbacks([other/0]).

-doc "A type.".
-type shape() :: circle | {square, Side :: number()}.
-doc false.
-opaque dynamic_shape() :: dynamic().
-doc "A callback.".
-callback area(shape()) -> number().
-doc #{equiv => f/1}.
-callback other() -> ok.

-doc """
  f(Value)

  Gives its argument.
  """.
-doc #{since => "2.0", params => #{"Value" => "anything"}, equiv => g()}.
-spec f(Value :: dynamic()) -> dynamic().
f(X) -> X.
-doc hidden.
g() -> 1_000.
-doc({file, "elsewhere.md"}).
h(_) -> 16#ff_ff.

n(_) -> erlang:nif_error(not_loaded).

main() ->
    sigils(), texts(), generators(), maybes(), guards(),
    io:format("~p~n", [{f(1), g(), h(2)}]).
    %% expect: [<<97,9,98>>,[97,9,98],[97,92,116,98],<<97,9,98>>,<<97,92,116,98>>]
    %% expect: [<<195,164>>,[228],<<195,164>>]
    %% expect: ["x","x","x","x","x","x","x","x","x","x"]
    %% expect: [<<"a\"b">>,"a]b","a\\","say \"hi\""]
    %% expect: <<"b">>
    %% expect: "one\n  two\n\\t \"quoted\" \"\"\nend"
    %% expect: [[],[],"\n"]
    %% expect: "\"\"\""
    %% expect: [<<"bin\nary">>,"tab:\t.",<<"tab:\\t.">>,"ab"]
    %% expect: #{a => 2,b => 4}
    %% expect: [{b,2}]
    %% expect: <<1,2>>
    %% expect: #{1 => x,2 => x}
    %% expect: #{x => 3,y => 2}
    %% expect: [{1,a},{1,b},{2,a},{2,b}]
    %% expect: [b,a]
    %% expect: {15,{error,1},other,nok,[not_matched]}
    %% expect: {yes,no,no}
    %% expect: {1,1000,65535}

sigils() ->
    io:format("~w~n", [[~"a\tb", ~s"a\tb", ~S"a\tb", ~b"a\tb", ~B"a\tb"]]),
    io:format("~w~n", [[~"\x{e4}", ~s"ä", ~B"ä"]]),
    io:format("~p~n", [[~s(x), ~s[x], ~s{x}, ~s<x>, ~s/x/, ~s|x|, ~s'x', ~s"x", ~s`x`, ~s#x#]]),
    io:format("~p~n", [[~b"a\"b", ~s[a\]b], ~S(a\), ~S'say "hi"']]),
    <<"a", Rest/binary>> = ~"ab",
    ~"b" = Rest,
    io:format("~p~n", [Rest]).

texts() ->
    io:format("~p~n", ["""
        one
          two
        \t "quoted" ""
        end
        """]),
    io:format("~p~n", [["""
        """, """

        """, """


        """]]),
    io:format("~p~n", [""""
        """
        """"]),
    io:format("~p~n", [[~"""
        bin
        ary
        """, ~s"""
        tab:\t.
        """, ~B"""
        tab:\t.
        """, "a" "b"]]).

generators() ->
    M = #{a => 1, b => 2},
    io:format("~p~n", [#{K => V * 2 || K := V <- M}]),
    io:format("~p~n", [[{K, V} || K := V <- M, V > 1]]),
    io:format("~p~n", [<< <<V>> || _ := V <- M >>]),
    io:format("~p~n", [#{X => x || <<X>> <= <<1, 2, 1>>}]),
    io:format("~p~n", [#{K => V || {K, V} <- [{x, 1}, {y, 2}, {x, 3}]}]),
    io:format("~p~n", [[{N, K} || N <- [1, 2], K := _ <- M]]),
    io:format("~p~n", [[K || K := _ <- maps:iterator(M, reversed)]]).

maybes() ->
    Sum = fun(Results) ->
                  maybe
                      [{ok, A}, {ok, B} | _] ?= Results,
                      C = A + B,
                      true ?= C > 10,
                      C
                  else
                      [{error, _} = E | _] -> E;
                      false -> other
                  end
          end,
    Plain = maybe ok ?= nok, never end,
    Unmatched = try maybe {ok, X} ?= not_matched, X else [] -> none end catch error:{else_clause, V} -> [V] end,
    io:format("~p~n", [{Sum([{ok, 7}, {ok, 8}]), Sum([{error, 1}]), Sum([{ok, 1}, {ok, 2}]), Plain, Unmatched}]).

guards() ->
    F = fun(X) when min(X, 3) =:= 3, max(X, 4) > 4 -> yes;
           (_) -> no
        end,
    io:format("~p~n", [{F(7), F(1), F(3.5)}]).
