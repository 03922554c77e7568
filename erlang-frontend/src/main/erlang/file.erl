%% Files: OTP's kernel manual, module file. What is reached is what the policy lets a script have below its roots; everything else
%% gives {error, eacces}. A raw file is a handle that its process uses; any other is a process (file_io_server) that serves the
%% I/O protocol.
-module(file).

-include_lib("kernel/include/file.hrl").

-export([format_error/1, get_cwd/0, get_cwd/1, set_cwd/1, native_name_encoding/0, delete/1, delete/2, rename/2, make_dir/1,
         del_dir/1, del_dir_r/1, list_dir/1, list_dir_all/1, read_file_info/1, read_file_info/2, read_link_info/1,
         read_link_info/2, write_file_info/2, write_file_info/3, read_link/1, read_link_all/1, make_link/2, make_symlink/2,
         altname/1, change_mode/2, change_owner/2, change_owner/3, change_group/2, change_time/2, change_time/3, read_file/1, read_file/2,
         write_file/2, write_file/3, open/2, close/1, read/2, read_line/1, pread/2, pread/3, write/2, pwrite/2, pwrite/3,
         position/2, truncate/1, sync/1, datasync/1, advise/4, allocate/3, copy/2, copy/3, consult/1, path_consult/2,
         eval/1, eval/2, path_eval/2, path_eval/3, script/1, script/2, path_script/2, path_script/3, path_open/3,
         pid2name/1]).

-export_type([date_time/0, fd/0, file_info/0, filename/0, filename_all/0, io_device/0, location/0, mode/0, name/0,
              name_all/0, posix/0, deep_list/0]).

-type filename() :: string().
-type filename_all() :: string() | binary().
-type deep_list() :: [char() | atom() | deep_list()].
-type name() :: string() | atom() | deep_list().
-type name_all() :: name() | binary().
-type file_info() :: #file_info{}.
-type fd() :: #file_descriptor{}.
-type io_device() :: pid() | fd().
-type location() :: integer() | {bof | cur | eof, integer()} | bof | cur | eof.
-type mode() :: term().
-type posix() :: atom().
-type date_time() :: calendar:datetime().

%% ---- Names ----

%% Whoever gives something that is no name is told {error, badarg}.
named(Name, Action) ->
    case text(Name) of
        error -> {error, badarg};
        Text -> Action(Text)
    end.

text(Name) when is_binary(Name) ->
    case unicode:characters_to_list(Name) of
        Text when is_list(Text) -> checked(Text);
        _ -> error
    end;
text(Name) when is_atom(Name) -> checked(atom_to_list(Name));
text(Name) when is_list(Name) ->
    try flat(Name, []) of
        Text -> checked(Text)
    catch throw:bad_name -> error
    end;
text(_) -> error.

flat([C | Rest], After) when is_integer(C), C >= 0, C =< 16#10FFFF -> [C | flat(Rest, After)];
flat([Part | Rest], After) when is_list(Part) -> flat(Part, [Rest | After]);
flat([Part | Rest], After) when is_atom(Part) -> atom_to_list(Part) ++ flat(Rest, After);
flat([], [Next | After]) -> flat(Next, After);
flat([], []) -> [];
flat(_, _) -> throw(bad_name).

checked(Text) ->
    case lists:member(0, Text) of
        true -> error;
        false -> Text
    end.

native_name_encoding() -> utf8.

get_cwd() -> moonbeam_file:get_cwd().
get_cwd(_Drive) -> {error, enotsup}.

%% The JVM has one working folder, which is not a script's to change.
set_cwd(Name) -> named(Name, fun(_) -> {error, eacces} end).

delete(Name) -> named(Name, fun moonbeam_file:delete/1).
delete(Name, _Options) -> delete(Name).

rename(From, To) -> named(From, fun(Source) -> named(To, fun(Target) -> moonbeam_file:rename(Source, Target) end) end).

