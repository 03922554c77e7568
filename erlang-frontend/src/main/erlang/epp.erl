%% Source texts preprocessed and parsed in one go: OTP's stdlib manual, module epp, as far as it reads whole files.
-module(epp).

-export([parse_file/2, parse_file/3, default_encoding/0, read_encoding/1, read_encoding/2, encoding_to_string/1,
         format_error/1]).

parse_file(File, Folders, Macros) -> parse_file(File, [{includes, Folders}, {macros, Macros}]).

parse_file(File, Options) ->
    case file:read_file(File) of
        {ok, Bytes} ->
            Name = filename:flatten([proplists:get_value(source_name, Options, File)]),
            Folders = [filename:dirname(filename:flatten([File])) | proplists:get_value(includes, Options, [])],
            Macros = [macro(Macro) || Macro <- proplists:get_value(macros, Options, [])],
            Text = case unicode:characters_to_list(Bytes) of
                       Chars when is_list(Chars) -> Chars;
                       _ -> binary_to_list(Bytes)
                   end,
            {Forms, Errors, Warnings} = moonbeam_compiler:parse(Name, Text, Folders, Macros),
            Marks = [{Tag, Said} || {Tag, Files} <- [{error, Errors}, {warning, Warnings}], {_, All} <- Files, Said <- All],
            {Before, End} = lists:splitwith(fun(Form) -> element(1, Form) =/= eof end, Forms),
            {ok, Before ++ Marks ++ End};
        Error -> Error
    end.

macro({Name, Value, redefine}) -> macro({Name, Value});
macro({Name, Value}) -> {atom_to_list(Name), lists:flatten(io_lib:format("~0tp", [Value]))};
macro(Name) -> {atom_to_list(Name), "true"}.

default_encoding() -> utf8.

read_encoding(File) -> read_encoding(File, []).

%% The encoding that a comment in the first two lines names.
read_encoding(File, _Options) ->
    case file:read_file(File) of
        {ok, Bytes} ->
            Lines = lists:sublist(binary:split(Bytes, <<"\n">>, [global]), 2),
            Named = [Name || Line <- Lines,
                             {match, [Name]} <- [re:run(Line, "%.*coding[:=]\\s*([-a-zA-Z0-9]+)",
                                                        [{capture, all_but_first, list}])]],
            case [string:lowercase(Name) || Name <- Named] of
                ["latin-1" | _] -> latin1;
                ["utf-8" | _] -> utf8;
                _ -> none
            end;
        _ -> none
    end.

encoding_to_string(latin1) -> "coding: latin-1";
encoding_to_string(utf8) -> "coding: utf-8".

format_error(Text) when is_list(Text) -> Text;
format_error(Other) -> io_lib:format("~tp", [Other]).
