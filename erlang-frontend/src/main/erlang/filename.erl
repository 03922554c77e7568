%% Names of files, as texts: OTP's stdlib manual, module filename. The rules are those of Unix. A binary gives binaries,
%% anything else lists.
-module(filename).

-export([absname/1, absname/2, absname_join/2, append/2,
         basedir/2, basedir/3, basename/1, basename/2, dirname/1, extension/1, flatten/1,
         join/1, join/2, nativename/1, pathtype/1, rootname/1, rootname/2, split/1, validate/1]).

%% ---- Text ----

%% A name may be a nest of lists, characters and atoms.
flatten(Name) when is_binary(Name) -> Name;
flatten(Name) -> flat(Name, []).

flat([First | Rest], Tail) when is_list(First) -> flat(First, flat(Rest, Tail));
flat([First | Rest], Tail) when is_atom(First) -> atom_to_list(First) ++ flat(Rest, Tail);
flat([First | Rest], Tail) -> [First | flat(Rest, Tail)];
flat([], Tail) -> Tail;
flat(Atom, Tail) when is_atom(Atom) -> atom_to_list(Atom) ++ flat(Tail, []).

%% What a function on characters gives, in the form of the name. What it looks for is ASCII, so bytes do for characters.
on_text(Fun, Name) when is_binary(Name) -> list_to_binary(Fun(binary_to_list(Name)));
on_text(Fun, Name) -> Fun(plain(Name)).

%% The flat text of a name; it must be characters all through.
plain(Name) ->
    Text = flatten(Name),
    check(Text),
    Text.

check([C | Rest]) when is_integer(C) -> check(Rest);
check([]) -> ok.

as_binary(Name) when is_binary(Name) -> Name;
as_binary(Name) -> to_binary(flatten(Name)).

to_binary(Text) ->
    case unicode:characters_to_binary(Text) of
        Binary when is_binary(Binary) -> Binary;
        _ -> erlang:error(badarg)
    end.

