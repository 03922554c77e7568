%% What can be done with files and their names: OTP's stdlib manual, module filelib. Every function may be given the module to ask
%% instead of file, which has read_file_info/1 and list_dir/1.
-module(filelib).

-include_lib("kernel/include/file.hrl").

-export([wildcard/1, wildcard/2, wildcard/3, is_dir/1, is_dir/2, is_file/1, is_file/2, is_regular/1, is_regular/2,
         fold_files/5, fold_files/6, last_modified/1, last_modified/2, file_size/1, file_size/2, ensure_dir/1, ensure_path/1,
         find_file/2, find_file/3, find_source/1, find_source/2, find_source/3, safe_relative_path/2]).

-export_type([filename/0, dirname/0, dirname_all/0, find_file_rule/0, find_source_rule/0]).

-type filename() :: file:name().
-type dirname() :: filename().
-type dirname_all() :: filename() | binary().
-type find_file_rule() :: {string(), string()}.
-type find_source_rule() :: {string(), string(), [find_file_rule()]}.

%% ---- What a name is of ----

is_dir(Name) -> is_dir(Name, file).
is_dir(Name, Module) -> type(Name, Module) =:= directory.

is_file(Name) -> is_file(Name, file).
is_file(Name, Module) -> lists:member(type(Name, Module), [regular, directory]).

is_regular(Name) -> is_regular(Name, file).
is_regular(Name, Module) -> type(Name, Module) =:= regular.

