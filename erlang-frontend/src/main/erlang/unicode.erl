%% The functions of this module are written in Java: UnicodeModule.
-module(unicode).
-export([]).
