%% What a script that is run as an escript asks: OTP's stdlib manual, module escript.
-module(escript).

-export([script_name/0]).

%% The file of the module whose main/1 was called first: that of the script itself.
script_name() ->
    case [File || {Module, File} <- code:all_loaded(), is_list(File), erlang:function_exported(Module, main, 1)] of
        [File | _] -> File;
        [] -> erlang:error(badarg)
    end.