make_dir(Name) -> named(Name, fun moonbeam_file:make_dir/1).
del_dir(Name) -> named(Name, fun moonbeam_file:del_dir/1).

del_dir_r(Name) ->
    case read_link_info(Name) of
        {ok, #file_info{type = directory}} ->
            case list_dir_all(Name) of
                {ok, Entries} ->
                    lists:foreach(fun(Entry) -> del_dir_r(filename:join(Name, Entry)) end, Entries),
                    del_dir(Name);
                Error -> Error
            end;
        {ok, _} -> delete(Name);
        Error -> Error
    end.

list_dir(Name) -> named(Name, fun moonbeam_file:list_dir/1).
list_dir_all(Name) -> list_dir(Name).

make_link(Existing, New) ->
    named(Existing, fun(Source) -> named(New, fun(Target) -> moonbeam_file:make_link(Source, Target) end) end).
make_symlink(Existing, New) ->
    named(Existing, fun(Source) -> named(New, fun(Target) -> moonbeam_file:make_symlink(Source, Target) end) end).

read_link(Name) -> named(Name, fun moonbeam_file:read_link/1).
read_link_all(Name) -> read_link(Name).
altname(_) -> {error, enotsup}.

%% ---- What is known of a file ----

read_file_info(Name) -> read_file_info(Name, []).
read_file_info(#file_descriptor{module = Module} = File, Options) -> Module:info(File, Options);
read_file_info(Name, Options) -> info(Name, true, Options).

read_link_info(Name) -> read_link_info(Name, []).
read_link_info(Name, Options) -> info(Name, false, Options).

info(Name, Follow, Options) ->
    named(Name, fun(Text) ->
                        case moonbeam_file:info(Text, Follow) of
                            {ok, Found} -> file_info(Found, proplists:get_value(time, Options, local));
                            Error -> Error
                        end
                end).

file_info({Size, Type, Access, Read, Written, Changed, Mode, Links, Device, Inode, Uid, Gid}, Time) ->
    try
        {ok, #file_info{size = Size, type = Type, access = Access, atime = shown(Read, Time), mtime = shown(Written, Time),
                        ctime = shown(Changed, Time), mode = Mode, links = Links, major_device = Device, minor_device = 0,
                        inode = Inode, uid = Uid, gid = Gid}}
    catch throw:badarg -> {error, badarg}
    end.

shown(Seconds, posix) -> Seconds;
shown(Seconds, universal) -> calendar:system_time_to_universal_time(Seconds, second);
shown(Seconds, local) -> calendar:universal_time_to_local_time(shown(Seconds, universal));
shown(_, _) -> throw(badarg).

write_file_info(Name, Info) -> write_file_info(Name, Info, []).

write_file_info(Name, #file_info{atime = Read, mtime = Written, mode = Mode}, Options) ->
    Time = proplists:get_value(time, Options, local),
    named(Name, fun(Text) ->
                        case seconds(Written, Time) of
                            undefined -> moonbeam_file:set_info(Text, seconds(Read, Time), undefined, Mode);
                            At ->
                                Accessed = case seconds(Read, Time) of
                                               undefined -> At;
                                               Given -> Given
                                           end,
                                moonbeam_file:set_info(Text, Accessed, At, Mode)
                        end
                end).

seconds(undefined, _) -> undefined;
seconds(Seconds, posix) -> Seconds;
seconds(DateTime, universal) -> calendar:datetime_to_gregorian_seconds(DateTime) - 62167219200;
seconds(DateTime, local) -> seconds(hd(calendar:local_time_to_universal_time_dst(DateTime)), universal).

change_mode(Name, Mode) when is_integer(Mode) -> write_file_info(Name, #file_info{mode = Mode}).
change_owner(Name, Owner) when is_integer(Owner) -> named(Name, fun(_) -> {error, eperm} end).
change_owner(Name, Owner, Group) when is_integer(Owner), is_integer(Group) -> named(Name, fun(_) -> {error, eperm} end).
change_group(Name, Group) when is_integer(Group) -> named(Name, fun(_) -> {error, eperm} end).

change_time(Name, Time) -> change_time(Name, Time, Time).
change_time(Name, Read, Written) -> write_file_info(Name, #file_info{atime = Read, mtime = Written}).

%% ---- Whole files ----

%% Since OTP 27.
read_file(Name, Options) when Options =:= []; Options =:= [raw] -> read_file(Name);
read_file(_, _) -> {error, badarg}.

read_file(Name) -> named(Name, fun moonbeam_file:read_file/1).

write_file(Name, Data) -> write_file(Name, Data, []).

write_file(Name, Data, Modes) when is_list(Modes) ->
    try iolist_to_binary(Data) of
        Bytes ->
            case open(Name, [write, raw, binary | lists:delete(raw, lists:delete(binary, Modes))]) of
                {ok, File} ->
                    Written = write(File, Bytes),
                    Closed = close(File),
                    case Written of
                        ok -> Closed;
                        Error -> Error
                    end;
                Error -> Error
            end
    catch error:_ -> {error, badarg}
    end;
write_file(_, _, _) -> {error, badarg}.

copy(Source, Target) -> copy(Source, Target, infinity).

copy(Source, Target, Count) when Count =:= infinity; is_integer(Count), Count >= 0 ->
    case source(Source) of
        {ok, From, CloseFrom} ->
            Result = case target(Target) of
                         {ok, To, CloseTo} ->
                             Copied = copied(From, To, Count, 0),
                             case {CloseTo(), Copied} of
                                 {{error, _} = Error, {ok, _}} -> Error;
                                 _ -> Copied
                             end;
                         Error -> Error
                     end,
            CloseFrom(),
            Result;
        Error -> Error
    end;
copy(_, _, _) -> {error, badarg}.

source({Name, Modes}) -> opened(Name, [read, binary, raw | Modes]);
source(File) when is_pid(File); is_record(File, file_descriptor) -> {ok, File, fun() -> ok end};
source(Name) -> opened(Name, [read, raw, binary]).

target({Name, Modes}) -> opened(Name, [write, binary, raw | Modes]);
target(File) when is_pid(File); is_record(File, file_descriptor) -> {ok, File, fun() -> ok end};
target(Name) -> opened(Name, [write, raw, binary]).

opened(Name, Modes) ->
    case open(Name, Modes) of
        {ok, File} -> {ok, File, fun() -> close(File) end};
        Error -> Error
    end.

copied(_, _, 0, Done) -> {ok, Done};
copied(From, To, Left, Done) ->
    case read(From, min(Left, 65536)) of
        {ok, Data} ->
            case write(To, Data) of
                ok when Left =:= infinity -> copied(From, To, infinity, Done + iolist_size(Data));
                ok ->
                    Count = iolist_size(Data),
                    copied(From, To, Left - Count, Done + Count);
                Error -> Error
            end;
        eof -> {ok, Done};
        Error -> Error
    end.

%% ---- Open files ----

open(Name, Modes) when is_list(Modes) ->
    named(Name, fun(Text) ->
                        case lists:all(fun is_mode/1, Modes) of
                            false -> {error, badarg};
                            true ->
                                case lists:member(raw, Modes) of
                                    true -> moonbeam_raw_file:open(Text, Modes);
                                    false -> file_io_server:start(self(), Text, Modes)
                                end
                        end
                end);
open(Name, Mode) when is_atom(Mode) -> open(Name, [Mode]);
open(_, _) -> {error, badarg}.

is_mode({delayed_write, Size, Delay}) -> is_integer(Size) andalso is_integer(Delay);
is_mode({read_ahead, Size}) -> is_integer(Size);
is_mode({encoding, _}) -> true;
is_mode(Mode) -> lists:member(Mode, [read, write, append, exclusive, raw, binary, delayed_write, read_ahead, sync]).

close(File) ->
    case on(File, close, []) of
        {error, terminated} -> ok;
        Result -> Result
    end.

%% Reading and writing what a device has are requests of the I/O protocol.
read(File, Count) when is_pid(File); is_atom(File) ->
    case Count of
        _ when is_integer(Count), Count >= 0 ->
            case io:request(File, {get_chars, latin1, '', Count}) of
                Data when is_list(Data); is_binary(Data) -> {ok, Data};
                Other -> Other
            end;
        _ -> {error, badarg}
    end;
read(File, Count) -> on(File, read, [Count]).

read_line(File) when is_pid(File); is_atom(File) ->
    case io:request(File, {get_line, latin1, ''}) of
        Data when is_list(Data); is_binary(Data) -> {ok, Data};
        Other -> Other
    end;
read_line(File) -> on(File, read_line, []).

write(File, Data) when is_pid(File); is_atom(File) ->
    try iolist_to_binary(Data) of
        Bytes -> io:request(File, {put_chars, latin1, Bytes})
    catch error:_ -> {error, badarg}
    end;
write(File, Data) -> on(File, write, [Data]).

pread(File, Positions) when is_list(Positions) -> pread_all(File, Positions, []);
pread(_, _) -> {error, badarg}.

pread_all(File, [{At, Count} | Rest], Found) ->
    case pread(File, At, Count) of
        {ok, Data} -> pread_all(File, Rest, [Data | Found]);
        eof -> pread_all(File, Rest, [eof | Found]);
        Error -> Error
    end;
pread_all(_, [], Found) -> {ok, lists:reverse(Found)};
pread_all(_, _, _) -> {error, badarg}.

pread(File, At, Count) when is_integer(Count), Count >= 0 -> on(File, pread, [At, Count]);
pread(_, _, _) -> {error, badarg}.

pwrite(File, Parts) when is_list(Parts) -> pwrite_all(File, Parts, 0);
pwrite(_, _) -> {error, badarg}.

pwrite_all(File, [{At, Data} | Rest], Done) ->
    case pwrite(File, At, Data) of
        ok -> pwrite_all(File, Rest, Done + 1);
        {error, Why} -> {error, {Done, Why}}
    end;
pwrite_all(_, [], _) -> ok;
pwrite_all(_, _, _) -> {error, badarg}.

pwrite(File, At, Data) -> on(File, pwrite, [At, Data]).

position(File, Where) -> on(File, position, [Where]).
truncate(File) -> on(File, truncate, []).
sync(File) -> on(File, sync, []).
datasync(File) -> on(File, sync, []).
advise(File, Offset, Length, _Advice) when is_integer(Offset), is_integer(Length) -> on(File, advise, []).
allocate(File, Offset, Length) when is_integer(Offset), is_integer(Length) -> on(File, advise, []).

on(#file_descriptor{module = Module} = File, Function, Arguments) -> apply(Module, Function, [File | Arguments]);
on(File, Function, Arguments) when is_pid(File); is_atom(File) ->
    case is_atom(File) andalso whereis(File) of
        undefined -> {error, terminated};
        _ -> file_io_server:request(File, {Function, Arguments})
    end;
on(_, _, _) -> {error, badarg}.

pid2name(File) when is_pid(File) ->
    case file_io_server:request(File, {name, []}) of
        {ok, _} = Found -> Found;
        _ -> undefined
    end.

%% ---- Terms and expressions in files ----

consult(Name) ->
    with_text(Name, fun(Text) -> terms(Text, 1, []) end).

terms(Text, Line, Found) ->
    case erl_scan:tokens([], Text, Line) of
        {done, {ok, Tokens, Next}, Rest} -> term(Tokens, Rest, Next, Found);
        {done, {error, Error, _}, _} -> {error, Error};
        {more, Continuation} ->
            case erl_scan:tokens(Continuation, eof, Line) of
                {done, {ok, Tokens, Next}, _} -> term(Tokens, [], Next, Found);
                {done, {eof, _}, _} -> {ok, lists:reverse(Found)};
                {done, {error, Error, _}, _} -> {error, Error}
            end
    end.

term(Tokens, Rest, Line, Found) ->
    case erl_parse:parse_term(Tokens) of
        {ok, Term} -> terms(Rest, Line, [Term | Found]);
        Error -> Error
    end.

with_text(Name, Action) ->
    case read_file(Name) of
        {ok, Bytes} ->
            Text = case unicode:characters_to_list(Bytes) of
                       List when is_list(List) -> List;
                       _ -> binary_to_list(Bytes)
                   end,
            Action(Text);
        Error -> Error
    end.

eval(Name) -> eval(Name, erl_eval:new_bindings()).

eval(Name, Bindings) ->
    case script(Name, Bindings) of
        {ok, _} -> ok;
        Error -> Error
    end.

script(Name) -> script(Name, erl_eval:new_bindings()).

script(Name, Bindings) -> with_text(Name, fun(Text) -> expressions(Text, 1, undefined, Bindings) end).

expressions(Text, Line, Last, Bindings) ->
    Scanned = case erl_scan:tokens([], Text, Line) of
                  {more, Continuation} -> erl_scan:tokens(Continuation, eof, Line);
                  Done -> Done
              end,
    case Scanned of
        {done, {ok, Tokens, Next}, Rest} ->
            case erl_parse:parse_exprs(Tokens) of
                {ok, Exprs} ->
                    try erl_eval:exprs(Exprs, Bindings) of
                        {value, Value, Bound} when Rest =:= eof -> expressions([], Next, Value, Bound);
                        {value, Value, Bound} -> expressions(Rest, Next, Value, Bound)
                    catch Class:Reason:Stack -> {error, {Line, ?MODULE, {Class, Reason, Stack}}}
                    end;
                Error -> Error
            end;
        {done, {eof, _}, _} -> {ok, Last};
        {done, {error, Error, _}, _} -> {error, Error}
    end.

path_open(Path, Name, Modes) -> first_in(Path, Name, fun(Full) -> open(Full, Modes) end).
path_consult(Path, Name) -> first_in(Path, Name, fun consult/1).

path_eval(Path, Name) -> path_eval(Path, Name, erl_eval:new_bindings()).
path_eval(Path, Name, Bindings) ->
    case path_script(Path, Name, Bindings) of
        {ok, _, Full} -> {ok, Full};
        Error -> Error
    end.

path_script(Path, Name) -> path_script(Path, Name, erl_eval:new_bindings()).
path_script(Path, Name, Bindings) -> first_in(Path, Name, fun(Full) -> script(Full, Bindings) end).

first_in([Folder | Rest], Name, Action) ->
    Full = filename:join(Folder, Name),
    case Action(Full) of
        {ok, Value} -> {ok, Value, Full};
        {error, Missing} when Missing =:= enoent; Missing =:= enotdir -> first_in(Rest, Name, Action);
        Error -> Error
    end;
first_in([], _, _) -> {error, enoent};
first_in(_, _, _) -> {error, badarg}.

%% ---- Errors ----

format_error({_, ?MODULE, undefined_script}) -> "no value returned from script";
format_error({Line, ?MODULE, {Class, Reason, Stack}}) ->
    io_lib:format("~w: evaluation failed with reason ~w:~tp and stacktrace ~tp", [Line, Class, Reason, Stack]);
format_error({Line, ?MODULE, Reason}) -> io_lib:format("~w: evaluation failed with reason ~w", [Line, Reason]);
format_error({Line, Module, Reason}) -> io_lib:format("~w: ~ts", [Line, Module:format_error(Reason)]);
format_error(badarg) -> "bad argument";
format_error(system_limit) -> "a system limit was hit, probably not enough ports";
format_error(terminated) -> "the file server process is terminated";
format_error(Posix) -> erl_posix_msg:message(Posix).
