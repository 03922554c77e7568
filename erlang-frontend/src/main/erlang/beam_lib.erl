%% What compiled modules say of themselves: OTP's stdlib manual, module beam_lib. A compiled module is a binary that compile gave, or
%% a file of one; code:which/1 of a module on the module path names its source, which serves as well. What there is no counterpart of
%% (code, literals, atoms) counts as a missing chunk.
-module(beam_lib).

-export([chunks/2, chunks/3, version/1, md5/1, info/1, cmp/2, strip/1, strip_files/1, format_error/1]).

-export_type([beam/0, chunkref/0, chunkid/0]).

-type beam() :: file:filename() | binary().
-type chunkid() :: nonempty_string().
-type chunkref() :: atom() | chunkid().

chunks(Beam, Names) -> chunks(Beam, Names, []).

chunks(Beam, Names, Options) ->
    try
        {Module, File, Forms} = opened(Beam),
        Chunks = [{Name, chunk(Name, File, Forms)} || Name <- Names],
        case [Name || {Name, missing_chunk} <- Chunks] of
            [Missing | _] ->
                lists:member(allow_missing_chunks, Options) orelse throw({missing_chunk, shown(Beam), Missing}),
                {ok, {Module, Chunks}};
            [] -> {ok, {Module, Chunks}}
        end
    catch
        throw:Reason -> {error, ?MODULE, Reason}
    end.

version(Beam) ->
    case chunks(Beam, [attributes]) of
        {ok, {Module, [{attributes, Attributes}]}} -> {ok, {Module, proplists:get_value(vsn, Attributes)}};
        Error -> Error
    end.

md5(Beam) ->
    try
        {Module, _, Forms} = opened(Beam),
        {ok, {Module, digest(Forms)}}
    catch
        throw:Reason -> {error, ?MODULE, Reason}
    end.

info(Beam) ->
    try
        {Module, _, _} = opened(Beam),
        [case Beam of
             Binary when is_binary(Binary) -> {binary, Binary};
             File -> {file, shown(File)}
         end, {module, Module}, {chunks, []}]
    catch
        throw:Reason -> {error, ?MODULE, Reason}
    end.

cmp(One, Other) ->
    case {md5(One), md5(Other)} of
        {{ok, {Module, Digest}}, {ok, {Module, Digest}}} -> ok;
        {{ok, {Module, _}}, {ok, {Module, _}}} -> {error, ?MODULE, {chunks_different, "Code"}};
        {{ok, {Module, _}}, {ok, {Wrong, _}}} -> {error, ?MODULE, {modules_different, Module, Wrong}};
        {{error, _, _} = Error, _} -> Error;
        {_, Error} -> Error
    end.

%% Everything a module carries is needed to load it.
strip(Beam) ->
    try
        {Module, File, Forms} = opened(Beam),
        {ok, {Module, case Beam of
                          _ when is_binary(Beam) -> Beam;
                          _ -> compile:packed(Module, File, Forms)
                      end}}
    catch
        throw:Reason -> {error, ?MODULE, Reason}
    end.

strip_files(Beams) ->
    try
        {ok, [case strip(Beam) of
                  {ok, Stripped} -> Stripped;
                  {error, _, Reason} -> throw(Reason)
              end || Beam <- Beams]}
    catch
        throw:Reason -> {error, ?MODULE, Reason}
    end.

format_error({error, ?MODULE, Reason}) -> format_error(Reason);
format_error({unknown_chunk, File, Name}) -> io_lib:format("~tp: Cannot find chunk ~p~n", [File, Name]);
format_error({missing_chunk, File, Name}) -> io_lib:format("~tp: Not a BEAM file: no IFF \"~s\" chunk~n", [File, Name]);
format_error({not_a_beam_file, File}) -> io_lib:format("~tp: Not a BEAM file: no \"FOR1\" chunk~n", [File]);
format_error({file_error, File, Reason}) -> io_lib:format("~tp: ~tp~n", [File, file:format_error(Reason)]);
format_error({modules_different, One, Other}) -> io_lib:format("Module names ~p and ~p differ in the two files~n", [One, Other]);
format_error({chunks_different, Name}) -> io_lib:format("The \"~s\" chunks differ in the two files~n", [Name]);
format_error(Other) -> io_lib:format("~tp~n", [Other]).

%% ---- Modules ----

opened(Binary) when is_binary(Binary) ->
    case compile:loadable(Binary) of
        {ok, Module, File, Forms} -> {Module, File, Forms};
        error -> throw({not_a_beam_file, Binary})
    end;
opened(Name) ->
    Shown = shown(Name),
    case filename:extension(Shown) =:= ".erl" andalso compile:of_path(Shown) of
        {ok, _, Binary} -> opened(Binary);
        _ ->
            case file:read_file(Shown) of
                {ok, Binary} ->
                    case compile:loadable(Binary) of
                        {ok, Module, File, Forms} -> {Module, File, Forms};
                        error -> throw({not_a_beam_file, Shown})
                    end;
                {error, Reason} -> throw({file_error, Shown, Reason})
            end
    end.

shown(Binary) when is_binary(Binary) -> Binary;
shown(Name) ->
    File = filename:flatten([Name]),
    case filename:extension(File) of
        Known when Known =:= ".beam"; Known =:= ".erl" -> File;
        _ -> File ++ ".beam"
    end.

digest(Forms) -> erlang:md5(term_to_binary(Forms)).

%% ---- Chunks ----

chunk(abstract_code, _, Forms) -> {raw_abstract_v1, Forms};
chunk(debug_info, _, Forms) -> {debug_info_v1, erl_abstract_code, {Forms, []}};
chunk(compile_info, File, _) -> [{options, []}, {source, File}];
chunk(exports, _, Forms) -> exports(Forms);
chunk(locals, _, Forms) -> functions(Forms) -- exports(Forms);
chunk(attributes, _, Forms) -> attributes(Forms);
chunk(Name, _, _) when Name =:= atoms; Name =:= imports; Name =:= indexed_imports; Name =:= labeled_exports;
                       Name =:= labeled_locals; Name =:= literals; Name =:= documentation ->
    missing_chunk;
chunk(Name, File, _) when is_atom(Name) -> throw({unknown_chunk, File, Name});
chunk(Name, _, _) when is_list(Name) -> missing_chunk.

functions(Forms) -> lists:usort([{Name, Arity} || {function, _, Name, Arity, _} <- Forms]).

exports(Forms) ->
    Options = lists:flatten([Options || {attribute, _, compile, Options} <- Forms]),
    Named = lists:append([Names || {attribute, _, export, Names} <- Forms]),
    lists:usort([{module_info, 0}, {module_info, 1} | case lists:member(export_all, Options) of
                                                           true -> functions(Forms);
                                                           false -> Named
                                                       end]).

attributes(Forms) ->
    Given = [{Name, case Value of
                        [_ | _] -> Value;
                        _ -> [Value]
                    end} || {attribute, _, Name, Value} <- Forms, is_kept(Name)],
    Names = lists:usort([vsn | [Name || {Name, _} <- Given]]),
    [{Name, case lists:append([Values || {Key, Values} <- Given, Key =:= Name]) of
                [] when Name =:= vsn -> [binary:decode_unsigned(digest(Forms))];
                Values -> Values
            end} || Name <- Names].

is_kept(Name) ->
    not lists:member(Name, [module, export, import, record, file, type, opaque, spec, callback, export_type, optional_callbacks,
                            compile, doc, moduledoc, feature]).
