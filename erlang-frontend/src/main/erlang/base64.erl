%% The functions of this module are written in Java: Base64Module.
-module(base64).
-export([]).