type(Name, Module) ->
    case Module:read_file_info(Name) of
        {ok, #file_info{type = Type}} -> Type;
        _ -> none
    end.

file_size(Name) -> file_size(Name, file).
file_size(Name, Module) ->
    case Module:read_file_info(Name) of
        {ok, #file_info{size = Size}} -> Size;
        _ -> 0
    end.

last_modified(Name) -> last_modified(Name, file).
last_modified(Name, Module) ->
    case Module:read_file_info(Name) of
        {ok, #file_info{mtime = Time}} -> Time;
        _ -> 0
    end.

ensure_dir(Name) -> ensure_path(filename:dirname(Name)).

ensure_path(Folder) ->
    case is_dir(Folder) of
        true -> ok;
        false ->
            case filename:dirname(Folder) of
                Folder -> {error, einval};
                Parent ->
                    case ensure_path(Parent) of
                        ok ->
                            case file:make_dir(Folder) of
                                {error, eexist} ->
                                    case is_dir(Folder) of
                                        true -> ok;
                                        false -> {error, eexist}
                                    end;
                                Result -> Result
                            end;
                        Error -> Error
                    end
            end
    end.

%% ---- Every file below a folder whose name matches ----

fold_files(Folder, Expression, Recursive, Fun, Acc) -> fold_files(Folder, Expression, Recursive, Fun, Acc, file).

fold_files(Folder, Expression, Recursive, Fun, Acc, Module) ->
    {ok, Pattern} = re:compile(Expression, [unicode]),
    folded(Folder, Pattern, Recursive, Fun, Acc, Module).

folded(Folder, Pattern, Recursive, Fun, Acc, Module) ->
    case Module:list_dir(Folder) of
        {ok, Names} ->
            lists:foldl(fun(Name, Found) -> folded_one(Folder, Name, Pattern, Recursive, Fun, Found, Module) end, Acc, Names);
        {error, _} -> Acc
    end.

folded_one(Folder, Name, Pattern, Recursive, Fun, Acc, Module) ->
    Full = filename:join(Folder, Name),
    case is_regular(Full, Module) of
        true ->
            case re:run(Name, Pattern, [{capture, none}]) of
                match -> Fun(Full, Acc);
                nomatch -> Acc
            end;
        false ->
            case Recursive andalso is_dir(Full, Module) of
                true -> folded(Full, Pattern, Recursive, Fun, Acc, Module);
                false -> Acc
            end
    end.

%% ---- Wildcards ----

wildcard(Pattern) when is_list(Pattern) -> wildcard(Pattern, ".").

wildcard(Pattern, Module) when is_list(Pattern), is_atom(Module) -> wildcard(Pattern, ".", Module);
wildcard(Pattern, Folder) when is_list(Pattern), is_list(Folder) -> wildcard(Pattern, Folder, file).

wildcard(Pattern, Folder, Module) when is_list(Pattern), is_atom(Module) ->
    lists:usort(lists:append([below(filename:split(Each), Folder, Module) || Each <- alternatives(Pattern)])).

%% The patterns that one with {a,b} stands for.
alternatives(Pattern) -> alternatives(Pattern, []).

alternatives([$\\, C | Rest], Before) -> alternatives(Rest, [C, $\\ | Before]);
alternatives([${ | Rest] = All, Before) ->
    case choices(Rest, [], []) of
        {Choices, After} ->
            lists:append([alternatives(lists:reverse(Before) ++ Choice ++ After) || Choice <- Choices]);
        none -> [lists:reverse(Before) ++ All]
    end;
alternatives([C | Rest], Before) -> alternatives(Rest, [C | Before]);
alternatives([], Before) -> [lists:reverse(Before)].

choices([$} | Rest], Choice, Choices) -> {lists:reverse(Choices, [lists:reverse(Choice)]), Rest};
choices([$, | Rest], Choice, Choices) -> choices(Rest, [], [lists:reverse(Choice) | Choices]);
choices([$\\, C | Rest], Choice, Choices) -> choices(Rest, [C, $\\ | Choice], Choices);
choices([C | Rest], Choice, Choices) -> choices(Rest, [C | Choice], Choices);
choices([], _, _) -> none.

below([[C | _] = Root | Rest], _, Module) when C =:= $/ -> matches(Rest, Root, Root, Module);
below(["." | [_ | _] = Rest], Folder, Module) -> below(Rest, Folder, Module);
below(Parts, Folder, Module) -> matches(Parts, "", Folder, Module).

%% Found is the name as it is given back, Folder the one to look into.
matches([], Found, Folder, Module) ->
    case is_file(Folder, Module) of
        true -> [Found];
        false -> []
    end;
matches(["**" | Rest], Found, Folder, Module) ->
    Here = case Rest of
               [] -> [joined(Found, Name) || Name <- names(Folder, Module)];
               _ -> matches(Rest, Found, Folder, Module)
           end,
    Here ++ lists:append([matches(["**" | Rest], joined(Found, Name), filename:join(Folder, Name), Module)
                          || Name <- names(Folder, Module), is_real_dir(filename:join(Folder, Name), Module)]);
matches([Part | Rest], Found, Folder, Module) ->
    case is_plain(Part) of
        true ->
            Name = unescaped(Part),
            Full = filename:join(Folder, Name),
            case Rest of
                [] -> matches([], joined(Found, Name), Full, Module);
                _ ->
                    case is_dir(Full, Module) of
                        true -> matches(Rest, joined(Found, Name), Full, Module);
                        false -> []
                    end
            end;
        false ->
            lists:append([further(Rest, joined(Found, Name), filename:join(Folder, Name), Module)
                          || Name <- names(Folder, Module), is_match(Part, Name)])
    end.

further([], Found, _, _) -> [Found];
further(Rest, Found, Folder, Module) ->
    case is_dir(Folder, Module) of
        true -> matches(Rest, Found, Folder, Module);
        false -> []
    end.

joined("", Name) -> Name;
joined(Found, Name) -> filename:join(Found, Name).

names(Folder, Module) ->
    case Module:list_dir(Folder) of
        {ok, Names} -> Names;
        {error, _} -> []
    end.

%% Links to folders are not followed by **, which might not end.
is_real_dir(Name, file) ->
    case file:read_link_info(Name) of
        {ok, #file_info{type = directory}} -> true;
        _ -> false
    end;
is_real_dir(Name, Module) -> is_dir(Name, Module).

is_plain([$\\, _ | Rest]) -> is_plain(Rest);
is_plain([C | _]) when C =:= $*; C =:= $?; C =:= $[ -> false;
is_plain([_ | Rest]) -> is_plain(Rest);
is_plain([]) -> true.

unescaped([$\\, C | Rest]) -> [C | unescaped(Rest)];
unescaped([C | Rest]) -> [C | unescaped(Rest)];
unescaped([]) -> [].

is_match([$* | Pattern], Name) -> is_match_later(starless(Pattern), Name);
is_match([$? | Pattern], [_ | Name]) -> is_match(Pattern, Name);
is_match([$[ | Pattern], [C | Name] = All) ->
    case set(Pattern, []) of
        {Set, Rest} -> in_set(C, Set) andalso is_match(Rest, Name);
        none -> All =/= [] andalso C =:= $[ andalso is_match(Pattern, Name)
    end;
is_match([$\\, C | Pattern], [C | Name]) -> is_match(Pattern, Name);
is_match([C | Pattern], [C | Name]) when C =/= $* -> is_match(Pattern, Name);
is_match([], []) -> true;
is_match(_, _) -> false.

starless([$* | Pattern]) -> starless(Pattern);
starless(Pattern) -> Pattern.

is_match_later([], _) -> true;
is_match_later(Pattern, Name) ->
    is_match(Pattern, Name) orelse Name =/= [] andalso is_match_later(Pattern, tl(Name)).

set([$] | Rest], [_ | _] = Set) -> {Set, Rest};
set([$\\, C | Rest], Set) -> set(Rest, [C | Set]);
set([From, $-, To | Rest], Set) when To =/= $] -> set(Rest, [{From, To} | Set]);
set([C | Rest], Set) -> set(Rest, [C | Set]);
set([], _) -> none.

in_set(C, Set) ->
    lists:any(fun({From, To}) -> C >= From andalso C =< To;
                 (Each) -> Each =:= C
              end, Set).

%% ---- Files that belong to others ----

find_file(Name, Folder) -> find_file(Name, Folder, rules()).

find_file(Name, Folder, []) -> find_file(Name, Folder, rules());
find_file(Name, Folder, Rules) -> first_file(Name, Folder, [{"", ""} | Rules]).

rules() -> [{"", ""}, {"ebin", "src"}, {"ebin", "esrc"}, {"ebin", "src/*"}, {"ebin", "esrc/*"}].

first_file(Name, Folder, [{From, To} | Rules]) ->
    case filename:basename(Folder) =:= From orelse From =:= "" of
        true ->
            Base = case From of
                       "" -> Folder;
                       _ -> filename:dirname(Folder)
                   end,
            case [File || File <- wildcard(filename:join([Base, To, Name])), is_regular(File)] of
                [File | _] -> {ok, File};
                [] -> first_file(Name, Folder, Rules)
            end;
        false -> first_file(Name, Folder, Rules)
    end;
first_file(_, _, []) -> {error, not_found}.

find_source(Path) -> find_source(filename:basename(Path), filename:dirname(Path)).
find_source(Name, Folder) -> find_source(Name, Folder, [{".beam", ".erl", rules()}, {".erl", ".yrl", [{"", ""}]}]).

find_source(Name, Folder, Rules) ->
    Extension = filename:extension(Name),
    Root = filename:rootname(Name, Extension),
    first_source(Root, Folder, [{To, Each} || {From, To, Each} <- Rules, From =:= Extension]).

first_source(Root, Folder, [{Extension, Rules} | Rest]) ->
    case find_file(Root ++ Extension, Folder, Rules) of
        {ok, _} = Found -> Found;
        _ -> first_source(Root, Folder, Rest)
    end;
first_source(_, _, []) -> {error, not_found}.

%% The name as seen from a folder that it does not lead out of, or unsafe.
safe_relative_path(Name, Folder) ->
    case filename:pathtype(Name) of
        relative -> safe(filename:split(Name), [], Folder);
        _ -> unsafe
    end.

safe([Dot | Rest], Safe, Folder) when Dot =:= "."; Dot =:= <<".">> -> safe(Rest, Safe, Folder);
safe([Dots | Rest], Safe, Folder) when Dots =:= ".."; Dots =:= <<"..">> ->
    case Safe of
        [] -> unsafe;
        [_ | Before] -> safe(Rest, Before, Folder)
    end;
safe([Part | Rest], Safe, Folder) ->
    Path = filename:join(lists:reverse(Safe, [Part])),
    Full = case Folder of
               _ when Folder =:= ""; Folder =:= <<>> -> Path;
               _ -> filename:join(Folder, Path)
           end,
    case file:read_link(Full) of
        {ok, Target} ->
            case filename:pathtype(Target) of
                relative -> safe(filename:split(Target) ++ Rest, Safe, Folder);
                _ -> unsafe
            end;
        {error, _} -> safe(Rest, [Part | Safe], Folder)
    end;
safe([], [], _) -> "";
safe([], Safe, _) -> filename:join(lists:reverse(Safe)).
