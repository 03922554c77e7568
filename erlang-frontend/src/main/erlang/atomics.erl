%% The functions of this module are written in Java: AtomicsModule.
-module(atomics).
-export([]).
