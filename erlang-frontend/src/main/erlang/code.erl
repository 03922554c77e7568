%% The modules of the node: OTP's kernel manual, module code. What asks about modules and purges them is written in Java; here is
%% what loads, and what there is of paths: modules come from the host or its module path, which is not a script's to change.
-module(code).

-export([load_binary/3, get_object_code/1, load_abs/1, load_abs/2, ensure_modules_loaded/1, atomic_load/1, add_path/1,
         add_path/2, add_patha/1, add_patha/2, add_pathz/1, add_pathz/2, add_paths/1, add_paths/2, add_pathsa/1, add_pathsa/2,
         add_pathsz/1, add_pathsz/2, clear_cache/0, del_path/1, del_paths/1, get_doc/1, coverage_support/0, set_path/1,
         set_path/2, replace_path/2, rehash/0, is_sticky/1, is_module_native/1, modified_modules/0, module_status/0,
         module_status/1, module_md5/1, root_dir/0, lib_dir/0, lib_dir/1, lib_dir/2, priv_dir/1, compiler_dir/0,
         objfile_extension/0, where_is_file/1, where_is_file/2, stick_dir/1, unstick_dir/1, stick_mod/1, unstick_mod/1, clash/0,
         all_available/0]).

%% The binary is what compile:forms/2 gave.
load_binary(Module, File, Binary) when is_atom(Module), (is_list(File) orelse is_atom(File)), is_binary(Binary) ->
    case compile:loadable(Binary) of
        {ok, Module, Source, Forms} ->
            From = case File of
                       _ when is_atom(File) -> atom_to_list(File);
                       [] -> Source;
                       _ -> File
                   end,
            moonbeam_compiler:load(Module, From, Forms);
        _ -> {error, badfile}
    end.

%% Of a module of the module path, what compile:file/2 would give of its source, with the node's own headers and macros.
get_object_code(Module) when is_atom(Module) ->
    Source = case code:which(Module) of
                 Loaded when is_list(Loaded) -> Loaded;
                 preloaded -> none;
                 non_existing -> where_is_file(atom_to_list(Module) ++ ".erl")
             end,
    case is_list(Source) andalso compile:of_path(Source) of
        {ok, Module, Binary} -> {Module, Binary, Source};
        _ -> error
    end.

%% A file that compile:file/2 wrote.
load_abs(File) when is_list(File) -> load_abs(File, list_to_atom(filename:basename(File))).

load_abs(File, Module) ->
    Name = filename:flatten([File, ".beam"]),
    case file:read_file(Name) of
        {ok, Binary} -> load_binary(Module, Name, Binary);
        {error, _} -> {error, nofile}
    end.

ensure_modules_loaded(Modules) ->
    case [{Module, Why} || Module <- Modules, {error, Why} <- [code:ensure_loaded(Module)]] of
        [] -> ok;
        Failed -> {error, Failed}
    end.

atomic_load(Modules) ->
    Results = [{name(Module), case Module of
                                  {Name, File, Binary} -> load_binary(Name, File, Binary);
                                  Name -> code:ensure_loaded(Name)
                              end} || Module <- Modules],
    case [{Name, Why} || {Name, {error, Why}} <- Results] of
        [] -> ok;
        Failed -> {error, Failed}
    end.

name({Name, _, _}) -> Name;
name(Name) -> Name.

add_path(Folder) -> add_pathz(Folder).
add_patha(_) -> {error, bad_directory}.
add_pathz(_) -> {error, bad_directory}.
add_paths(Folders) when is_list(Folders) -> ok.
add_pathsa(Folders) when is_list(Folders) -> ok.
add_pathsz(Folders) when is_list(Folders) -> ok.
%% Since OTP 26 it may be said whether what a folder holds is remembered.
add_path(Folder, _Cache) -> add_path(Folder).
add_patha(Folder, _Cache) -> add_patha(Folder).
add_pathz(Folder, _Cache) -> add_pathz(Folder).
add_paths(Folders, _Cache) -> add_paths(Folders).
add_pathsa(Folders, _Cache) -> add_pathsa(Folders).
add_pathsz(Folders, _Cache) -> add_pathsz(Folders).
set_path(Folders, _Cache) -> set_path(Folders).
clear_cache() -> ok.
del_path(_) -> false.
del_paths(Folders) when is_list(Folders) -> ok.
set_path(_) -> {error, bad_directory}.

%% Documentation is read and not kept.
get_doc(Module) when is_atom(Module) -> {error, missing}.
coverage_support() -> false.

replace_path(_, _) -> {error, bad_directory}.
rehash() -> ok.

is_sticky(Module) when is_atom(Module) -> code:is_loaded(Module) =/= false andalso code:which(Module) =:= preloaded.
is_module_native(_) -> false.
modified_modules() -> [].
module_status() -> [{Module, module_status(Module)} || {Module, _} <- code:all_loaded()].
module_status(Module) when is_atom(Module) ->
    case code:is_loaded(Module) of
        false -> not_loaded;
        _ -> loaded
    end;
module_status(Modules) -> [{Module, module_status(Module)} || Module <- Modules].
module_md5(Binary) when is_binary(Binary) ->
    case compile:loadable(Binary) of
        {ok, _, _, Forms} -> erlang:md5(term_to_binary(Forms));
        error -> undefined
    end.

root_dir() -> "/".
lib_dir() -> "/lib".
%% An application's folder is the one above a folder of the module path, where its name or NAME-VERSION says that it is.
lib_dir(Application) ->
    Name = application_name(Application),
    case [Folder || Folder <- lists:map(fun filename:dirname/1, code:get_path()), is_of(filename:basename(Folder), Name)] of
        [Folder | _] -> Folder;
        [] -> {error, bad_name}
    end.

is_of(Folder, Name) -> Folder =:= Name orelse lists:prefix(Name ++ "-", Folder).

application_name(Name) when is_atom(Name) -> atom_to_list(Name);
application_name(Name) when is_list(Name) -> Name.

lib_dir(Application, Folder) when is_atom(Folder) -> below(lib_dir(Application), atom_to_list(Folder)).

priv_dir(Application) -> below(lib_dir(Application), "priv").

below({error, _} = Error, _) -> Error;
below(Folder, Name) -> filename:join(Folder, Name).

compiler_dir() -> "/lib/compiler".
objfile_extension() -> ".beam".
where_is_file(Name) -> where_is_file(code:get_path(), Name).
where_is_file(Path, Name) ->
    case [Full || Folder <- Path, Full <- [filename:join(Folder, Name)], filelib:is_regular(Full)] of
        [Full | _] -> Full;
        [] -> non_existing
    end.
stick_dir(_) -> ok.
unstick_dir(_) -> ok.
stick_mod(_) -> true.
unstick_mod(_) -> true.
clash() -> ok.
all_available() -> [{atom_to_list(Module), File, true} || {Module, File} <- code:all_loaded()].
