%% Tables of ets in files: OTP's stdlib manual, ets:tab2file/3 and ets:file2tab/2. A file is one that OTP reads and writes: a log of
%% terms in the external format, each behind its size, whose first is the table's description and whose last, where a count or a
%% digest was asked for, is that.
-module(moonbeam_tabfile).

-export([write/3, read/2, info/1]).

-define(HEAD, 1, 2, 3, 4).
-define(CLOSED, 99, 88, 77, 11).
-define(OPEN, 6, 7, 8, 9).
-define(TERM, 98, 87, 76, 65).
%% Terms from this size on have the digest of their size before them.
-define(LARGE, 65528).
-define(DESCRIBED, [name, type, protection, named_table, keypos, size]).

%% ---- Writing ----

write(Table, File, Options) ->
    try
        Wanted = write_options(Options, none),
        _ = file:delete(File),
        case file:read_file_info(File) of
            {error, enoent} -> ok;
            _ -> throw(eaccess)
        end,
        Info = case ets:info(Table) of
                   undefined -> throw(badtab);
                   Found -> Found
               end,
        Head = term_to_binary(list_to_tuple(Info ++ [{major_version, 1}, {minor_version, 0}, {extended_info, Wanted}])),
        Terms = [term_to_binary(Object) || Object <- ets:tab2list(Table)],
        Digest = [{md5, erlang:md5([Head | Terms])} || lists:member(md5sum, Wanted)],
        Count = [{count, length(Terms)} || lists:member(object_count, Wanted)],
        End = [term_to_binary(['$end_of_table', Count ++ Digest]) || Wanted =/= []],
        case file:write_file(File, [<<?HEAD, ?CLOSED>> | [entry(Term) || Term <- [Head | Terms] ++ End]]) of
            ok -> ok;
            {error, Reason} -> throw({file_error, File, Reason})
        end
    catch
        throw:Why -> {error, Why}
    end.

entry(Term) when byte_size(Term) < ?LARGE -> [<<(byte_size(Term)):32, ?TERM>>, Term];
entry(Term) ->
    Size = <<(byte_size(Term)):32>>,
    [Size, <<?TERM>>, erlang:md5(Size), Term].

write_options([], none) -> [];
write_options([], Wanted) -> Wanted;
write_options([{sync, Sync} | Rest], Wanted) when is_boolean(Sync) -> write_options(Rest, Wanted);
write_options([{extended_info, Items} | Rest], none) ->
    _ = extended(Items),
    write_options(Rest, [Item || Item <- [object_count, md5sum], lists:member(Item, Items)]);
write_options([Other | _], _) -> throw({unknown_option, Other});
write_options(Other, _) -> throw({malformed_option, Other}).

extended([]) -> ok;
extended([Item | Rest]) when Item =:= object_count; Item =:= md5sum -> extended(Rest);
extended([Item | _]) -> throw({unknown_option, [{extended_info, [Item]}]});
extended(Other) -> throw({malformed_option, Other}).

%% ---- Reading ----

read(File, Options) ->
    try
        {Verify, Given} = read_options(Options, false, none),
        {Head, Description, Entries, Whole} = opened(File),
        Wanted = case lists:keyfind(extended_info, 1, Description) of
                     {extended_info, Items} when Verify, is_list(Items) -> Items;
                     _ -> []
                 end,
        _ = [throw(badfile) || Verify, not Whole],
        {Objects, Last} = objects(Entries, []),
        _ = [throw(badfile) || Wanted =/= [], Last =:= none],
        _ = [throw(checksum_error) || lists:member(md5sum, Wanted), item(md5, Last) =/= digest(Head, Objects)],
        Expected = case lists:member(object_count, Wanted) of
                       true -> item(count, Last);
                       false -> item(size, Description)
                   end,
        _ = [throw(invalid_object_count) || Verify, Wanted =/= [md5sum], Expected =/= length(Objects)],
        Table = case Given of
                    none -> new(Description);
                    {table, Existing} -> Existing
                end,
        fill(Table, [Object || {Object, _} <- Objects]),
        {ok, Table}
    catch
        throw:Why -> {error, Why}
    end.

