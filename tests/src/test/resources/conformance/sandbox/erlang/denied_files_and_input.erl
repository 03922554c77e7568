%% policy: standard
%% A script without capabilities reaches no file by any way, and its input is at its end.
-module(denied_files_and_input).
-include_lib("kernel/include/file.hrl").
-export([main/0]).

main() ->
    Results = [file:read_file("/etc/passwd"), file:write_file("x", "y"), file:open("x", [read]), file:open("x", [write, raw]),
               file:list_dir("."), file:read_file_info("."), file:get_cwd(), file:delete("x"), file:make_dir("x"),
               file:rename("x", "y"), file:make_symlink("/", "x"), file:consult("x"), file:copy("x", "y")],
    io:format("~0p~n", [lists:usort(Results)]),
    io:format("~0p~n", [{filelib:wildcard("*"), filelib:is_file("."), io:get_line(""), io:read(""), code:get_path()}]),
    io:format("~0p~n", [compile:file("x", [return])]).
%% expect: [{error,eacces}]
%% expect: {[],false,eof,eof,[]}
%% expect: {error,[{"x.erl",[{none,compile,{epp,eacces}}]}],[]}
