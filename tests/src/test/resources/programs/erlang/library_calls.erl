%% Calls of library functions with arguments drawn from fixed seeds, right and wrong ones mixed: for each function, what came
%% of the calls. Exceptions count with class and reason.
-module(library_calls).
-export([main/0]).

main() ->
    [lists:foreach(fun({F, A}) -> calls(M, F, A) end, Functions) || {M, Functions} <- functions()].

calls(M, F, A) ->
    %% Each function has a seed of its own, so that one more changes nothing for the others.
    rand:seed(exsss, erlang:phash2({M, F, A})),
    Results = [call(M, F, [argument(M) || _ <- lists:seq(1, A)]) || _ <- lists:seq(1, 60)],
    io:format("~w:~w/~w ~w values ~w~n", [M, F, A, length([ok || {ok, _} <- Results]), erlang:phash2(Results)]).

call(M, F, Arguments) ->
    try {ok, apply(M, F, Arguments)}
    catch Class:Reason -> {Class, reason(Reason)}
    end.

%% Funs hash differently in each implementation.
reason({badfun, _}) -> badfun;
reason({badarity, _}) -> badarity;
reason(Reason) -> Reason.

argument(Module) ->
    Choices = case rand:uniform(3) of
                  1 -> anything();
                  _ -> fitting(Module)
              end,
    lists:nth(rand:uniform(length(Choices)), Choices).

anything() ->
    [0, 1, 2, -1, 255, 1.0, -0.5, a, true, undefined, [], "abc", [1, 2, 3], [a | b], {a, 1}, {}, [{a, 1}, {b, 2}],
     <<>>, <<"a,b">>, <<255, 254>>, <<1:3>>, #{}, #{a => 1, b => 2}].

fitting(lists) ->
    [1, 2, 3, a, [1, 2, 3], [3, 1, 2, 1], [], [a, b], [{a, 1}, {b, 2}, {c, 3}], [{2, b}, {1, a}], [[1], [2, 3]], "abc",
     [1, 2.0, 1.0, 2], {a, 9}];
fitting(maps) -> [a, b, c, 1, #{a => 1, b => 2}, #{}, #{b => 3, c => 4}, [a, b], [{a, 1}, {b, 2}], [{a, 1}, {a, 2}]];
fitting(binary) ->
    [<<"hello world">>, <<"abc">>, <<"o">>, <<>>, 0, 1, 2, 3, 5, -1, {0, 2}, {3, -1}, [<<"l">>, <<"o">>], [global], [trim],
     [{scope, {0, 4}}], [], $a, little, big, <<1, 2, 3>>, 256];
fitting(calendar) ->
    [2024, 2023, 2, 29, 12, 31, 1, 0, {2024, 2, 29}, {2023, 2, 29}, {1970, 1, 1}, {{2024, 2, 29}, {12, 30, 59}}, {23, 59, 59},
     86399, 719528, 738946];
fitting(proplists) -> [[], [{a, 1}, {b, 2}], a, b, 1, [a, {b, 2}, {a, 3}], [{a, b}], true, [{a, {b, c}}]];
fitting(ordsets) -> [[], [1, 2, 3], [2, 3, 4], 1, 2, a, [a, b]];
fitting(queue) -> [queue:new(), queue:from_list([1, 2, 3]), queue:from_list([a]), 1, 2, 0, [1, 2]];
fitting(filename) -> ["a/b/c.erl", "/usr/lib", "/", "", "a//b/", ".bashrc", "x.tar.gz", <<"a/b.erl">>, foo, ".erl", ["a", "b"]];
fitting(string) -> ["hello world", "abc", "  trim  ", "o", "l", $o, 1, 2, 3, 0, all, leading, trailing, both, "", "12ab", "3.5e2x"].

functions() ->
    [{lists, [{append, 1}, {append, 2}, {concat, 1}, {delete, 2}, {droplast, 1}, {flatten, 1}, {flatlength, 1}, {join, 2},
              {keydelete, 3}, {keyfind, 3}, {keymember, 3}, {keyreplace, 4}, {keysearch, 3}, {keystore, 4}, {last, 1}, {max, 1},
              {member, 2}, {min, 1}, {nth, 2}, {nthtail, 2}, {prefix, 2}, {reverse, 1}, {reverse, 2}, {seq, 2},
              {split, 2}, {subtract, 2}, {suffix, 2}, {sum, 1}, {unzip, 1}, {unzip3, 1}, {zip, 2},
              {zip3, 3}]},
     {maps, [{find, 2}, {from_list, 1}, {get, 2}, {get, 3}, {intersect, 2}, {is_key, 2}, {keys, 1}, {put, 3},
             {remove, 2}, {size, 1}, {take, 2}, {to_list, 1}, {update, 3}, {values, 1}, {with, 2}]},
     {binary, [{at, 2}, {bin_to_list, 1}, {bin_to_list, 2}, {copy, 1}, {copy, 2}, {decode_unsigned, 1}, {decode_unsigned, 2},
               {encode_unsigned, 1}, {first, 1}, {last, 1}, {list_to_bin, 1}, {longest_common_prefix, 1}, {part, 2}, {part, 3},
               {replace, 3}]},
     {calendar, [{date_to_gregorian_days, 1}, {date_to_gregorian_days, 3}, {datetime_to_gregorian_seconds, 1},
                 {day_of_the_week, 1}, {is_leap_year, 1}, {iso_week_number, 1}, {last_day_of_the_month, 2}, {seconds_to_time, 1},
                 {time_to_seconds, 1}, {valid_date, 1}, {valid_date, 3}]},
     {proplists, [{compact, 1}, {delete, 2}, {get_all_values, 2}, {get_bool, 2}, {get_keys, 1}, {get_value, 2},
                  {get_value, 3}, {is_defined, 2}, {lookup, 2}, {lookup_all, 2}, {unfold, 1}]},
     {ordsets, [{add_element, 2}, {del_element, 2}, {from_list, 1}, {is_element, 2}, {is_subset, 2}, {intersection, 2},
                {subtract, 2}, {union, 2}]},
     {queue, [{from_list, 1}, {get, 1}, {head, 1}, {in, 2}, {is_empty, 1}, {is_queue, 1}, {len, 1}, {out, 1}, {peek, 1},
              {to_list, 1}]},
     {filename, [{dirname, 1}, {extension, 1}, {rootname, 1}, {split, 1}, {append, 2}]},
     {string, [{chr, 2}, {concat, 2}, {join, 2}, {left, 2}, {len, 1}, {pad, 3}, {right, 2}, {strip, 1},
               {sub_string, 2}, {to_upper, 1}, {to_integer, 1}]}].