read_options([], Verify, Given) -> {Verify, Given};
read_options([{verify, Wanted} | Rest], Verify, Given) when is_boolean(Wanted) ->
    read_options(Rest, Verify orelse Wanted, Given);
read_options([{table, Table} | Rest], Verify, none) -> read_options(Rest, Verify, {table, Table});
read_options([Other | _], _, _) -> throw({unknown_option, Other});
read_options(Other, _, _) -> throw({malformed_option, Other}).

%% The description as it stands in the file and as a list, what follows it, and whether that is without damage.
opened(File) ->
    case file:read_file(File) of
        {ok, <<?HEAD, ?CLOSED, Bytes/binary>>} ->
            {Entries, Whole} = entries(Bytes, []),
            case Entries of
                [Head | Rest] -> {Head, description(term(Head)), Rest, Whole};
                [] -> throw(badfile)
            end;
        {ok, <<?HEAD, ?OPEN, _/binary>>} -> throw({read_error, {need_repair, File}});
        {ok, _} -> throw({read_error, {not_a_log_file, File}});
        {error, Reason} -> throw({read_error, {file_error, File, Reason}})
    end.

entries(<<Size:32, ?TERM, Term:Size/binary, Rest/binary>>, Found) when Size < ?LARGE -> entries(Rest, [Term | Found]);
entries(<<Size:32, ?TERM, Digest:16/binary, Term:Size/binary, Rest/binary>>, Found) when Size >= ?LARGE ->
    case erlang:md5(<<Size:32>>) of
        Digest -> entries(Rest, [Term | Found]);
        _ -> {lists:reverse(Found), false}
    end;
entries(Rest, Found) -> {lists:reverse(Found), Rest =:= <<>>}.

description({ok, Description}) when is_tuple(Description) ->
    Items = tuple_to_list(Description),
    case lists:all(fun(Key) -> lists:keymember(Key, 1, Items) end, ?DESCRIBED) of
        true -> Items;
        false -> throw(badfile)
    end;
description(_) -> throw(badfile).

term(Bytes) ->
    try {ok, binary_to_term(Bytes)}
    catch error:badarg -> damaged
    end.

%% Each object with its bytes, and what the last entry tells.
objects([Bytes | Rest], Found) ->
    case term(Bytes) of
        {ok, ['$end_of_table', Last]} -> {lists:reverse(Found), Last};
        {ok, Object} -> objects(Rest, [{Object, Bytes} | Found]);
        damaged -> objects(Rest, Found)
    end;
objects([], Found) -> {lists:reverse(Found), none}.

digest(Head, Objects) -> erlang:md5([Head | [Bytes || {_, Bytes} <- Objects]]).

item(Key, Items) ->
    case lists:keyfind(Key, 1, Items) of
        {Key, Value} -> Value;
        false -> none
    end.

new(Description) ->
    Options = [item(type, Description), item(protection, Description), {keypos, item(keypos, Description)}]
        ++ [named_table || item(named_table, Description) =:= true]
        ++ [compressed || item(compressed, Description) =:= true]
        ++ [Given || {Key, _} = Given <- Description, Key =:= write_concurrency orelse Key =:= read_concurrency],
    try ets:new(item(name, Description), Options)
    catch error:_ -> throw(cannot_create_table)
    end.

%% What cannot be filled does not stay.
fill(Table, Objects) ->
    try ets:insert(Table, Objects)
    catch
        error:Reason:Stack ->
            ets:delete(Table),
            erlang:raise(error, Reason, Stack)
    end.

%% ---- What a file tells of its table ----

info(File) when is_list(File); is_atom(File) ->
    try
        {_, Description, _, _} = opened(File),
        Extended = case item(extended_info, Description) of
                       none -> [];
                       Items -> Items
                   end,
        Version = {number(item(major_version, Description)), number(item(minor_version, Description))},
        {ok, [{Key, item(Key, Description)} || Key <- ?DESCRIBED] ++ [{extended_info, Extended}, {version, Version}]}
    catch
        throw:Why -> {error, Why}
    end.

number(none) -> 0;
number(Number) -> Number.
