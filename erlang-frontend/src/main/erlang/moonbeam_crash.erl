%% The report of a process of proc_lib that ended with an exception: what is known of it and of the processes that will end with
%% it, and the text of that.
-module(moonbeam_crash).

-export([report/1, format/2]).

-define(MOST_NEIGHBOURS, 15).

%% ---- What is known ----

%% Of this process, which is about to end.
report({_, _, _} = Exception) ->
    Self = self(),
    Own = [initial_call(Self), {pid, Self}, info(Self, registered_name), {error_info, Exception}, ancestors(Self),
           info(Self, message_queue_len), info(Self, messages), info(Self, links), {dictionary, own_dictionary()},
           info(Self, trap_exit), info(Self, status), info(Self, heap_size), info(Self, stack_size), info(Self, reductions)],
    [Own, [{neighbour, Report} || Pid <- neighbours(Self), Report <- neighbour(Pid)]].

neighbour(Pid) ->
    Report = [{pid, Pid}, info(Pid, registered_name), initial_call(Pid), info(Pid, current_function), ancestors(Pid),
              info(Pid, message_queue_len), info(Pid, links), info(Pid, trap_exit), info(Pid, status),
              info(Pid, heap_size), info(Pid, stack_size), info(Pid, reductions), info(Pid, current_stacktrace)],
    [Report || not lists:member(undefined, Report)].

info(Pid, registered_name) ->
    case process_info(Pid, registered_name) of
        [] -> {registered_name, []};
        Named -> Named
    end;
info(Pid, Item) -> process_info(Pid, Item).

own_dictionary() ->
    [Entry || {Key, _} = Entry <- get(), Key =/= '$ancestors', Key =/= '$initial_call'].

ancestors(Pid) -> {ancestors, kept(Pid, '$ancestors', [])}.

initial_call(Pid) ->
    case kept(Pid, '$initial_call', none) of
        {M, F, Arity} when is_integer(Arity) ->
            {initial_call, {M, F, arguments(Arity)}};
        none -> info(Pid, initial_call)
    end.

arguments(Arity) -> [list_to_atom("Argument__" ++ integer_to_list(N)) || N <- lists:seq(1, Arity)].

kept(Pid, Key, Default) ->
    case process_info(Pid, dictionary) of
        {dictionary, Entries} -> proplists:get_value(Key, Entries, Default);
        undefined -> Default
    end.

%% Those linked to it, and to those, that do not trap exits; the nearest first.
neighbours(Pid) -> lists:delete(Pid, visit([Pid], [])).

visit([Pid | Pids], Seen) when length(Seen) =< ?MOST_NEIGHBOURS ->
    case lists:member(Pid, Seen) of
        true -> visit(Pids, Seen);
        false -> visit(Pids ++ linked(Pid), Seen ++ [Pid])
    end;
visit(_, Seen) -> Seen.

linked(Pid) ->
    case process_info(Pid, links) of
        {links, Links} ->
            [Other || Other <- Links, is_pid(Other), process_info(Other, trap_exit) =:= {trap_exit, false}];
        undefined -> []
    end.

%% ---- Its text ----

format([Own, Neighbours], Given) ->
    #{single_line := Single} = Options =
        maps:merge(#{depth => unlimited, single_line => false, chars_limit => unlimited}, Given),
    Text = case Single of
               true -> one_line(Own, Neighbours, Options);
               false -> lines(Own, Neighbours, Options)
           end,
    Characters = unicode:characters_to_list(Text),
    case Options of
        #{chars_limit := Limit} when is_integer(Limit), length(Characters) > Limit ->
            lists:sublist(Characters, Limit) ++ "...";
        _ -> Characters
    end.

lines(Own, Neighbours, Options) ->
    ["  crasher:\n", [[line("    ", Item, Options), "\n"] || Item <- Own], "  neighbours:\n",
     [["    neighbour:\n", [[line("      ", Item, Options), "\n"] || Item <- Report]] || {neighbour, Report} <- Neighbours]].

line(Indent, {initial_call, Call}, Options) -> [Indent, "initial call: ", call(Call, Options)];
line(Indent, {error_info, {Class, Reason, Stack}}, _) ->
    [Indent, exception(Class, Reason, Stack, length(Indent) + 1)];
line(Indent, {Key, Value}, Options) ->
    [Indent, atom_to_list(Key), ": ", term(Value, length(Indent) + length(atom_to_list(Key)) + 3, Options)].

call({M, F, Arguments}, _) when is_list(Arguments) -> io_lib:format("~tw:~tw/~w", [M, F, length(Arguments)]);
call(Call, Options) -> term(Call, 19, Options).

term(Term, Column, #{depth := unlimited}) -> io_lib:format("~80.*tp", [Column, Term]);
term(Term, Column, #{depth := Depth}) -> io_lib:format("~80.*tP", [Column, Term, Depth]).

%% The frames of the module that called the process's function are of no interest.
exception(Class, Reason, Stack, Column) ->
    erl_error:format_exception(Class, Reason, Stack,
                               #{column => Column, stack_trim_fun => fun(M, _, _) -> M =:= proc_lib orelse M =:= erl_eval end}).

one_line(Own, Neighbours, Options) ->
    ["crasher: ", lists:join(", ", [short(Item, Options) || Item <- Own]), "; neighbours: ",
     lists:join("; ", [["neighbour: ", lists:join(", ", [short(Item, Options) || Item <- Report])]
                       || {neighbour, Report} <- Neighbours])].

short({initial_call, {M, F, Arguments}}, _) when is_list(Arguments) ->
    ["initial call: ", io_lib:format("~tw:~tw/~w", [M, F, length(Arguments)])];
short({error_info, {Class, Reason, Stack}}, Options) -> [atom_to_list(Class), ": ", flat({Reason, Stack}, Options)];
short({Key, Value}, Options) -> [atom_to_list(Key), ": ", flat(Value, Options)].

flat(Term, #{depth := unlimited}) -> io_lib:format("~0tp", [Term]);
flat(Term, #{depth := Depth}) -> io_lib:format("~0tP", [Term, Depth]).
