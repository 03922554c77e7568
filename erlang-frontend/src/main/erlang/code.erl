%% The functions of this module are written in Java: CodeModule.
-module(code).
-export([]).
