%% A handler or filter that fails is removed, and the others go on.
%% oracle: none OTP tells of the removal on the standard output, and not in turn with what the script writes
-module(logger_removes_what_fails).
-export([main/0, log/2]).

log(#{msg := Msg}, #{id := Id}) ->
    io:format("~p: ~p~n", [Id, Msg]),
    case Id of
        weak -> error(crashed);
        strong -> ok
    end.

main() ->
    #{level := Level} = logger:get_primary_config(),
    logger:set_primary_config(level, notice),
    {ok, Default} = logger:get_handler_config(default),
    ok = logger:remove_handler(default),
    ok = logger:add_handler(strong, ?MODULE, #{}),
    ok = logger:add_handler(weak, ?MODULE, #{}),
    logger:error("crash"),  % expect: weak: {string,"crash"}
    % expect: strong: {string,"crash"}
    io:format("~p~n", [logger:get_handler_ids()]),  % expect: [strong]
    ok = logger:add_handler_filter(strong, broken, {fun(_, _) -> error(oops) end, []}),
    logger:error("goes on"),  % expect: strong: {string,"goes on"}
    {ok, #{filters := Left}} = logger:get_handler_config(strong),
    io:format("~p~n", [Left]),  % expect: []
    ok = logger:add_primary_filter(wrong, {fun(_, _) -> nonsense end, []}),
    logger:error("on"),  % expect: strong: {string,"on"}
    io:format("~p~n", [maps:get(filters, logger:get_primary_config())]),  % expect: []
    ok = logger:remove_handler(strong),
    ok = logger:add_handler(default, logger_std_h, Default),
    logger:set_primary_config(level, Level).
