%% The functions of this module are written in Java: output and the protocol that devices speak.
-module(io).
-export([]).
