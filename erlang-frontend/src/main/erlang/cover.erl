%% Coverage: OTP's tools manual, module cover. Nothing is measured here. The module is there for programs that ask whether a module is
%% covered before they replace it, as libraries for tests do: none is, and none can be compiled to be.
-module(cover).

-export([start/0, stop/0, is_compiled/1, modules/0, imported/0, imported_modules/0, compile/1, compile/2, compile_module/1,
         compile_module/2, compile_beam/1, compile_directory/0, compile_directory/1, compile_directory/2, reset/0, reset/1]).
-export([wait/0]).

start() ->
    case whereis(cover_server) of
        undefined ->
            Server = spawn(?MODULE, wait, []),
            register(cover_server, Server),
            {ok, Server};
        Server -> {error, {already_started, Server}}
    end.

stop() ->
    case whereis(cover_server) of
        undefined -> ok;
        Server ->
            Monitor = monitor(process, Server),
            Server ! stop,
            receive
                {'DOWN', Monitor, process, _, _} -> ok
            end
    end.

wait() ->
    receive
        stop -> ok
    end.

is_compiled(Module) when is_atom(Module) -> false.

modules() -> [].

imported() -> [].

imported_modules() -> [].

compile(Module) -> compile_module(Module).

compile(Module, _) -> compile_module(Module).

compile_module(Module) -> {error, Module}.

compile_module(Module, _) -> {error, Module}.

compile_beam(Module) -> {error, Module}.

compile_directory() -> compile_directory(".").

compile_directory(_) -> [].

compile_directory(_, _) -> [].

reset() -> ok.

reset(Module) -> {error, {not_cover_compiled, Module}}.
