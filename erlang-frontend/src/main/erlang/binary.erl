%% The functions of this module are written in Java: BinaryModule.
-module(binary).
-export([]).
