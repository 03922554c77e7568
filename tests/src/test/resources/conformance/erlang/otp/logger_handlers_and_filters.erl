%% Handlers of one's own, filters, levels of modules, metadata and what is wrong with a configuration.
-module(logger_handlers_and_filters).
-export([main/0, log/2, adding_handler/1, removing_handler/1, changing_config/3, check_config/1, format/2]).
-include_lib("kernel/include/logger.hrl").

%% This module is a handler that prints, and a formatter.
log(#{level := Level, msg := Msg, meta := Meta}, #{id := Id}) ->
    io:format("~p: ~p ~p ~p~n", [Id, Level, Msg, maps:without([pid, gl, time, file, line, report_cb, error_logger], Meta)]),
    ok.

adding_handler(#{config := refuse}) -> {error, refused};
adding_handler(Config) -> say("adding ~p~n", [maps:get(id, Config)]), {ok, Config}.
removing_handler(#{id := Id}) -> say("removing ~p~n", [Id]), ok.
changing_config(How, Old, New) ->
    say("~p ~p -> ~p~n", [How, maps:get(config, Old, none), maps:get(config, New, none)]), {ok, New}.
check_config(#{bad := _}) -> {error, bad_formatter};
check_config(_) -> ok.
format(_, _) -> "formatted\n".

%% OTP calls these in a process of its own.
say(Format, Args) -> io:format(persistent_term:get(?MODULE), Format, Args).

main() ->
    persistent_term:put(?MODULE, group_leader()),
    #{level := Level} = logger:get_primary_config(),
    logger:set_primary_config(level, notice),
    {ok, Default} = logger:get_handler_config(default),
    ok = logger:remove_handler(default),
    levels_and_messages(),
    macros(),
    metadata(),
    filters(),
    module_levels(),
    configuration(),
    funs(),
    ready_filters(),
    logger:add_handler(default, logger_std_h, Default),
    logger:set_primary_config(level, Level).

levels_and_messages() ->
    io:format("~p~n", [logger:add_handler(h, ?MODULE, #{config => one})]),
    io:format("~p~n", [logger:add_handler(h, ?MODULE, #{})]),
    io:format("~p~n", [logger:add_handler(h2, ?MODULE, #{config => refuse})]),
    io:format("~p~n", [logger:add_handler(h3, no_such_module, #{})]),
    io:format("~p~n", [logger:get_handler_ids()]),
    logger:error("text"), logger:error("format ~p", [x]), logger:notice(#{a => 1}), logger:warning([{a, 1}]),
    logger:info("not seen"), logger:debug("not seen"),
    logger:set_primary_config(level, debug),
    logger:info("seen"), logger:debug("seen", #{my => meta}), logger:emergency(<<"binary">>), logger:alert("a ~w", [1], #{x => y}),
    logger:log(critical, atom_format, []), logger:log(error, "f ~p", [1], #{m => 1}), logger:log(info, #{r => 1}, #{m => 2}),
    logger:set_primary_config(level, notice),
    io:format("~p~n", [[logger:compare_levels(A, B) || {A, B} <- [{error, info}, {info, error}, {all, none}, {debug, debug}]]]),
    io:format("~p~n", [catch_reason(fun() -> logger:compare_levels(error, nonsense) end)]).

macros() ->
    ?LOG_ERROR("macro"), ?LOG_WARNING("macro ~p", [1]), ?LOG_NOTICE(#{m => 1}, #{extra => 2}), ?LOG_INFO("unseen"),
    ?LOG(error, "by level"), ?LOG_CRITICAL("c ~p", [2], #{extra => 3}).

metadata() ->
    io:format("~p~n", [logger:get_process_metadata()]),
    logger:set_process_metadata(#{p => 1}), logger:update_process_metadata(#{q => 2}),
    io:format("~p~n", [logger:get_process_metadata()]),
    logger:error("with"), logger:error("over", #{p => 3}),
    logger:set_primary_config(metadata, #{node_wide => yes, q => 0}), logger:error("all"),
    logger:unset_process_metadata(), logger:error("some"), logger:set_primary_config(metadata, #{}),
    io:format("~p~n", [catch_reason(fun() -> logger:set_process_metadata(x) end)]).

filters() ->
    Stop = fun(#{meta := #{secret := true}}, _) -> stop; (_, _) -> ignore end,
    Rewrite = fun(#{msg := {string, S}} = E, Add) -> E#{msg := {string, S ++ Add}}; (_, _) -> ignore end,
    io:format("~p~n", [logger:add_primary_filter(secrets, {Stop, []})]),
    io:format("~p~n", [logger:add_primary_filter(secrets, {Stop, []})]),
    io:format("~p~n", [logger:add_handler_filter(h, rewrite, {Rewrite, "!"})]),
    io:format("~p~n", [logger:add_handler_filter(none, rewrite, {Rewrite, "!"})]),
    logger:error("secret", #{secret => true}), logger:error("open"), logger:error("format ~p", [1]),
    logger:set_handler_config(h, filter_default, stop), logger:error("rewritten"), logger:error("not ~p", [seen]),
    io:format("~p~n", [logger:remove_primary_filter(secrets)]),
    io:format("~p~n", [logger:remove_primary_filter(secrets)]),
    io:format("~p~n", [logger:remove_handler_filter(h, rewrite)]),
    logger:set_handler_config(h, filter_default, log),
    io:format("~p~n", [logger:add_primary_filter(bad, {x, []})]).

module_levels() ->
    io:format("~p~n", [logger:set_module_level(?MODULE, debug)]),
    ?LOG_DEBUG("now"), logger:debug("no module known"),
    logger:debug("known", #{mfa => {?MODULE, f, 1}}),
    io:format("~p ~p~n", [logger:get_module_level(), logger:get_module_level(other)]),
    io:format("~p~n", [logger:set_module_level([?MODULE, m2], none)]), ?LOG_EMERGENCY("never"),
    io:format("~p~n", [lists:sort(logger:get_module_level())]),
    logger:unset_module_level(m2), logger:unset_module_level(), io:format("~p~n", [logger:get_module_level()]),
    io:format("~p ~p~n", [logger:set_module_level(?MODULE, loud), logger:set_module_level([1], error)]),
    io:format("~p~n", [logger:set_application_level(no_application, error)]).

configuration() ->
    io:format("~p~n", [logger:set_primary_config(level, nonsense)]),
    io:format("~p~n", [logger:set_primary_config(#{nonsense => 1})]),
    io:format("~p~n", [logger:set_handler_config(h, config, two)]),
    io:format("~p~n", [logger:update_handler_config(h, #{config => three, level => error})]),
    io:format("~p~n", [logger:update_handler_config(h, config, four)]),
    io:format("~p~n", [logger:set_handler_config(h, #{level => all})]),
    {ok, Config} = logger:get_handler_config(h),
    io:format("~p~n", [lists:sort(maps:to_list(Config))]),
    io:format("~p~n", [logger:set_handler_config(h, id, other)]),
    io:format("~p~n", [logger:set_handler_config(none, level, all)]),
    io:format("~p~n", [logger:set_handler_config(h, formatter, {?MODULE, #{bad => 1}})]),
    io:format("~p~n", [logger:set_handler_config(h, formatter, {logger_formatter, #{template => [x, 1]}})]),
    io:format("~p~n", [logger:update_formatter_config(h, single_line, maybe_not)]),
    io:format("~p~n", [logger:update_formatter_config(h, #{single_line => false, depth => 10})]),
    {ok, #{formatter := Formatter}} = logger:get_handler_config(h),
    io:format("~p~n", [Formatter]),
    io:format("~p~n", [logger:get_handler_config(none)]),
    io:format("~p~n", [maps:remove(filters, logger:get_primary_config())]),
    io:format("~p~n", [logger:add_handlers([{handler, more, ?MODULE, #{config => c}}, {handler, h, ?MODULE, #{}}])]),
    io:format("~p~n", [logger:remove_handler(more)]),
    io:format("~p~n", [logger:remove_handler(more)]).

funs() ->
    logger:error(fun(X) -> {"lazy ~p", [X]} end, 1), logger:error(fun(X) -> #{lazy => X} end, 2),
    logger:error(fun(_) -> "text" end, 3), logger:error(fun(_) -> ignore end, 4), logger:error(fun(_) -> {"m", #{added => 1}} end, 5),
    logger:error(fun(_) -> {"f ~p", [1]} end, 6, #{given => 1}), logger:debug(fun(_) -> io:format("not called~n") end, 7).

ready_filters() ->
    E = #{level => warning, msg => {report, #{label => {supervisor, progress}}}, meta => #{domain => [a, b], gl => group_leader()}},
    io:format("~p~n", [[case logger_filters:domain(E, {log, C, D}) of E -> log; O -> O end ||
                           C <- [super, sub, equal, not_equal, undefined], D <- [[], [a], [a, b], [a, b, c], [b]]]]),
    io:format("~p~n", [[case logger_filters:level(E, {A, C, L}) of E -> log; O -> O end ||
                           A <- [log, stop], C <- [neq, eq, lt, gt, lteq, gteq], L <- [error, warning, info]]]),
    io:format("~p~n", [{logger_filters:progress(E, stop), logger_filters:progress(E#{msg := {string, "x"}}, stop),
                        logger_filters:remote_gl(E, stop)}]),
    io:format("~p~n", [logger_filters:domain(E#{meta := #{}}, {stop, undefined, []})]),
    io:format("~p~n", [catch_reason(fun() -> logger_filters:level(E, {log, eq, nonsense}) end)]),
    io:format("~p~n", [catch_reason(fun() -> logger_filters:domain(E, {maybe_log, sub, []}) end)]),
    logger:remove_handler(h).

catch_reason(F) -> try F() catch Class:Reason -> {Class, Reason} end.
%% expect: adding h
%% expect: ok
%% expect: {error,{already_exist,h}}
%% expect: {error,{handler_not_added,refused}}
%% expect: {error,{invalid_handler,{function_not_exported,{no_such_module,log,2}}}}
%% expect: [h]
%% expect: h: error {string,"text"} #{}
%% expect: h: error {"format ~p",[x]} #{}
%% expect: h: notice {report,#{a => 1}} #{}
%% expect: h: warning {report,[{a,1}]} #{}
%% expect: h: info {string,"seen"} #{}
%% expect: h: debug {string,"seen"} #{my => meta}
%% expect: h: emergency {string,<<"binary">>} #{}
%% expect: h: alert {"a ~w",[1]} #{x => y}
%% expect: h: critical {"atom_format",[]} #{}
%% expect: h: error {"f ~p",[1]} #{m => 1}
%% expect: h: info {report,#{r => 1}} #{m => 2}
%% expect: [gt,lt,lt,eq]
%% expect: {error,badarg}
%% expect: h: error {string,"macro"} #{mfa => {logger_handlers_and_filters,macros,0}}
%% expect: h: warning {"macro ~p",[1]} #{mfa => {logger_handlers_and_filters,macros,0}}
%% expect: h: notice {report,#{m => 1}} #{extra => 2,
%% expect:                                mfa => {logger_handlers_and_filters,macros,0}}
%% expect: h: error {string,"by level"} #{mfa => {logger_handlers_and_filters,macros,0}}
%% expect: h: critical {"c ~p",[2]} #{extra => 3,
%% expect:                            mfa => {logger_handlers_and_filters,macros,0}}
%% expect: undefined
%% expect: #{p => 1,q => 2}
%% expect: h: error {string,"with"} #{p => 1,q => 2}
%% expect: h: error {string,"over"} #{p => 3,q => 2}
%% expect: h: error {string,"all"} #{node_wide => yes,p => 1,q => 2}
%% expect: h: error {string,"some"} #{node_wide => yes,q => 0}
%% expect: {error,badarg}
%% expect: ok
%% expect: {error,{already_exist,secrets}}
%% expect: ok
%% expect: {error,{not_found,none}}
%% expect: h: error {string,"open!"} #{}
%% expect: h: error {"format ~p",[1]} #{}
%% expect: set one -> one
%% expect: h: error {string,"rewritten!"} #{}
%% expect: ok
%% expect: {error,{not_found,secrets}}
%% expect: ok
%% expect: set one -> one
%% expect: {error,{invalid_filter,{bad,{x,[]}}}}
%% expect: ok
%% expect: h: debug {string,"now"} #{mfa =>
%% expect:                               {logger_handlers_and_filters,module_levels,0}}
%% expect: h: debug {string,"known"} #{mfa => {logger_handlers_and_filters,f,1}}
%% expect: [{logger_handlers_and_filters,debug}] []
%% expect: ok
%% expect: [{logger_handlers_and_filters,none},{m2,none}]
%% expect: []
%% expect: {error,{invalid_level,loud}} {error,{not_a_list_of_modules,[1]}}
%% expect: {error,{not_loaded,no_application}}
%% expect: {error,{invalid_level,nonsense}}
%% expect: {error,{invalid_primary_config,{nonsense,1}}}
%% expect: set one -> two
%% expect: ok
%% expect: update two -> three
%% expect: ok
%% expect: update three -> four
%% expect: ok
%% expect: set four -> none
%% expect: ok
%% expect: [{filter_default,log},
%% expect:  {filters,[]},
%% expect:  {formatter,{logger_formatter,#{}}},
%% expect:  {id,h},
%% expect:  {level,all},
%% expect:  {module,logger_handlers_and_filters}]
%% expect: {error,{illegal_config_change,#{id => h},#{id => other}}}
%% expect: {error,{not_found,none}}
%% expect: {error,bad_formatter}
%% expect: {error,{invalid_formatter_template,logger_formatter,[x,1]}}
%% expect: {error,{invalid_formatter_config,logger_formatter,{single_line,maybe_not}}}
%% expect: ok
%% expect: {logger_formatter,#{depth => 10,single_line => false}}
%% expect: {error,{not_found,none}}
%% expect: #{filter_default => log,level => notice,metadata => #{}}
%% expect: adding more
%% expect: more: error {"Invalid logger handler config: ~p",[{already_exist,h}]} #{mfa =>
%% expect:                                                                          {logger,
%% expect:                                                                           add_handlers,
%% expect:                                                                           2}}
%% expect: h: error {"Invalid logger handler config: ~p",[{already_exist,h}]} #{mfa =>
%% expect:                                                                       {logger,
%% expect:                                                                        add_handlers,
%% expect:                                                                        2}}
%% expect: {error,{bad_config,{handler,{already_exist,h}}}}
%% expect: removing more
%% expect: ok
%% expect: {error,{not_found,more}}
%% expect: h: error {"lazy ~p",[1]} #{}
%% expect: h: error {report,#{lazy => 2}} #{}
%% expect: h: error {string,"text"} #{}
%% expect: h: error {string,"m"} #{added => 1}
%% expect: h: error {"f ~p",[1]} #{given => 1}
%% expect: [ignore,ignore,log,log,ignore,log,log,log,ignore,ignore,ignore,ignore,log,
%% expect:  ignore,ignore,log,log,ignore,log,log,ignore,ignore,ignore,ignore,ignore]
%% expect: [log,ignore,log,ignore,log,ignore,log,ignore,ignore,ignore,ignore,log,log,log,
%% expect:  ignore,ignore,log,log,stop,ignore,stop,ignore,stop,ignore,stop,ignore,ignore,
%% expect:  ignore,ignore,stop,stop,stop,ignore,ignore,stop,stop]
%% expect: {stop,ignore,ignore}
%% expect: stop
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: removing h
