%% Raw files: handles that the process uses that opened them. Reading is not buffered, but for lines.
-module(moonbeam_raw_file).

-include_lib("kernel/include/file.hrl").

-export([open/2, close/1, read/2, read_line/1, pread/3, write/2, pwrite/3, position/2, truncate/1, sync/1, advise/1,
         info/2]).

-define(LINE_CHUNK, 4096).

open(Name, Modes) ->
    case moonbeam_file:open(Name, [Mode || Mode <- Modes, is_atom(Mode)]) of
        {ok, Handle} ->
            {ok, #file_descriptor{module = ?MODULE,
                                  data = #{handle => Handle, binary => lists:member(binary, Modes), name => Name}}};
        Error -> Error
    end.

handle(#file_descriptor{data = #{handle := Handle}}) -> Handle.

as_opened(#file_descriptor{data = #{binary := true}}, Bytes) -> Bytes;
as_opened(_, Bytes) -> binary_to_list(Bytes).

given(File, {ok, Bytes}) -> {ok, as_opened(File, Bytes)};
given(_, Other) -> Other.

close(File) -> moonbeam_file:close(handle(File)).
read(File, Count) -> given(File, moonbeam_file:read(handle(File), Count)).
write(File, Data) -> moonbeam_file:write(handle(File), Data).
truncate(File) -> moonbeam_file:truncate(handle(File)).
sync(File) -> moonbeam_file:sync(handle(File)).
advise(_) -> ok.

%% What is read too much is given back.
read_line(File) -> line(File, handle(File), <<>>).

line(File, Handle, Found) ->
    case moonbeam_file:read(Handle, ?LINE_CHUNK) of
        {ok, Bytes} ->
            case binary:split(Bytes, <<"\n">>) of
                [Rest, After] ->
                    {ok, _} = moonbeam_file:position(Handle, cur, -byte_size(After)),
                    Before = <<Found/binary, Rest/binary>>,
                    Line = case byte_size(Before) of
                               Size when Size > 0 ->
                                   case binary:last(Before) of
                                       $\r -> binary:part(Before, 0, Size - 1);
                                       _ -> Before
                                   end;
                               _ -> Before
                           end,
                    {ok, as_opened(File, <<Line/binary, "\n">>)};
                [_] -> line(File, Handle, <<Found/binary, Bytes/binary>>)
            end;
        eof when Found =/= <<>> -> {ok, as_opened(File, Found)};
        Other -> Other
    end.

pread(File, At, Count) ->
    at(File, At, fun(Handle, Position) -> given(File, moonbeam_file:pread(Handle, Position, Count)) end).

pwrite(File, At, Data) -> at(File, At, fun(Handle, Position) -> moonbeam_file:pwrite(Handle, Position, Data) end).

at(File, At, Action) when is_integer(At) -> Action(handle(File), At);
at(File, {bof, At}, Action) when is_integer(At) -> Action(handle(File), At);
at(File, bof, Action) -> Action(handle(File), 0);
at(File, Where, Action) ->
    %% Relative to where the file stands or ends; it stands there afterwards too.
    Handle = handle(File),
    {ok, Before} = moonbeam_file:position(Handle, cur, 0),
    case position(File, Where) of
        {ok, At} ->
            Result = Action(Handle, At),
            {ok, _} = moonbeam_file:position(Handle, bof, Before),
            Result;
        Error -> Error
    end.

position(File, Offset) when is_integer(Offset) -> moonbeam_file:position(handle(File), bof, Offset);
position(File, {Base, Offset}) when Base =:= bof; Base =:= cur; Base =:= eof ->
    moonbeam_file:position(handle(File), Base, Offset);
position(File, Base) when Base =:= bof; Base =:= cur; Base =:= eof -> moonbeam_file:position(handle(File), Base, 0);
position(_, _) -> {error, badarg}.

info(#file_descriptor{data = #{name := Name}}, Options) -> file:read_file_info(Name, Options).
