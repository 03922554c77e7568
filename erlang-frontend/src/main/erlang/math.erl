%% The functions of this module are written in Java: MathModule.
-module(math).
-export([]).
