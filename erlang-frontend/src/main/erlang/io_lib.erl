%% The functions of this module are written in Java: format, in IoLibModule and IoFormat.
-module(io_lib).
-export([]).
