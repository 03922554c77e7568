%% URIs (RFC 3986) and the query strings of HTML forms: OTP's stdlib manual, module uri_string. Results are of the kind that the
%% argument was: lists for lists, binaries for binaries. Inside, everything is a list of characters.
-module(uri_string).

-export([parse/1, recompose/1, resolve/2, resolve/3, normalize/1, normalize/2, transcode/2, compose_query/1, compose_query/2,
         dissect_query/1, percent_decode/1, quote/1, quote/2, unquote/1, allowed_characters/0, is_host/1, is_path/1]).

-export_type([uri_string/0, uri_map/0, error/0]).

-type uri_string() :: iodata().
-type uri_map() :: #{fragment => unicode:chardata(), host => unicode:chardata(), path => unicode:chardata(),
                     port => non_neg_integer() | undefined, query => unicode:chardata(), scheme => unicode:chardata(),
                     userinfo => unicode:chardata()}.
-type error() :: {error, atom(), term()}.

%% ---- Taking apart and putting together ----

parse(Uri) ->
    case characters(Uri) of
        {ok, Chars} ->
            try maps:map(fun(_, Value) -> like(Value, Uri) end, parts(Chars))
            catch throw:{error, _, _} = Error -> Error
            end;
        Error -> Error
    end.

characters(Uri) when is_binary(Uri); is_list(Uri) ->
    try unicode:characters_to_list(Uri) of
        Chars when is_list(Chars) -> {ok, Chars};
        {_, _, Rest} -> {error, invalid_uri, Rest}
    catch error:badarg -> {error, invalid_uri, Uri}
    end.

like(Value, Given) when is_list(Value), is_binary(Given) -> unicode:characters_to_binary(Value);
like(Value, _) -> Value.

%% A text that begins like a URI and is none is no relative reference either, for its colon.
parts(Chars) ->
    {Scheme, _} = scheme(Chars),
    try components(Chars)
    catch throw:{error, invalid_uri, _} when Scheme =/= none -> throw({error, invalid_uri, ":"})
    end.

components(Chars) ->
    {NoFragment, Fragment} = cut(Chars, $#),
    {Hierarchical, Query} = cut(NoFragment, $?),
    {Scheme, Rest} = scheme(Hierarchical),
    Map = case Rest of
              "//" ++ Hierarchy ->
                  {Authority, Path} = lists:splitwith(fun(C) -> C =/= $/ end, Hierarchy),
                  (authority(Authority))#{path => checked(path, Path)};
              _ when Scheme =:= none ->
                  %% The first segment of a relative reference has no colon.
                  {First, _} = lists:splitwith(fun(C) -> C =/= $/ end, Rest),
                  case cut(First, $:) of
                      {_, none} -> ok;
                      {Before, _} ->
                          check(path, Before),
                          throw({error, invalid_uri, ":"})
                  end,
                  #{path => checked(path, Rest)};
              _ -> #{path => checked(path, Rest)}
          end,
    maps:merge(Map, maps:from_list([{scheme, Scheme} || Scheme =/= none] ++
                                   [{query, checked(query, Query)} || Query =/= none] ++
                                   [{fragment, checked(query, Fragment)} || Fragment =/= none])).

cut(Chars, Separator) ->
    case lists:splitwith(fun(C) -> C =/= Separator end, Chars) of
        {Before, [_ | After]} -> {Before, After};
        {Before, []} -> {Before, none}
    end.

scheme([C | _] = Chars) when C >= $a, C =< $z; C >= $A, C =< $Z ->
    case lists:splitwith(fun is_scheme/1, Chars) of
        {Scheme, [$: | Rest]} -> {Scheme, Rest};
        _ -> {none, Chars}
    end;
scheme(Chars) -> {none, Chars}.

is_scheme(C) -> is_alpha(C) orelse is_digit(C) orelse lists:member(C, "+-.").
is_alpha(C) -> C >= $a andalso C =< $z orelse C >= $A andalso C =< $Z.
is_digit(C) -> C >= $0 andalso C =< $9.
is_hexadecimal(C) -> is_digit(C) orelse C >= $a andalso C =< $f orelse C >= $A andalso C =< $F.
is_unreserved(C) -> is_alpha(C) orelse is_digit(C) orelse lists:member(C, "-._~").
is_sub_delimiter(C) -> lists:member(C, "!$&'()*+,;=").

allowed(userinfo, C) -> is_unreserved(C) orelse is_sub_delimiter(C) orelse C =:= $:;
allowed(host, C) -> is_unreserved(C) orelse is_sub_delimiter(C);
allowed(path, C) -> is_unreserved(C) orelse is_sub_delimiter(C) orelse lists:member(C, ":@/");
allowed(query, C) -> allowed(path, C) orelse C =:= $?.

%% The component, if it is well formed; characters above ASCII are not.
checked(Component, Chars) ->
    check(Component, Chars),
    Chars.

check(Component, [$% | Rest]) -> check(Component, Rest);
check(Component, [C | Rest]) ->
    allowed(Component, C) orelse throw({error, invalid_uri, [C]}),
    check(Component, Rest);
check(_, []) -> ok.

authority(Authority) ->
    {User, HostPort} = case cut(Authority, $@) of
                           {Chars, none} -> {none, Chars};
                           {Before, After} -> {checked(userinfo, Before), After}
                       end,
    {Host, Port} = case HostPort of
                       "[" ++ Bracketed ->
                           case cut(Bracketed, $]) of
                               {_, none} -> throw({error, invalid_uri, "["});
                               {Address, After2} -> {literal(Address), After2}
                           end;
                       _ ->
                           {Name, After2} = lists:splitwith(fun(C) -> C =/= $: end, HostPort),
                           {checked(host, Name), After2}
                   end,
    Map = case Port of
              [] -> #{host => Host};
              ":" -> #{host => Host, port => undefined};
              ":" ++ Digits ->
                  case lists:all(fun is_digit/1, Digits) of
                      true -> #{host => Host, port => list_to_integer(Digits)};
                      false -> throw({error, invalid_uri, [hd([C || C <- Digits, not is_digit(C)])]})
                  end;
              [C | _] -> throw({error, invalid_uri, [C]})
          end,
    case User of
        none -> Map;
        _ -> Map#{userinfo => User}
    end.

