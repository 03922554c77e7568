%% What a device does for the requests of the I/O protocol (stdlib user's guide, "The Erlang I/O Protocol"), whatever it reads
%% from. A device is a map:
%%
%%   read => fun() -> {ok, Binary} | eof | {error, Reason}    some more bytes
%%   write => fun(Binary) -> ok | {error, Reason}
%%   buffer => Binary                                         read and not asked for yet
%%   encoding => latin1 | unicode                             of the bytes
%%   binary => boolean()                                      whether it answers with binaries
-module(moonbeam_device).

-export([request/2, request_standard/1, serve_standard/3]).

%% The node's own input and output. What was read and not asked for stays with the node, as do the options.
request_standard(Request) ->
    {Buffer, Encoding, Binary} = moonbeam_io:take(),
    Device = #{read => fun moonbeam_io:read/0, write => fun(Bytes) -> io:put_chars(user, Bytes) end, buffer => Buffer,
               encoding => Encoding, binary => Binary, prompts => true},
    {Answer, #{buffer := Left, encoding := Encoding2, binary := Binary2}} = request(Request, Device),
    moonbeam_io:give_back(Left, Encoding2, Binary2),
    Answer.

%% A request as a message, which another device may have handed on.
serve_standard(From, Reference, Request) -> From ! {io_reply, Reference, request_standard(Request)}.

%% The answer, and the device afterwards.
request({put_chars, Chars}, Device) -> request({put_chars, latin1, Chars}, Device);
request({put_chars, Encoding, Chars}, Device) -> {put_chars(Encoding, Chars, Device), Device};
request({put_chars, Module, Function, Arguments}, Device) ->
    request({put_chars, latin1, Module, Function, Arguments}, Device);
request({put_chars, Encoding, Module, Function, Arguments}, Device) ->
    try apply(Module, Function, Arguments) of
        Chars -> request({put_chars, Encoding, Chars}, Device)
    catch _:_ -> {{error, blamed(Function, Device)}, Device}
    end;
request({get_line, Prompt}, Device) -> request({get_line, latin1, Prompt}, Device);
request({get_line, Encoding, Prompt}, Device) -> prompted(Prompt, Device, fun() -> line(Encoding, Device) end);
request({get_chars, Prompt, Count}, Device) -> request({get_chars, latin1, Prompt, Count}, Device);
request({get_chars, Encoding, Prompt, Count}, Device) when is_integer(Count), Count >= 0 ->
    prompted(Prompt, Device, fun() -> chars(Encoding, Count, Device) end);
request({get_until, Prompt, Module, Function, Arguments}, Device) ->
    request({get_until, latin1, Prompt, Module, Function, Arguments}, Device);
request({get_until, Encoding, Prompt, Module, Function, Arguments}, Device) ->
    prompted(Prompt, Device, fun() -> until(Encoding, {Module, Function, Arguments}, [], Device) end);
request({get_password, _}, Device) -> {{error, enotsup}, Device};
request({get_geometry, _}, Device) -> {{error, enotsup}, Device};
request({setopts, Options}, Device) when is_list(Options) -> set(Options, Device, Device);
request(getopts, #{binary := Binary, encoding := Encoding} = Device) ->
    {[{binary, Binary}, {encoding, Encoding}], Device};
request({requests, Requests}, Device) when is_list(Requests) -> all(Requests, ok, Device);
request(_, Device) -> {{error, request}, Device}.

blamed(_, #{prompts := true}) -> put_chars;
blamed(Function, _) -> Function.

all([Request | Rest], _, Device) ->
    case request(Request, Device) of
        {{error, _}, _} = Failed -> Failed;
        {Answer, Device2} -> all(Rest, Answer, Device2)
    end;
all([], Answer, Device) -> {Answer, Device}.

set([binary | Rest], Given, Device) -> set(Rest, Given, Device#{binary := true});
set([list | Rest], Given, Device) -> set(Rest, Given, Device#{binary := false});
set([{binary, Value} | Rest], Given, Device) when is_boolean(Value) -> set(Rest, Given, Device#{binary := Value});
set([{encoding, Name} | Rest], Given, Device) ->
    case Name of
        _ when Name =:= unicode; Name =:= utf8 -> set(Rest, Given, Device#{encoding := unicode});
        latin1 -> set(Rest, Given, Device#{encoding := latin1});
        _ -> {{error, enotsup}, Given}
    end;
set([], _, Device) -> {ok, Device};
set(_, Given, _) -> {{error, enotsup}, Given}.

%% ---- Output ----

put_chars(Encoding, Chars, #{encoding := Own, write := Write}) ->
    try unicode:characters_to_binary(Chars, Encoding, Own) of
        Bytes when is_binary(Bytes) -> Write(Bytes);
        _ when Own =:= latin1 -> {error, {no_translation, unicode, latin1}};
        _ -> {error, {put_chars, Encoding, Chars}}
    catch error:_ -> {error, {put_chars, Encoding, Chars}}
    end.

prompted(Prompt, #{write := Write} = Device, Action) ->
    case io_lib:format_prompt(Prompt, unicode) of
        [] -> Action();
        Text ->
            case Device of
                #{prompts := true} ->
                    Write(unicode:characters_to_binary(Text)),
                    Action();
                _ -> Action()
            end
    end.

%% ---- Input ----

line(Encoding, #{buffer := Buffer} = Device) -> line(Encoding, Buffer, [], Device).

line(Encoding, Bytes, Before, Device) ->
    case binary:split(Bytes, <<"\n">>) of
        [Rest, After] ->
            Line = without_return(iolist_to_binary(lists:reverse(Before, [Rest]))),
            {answer(<<Line/binary, "\n">>, Encoding, Device), Device#{buffer := After}};
        [_] ->
            case more(Device) of
                {ok, More} -> line(Encoding, More, [Bytes | Before], Device);
                End -> ended(lists:reverse(Before, [Bytes]), End, Encoding, Device)
            end
    end.

without_return(Line) ->
    case byte_size(Line) of
        0 -> Line;
        Size ->
            case binary:last(Line) of
                $\r -> binary:part(Line, 0, Size - 1);
                _ -> Line
            end
    end.

ended(Chunks, End, Encoding, Device) ->
    case iolist_to_binary(Chunks) of
        <<>> -> {End, Device#{buffer := <<>>}};
        Bytes -> {answer(Bytes, Encoding, Device), Device#{buffer := <<>>}}
    end.

more(#{read := Read}) -> Read().

chars(Encoding, 0, #{buffer := <<>>} = Device) ->
    case more(Device) of
        {ok, More} -> {answer(<<>>, Encoding, Device), Device#{buffer := More}};
        End -> {End, Device}
    end;
chars(Encoding, Count, #{buffer := Buffer} = Device) -> chars(Encoding, Count, Buffer, Device).

chars(Encoding, Count, Bytes, #{encoding := Own} = Device) ->
    case first(Own, Count, Bytes) of
        {ok, Size} ->
            <<Chars:Size/binary, Rest/binary>> = Bytes,
            {answer(Chars, Encoding, Device), Device#{buffer := Rest}};
        more ->
            case more(Device) of
                {ok, More} -> chars(Encoding, Count, <<Bytes/binary, More/binary>>, Device);
                End -> ended([Bytes], End, Encoding, Device)
            end
    end.

%% How many bytes so many characters take.
first(latin1, Count, Bytes) when byte_size(Bytes) >= Count -> {ok, Count};
first(latin1, _, _) -> more;
first(unicode, Count, Bytes) -> first_unicode(Count, Bytes, 0).

first_unicode(0, _, Size) -> {ok, Size};
first_unicode(Count, Bytes, Size) ->
    case Bytes of
        <<_:Size/binary, C/utf8, _/binary>> -> first_unicode(Count - 1, Bytes, Size + byte_size(<<C/utf8>>));
        %% What is no character counts as one where enough bytes for one are there.
        <<_:Size/binary, _, _:3/binary, _/binary>> -> first_unicode(Count - 1, Bytes, Size + 1);
        _ -> more
    end.

answer(Bytes, Wanted, #{encoding := Own, binary := Binary}) ->
    case {Own, Wanted, Binary} of
        {latin1, unicode, true} -> unicode:characters_to_binary(Bytes, latin1, unicode);
        {latin1, _, true} -> Bytes;
        {latin1, _, false} -> binary_to_list(Bytes);
        {unicode, unicode, true} -> Bytes;
        {unicode, _, _} ->
            case unicode:characters_to_list(Bytes) of
                Chars when is_list(Chars), Binary ->
                    case unicode:characters_to_binary(Chars, unicode, latin1) of
                        Latin1 when is_binary(Latin1) -> Latin1;
                        _ -> {error, {no_translation, unicode, latin1}}
                    end;
                Chars when is_list(Chars), Wanted =:= latin1 ->
                    case lists:all(fun(C) -> C < 256 end, Chars) of
                        true -> Chars;
                        false -> {error, {no_translation, unicode, latin1}}
                    end;
                Chars when is_list(Chars) -> Chars;
                _ -> {error, {invalid_unicode, Bytes}}
            end
    end.

%% Lines are handed to a function until it says that it is done; what it leaves is read again.
until(Encoding, {Module, Function, Arguments} = Call, State, #{encoding := Own} = Device) ->
    {Line, Device2} = line(unicode, Device#{binary := false}),
    Device3 = Device2#{binary := maps:get(binary, Device)},
    case Line of
        {error, _} -> {Line, Device3};
        _ ->
            try apply(Module, Function, [State, Line | Arguments]) of
                {done, Result, Rest} ->
                    Left = case Rest of
                               eof -> <<>>;
                               _ -> unicode:characters_to_binary(Rest, unicode, Own)
                           end,
                    Buffer = maps:get(buffer, Device3),
                    {Result, Device3#{buffer := <<Left/binary, Buffer/binary>>}};
                {more, _} when Line =:= eof -> {{error, Function}, Device3};
                {more, State2} -> until(Encoding, Call, State2, Device3)
            catch _:_ -> {{error, Function}, Device3}
            end
    end.
