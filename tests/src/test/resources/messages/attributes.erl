-module(attributes).
-export([a/0]).
-import(lists, [map/2, map/2]).
-on_load(a/1).
-behaviour(gen_server).
-vsn("1").
-export_type([nosuch/1]).
a() -> map(fun(X) -> X end, []).
-vsn("2").
-export([c/0]).
