%% The reports of processes that follow OTP's design principles: how they are logged, and their texts. A text is made of pieces: a
%% string stands for itself, {Term} is shown as the formatter's depth and line options ask for, {plain, Term} whole. gen_server:format_log/2 and its
%% kin, which log events carry as report_cb, lead here.
-module(moonbeam_report).

-export([log/3, log_sasl/4, format/1, format/2, client/1]).

%% ---- Logging ----

log(Level, Module, Report) ->
    Tag = case Level of
              warning -> warning_msg;
              _ -> Level
          end,
    logger:log(Level, Report,
               #{domain => [otp], report_cb => fun Module:format_log/2,
                 error_logger => #{tag => Tag, report_cb => fun Module:format_log/1}}).

%% Reports of supervisors and of crashes have a title of their own.
log_sasl(Title, Type, Callback, Report) ->
    logger:log(error, Report,
               #{domain => [otp, sasl], report_cb => Callback, logger_formatter => #{title => Title},
                 error_logger => #{tag => error_report, type => Type}}).

%% What is told of who made the call that a server ended in.
client({Pid, _}) when is_pid(Pid) -> client(Pid);
client(Pid) when is_pid(Pid) ->
    case process_info(Pid, [current_stacktrace, registered_name]) of
        undefined -> {Pid, dead};
        [{_, Stack}, {_, []}] -> {Pid, {Pid, Stack}};
        [{_, Stack}, {_, Name}] -> {Pid, {Name, Stack}}
    end;
client(_) -> undefined.

%% ---- Texts ----

%% For error_logger, whose depth goes with the terms.
format(Report) ->
    Depth = error_logger:get_format_depth(),
    Pieces = [case Piece of
                  {Term} when Depth =/= unlimited -> {io_lib:limit_term(Term, Depth)};
                  _ -> Piece
              end || Piece <- lists:flatten(pieces(Report, false))],
    composed(Pieces, #{depth => Depth, single_line => false}).

format(Report, Given) ->
    #{single_line := Single} = Options =
        maps:merge(#{depth => unlimited, single_line => false, chars_limit => unlimited}, Given),
    {Format, Args} = composed(pieces(Report, Single), Options),
    io_lib:format(Format, Args, [{chars_limit, Limit} || #{chars_limit := Limit} <- [Options], Limit =/= unlimited]).

composed(Pieces, #{depth := Depth, single_line := Single}) ->
    Width = case Single of
                true -> "0";
                false -> ""
            end,
    {Control, Behind} = case Depth of
                            unlimited -> {"~" ++ Width ++ "tp", []};
                            _ -> {"~" ++ Width ++ "tP", [Depth]}
                        end,
    {Format, Args} = lists:mapfoldl(fun({Term}, Args) -> {Control, [[Term | Behind] | Args]};
                                       ({plain, Term}, Args) -> {"~p", [[Term] | Args]};
                                       (Text, Args) -> {literal(Text), Args}
                                    end, [], lists:flatten(Pieces)),
    {lists:append(Format), lists:append(lists:reverse(Args))}.

pieces(#{label := {gen_server, terminate}, name := Name, last_message := Message, state := State, log := Log,
         reason := Reason, client_info := Client}, Single) ->
    Why = found(Reason),
    case Single of
        true ->
            [text("Generic server "), {Name}, text(" terminating. Reason: "), {Why}, text(". Last message: "), {Message},
             text(". State: "), {State}, text("."),
             [[text(" Log: "), {Log}] || Log =/= []], client(Client, true)];
        false ->
            [text("** Generic server "), {Name}, text(" terminating \n** Last message in was "), {Message},
             text("\n** When Server state == "), {State}, text("\n** Reason for termination ==\n** "), {Why}, text("\n"),
             [[text("** Log ==\n** ["), lists:join(text(",\n    "), [{Event} || Event <- Log]), text("]\n")] || Log =/= []],
             client(Client, false)]
    end;
pieces(#{label := {gen_statem, terminate}, name := Name, queue := Queue, postponed := Postponed, modules := Modules,
         callback_mode := Mode, state_enter := Enter, state := State, timeouts := Timeouts, log := Log,
         reason := {Class, Reason, Stack}, client_info := Client}, Single) ->
    {Why, Rest} = case found({Reason, Stack}) of
                      {'module could not be loaded', [{M, _, _, _} | Below]} when Class =:= error ->
                          {{'module could not be loaded', M}, Below};
                      {'function not exported', [{M, F, A, _} | Below]} when Class =:= error ->
                          {{'function not exported', {M, F, arity(A)}}, Below};
                      _ -> {Reason, Stack}
                  end,
    case Single of
        true ->
            [text("State machine "), {Name}, text(" terminating. Reason: "), {Why},
             unless([], Rest, ". Stack: ", ""), [[text(". Last event: "), {hd(Queue)}] || Queue =/= []],
             text(". State: "), {State}, unless([], Log, ". Log: ", ""), text("."), client(Client, true)];
        false ->
            ShownMode = case Enter of
                            true -> [Mode, state_enter];
                            false -> Mode
                        end,
            [text("** State machine "), {Name}, text(" terminating\n"),
             [[text("** Last event = "), {hd(Queue)}, text("\n")] || Queue =/= []],
             text("** When server state  = "), {State}, text("\n** Reason for termination = "), {Class}, text(":"), {Why},
             text("\n** Callback modules = "), {Modules}, text("\n** Callback mode = "), {ShownMode}, text("\n"),
             [[text("** Queued = "), {tl(Queue)}, text("\n")] || length(Queue) > 1],
             unless([], Postponed, "** Postponed = ", "\n"), unless([], Rest, "** Stacktrace =\n**  ", "\n"),
             [[text("** Time-outs: "), {Timeouts}, text("\n")] || element(1, Timeouts) > 0],
             unless([], Log, "** Log =\n**  ", "\n"), client(Client, false)]
    end;
pieces(#{label := {gen_event, terminate}, handler := Handler, name := Name, last_message := Message, state := State,
         reason := Reason}, Single) ->
    Why = case Reason of
              {'EXIT', Exit} -> found(Exit);
              _ -> Reason
          end,
    case Single of
        true ->
            [text("Generic event handler "), {Handler}, text(" crashed. Installed: "), {Name}, text(". Last event: "),
             {Message}, text(". State: "), {State}, text(". Reason: "), {Why}, text(".")];
        false ->
            [text("** gen_event handler "), {Handler}, text(" crashed.\n** Was installed in "), {Name},
             text("\n** Last event was: "), {Message}, text("\n** When handler state == "), {State},
             text("\n** Reason == "), {Why}, text("\n")]
    end;
pieces(#{label := {_, no_handle_info}, module := Module, message := Message}, true) ->
    [text("Undefined handle_info in "), {Module}, text(". Unhandled message: "), {Message}, text(".")];
pieces(#{label := {_, no_handle_info}, module := Module, message := Message}, false) ->
    [text("** Undefined handle_info in "), {plain, Module}, text("\n** Unhandled message: "), {Message}, text("\n")];
pieces(#{label := {supervisor, _}, report := [{supervisor, Name}, {started, Child}]}, true) ->
    [text("Supervisor: "), {Name}, text("."), child("Started:", Child)];
pieces(#{label := {supervisor, _}, report := [{supervisor, Name}, {errorContext, Context}, {reason, Reason},
                                              {offender, Child}]}, true) ->
    [text("Supervisor: "), {Name}, text(". Context: "), {Context}, text(". Reason: "), {Reason}, text("."),
     child("Offender:", Child)];
pieces(#{label := {_, _}, report := Report}, _) ->
    [[text(["    ", atom_to_list(Key), ": "]), {Value}, text("\n")] || {Key, Value} <- Report].

%% A text as a part of a format.
literal(Text) -> lists:append(string:replace(unicode:characters_to_list(Text), "~", "~~", all)).

%% A text is kept from being flattened.
text(Text) -> unicode:characters_to_binary(Text).

unless(Nothing, Nothing, _, _) -> [];
unless(_, Term, Before, After) -> [text(Before), {Term}, text(After)].

child(Word, Child) ->
    {Key, Value} = case lists:keyfind(pid, 1, Child) of
                       {pid, _} = Pid -> Pid;
                       false -> lists:keyfind(nb_children, 1, Child)
                   end,
    text(io_lib:format(" ~s id=~tw,~w=~w.", [Word, proplists:get_value(id, Child), Key, Value])).

client(undefined, _) -> [];
client({Pid, dead}, true) -> [text(" Client "), {Pid}, text(" is dead.")];
client({Pid, dead}, false) -> [text("** Client "), {Pid}, text(" is dead\n")];
client({_, {Name, Stack}}, true) ->
    [text(" Client "), {Name}, text(" stacktrace: "), {lists:sublist(Stack, 4)}, text(".")];
client({_, {Name, Stack}}, false) -> [text("** Client "), {Name}, text(" stacktrace\n** "), {Stack}, text("\n")].

%% Why a function was not found.
found({undef, [{M, F, A, _} | _] = Stack} = Reason) ->
    case {code:is_loaded(M), erlang:function_exported(M, F, arity(A))} of
        {false, _} -> {'module could not be loaded', Stack};
        {_, false} -> {'function not exported', Stack};
        _ -> Reason
    end;
found(Reason) -> Reason.

arity(Arguments) when is_list(Arguments) -> length(Arguments);
arity(Arity) -> Arity.
