%% policy: untrusted
%% A module that a script makes can do what the script can, and nothing else.
-module(compiled_module_is_bound_by_the_policy).
-export([main/0]).

main() ->
    {ok, made, Binary} = compile:forms(forms("file:read_file(\"/etc/passwd\")")),
    {module, made} = code:load_binary(made, "made.erl", Binary),
    io:format("~p~n", [made:f()]),
    io:format("~p~n", [code:load_binary(lists, "lists.erl", element(3, compile:forms(forms(lists, "1"))))]),
    io:format("~p~n", [code:load_binary(made, "made.erl", <<"Moonbeam forms\n", 131, 100>>)]).

forms(Body) -> forms(made, Body).

forms(Name, Body) ->
    [form(Text) || Text <- ["-module(" ++ atom_to_list(Name) ++ ").", "-export([f/0]).", "f() -> " ++ Body ++ "."]].

form(Text) ->
    {ok, Tokens, _} = erl_scan:string(Text),
    {ok, Form} = erl_parse:parse_form(Tokens),
    Form.
%% expect: {error,eacces}
%% expect: {error,sticky_directory}
%% expect: {error,badfile}
