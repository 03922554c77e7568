-module(undefined_record).
-export([main/0]).
-record(known, {a}).
main() ->
    X = #unknown{a = 1},
    Y = #known{b = 1},
    {X, Y, X#known.c}.
%% expect error: undefined_record.erl:5:9: record unknown undefined
%% expect error: undefined_record.erl:6:16: field b undefined in record known
%% expect error: undefined_record.erl:7:20: field c undefined in record known
