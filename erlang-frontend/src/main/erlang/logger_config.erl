%% What the logger of a node is configured to do: a persistent term, replaced as a whole, so that a process that logs sees one
%% state of it. Checks what is asked for as OTP's logger does; its callers are the functions of module logger.
-module(logger_config).

-export([allow/1, allow/2, primary/0, handlers/0, handler/1, module_levels/0, severity/1, is_level/1]).
-export([add_handler/3, remove_handler/1, add_filter/2, remove_filter/2, set/2, set/3, update/2, update_formatter/2,
         set_module_level/2, unset_module_level/1]).

-define(KEY, ?MODULE).
-define(OUTSIDE_OF_PRIMARY, [order, handlers, modules]).

%% ---- Reading ----

%% Beside the primary configuration: order lists the handlers, newest first; handlers and modules are maps.
config() -> persistent_term:get(?KEY, none).

known(none) ->
    Default = #{id => default, module => logger_std_h, level => all, filter_default => stop,
                filters => [{remote_gl, {fun logger_filters:remote_gl/2, stop}},
                            {domain, {fun logger_filters:domain/2, {log, super, [otp, sasl]}}},
                            {no_domain, {fun logger_filters:domain/2, {log, undefined, []}}}],
                formatter => {logger_formatter, #{legacy_header => true, single_line => false}},
                config => #{type => standard_error}},
    (default_primary())#{order => [default], handlers => #{default => Default}, modules => #{}};
known(Config) -> Config.

default_primary() -> #{level => notice, metadata => #{}, filters => [], filter_default => log}.

default_handler(Id, Module) ->
    #{id => Id, module => Module, level => all, filters => [], filter_default => log, formatter => {logger_formatter, #{}}}.

primary() -> maps:without(?OUTSIDE_OF_PRIMARY, known(config())).
handlers() -> map_get(order, known(config())).
module_levels() -> maps:to_list(map_get(modules, known(config()))).

handler(Id) ->
    case known(config()) of
        #{handlers := #{Id := Config}} -> {ok, Config};
        _ -> {error, {not_found, Id}}
    end.

allow(Level) ->
    #{level := Least} = known(config()),
    severity(Level) =< severity(Least).

allow(Level, Module) ->
    case known(config()) of
        #{modules := #{Module := Least}} -> severity(Level) =< severity(Least);
        #{level := Least} -> severity(Level) =< severity(Least)
    end.

severity(none) -> -1;
severity(emergency) -> 0;
severity(alert) -> 1;
severity(critical) -> 2;
severity(error) -> 3;
severity(warning) -> 4;
severity(notice) -> 5;
severity(info) -> 6;
severity(debug) -> 7;
severity(all) -> 10.

is_level(Level) ->
    lists:member(Level, [none, emergency, alert, critical, error, warning, notice, info, debug, all]).

%% ---- Replacing ----

%% Change gives {Reply, Config}, and is called again where another process was faster.
replace(Change) ->
    Before = config(),
    {Reply, After} = Change(known(Before)),
    case persistent_term:'$replace'(?KEY, Before, After) of
        true -> Reply;
        false -> replace(Change)
    end.

%% The same with a change that throws what is not right.
checked(Check, Change) ->
    try Check() of
        _ -> replace(Change)
    catch
        throw:Reason -> {error, Reason}
    end.

%% ---- Handlers ----

add_handler(Id, Module, Config) ->
    try
        check_id(Id),
        check_module(Module),
        check(handler, Config),
        case handler(Id) of
            {ok, _} -> throw({already_exist, Id});
            {error, _} -> ok
        end,
        Whole = maps:merge(default_handler(Id, Module), Config),
        case callback(Module, adding_handler, [Whole], {ok, Whole}) of
            {ok, Accepted} -> install(Id, Module, Accepted);
            {error, Reason} -> {error, {handler_not_added, Reason}}
        end
    catch
        throw:Wrong -> {error, Wrong}
    end.

install(Id, Module, Config) ->
    case erlang:function_exported(Module, log, 2) of
        true ->
            replace(fun(#{handlers := #{Id := _}} = All) -> {{error, {already_exist, Id}}, All};
                       (#{handlers := Handlers, order := Order} = All) ->
                            {ok, All#{handlers := Handlers#{Id => Config}, order := [Id | Order]}}
                    end);
        false -> {error, {invalid_handler, {function_not_exported, {Module, log, 2}}}}
    end.

remove_handler(Id) ->
    case handler(Id) of
        {ok, #{module := Module} = Config} ->
            callback(Module, removing_handler, [Config], ok),
            replace(fun(#{handlers := Handlers, order := Order} = All) ->
                            {ok, All#{handlers := maps:remove(Id, Handlers), order := lists:delete(Id, Order)}}
                    end);
        Error -> Error
    end.

callback(Module, Function, Arguments, Otherwise) ->
    _ = code:ensure_loaded(Module),
    case erlang:function_exported(Module, Function, length(Arguments)) of
        false -> Otherwise;
        true ->
            try apply(Module, Function, Arguments)
            catch
                Class:Reason:Stack ->
                    Own = lists:takewhile(fun({M, _, _, _}) -> M =/= ?MODULE end, Stack),
                    {error, {callback_crashed, {Class, Reason, Own}}}
            end
    end.

%% ---- Filters ----

add_filter(Owner, {Id, _} = Filter) ->
    checked(fun() -> check_filters([Filter]) end,
            changing(Owner, fun(#{filters := Filters} = Config) ->
                                    case lists:keymember(Id, 1, Filters) of
                                        true -> {{error, {already_exist, Id}}, Config};
                                        false -> {ok, Config#{filters := [Filter | Filters]}}
                                    end
                            end)).

remove_filter(Owner, Id) ->
    replace(changing(Owner, fun(#{filters := Filters} = Config) ->
                                    case lists:keymember(Id, 1, Filters) of
                                        true -> {ok, Config#{filters := lists:keydelete(Id, 1, Filters)}};
                                        false -> {{error, {not_found, Id}}, Config}
                                    end
                            end)).

%% A change of the primary configuration or of one handler's as a change of the whole.
changing(primary, Change) -> Change;
changing(Id, Change) ->
    fun(#{handlers := #{Id := Config} = Handlers} = All) ->
            {Reply, After} = Change(Config),
            {Reply, All#{handlers := Handlers#{Id := After}}};
       (All) -> {{error, {not_found, Id}}, All}
    end.

%% ---- Configurations ----

%% What is not named gets its default.
set(primary, Config) ->
    checked(fun() -> check(primary, Config) end,
            fun(All) -> {ok, maps:merge(maps:merge(All, default_primary()), Config)} end);
set(Id, Config) ->
    change(set, Id, fun(#{module := Module}) -> maps:merge(default_handler(Id, Module), Config) end, Config).

%% What is not named stays.
update(primary, Config) ->
    checked(fun() -> check(primary, Config) end, fun(All) -> {ok, maps:merge(All, Config)} end);
update(Id, Config) -> change(update, Id, fun(Old) -> maps:merge(Old, Config) end, Config).

%% One key of a handler; its other keys stay.
set(Id, Key, Value) -> change(set, Id, fun(Old) -> Old#{Key => Value} end, #{Key => Value}).

change(SetOrUpdate, Id, Changed, Config) ->
    try
        check_id(Id),
        check(handler, Config),
        case handler(Id) of
            {ok, #{module := Module} = Old} ->
                New = Changed(Old),
                case [Key || Key <- [id, module], map_get(Key, Old) =/= map_get(Key, New)] of
                    [] -> ok;
                    Keys -> throw({illegal_config_change, maps:with(Keys, Old), maps:with(Keys, New)})
                end,
                case callback(Module, changing_config, [SetOrUpdate, Old, New], {ok, New}) of
                    {ok, Accepted} -> replace(changing(Id, fun(_) -> {ok, Accepted} end));
                    Error -> Error
                end;
            Error -> Error
        end
    catch
        throw:Wrong -> {error, Wrong}
    end.

update_formatter(Id, New) when is_map(New) ->
    case handler(Id) of
        {ok, #{formatter := {Module, Old}}} ->
            Formatter = {Module, maps:merge(Old, New)},
            checked(fun() -> check_formatter(Formatter) end,
                    changing(Id, fun(Config) -> {ok, Config#{formatter := Formatter}} end));
        Error -> Error
    end;
update_formatter(_, New) -> {error, {invalid_formatter_config, New}}.

%% ---- Levels of modules ----

set_module_level(Modules, Level) ->
    checked(fun() -> check_modules(Modules), check_level(Level) end,
            fun(#{modules := Levels} = All) ->
                    {ok, All#{modules := maps:merge(Levels, maps:from_keys(Modules, Level))}}
            end).

unset_module_level(all) -> replace(fun(All) -> {ok, All#{modules := #{}}} end);
unset_module_level(Modules) ->
    checked(fun() -> check_modules(Modules) end,
            fun(#{modules := Levels} = All) -> {ok, All#{modules := maps:without(Modules, Levels)}} end).

%% ---- What may be asked for ----

check(Type, Config) when is_map(Config) -> maps:foreach(fun(Key, Value) -> check(Type, Key, Value) end, Config);
check(_, Config) -> throw({invalid_config, Config}).

check(_, level, Level) -> check_level(Level);
check(_, filters, Filters) -> check_filters(Filters);
check(_, filter_default, log) -> ok;
check(_, filter_default, stop) -> ok;
check(_, filter_default, Other) -> throw({invalid_filter_default, Other});
check(handler, formatter, Formatter) -> check_formatter(Formatter);
check(handler, _, _) -> ok;
check(primary, metadata, Meta) when is_map(Meta) -> ok;
check(primary, Key, Value) -> throw({invalid_primary_config, {Key, Value}}).

check_id(Id) when is_atom(Id) -> ok;
check_id(Id) -> throw({invalid_id, Id}).

check_module(Module) when is_atom(Module) -> ok;
check_module(Module) -> throw({invalid_module, Module}).

check_modules(Modules) ->
    case is_list(Modules) andalso lists:all(fun is_atom/1, Modules) of
        true -> ok;
        false -> throw({not_a_list_of_modules, Modules})
    end.

check_level(Level) ->
    case is_level(Level) of
        true -> ok;
        false -> throw({invalid_level, Level})
    end.

check_filters([{Id, {Fun, _}} | Filters]) when is_atom(Id), is_function(Fun, 2) -> check_filters(Filters);
check_filters([Filter | _]) -> throw({invalid_filter, Filter});
check_filters([]) -> ok;
check_filters(Filters) -> throw({invalid_filters, Filters}).

check_formatter({Module, Config}) ->
    check_module(Module),
    case callback(Module, check_config, [Config], ok) of
        ok -> ok;
        {error, Reason} -> throw(Reason)
    end;
check_formatter(Formatter) -> throw({invalid_formatter, Formatter}).
