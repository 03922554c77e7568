%% The functions of this module are written in Java: EtsModule and EtsMatchModule.
-module(ets).
-export([]).
