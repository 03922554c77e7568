%% The functions of this module are written in Java: CryptoModule.
-module(crypto).
-export([]).
