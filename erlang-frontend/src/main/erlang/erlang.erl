%% The functions of this module are written in Java: the classes *Bifs.
-module(erlang).
-export([]).
