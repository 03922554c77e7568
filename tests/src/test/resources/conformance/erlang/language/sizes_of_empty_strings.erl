-module(sizes_of_empty_strings).
-export([main/0]).

%% An empty string writes nothing, but its size is looked at.

main() ->
  show(<<1, "":16>>),
  show(catch <<"":(-1)>>),
  show(catch <<"":atom>>),
  [show(catch <<"":Size, 7>>) || Size <- [8, -8, 1.0, 1 bsl 70, a]],
  show({<<"":(Late = 3)>>, {}}), show(Late).

show({'EXIT', {Reason, _}}) -> io:format("~p~n", [Reason]);
show(Term) -> io:format("~p~n", [Term]).
%% expect: <<1>>
%% expect: badarg
%% expect: badarg
%% expect: <<7>>
%% expect: badarg
%% expect: badarg
%% expect: <<7>>
%% expect: badarg
%% expect: {<<>>,{}}
%% expect: 3
