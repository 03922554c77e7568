%% The functions of this module are written in Java: CountersModule.
-module(counters).
-export([]).
