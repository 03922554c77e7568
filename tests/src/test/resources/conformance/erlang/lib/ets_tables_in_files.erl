%% Tables written to files and read again, with counts and digests, and what goes wrong with files that are none of tables.
-module(ets_tables_in_files).
-export([main/0]).

%% A folder of its own below that for temporary files.
folder() ->
    Top = os:getenv("TMPDIR", "/tmp"),
    Folder = filename:join(Top, "moonbeam_tables_" ++ integer_to_list(erlang:unique_integer([positive])) ++ "_" ++ os:getpid()),
    file:del_dir_r(Folder),
    ok = file:make_dir(Folder),
    Folder.

main() ->
    Folder = folder(),
    try all(Folder)
    after file:del_dir_r(Folder)
    end.

all(Folder) ->
    %% Names of files are told without the folder.
    P = fun(X) -> io:format("~p~n", [bare(X, Folder)]) end,
    F = fun(Name) -> filename:join(Folder, Name) end,
    T = ets:new(things, [ordered_set, public, {keypos, 2}]),
    ets:insert(T, [{I, {key, I}, lists:seq(1, I rem 7)} || I <- lists:seq(1, 250)]),
    ets:insert(T, [{large, {z, 1}, binary:copy(<<"0123456789">>, 9000)}]),
    [begin
         P({Options, ets:tab2file(T, F("t"), Options)}),
         P(ets:tabfile_info(F("t"))),
         [begin
              {ok, Read} = ets:file2tab(F("t"), Reading),
              P([ets:info(Read, Item) || Item <- [name, type, protection, keypos, size, named_table]]),
              P(ets:tab2list(Read) =:= ets:tab2list(T)),
              ets:delete(Read)
          end || Reading <- [[], [{verify, true}]]]
     end || Options <- [[], [{extended_info, [md5sum]}], [{extended_info, [object_count]}],
                        [{sync, true}, {extended_info, [object_count, md5sum]}], [{extended_info, []}]]],
    %% A named table, and one that is there.
    N = ets:new(some_name, [named_table, bag, private]),
    ets:insert(N, [{a, 1}, {a, 2}, {b, 1}]),
    P(ets:tab2file(N, F("n"))),
    P(ets:file2tab(F("n"))),
    ets:delete(N),
    P(ets:file2tab(F("n"))),
    P([lists:sort(ets:tab2list(some_name)), ets:info(some_name, protection)]),
    Other = ets:new(other, []),
    P(element(1, ets:file2tab(F("n"), [{table, Other}]))),
    P(lists:sort([K || {K, _} <- ets:tab2list(Other)])),
    %% Damage.
    {ok, Whole} = file:read_file(F("t")),
    file:write_file(F("cut"), binary:part(Whole, 0, byte_size(Whole) - 10)),
    P(ets:file2tab(F("cut"), [{verify, true}])),
    P(element(1, ets:file2tab(F("cut")))),
    ets:insert(T, {0, 0, 0}),
    P(ets:tab2file(T, F("m"), [{extended_info, [md5sum]}])),
    {ok, Right} = file:read_file(F("m")),
    Wrong = binary:replace(Right, <<"0123456789">>, <<"012345678x">>),
    file:write_file(F("w"), Wrong),
    P(ets:file2tab(F("w"), [{verify, true}])),
    P(element(1, ets:file2tab(F("w")))),
    file:write_file(F("text"), "not a table"),
    file:write_file(F("empty"), ""),
    [P({Name, ets:file2tab(F(Name)), ets:tabfile_info(F(Name))}) || Name <- ["text", "empty", "nosuch", "no/such"]],
    %% Wrong arguments.
    P(ets:tab2file(nosuch, F("x"))),
    P(ets:tab2file(T, F("no/such"))),
    P(ets:tab2file(T, Folder)),
    P(ets:tab2file(T, F("x"), [odd])),
    P(try ets:tab2file(T, F("x"), odd) catch error:E -> E end),
    P(ets:tab2file(T, F("x"), [{extended_info, [odd]}])),
    P(ets:tab2file(T, F("x"), [{extended_info, odd}])),
    P(ets:file2tab(F("t"), [odd])),
    P(ets:file2tab(F("t"), odd)),
    P(lists:sort(element(2, file:list_dir(Folder)))).

