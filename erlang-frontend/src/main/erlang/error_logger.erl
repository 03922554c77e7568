%% What wrote reports before logger did, which these functions now use. OTP's kernel manual, module error_logger. Report handlers
%% are those of an event manager of this name, started with the first of them.
-module(error_logger).

-export([error_msg/1, error_msg/2, format/2, error_report/1, error_report/2, warning_msg/1, warning_msg/2, warning_report/1,
         warning_report/2, info_msg/1, info_msg/2, info_report/1, info_report/2, warning_map/0, get_format_depth/0,
         limit_term/1, tty/1, logfile/1, add_report_handler/1, add_report_handler/2, delete_report_handler/1,
         which_report_handlers/0]).
-export([report_to_format/1, adding_handler/1, log/2]).

-export_type([report/0]).

-type report() :: [{Tag :: term(), Data :: term()} | term()] | string() | term().

error_msg(Format) -> error_msg(Format, []).
error_msg(Format, Args) -> message(error, error_msg, Format, Args, error).
format(Format, Args) -> error_msg(Format, Args).
warning_msg(Format) -> warning_msg(Format, []).
warning_msg(Format, Args) -> message(warning, warning_msg, Format, Args, warning_msg).
info_msg(Format) -> info_msg(Format, []).
info_msg(Format, Args) -> message(notice, info_msg, Format, Args, info_msg).

message(Level, Label, Format, Args, Tag) ->
    logger:log(Level, #{label => {?MODULE, Label}, format => Format, args => Args}, meta(#{tag => Tag})).

error_report(Report) -> error_report(std_error, Report).
error_report(Type, Report) -> report(error, error_report, Type, std_error, Report).
warning_report(Report) -> warning_report(std_warning, Report).
warning_report(Type, Report) -> report(warning, warning_report, Type, std_warning, Report).
info_report(Report) -> info_report(std_info, Report).
info_report(Type, Report) -> report(notice, info_report, Type, std_info, Report).

%% A type of one's own is the domain, which the default handler does not write.
report(Level, Label, Type, Standard, Report) ->
    Meta = meta(#{tag => Label, type => Type}),
    logger:log(Level, #{label => {?MODULE, Label}, report => Report},
               case Type of
                   Standard -> Meta;
                   _ -> Meta#{domain => [Type]}
               end).

meta(Own) ->
    #{pid => self(), gl => group_leader(), time => logger:timestamp(), report_cb => fun ?MODULE:report_to_format/1,
      ?MODULE => Own}.

report_to_format(#{label := {?MODULE, _}, report := Report}) when is_map(Report) ->
    {"~tp\n", [Report]};
report_to_format(#{label := {?MODULE, _}, format := Format, args := Args}) ->
    try io_lib:format(Format, Args) of
        _ -> {Format, Args}
    catch
        _:_ -> {"ERROR: ~tp - ~tp", [Format, Args]}
    end;
report_to_format(#{report := Report}) -> logger:format_report(Report);
report_to_format(Report) -> logger:format_report(Report).

warning_map() -> warning.

get_format_depth() ->
    case application:get_env(kernel, error_logger_format_depth) of
        {ok, Depth} when is_integer(Depth) -> max(10, Depth);
        _ -> unlimited
    end.

limit_term(Term) ->
    case get_format_depth() of
        unlimited -> Term;
        Depth -> io_lib:limit_term(Term, Depth)
    end.

%% ---- Handlers ----

%% The one that writes to the node's error output.
tty(true) ->
    case lists:member(default, logger:get_handler_ids()) of
        true -> ok;
        false -> logger:add_handler(default, logger_std_h, tty_config())
    end;
tty(false) ->
    _ = logger:remove_handler(default),
    ok.

tty_config() ->
    #{config => #{type => standard_error}, formatter => {logger_formatter, #{legacy_header => true, single_line => false}}}.

logfile({open, File}) ->
    case logger:add_handler(?MODULE, logger_std_h, #{config => #{type => {file, File}}, formatter =>
                                                       {logger_formatter, #{legacy_header => true, single_line => false}}}) of
        ok -> ok;
        {error, {already_exist, _}} -> {error, allready_have_logfile};
        {error, {handler_not_added, {open_failed, _, Reason}}} -> {error, Reason};
        Error -> Error
    end;
logfile(close) ->
    case logger:remove_handler(?MODULE) of
        ok -> ok;
        {error, _} -> {error, module_not_found}
    end;
logfile(filename) ->
    case logger:get_handler_config(?MODULE) of
        {ok, #{config := #{file := File}}} -> File;
        _ -> {error, no_log_file}
    end.

add_report_handler(Module) -> add_report_handler(Module, []).

add_report_handler(Module, Args) when is_atom(Module) ->
    case gen_event:start({local, ?MODULE}) of
        {ok, _} -> ok;
        {error, {already_started, _}} -> ok
    end,
    _ = logger:add_handler(?MODULE, ?MODULE, #{level => info, filter_default => log, filters => []}),
    gen_event:add_handler(?MODULE, Module, Args).

delete_report_handler(Module) when is_atom(Module) ->
    case whereis(?MODULE) of
        Pid when is_pid(Pid) -> gen_event:delete_handler(?MODULE, Module, []);
        undefined -> ok
    end.

which_report_handlers() ->
    case whereis(?MODULE) of
        Pid when is_pid(Pid) -> gen_event:which_handlers(?MODULE);
        undefined -> []
    end.

%% As a handler of logger: events go to the report handlers in the form that these have always had.
adding_handler(Config) -> {ok, Config}.

log(#{level := Level, msg := Message, meta := #{pid := Pid, gl := Leader} = Meta}, _Config) ->
    {Tag, What, Data} = legacy(Level, Message, maps:get(?MODULE, Meta, #{}), Meta),
    gen_event:notify(?MODULE, {Tag, Leader, {Pid, What, Data}}).

legacy(_, {report, #{label := {?MODULE, _}, report := Report}}, #{tag := Tag, type := Type}, _) -> {Tag, Type, Report};
legacy(_, {report, #{report := Report}}, #{tag := Tag, type := Type}, _) -> {Tag, Type, Report};
legacy(Level, {report, Report}, Own, Meta) ->
    Callback = maps:get(report_cb, Own, maps:get(report_cb, Meta, fun logger:format_report/1)),
    {Format, Args} = case is_function(Callback, 1) of
                         true -> Callback(Report);
                         false -> {"~ts", [Callback(Report, #{})]}
                     end,
    {tag(Level, Own), Format, Args};
legacy(Level, {string, Text}, Own, _) -> {tag(Level, Own), "~ts", [Text]};
legacy(Level, {Format, Args}, Own, _) -> {tag(Level, Own), Format, Args}.

tag(_, #{tag := Tag}) -> Tag;
tag(warning, _) -> warning_msg;
tag(Level, _) ->
    case logger:compare_levels(Level, warning) of
        gt -> error;
        _ -> info_msg
    end.
