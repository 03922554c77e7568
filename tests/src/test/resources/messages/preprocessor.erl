-module(preprocessor).
-export([a/0]).
-include("nosuch.hrl").
-include_lib("nosuch/include/nosuch.hrl").
-define(ONE(X), X).
-define(TWO, ).
-ifdef(FOO).
-else.
-else.
-endif.
-endif.
-undef(NOTHERE).
-error("this is wrong").
-warning("careful now").
a() -> ?NOSUCH, ?ONE(1, 2), ?ONE, ?MODULE_NAME.
b() -> ?ONE().
-ifdef(BAR).