bare(Text, Folder) when is_list(Text) ->
    case lists:prefix(Folder, Text) of
        true -> lists:nthtail(length(Folder), Text);
        false -> [bare(E, Folder) || E <- Text]
    end;
bare(Tuple, Folder) when is_tuple(Tuple) -> list_to_tuple([bare(E, Folder) || E <- tuple_to_list(Tuple)]);
bare(Term, _) -> Term.
%% expect: {[],ok}
%% expect: {ok,[{name,things},
%% expect:      {type,ordered_set},
%% expect:      {protection,public},
%% expect:      {named_table,false},
%% expect:      {keypos,2},
%% expect:      {size,251},
%% expect:      {extended_info,[]},
%% expect:      {version,{1,0}}]}
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: {[{extended_info,[md5sum]}],ok}
%% expect: {ok,[{name,things},
%% expect:      {type,ordered_set},
%% expect:      {protection,public},
%% expect:      {named_table,false},
%% expect:      {keypos,2},
%% expect:      {size,251},
%% expect:      {extended_info,[md5sum]},
%% expect:      {version,{1,0}}]}
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: {[{extended_info,[object_count]}],ok}
%% expect: {ok,[{name,things},
%% expect:      {type,ordered_set},
%% expect:      {protection,public},
%% expect:      {named_table,false},
%% expect:      {keypos,2},
%% expect:      {size,251},
%% expect:      {extended_info,[object_count]},
%% expect:      {version,{1,0}}]}
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: {[{sync,true},{extended_info,[object_count,md5sum]}],ok}
%% expect: {ok,[{name,things},
%% expect:      {type,ordered_set},
%% expect:      {protection,public},
%% expect:      {named_table,false},
%% expect:      {keypos,2},
%% expect:      {size,251},
%% expect:      {extended_info,[object_count,md5sum]},
%% expect:      {version,{1,0}}]}
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: {[{extended_info,[]}],ok}
%% expect: {ok,[{name,things},
%% expect:      {type,ordered_set},
%% expect:      {protection,public},
%% expect:      {named_table,false},
%% expect:      {keypos,2},
%% expect:      {size,251},
%% expect:      {extended_info,[]},
%% expect:      {version,{1,0}}]}
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: [things,ordered_set,public,2,251,false]
%% expect: true
%% expect: ok
%% expect: {error,cannot_create_table}
%% expect: {ok,some_name}
%% expect: [[{a,1},{a,2},{b,1}],private]
%% expect: ok
%% expect: [a,b]
%% expect: {error,badfile}
%% expect: ok
%% expect: ok
%% expect: {error,checksum_error}
%% expect: ok
%% expect: {"text",
%% expect:  {error,{read_error,{not_a_log_file,"/text"}}},
%% expect:  {error,{read_error,{not_a_log_file,"/text"}}}}
%% expect: {"empty",
%% expect:  {error,{read_error,{not_a_log_file,"/empty"}}},
%% expect:  {error,{read_error,{not_a_log_file,"/empty"}}}}
%% expect: {"nosuch",
%% expect:  {error,{read_error,{file_error,"/nosuch",enoent}}},
%% expect:  {error,{read_error,{file_error,"/nosuch",enoent}}}}
%% expect: {"no/such",
%% expect:  {error,{read_error,{file_error,"/no/such",enoent}}},
%% expect:  {error,{read_error,{file_error,"/no/such",enoent}}}}
%% expect: {error,badtab}
%% expect: {error,{file_error,"/no/such",enoent}}
%% expect: {error,eaccess}
%% expect: {error,{unknown_option,odd}}
%% expect: function_clause
%% expect: {error,{unknown_option,[{extended_info,[odd]}]}}
%% expect: {error,{malformed_option,odd}}
%% expect: {error,{unknown_option,odd}}
%% expect: {error,{malformed_option,odd}}
%% expect: ["cut","empty","m","n","t","text","w"]