validate(Name) when is_binary(Name) -> not lists:member(0, binary_to_list(Name));
validate(Name) ->
    try flatten(Name) of
        Text -> lists:all(fun(C) -> is_integer(C) andalso C > 0 andalso C =< 16#10FFFF end, Text)
    catch
        error:_ -> false
    end.

%% ---- Parts ----

basename(Name) when is_binary(Name) -> on_text(fun base/1, Name);
basename(Name) -> base(plain(Name), "").

base(Text) ->
    lists:reverse(lists:takewhile(fun(C) -> C =/= $/ end, lists:dropwhile(fun(C) -> C =:= $/ end, lists:reverse(Text)))).

basename(Name, Extension) when is_binary(Name); is_binary(Extension) ->
    on_both(fun(Text, End) ->
                    case lists:suffix("/", Text) of
                        true -> base(Text);
                        false -> without(base(Text), End)
                    end
            end, Name, Extension);
basename(Name, Extension) -> base(plain(Name), plain(Extension)).

%% Of a text only one slash at the end is overlooked, and not where an extension is to go.
base(Text, Extension) ->
    case Extension =/= "" andalso lists:suffix(Extension, Text) of
        true -> after_slash(lists:sublist(Text, length(Text) - length(Extension)));
        false ->
            case lists:reverse(Text) of
                [$/ | Reversed] -> after_slash(lists:reverse(Reversed));
                _ -> after_slash(Text)
            end
    end.

after_slash(Text) -> lists:reverse(lists:takewhile(fun(C) -> C =/= $/ end, lists:reverse(Text))).

%% The same for two names: binaries when one of them is.
on_both(Fun, First, Second) when is_binary(First); is_binary(Second) ->
    list_to_binary(Fun(binary_to_list(as_binary(First)), binary_to_list(as_binary(Second))));
on_both(Fun, First, Second) -> Fun(plain(First), plain(Second)).

%% A name that is nothing but the extension keeps nothing.
without(Text, Extension) ->
    case lists:suffix(Extension, Text) of
        true -> lists:sublist(Text, length(Text) - length(Extension));
        false -> Text
    end.

dirname(Name) -> on_text(fun directory/1, Name).

directory(Text) ->
    Reversed = lists:reverse(Text),
    case lists:dropwhile(fun(C) -> C =/= $/ end, Reversed) of
        [] -> ".";
        Slashes ->
            case lists:dropwhile(fun(C) -> C =:= $/ end, Slashes) of
                [] -> "/";
                Rest -> lists:reverse(Rest)
            end
    end.

extension(Name) -> on_text(fun extension_of/1, Name).

rootname(Name) -> on_text(fun root/1, Name).

root(Text) ->
    case lists:splitwith(fun(C) -> C =/= $. andalso C =/= $/ end, lists:reverse(Text)) of
        {_, [$., $/ | _]} -> Text;
        {_, [$. | Reversed]} -> lists:reverse(Reversed);
        _ -> Text
    end.

%% A dot at the beginning of a file's name does not begin an extension.
extension_of(Text) ->
    Base = base_of(Text),
    case lists:splitwith(fun(C) -> C =/= $. end, lists:reverse(Base)) of
        {_, []} -> "";
        {_, [$.]} -> "";
        {Reversed, [$. | _]} -> [$. | lists:reverse(Reversed)]
    end.

base_of(Text) -> lists:reverse(lists:takewhile(fun(C) -> C =/= $/ end, lists:reverse(Text))).

rootname(Name, Extension) -> on_both(fun root/2, Name, Extension).

%% Below a folder a name that is nothing but the extension stays.
root(Text, Extension) ->
    case lists:suffix([$/ | Extension], Text) of
        true -> Text;
        false -> without(Text, Extension)
    end.

split(Name) when is_binary(Name) -> [list_to_binary(Part) || Part <- parts(binary_to_list(Name))];
split(Name) -> parts(flatten(Name)).

parts([$/ | Rest]) -> ["/" | [Part || Part <- string:split(Rest, "/", all), Part =/= ""]];
parts(Text) -> [Part || Part <- string:split(Text, "/", all), Part =/= ""].

pathtype(<<$/, _/binary>>) -> absolute;
pathtype(Name) when is_binary(Name) -> relative;
pathtype(Name) when is_list(Name); is_atom(Name) ->
    case flatten(Name) of
        [$/ | _] -> absolute;
        _ -> relative
    end.

%% ---- Joining ----

join([First, Second | Rest]) -> join([join(First, Second) | Rest]);
join([Name]) when is_list(Name) -> tidy(plain(Name));
join([Name]) when is_binary(Name) -> list_to_binary(tidy(binary_to_list(Name)));
join([Name]) when is_atom(Name) -> join([atom_to_list(Name)]).

-define(is_name(Name), (is_list(Name) orelse is_binary(Name) orelse is_atom(Name))).

join(First, Second) when ?is_name(First), ?is_name(Second) -> on_both(fun joined/2, First, Second).

joined(_, [$/ | _] = Absolute) -> tidy(Absolute);
joined(First, "") -> tidy(First);
joined(First, Second) -> tidy(First ++ [$/ | Second]).

%% One slash where there are several or where a part is a dot, none at the end.
tidy(Text) -> tidy(Text, []).

tidy([$/ | Rest], [$., $/ | Done]) -> tidy(Rest, [$/ | Done]);
tidy([$/ | Rest], [$/ | _] = Done) -> tidy(Rest, Done);
tidy([C | Rest], Done) -> tidy(Rest, [C | Done]);
tidy([], [$/ | [_ | _] = Done]) -> lists:reverse(Done);
tidy([], Done) -> lists:reverse(Done).

append(Directory, Name) when is_binary(Directory); is_binary(Name) ->
    First = as_binary(Directory),
    Second = as_binary(Name),
    <<First/binary, $/, Second/binary>>;
append(Directory, Name) -> Directory ++ [$/ | Name].

absname(Name) ->
    {ok, Directory} = file:get_cwd(),
    absname(Name, Directory).

absname(Name, Directory) ->
    case pathtype(Name) of
        absolute -> join([flatten(Name)]);
        relative -> absname_join(Directory, Name)
    end.

absname_join(Directory, Name) -> join(Directory, flatten(Name)).

nativename(Name) -> join([Name]).

%% The folders of the XDG base directory specification below the home folder.
basedir(Kind, Application) -> basedir(Kind, Application, #{}).

basedir(Kind, Application, Options) when is_map(Options), ?is_name(Application), Kind =:= site_data orelse Kind =:= site_config ->
    {Variable, Usual} = case Kind of
                            site_data -> {"XDG_DATA_DIRS", "/usr/local/share/:/usr/share/"};
                            site_config -> {"XDG_CONFIG_DIRS", "/etc/xdg"}
                        end,
    Below = [Application | [Version || #{version := Version} <- [Options]]],
    [join([Folder | Below]) || Folder <- string:lexemes(os:getenv(Variable, Usual), ":")];
basedir(Kind, Application, Options) when is_map(Options), ?is_name(Application) ->
    {Variable, Below} = base_folder(Kind),
    Base = case os:getenv(Variable) of
               false -> join(os:getenv("HOME", "/"), Below);
               Folder -> Folder
           end,
    Parts = [Base, Application | [Version || #{version := Version} <- [Options]]],
    case Kind of
        user_log -> join(Parts ++ ["log"]);
        _ -> join(Parts)
    end.

base_folder(user_cache) -> {"XDG_CACHE_HOME", ".cache"};
base_folder(user_log) -> {"XDG_CACHE_HOME", ".cache"};
base_folder(user_config) -> {"XDG_CONFIG_HOME", ".config"};
base_folder(user_data) -> {"XDG_DATA_HOME", ".local/share"}.
