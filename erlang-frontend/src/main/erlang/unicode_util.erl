%% The functions of this module are written in Java: UnicodeUtilModule.
-module(unicode_util).
-export([]).
