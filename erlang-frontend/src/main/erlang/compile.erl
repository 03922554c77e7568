%% The compiler for running programs: OTP's compiler manual, module compile. What it gives is no object code but the forms
%% themselves, checked, which code:load_binary/3 compiles for the node that loads them: it can do there what any code may do by
%% the policy, and nothing else.
-module(compile).

-export([file/1, file/2, forms/1, forms/2, noenv_file/2, noenv_forms/2, output_generated/1, noenv_output_generated/1,
         format_error/1, env_compiler_options/0, options/0, loadable/1, of_path/1, packed/3]).

-export_type([option/0, forms/0, comp_ret/0]).

-type option() :: atom() | {atom(), term()}.
-type forms() :: [erl_parse:abstract_form() | erl_parse:form_info()].
-type comp_ret() :: tuple() | error.

%% What a compiled module begins with.
-define(MARK, "Moonbeam forms\n").

file(File) -> file(File, [verbose, report_errors, report_warnings]).

file(File, Options) when is_list(Options) ->
    Name = case filename:extension(File) of
               Extension when Extension =:= ".erl"; Extension =:= <<".erl">> -> File;
               _ -> filename:flatten([File, ".erl"])
           end,
    case file:read_file(Name) of
        {ok, Text} ->
            Shown = filename:flatten(Name),
            Folders = [filename:dirname(Shown) | [Folder || {i, Folder} <- Options]],
            {Forms, Errors, Warnings} = moonbeam_compiler:parse(Shown, text(Text), Folders, defines(Options)),
            case Errors of
                [] -> to_file(Shown, Forms, Warnings, Options);
                _ -> failed(Errors, Warnings, Options)
            end;
        {error, Reason} -> failed([{filename:flatten(Name), [{none, ?MODULE, {epp, Reason}}]}], [], Options)
    end;
file(File, Option) -> file(File, [Option]).

text(Bytes) ->
    case unicode:characters_to_list(Bytes) of
        Text when is_list(Text) -> Text;
        _ -> binary_to_list(Bytes)
    end.

defines(Options) ->
    [case Option of
         {d, Name} -> {atom_to_list(Name), "true"};
         {d, Name, Value} -> {atom_to_list(Name), lists:flatten(io_lib:format("~0tp", [Value]))}
     end || Option <- Options, is_tuple(Option), element(1, Option) =:= d].

to_file(Name, Forms, Warnings, Options) ->
    Result = compiled(Forms, Name, Warnings, Options),
    case {Result, lists:member(binary, Options)} of
        {{Done, _, Code}, false} when Done =:= ok, is_binary(Code) -> written(Result, Name, Options);
        {{Done, _, Code, _}, false} when Done =:= ok, is_binary(Code) -> written(Result, Name, Options);
        _ -> Result
    end.

written(Result, Name, Options) ->
    Folder = proplists:get_value(outdir, Options, "."),
    Target = filename:join(Folder, filename:basename(Name, ".erl") ++ ".beam"),
    case file:write_file(Target, element(3, Result)) of
        ok -> list_to_tuple([ok, element(2, Result) | tl(tl(tl(tuple_to_list(Result))))]);
        {error, Reason} -> failed([{Target, [{none, ?MODULE, {write_error, Target, Reason}}]}], [], Options)
    end.

forms(Forms) -> forms(Forms, [verbose, report_errors, report_warnings]).

forms(Forms, Options) when is_list(Options) ->
    compiled(Forms, proplists:get_value(source, Options, name(Forms)), [], Options);
forms(Forms, Option) -> forms(Forms, [Option]).

noenv_file(File, Options) -> file(File, Options).
noenv_forms(Forms, Options) -> forms(Forms, Options).

name(Forms) ->
    case [File || {attribute, _, file, {File, _}} <- Forms] of
        [File | _] -> File;
        [] -> "nofile"
    end.

compiled(Given, File, Before, Options) ->
    Forms = with_options([Form || Form <- Given, is_tuple(Form)], Options),
    {Errors, Said} = moonbeam_compiler:check(Forms, File),
    Warnings = case lists:member(nowarn, Options) of
                   true -> [];
                   false -> Before ++ Said
               end,
    case [Module || {attribute, _, module, Module} <- Forms] of
        _ when Errors =/= [] -> failed(Errors, Warnings, Options);
        [] -> failed([{File, [{none, erl_lint, "no module definition"}]}], Warnings, Options);
        [Module | _] ->
            case Warnings =/= [] andalso lists:member(warnings_as_errors, Options) of
                true -> failed([], Warnings, Options);
                false -> succeeded(Module, Forms, File, Warnings, Options)
            end
    end.

%% The options that say what the module is stand in it.
with_options([{attribute, A, module, _} = Module | Rest], Options) ->
    case [Option || Option <- Options, in_module(Option)] of
        [] -> [Module | Rest];
        Own -> [Module, {attribute, A, compile, Own} | Rest]
    end;
