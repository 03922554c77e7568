-module(comprehension).
-export([pairs/1]).

pairs(L) -> [{X, Y} || X <- L, X > 1, Y <- L].
