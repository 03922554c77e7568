%% The functions of this module are written in Java: PersistentTermModule.
-module(persistent_term).
-export([]).