literal(Address) ->
    case [C || C <- Address, not is_hexadecimal(C), C =/= $:, C =/= $.] of
        [C | _] -> throw({error, invalid_uri, [C]});
        [] -> ok
    end,
    is_address(Address) orelse throw({error, invalid_uri, Address}),
    Address.

recompose(Map) when is_map(Map) ->
    try
        Values = maps:map(fun(port, Port) -> Port;
                             (_, Value) -> text(Value, Map)
                          end, Map),
        valid(Values) orelse throw({error, invalid_map, Map}),
        Uri = written(Values),
        case lists:all(fun is_binary/1, maps:values(maps:remove(port, Map))) of
            true when map_size(Map) > 0 -> unicode:characters_to_binary(Uri);
            _ -> Uri
        end
    catch throw:{error, _, _} = Error -> Error
    end.

text(Value, Map) ->
    case characters(Value) of
        {ok, Chars} -> Chars;
        _ -> throw({error, invalid_map, Map})
    end.

valid(#{path := _, host := _}) -> true;
valid(#{path := Path} = Map) -> is_map_key(scheme, Map) orelse is_map_key(userinfo, Map) orelse lists:sublist(Path, 2) =/= "//";
valid(_) -> false.

written(#{path := Path} = Map) ->
    lists:flatten([[[scheme_text(Scheme), $:] || #{scheme := Scheme} <- [Map]],
                   ["//" || is_map_key(host, Map) orelse is_map_key(userinfo, Map)],
                   [[quoted(userinfo, User), $@] || #{userinfo := User} <- [Map]],
                   [host_text(Host) || #{host := Host} <- [Map]],
                   [[$: | port_text(Port)] || #{port := Port} <- [Map]],
                   quoted(path, below_host(Path, Map)),
                   [[$? | quoted(query, Query)] || #{query := Query} <- [Map]],
                   [[$# | quoted(query, Fragment)] || #{fragment := Fragment} <- [Map]]]).

below_host([C | _] = Path, #{host := _}) when C =/= $/ -> [$/ | Path];
below_host(Path, _) -> Path.

scheme_text(Scheme) ->
    lists:all(fun is_scheme/1, Scheme) orelse throw({error, invalid_scheme, Scheme}),
    Scheme.

host_text(Host) ->
    case lists:member($:, Host) of
        true -> "[" ++ Host ++ "]";
        false -> quoted(host, Host)
    end.

port_text(undefined) -> [];
port_text(Port) when is_integer(Port) -> integer_to_list(Port);
port_text(Port) -> throw({error, invalid_map, #{port => Port}}).

%% What is not allowed in a component is written in percent signs; what is so already stays.
quoted(Component, Chars) -> lists:append([quoted_char(Component, C) || C <- Chars]).

quoted_char(_, $%) -> "%";
quoted_char(Component, C) ->
    case allowed(Component, C) of
        true -> [C];
        false -> percent(C)
    end.

percent(C) -> lists:append([[$%, digit(Byte bsr 4), digit(Byte band 15)] || <<Byte>> <= <<C/utf8>>]).

digit(D) when D < 10 -> $0 + D;
digit(D) -> $A + D - 10.

%% ---- Resolving (RFC 3986, 5.2) ----

resolve(Reference, Base) -> resolve(Reference, Base, []).

resolve(Reference, Base, Options) ->
    case {as_map(Reference), as_map(Base)} of
        {R, B} when is_map(R), is_map(B) ->
            case B of
                #{scheme := _} ->
                    Resolved = resolved(R, B),
                    case lists:member(return_map, Options) of
                        true -> Resolved;
                        false -> recompose(Resolved)
                    end;
                _ -> {error, invalid_scheme, ""}
            end;
        {{error, _, _} = Error, _} -> Error;
        {_, Error} -> Error
    end.

as_map(Map) when is_map(Map) -> Map;
as_map(Uri) -> parse(Uri).

resolved(#{scheme := _, path := Path} = R, _) -> R#{path := without_dots(Path)};
resolved(#{host := _, path := Path} = R, #{scheme := Scheme}) -> R#{scheme => Scheme, path := without_dots(Path)};
resolved(#{path := Path} = R, #{path := BasePath} = B) ->
    Authority = maps:with([scheme, userinfo, host, port], B),
    case unicode:characters_to_list(Path) of
        [] ->
            Query = case R of
                        #{query := _} -> maps:with([query], R);
                        _ -> maps:with([query], B)
                    end,
            maps:merge(maps:merge(Authority#{path => BasePath}, Query), maps:with([fragment], R));
        [$/ | _] -> maps:merge(Authority, R#{path := without_dots(Path)});
        _ -> maps:merge(Authority, R#{path := without_dots(joined(Path, BasePath, B))})
    end.

joined(Path, BasePath, B) ->
    Base = unicode:characters_to_list(BasePath),
    Before = case Base of
                 [] when is_map_key(host, B) -> "/";
                 _ -> lists:reverse(lists:dropwhile(fun(C) -> C =/= $/ end, lists:reverse(Base)))
             end,
    like(Before ++ unicode:characters_to_list(Path), BasePath).

without_dots(Path) -> like(dots(unicode:characters_to_list(Path), []), Path).

%% Out is what has been kept, in reverse.
dots("../" ++ Rest, Out) -> dots(Rest, Out);
dots("./" ++ Rest, Out) -> dots(Rest, Out);
dots("/./" ++ Rest, Out) -> dots("/" ++ Rest, Out);
dots("/.", Out) -> dots("/", Out);
dots("/../" ++ Rest, Out) -> dots("/" ++ Rest, without_last(Out));
dots("/..", Out) -> dots("/", without_last(Out));
dots(Dots, Out) when Dots =:= "."; Dots =:= ".." -> dots([], Out);
dots([C | Rest], Out) ->
    {Segment, After} = lists:splitwith(fun(Each) -> Each =/= $/ end, Rest),
    dots(After, lists:reverse([C | Segment], Out));
dots([], Out) -> lists:reverse(Out).

without_last(Out) ->
    case lists:dropwhile(fun(C) -> C =/= $/ end, Out) of
        [_ | Before] -> Before;
        [] -> []
    end.

%% ---- Normalizing (RFC 3986, 6.2) ----

normalize(Uri) -> normalize(Uri, []).

normalize(Uri, Options) ->
    case as_map(Uri) of
        {error, _, _} = Error -> Error;
        Map ->
            Normal = normal(Map),
            case lists:member(return_map, Options) of
                true -> Normal;
                false ->
                    case recompose(Normal) of
                        Text when is_list(Text), is_binary(Uri) -> unicode:characters_to_binary(Text);
                        Result -> Result
                    end
            end
    end.

normal(Map) ->
    Lower = maps:map(fun(Key, Value) when Key =:= scheme; Key =:= host -> like(lower(unicode:characters_to_list(Value)), Value);
                        (_, Value) -> Value
                     end, Map),
    Cased = maps:map(fun(port, Port) -> Port;
                        (_, Value) -> like(percents(unicode:characters_to_list(Value)), Value)
                     end, Lower),
    #{path := Path} = Cased,
    scheme_based(Cased#{path := without_dots(Path)}).

lower(Chars) -> [case C of
                     _ when C >= $A, C =< $Z -> C + 32;
                     _ -> C
                 end || C <- Chars].

%% Digits become upper case, and what needs no percent sign loses it.
percents([$%, A, B | Rest]) ->
    case is_hexadecimal(A) andalso is_hexadecimal(B) of
        true ->
            C = list_to_integer([A, B], 16),
            case is_unreserved(C) of
                true -> [C | percents(Rest)];
                false -> [$%, upper(A), upper(B) | percents(Rest)]
            end;
        false -> [$% | percents([A, B | Rest])]
    end;
percents([C | Rest]) -> [C | percents(Rest)];
percents([]) -> [].

upper(C) when C >= $a, C =< $f -> C - 32;
upper(C) -> C.

%% A port that the scheme has anyway is left out, and an empty path of a web address is its root.
scheme_based(#{scheme := Scheme} = Map) ->
    Name = unicode:characters_to_list(Scheme),
    Default = case Name of
                  "http" -> 80;
                  "https" -> 443;
                  "ftp" -> 21;
                  "ssh" -> 22;
                  "sftp" -> 22;
                  "tftp" -> 69;
                  _ -> none
              end,
    Without = case Map of
                  #{port := Port} when Port =:= undefined; Port =:= Default -> maps:remove(port, Map);
                  _ -> Map
              end,
    case Without of
        #{path := Path, host := _} when Path =:= [] orelse Path =:= <<>>, Name =:= "http" orelse Name =:= "https" ->
            Without#{path := like("/", Path)};
        _ -> Without
    end;
scheme_based(#{port := undefined} = Map) -> maps:remove(port, Map);
scheme_based(Map) -> Map.

%% ---- Encodings ----

transcode(Uri, Options) ->
    In = proplists:get_value(in_encoding, Options, utf8),
    Out = proplists:get_value(out_encoding, Options, utf8),
    try
        Chars = decoded(flat(Uri, In), In),
        Result = encoded(Chars, Out),
        case is_binary(Uri) of
            true -> unicode:characters_to_binary(Result, utf8, Out);
            false -> Result
        end
    catch throw:{error, _, _} = Error -> Error
    end.

flat(Uri, In) when is_binary(Uri) ->
    case unicode:characters_to_list(Uri, In) of
        Chars when is_list(Chars) -> Chars;
        {_, _, Rest} -> throw({error, invalid_input, Rest})
    end;
flat([Part | Rest], In) when is_binary(Part); is_list(Part) -> flat(Part, In) ++ flat(Rest, In);
flat([C | Rest], In) -> [C | flat(Rest, In)];
flat([], _) -> [].

%% Sequences of percent signs are decoded together.
decoded([$%, _, _ | _] = Chars, In) ->
    {Bytes, Rest} = percent_bytes(Chars, <<>>),
    case unicode:characters_to_list(Bytes, In) of
        Text when is_list(Text), Bytes =/= <<>>, (Rest =:= [] orelse hd(Rest) =/= $%) ->
            [{decoded, C} || C <- Text] ++ decoded(Rest, In);
        _ when hd(Rest) =:= $% -> throw({error, invalid_percent_encoding, Rest});
        {_, _, Wrong} -> throw({error, invalid_input, Wrong})
    end;
decoded([C | Rest], In) -> [C | decoded(Rest, In)];
decoded([], _) -> [].

percent_bytes([$%, A, B | Rest] = All, Bytes) ->
    case is_hexadecimal(A) andalso is_hexadecimal(B) of
        true -> percent_bytes(Rest, <<Bytes/binary, (list_to_integer([A, B], 16))>>);
        false -> {Bytes, All}
    end;
percent_bytes(Rest, Bytes) -> {Bytes, Rest}.

encoded([{decoded, C} | Rest], Out) ->
    Bytes = unicode:characters_to_binary([C], utf8, Out),
    is_binary(Bytes) orelse throw({error, invalid_input, [C]}),
    lists:append([[$%, digit(Byte bsr 4), digit(Byte band 15)] || <<Byte>> <= Bytes]) ++ encoded(Rest, Out);
encoded([C | Rest], Out) -> [C | encoded(Rest, Out)];
encoded([], _) -> [].

percent_decode(Map) when is_map(Map) ->
    try maps:map(fun(port, Port) -> Port;
                    (Key, Value) ->
                         case percent_decode(Value) of
                             {error, Reason, Term} -> throw({error, {invalid, {Key, {Reason, Term}}}});
                             Decoded -> Decoded
                         end
                 end, Map)
    catch throw:{error, _} = Error -> Error
    end;
percent_decode(Uri) when is_list(Uri); is_binary(Uri) ->
    try
        Bytes = unquoted(unicode:characters_to_binary(Uri), Uri),
        case unicode:characters_to_list(Bytes) of
            Chars when is_list(Chars), is_list(Uri) -> Chars;
            Chars when is_list(Chars) -> Bytes;
            _ -> {error, invalid_utf8, Bytes}
        end
    catch throw:{error, _, _} = Error -> Error
    end.

unquoted(Binary, Uri) -> iolist_to_binary(unquote_bytes(Binary, Uri)).

unquote_bytes(<<$%, A, B, Rest/binary>>, Uri) ->
    case is_hexadecimal(A) andalso is_hexadecimal(B) of
        true -> [list_to_integer([A, B], 16) | unquote_bytes(Rest, Uri)];
        false -> throw({error, invalid_percent_encoding, like([$%, A, B | binary_to_list(Rest)], Uri)})
    end;
unquote_bytes(<<C, Rest/binary>>, Uri) -> [C | unquote_bytes(Rest, Uri)];
unquote_bytes(<<>>, _) -> [].

quote(Data) -> quote(Data, []).

quote(Data, Safe) when is_list(Data); is_binary(Data) ->
    Chars = unicode:characters_to_list(Data),
    like(lists:append([case is_unreserved(C) orelse lists:member(C, Safe) of
                           true -> [C];
                           false -> percent(C)
                       end || C <- Chars]), Data).

unquote(Data) when is_list(Data); is_binary(Data) ->
    case percent_decode(Data) of
        {error, Reason, Term} -> throw({error, Reason, Term});
        Decoded -> Decoded
    end.

allowed_characters() ->
    Unreserved = "-." ++ lists:seq($0, $9) ++ lists:seq($A, $Z) ++ "_" ++ lists:seq($a, $z) ++ "~",
    Sub = "!$&'()*+,;=",
    Sorted = fun(Chars) -> lists:usort(Chars) end,
    [{scheme, Sorted("+-." ++ lists:seq($0, $9) ++ lists:seq($A, $Z) ++ lists:seq($a, $z))},
     {userinfo, Sorted(Unreserved ++ Sub ++ "%:")},
     {host, Sorted(Unreserved ++ Sub ++ "%:")},
     {ipv4, ".0123456789"},
     {ipv6, Sorted(".:" ++ lists:seq($0, $9) ++ lists:seq($A, $F) ++ lists:seq($a, $f))},
     {regname, Sorted(Unreserved ++ Sub ++ "%")},
     {path, Sorted(Unreserved ++ Sub ++ "%/:@")},
     {query, Sorted(Unreserved ++ Sub ++ "%/:?@")},
     {fragment, Sorted(Unreserved ++ Sub ++ "%/:?@")},
     {reserved, Sorted(":/?#[]@" ++ Sub)},
     {unreserved, Sorted(Unreserved)}].

is_host(Host) ->
    case characters(Host) of
        {ok, Chars} -> is_well_formed(host, Chars) orelse is_address(Chars);
        _ -> false
    end.

is_address(Chars) ->
    case inet:parse_ipv6strict_address(Chars) of
        {ok, _} -> true;
        {error, _} -> false
    end.

is_path(Path) ->
    case characters(Path) of
        {ok, Chars} -> is_well_formed(path, Chars);
        _ -> false
    end.

is_well_formed(Component, Chars) ->
    try check(Component, Chars) of
        ok -> true
    catch throw:_ -> false
    end.

%% ---- Queries of forms (application/x-www-form-urlencoded) ----

compose_query(Pairs) -> compose_query(Pairs, [{encoding, utf8}]).

compose_query([], _) -> [];
compose_query(Pairs, Options) ->
    Encoding = proplists:get_value(encoding, Options, utf8),
    try
        Text = lists:flatten(lists:join("&", [pair(Pair, Encoding) || Pair <- Pairs])),
        case lists:all(fun({Name, Value}) -> is_binary(Name) andalso (is_binary(Value) orelse Value =:= true) end, Pairs) of
            true -> list_to_binary(Text);
            false -> Text
        end
    catch throw:{error, _, _} = Error -> Error
    end.

pair({Name, true}, Encoding) -> form(Name, Encoding);
pair({Name, Value}, Encoding) -> [form(Name, Encoding), $=, form(Value, Encoding)].

form(Text, _) when not is_list(Text), not is_binary(Text) -> throw({error, invalid_input, Text});
form(Text, Encoding) ->
    Bytes = case Encoding of
                _ when Encoding =:= utf8; Encoding =:= unicode -> encoded_form(unicode:characters_to_binary(Text), Text);
                latin1 -> references(Text, 255);
                ascii -> references(Text, 127);
                'us-ascii' -> references(Text, 127);
                _ -> throw({error, invalid_encoding, Encoding})
            end,
    [form_char(C) || <<C>> <= Bytes].

encoded_form(Bytes, _) when is_binary(Bytes) -> Bytes;
encoded_form(_, Text) -> throw({error, invalid_input, Text}).

%% What the encoding lacks is written as a character reference.
references(Text, Greatest) ->
    iolist_to_binary([case C > Greatest of
                          true -> ["&#", integer_to_list(C), $;];
                          false -> C
                      end || C <- unicode:characters_to_list(Text)]).

form_char($\s) -> $+;
form_char(C) ->
    case is_alpha(C) orelse is_digit(C) orelse lists:member(C, "*-._") of
        true -> C;
        false -> [$%, digit(C bsr 4), digit(C band 15)]
    end.

dissect_query([]) -> [];
dissect_query(<<>>) -> [];
dissect_query(Query) ->
    try
        Text = query_text(Query),
        [dissected(Part, Query) || Part <- binary:split(Text, <<"&">>, [global])]
    catch throw:{error, _, _} = Error -> Error
    end.

query_text(Query) ->
    case unicode:characters_to_binary(Query) of
        Text when is_binary(Text) -> Text;
        {_, _, <<C, _/binary>>} when is_binary(Query) -> throw({error, invalid_character, [C]});
        {_, _, [Rest | _]} -> throw({error, invalid_input, Rest});
        {_, _, Rest} -> throw({error, invalid_input, Rest})
    end.

dissected(Part, Query) ->
    case binary:split(Part, <<"=">>) of
        [Name, Value] -> {unform(Name, Query), unform(Value, Query)};
        [Name] -> {unform(Name, Query), true}
    end.

unform(Text, Query) ->
    Bytes = unquoted(binary:replace(Text, <<"+">>, <<" ">>, [global]), Query),
    case unicode:characters_to_list(Bytes) of
        Chars when is_list(Chars) -> like(dereferenced(Chars), Query);
        {_, _, <<C, _/binary>>} -> throw({error, invalid_input, [C]})
    end.

dereferenced("&#" ++ Rest = All) ->
    case lists:splitwith(fun is_digit/1, Rest) of
        {[_ | _] = Digits, [$; | After]} -> [list_to_integer(Digits) | dereferenced(After)];
        _ -> [hd(All) | dereferenced(tl(All))]
    end;
dereferenced([C | Rest]) -> [C | dereferenced(Rest)];
dereferenced([]) -> [].
