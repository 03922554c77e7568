%% The functions of this module are written in Java: OsModule.
-module(os).
-export([]).
