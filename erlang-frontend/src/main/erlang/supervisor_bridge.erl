%% A process between a supervisor and a part of a system that does not follow OTP's design principles: OTP's stdlib manual,
%% module supervisor_bridge.
-module(supervisor_bridge).
-behaviour(gen_server).

-export([start_link/2, start_link/3]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2, code_change/3]).

-callback init(Args :: term()) -> {ok, Pid :: pid(), State :: term()} | ignore | {error, Error :: term()}.
-callback terminate(Reason :: shutdown | term(), State :: term()) -> Ignored :: term().

-record(bridge, {module, pid, state, name}).

start_link(Module, Args) -> gen_server:start_link(?MODULE, [Module, Args, self], []).

start_link(Name, Module, Args) -> gen_server:start_link(Name, ?MODULE, [Module, Args, Name], []).

init([Module, Args, Name]) ->
    process_flag(trap_exit, true),
    case Module:init(Args) of
        {ok, Pid, State} when is_pid(Pid) ->
            link(Pid),
            {ok, #bridge{module = Module, pid = Pid, state = State, name = shown(Name, Module)}};
        ignore -> ignore;
        {error, Reason} -> {stop, Reason}
    end.

shown(self, Module) -> {self(), Module};
shown(Name, _) -> Name.

%% To a supervisor above it the bridge is one without children.
handle_call(which_children, _From, Bridge) -> {reply, [], Bridge};
handle_call(_Request, _From, Bridge) -> {reply, {error, badcall}, Bridge}.

handle_cast(_Request, Bridge) -> {noreply, Bridge}.

handle_info({'EXIT', Pid, Reason}, #bridge{pid = Pid} = Bridge) ->
    report(Reason, Bridge),
    {stop, Reason, Bridge#bridge{pid = undefined}};
handle_info(_Message, Bridge) -> {noreply, Bridge}.

report(normal, _) -> ok;
report(shutdown, _) -> ok;
report({shutdown, _}, _) -> ok;
report(Reason, #bridge{module = Module, pid = Pid, name = Name}) ->
    moonbeam_report:log_sasl("SUPERVISOR REPORT", supervisor_report, fun supervisor:format_log/2,
                             #{label => {supervisor, error},
                               report => [{supervisor, Name}, {errorContext, child_terminated}, {reason, Reason},
                                          {offender, [{pid, Pid}, {mod, Module}]}]}).

terminate(_Reason, #bridge{pid = undefined}) -> ok;
terminate(Reason, #bridge{module = Module, state = State}) -> Module:terminate(Reason, State).

code_change(_OldVersion, Bridge, _Extra) -> {ok, Bridge}.
