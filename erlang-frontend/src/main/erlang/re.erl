%% The functions of this module are written in Java: ReModule and ReEdit.
-module(re).
-export([]).