with_options([Form | Rest], Options) -> [Form | with_options(Rest, Options)];
with_options([], _) -> [].

in_module(export_all) -> true;
in_module({parse_transform, _}) -> true;
in_module({no_auto_import, _}) -> true;
in_module(no_auto_import) -> true;
in_module({Option, _}) when is_atom(Option) -> is_warning(Option);
in_module(Option) when is_atom(Option) -> is_warning(Option);
in_module(_) -> false.

is_warning(Option) ->
    case atom_to_list(Option) of
        "nowarn_" ++ _ -> true;
        "warn_" ++ _ -> true;
        _ -> false
    end.

succeeded(Module, Forms, File, Warnings, Options) ->
    reported(warning, Warnings, Options, report_warnings),
    Result = case lists:member(strong_validation, Options) orelse lists:member(basic_validation, Options) of
                 true -> [];
                 false ->
                     case lists:member('P', Options) of
                         true -> [Forms];
                         false -> [packed(Module, File, Forms)]
                     end
             end,
    Told = case returns(return_warnings, Options) of
               true -> [Warnings];
               false -> []
           end,
    list_to_tuple([ok, Module] ++ Result ++ Told).

failed(Errors, Warnings, Options) ->
    reported(error, Errors, Options, report_errors),
    reported(warning, Warnings, Options, report_warnings),
    case returns(return_errors, Options) of
        true -> {error, Errors, Warnings};
        false -> error
    end.

returns(Option, Options) -> lists:member(Option, Options) orelse lists:member(return, Options).

reported(Severity, Said, Options, Option) ->
    case lists:member(Option, Options) orelse lists:member(report, Options) of
        true ->
            [io:format("~ts:~ts~ts~ts~n", [File, place(Place), label(Severity), Module:format_error(What)])
             || {File, All} <- Said, {Place, Module, What} <- All],
            ok;
        false -> ok
    end.

place({Line, Column}) -> io_lib:format("~w:~w: ", [Line, Column]);
place(none) -> " ";
place(Line) -> io_lib:format("~w: ", [Line]).

label(error) -> "";
label(warning) -> "Warning: ".

format_error({epp, Reason}) -> file:format_error(Reason);
format_error({write_error, File, Reason}) -> io_lib:format("~ts: error writing file: ~ts", [File, file:format_error(Reason)]);
format_error(Text) when is_list(Text) -> Text;
format_error(Other) -> io_lib:format("~tp", [Other]).

%% What code:load_binary/3 loads and beam_lib looks into.
packed(Module, File, Forms) -> <<?MARK, (term_to_binary({Module, File, Forms}, [compressed]))/binary>>.

%% A module of the node's module path as the node itself compiles it: {ok, Module, Binary} or error.
of_path(Source) ->
    case file:read_file(Source) of
        {ok, Bytes} ->
            {Folders, Defines} = moonbeam_compiler:surroundings(),
            case moonbeam_compiler:parse(Source, text(Bytes), [filename:dirname(Source) | Folders], Defines) of
                {Forms, [], _} ->
                    case [Module || {attribute, _, module, Module} <- Forms] of
                        [Module | _] -> {ok, Module, packed(Module, Source, transformed(Forms))};
                        [] -> error
                    end;
                _ -> error
            end;
        {error, _} -> error
    end.

%% Forms as their parse transforms make them, which are not to run once more then; those that are part of the language stay.
transformed(Forms) ->
    Transforms = [Transform || {attribute, _, compile, Options} <- Forms,
                               {parse_transform, Transform} = Option <- lists:flatten([Options]), is_transform(Option)],
    lists:foldl(fun(Transform, Done) ->
                        case Transform:parse_transform(Done, []) of
                            {warning, Result, _} -> Result;
                            Result -> Result
                        end
                end, [without_transforms(Form) || Form <- Forms], Transforms).

without_transforms({attribute, A, compile, Options}) when is_list(Options) ->
    {attribute, A, compile, [Option || Option <- Options, not is_transform(Option)]};
without_transforms({attribute, A, compile, Option} = Form) ->
    case is_transform(Option) of
        true -> {attribute, A, compile, []};
        false -> Form
    end;
without_transforms(Form) -> Form.

is_transform({parse_transform, Module}) -> not lists:member(Module, [ms_transform, eunit_autoexport, eunit_striptests]);
is_transform(_) -> false.

%% Of a binary that forms/2 gave: {ok, Module, File, Forms}.
loadable(<<?MARK, Term/binary>>) ->
    try binary_to_term(Term) of
        {Module, File, Forms} when is_atom(Module), is_list(File), is_list(Forms) -> {ok, Module, File, Forms};
        _ -> error
    catch error:_ -> error
    end;
loadable(_) -> error.

output_generated(Options) -> not lists:member(strong_validation, Options).
noenv_output_generated(Options) -> output_generated(Options).
env_compiler_options() -> [].
options() -> io:put_chars("binary, return, return_errors, return_warnings, report, export_all, {i,Folder}, {d,Macro}\n").
