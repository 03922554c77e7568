%% Compression: OTP's erts manual, module zlib. The streams are the JDK's (moonbeam_zlib); the headers and trailers of gzip are
%% written and read here.
%%
%% What is kept for a handle: new, closed, {deflate, Stream, Format, Sum, Size, Written} or
%% {inflate, Stream, Format, Input, Phase}, where Format is zlib, raw, gzip or (reading) auto.
-module(zlib).

-export([open/0, close/1, set_controlling_process/2, deflateInit/1, deflateInit/2, deflateInit/6, deflateSetDictionary/2,
         deflateReset/1, deflateParams/3, deflate/2, deflate/3, deflateEnd/1, inflateInit/1, inflateInit/2, inflateInit/3,
         inflateSetDictionary/2, inflateGetDictionary/1, inflateReset/1, inflate/2, inflate/3, inflateEnd/1, inflateChunk/1,
         inflateChunk/2, safeInflate/2, setBufSize/2, getBufSize/1, crc32/1, crc32/2, crc32/3, adler32/2, adler32/3,
         crc32_combine/4, adler32_combine/4, compress/1, uncompress/1, zip/1, unzip/1, gzip/1, gunzip/1]).

-export_type([zstream/0, zlevel/0, zwindowbits/0, zmemlevel/0, zstrategy/0, zflush/0]).

-type zstream() :: reference().
-type zlevel() :: none | default | best_compression | best_speed | 0..9.
-type zwindowbits() :: -15..-8 | 8..47.
-type zmemlevel() :: 1..9.
-type zstrategy() :: default | filtered | huffman_only | rle.
-type zflush() :: none | sync | full | finish.

-define(NO_LIMIT, (1 bsl 60)).
-define(SAFE_CHUNK, 16384).

%% ---- All at once ----

compress(Data) -> deflated(Data, 15).
zip(Data) -> deflated(Data, -15).
gzip(Data) -> deflated(Data, 31).
uncompress(Data) -> inflated(Data, 15).
unzip(Data) -> inflated(Data, -15).
gunzip(Data) -> inflated(Data, 31).

deflated(Data, Bits) ->
    Z = open(),
    try
        deflateInit(Z, default, deflated, Bits, 8, default),
        Out = deflate(Z, bytes(Data), finish),
        deflateEnd(Z),
        iolist_to_binary(Out)
    after close(Z)
    end.

inflated(Data, Bits) ->
    Z = open(),
    try
        inflateInit(Z, Bits),
        Out = inflate(Z, bytes(Data)),
        inflateEnd(Z),
        iolist_to_binary(Out)
    after close(Z)
    end.

bytes(Data) ->
    try iolist_to_binary(Data)
    catch error:_ -> erlang:error(badarg)
    end.

%% ---- Handles ----

open() -> moonbeam_zlib:open().

close(Z) ->
    case state(Z) of
        closed -> erlang:error(not_initialized);
        State ->
            release(State),
            moonbeam_zlib:set_state(Z, closed)
    end.

release(State) when is_tuple(State) -> moonbeam_zlib:close(element(2, State));
release(_) -> ok.

%% A stream belongs to the process that opened it.
set_controlling_process(Z, Pid) ->
    _ = state(Z),
    case Pid of
        _ when Pid =:= self() -> ok;
        _ -> erlang:error(badarg)
    end.

state(Z) ->
    case moonbeam_zlib:state(Z) of
        Problem when Problem =:= badarg; Problem =:= not_on_controlling_process -> erlang:error(Problem);
        State -> State
    end.

fresh(Z) ->
    case state(Z) of
        new -> ok;
        closed -> erlang:error(not_initialized);
        _ -> erlang:error(already_initialized)
    end.

%% ---- Deflating ----

deflateInit(Z) -> deflateInit(Z, default).
deflateInit(Z, Level) -> deflateInit(Z, Level, deflated, 15, 8, default).

deflateInit(Z, Level, Method, Bits, Memory, Strategy) ->
    L = level(Level),
    Method =:= deflated orelse erlang:error(bad_compression_method),
    Format = format(Bits, false),
    is_integer(Memory) andalso Memory >= 1 andalso Memory =< 9 orelse erlang:error(bad_memlevel),
    S = strategy(Strategy),
    fresh(Z),
    Stream = moonbeam_zlib:deflater(L, S, Format =/= zlib),
    moonbeam_zlib:set_state(Z, {deflate, Stream, Format, erlang:crc32(<<>>), 0, false}).

level(none) -> 0;
level(default) -> -1;
level(best_compression) -> 9;
level(best_speed) -> 1;
level(Level) when is_integer(Level), Level >= 0, Level =< 9 -> Level;
level(_) -> erlang:error(bad_compression_level).

strategy(default) -> 0;
strategy(filtered) -> 1;
strategy(huffman_only) -> 2;
strategy(rle) -> 0;
strategy(_) -> erlang:error(bad_compression_strategy).

format(Bits, _) when is_integer(Bits), Bits >= 8, Bits =< 15 -> zlib;
format(Bits, _) when is_integer(Bits), Bits >= -15, Bits =< -8 -> raw;
format(Bits, _) when is_integer(Bits), Bits >= 24, Bits =< 31 -> gzip;
format(Bits, true) when is_integer(Bits), Bits >= 40, Bits =< 47 -> auto;
format(_, _) -> erlang:error(bad_windowbits).

deflating(Z) ->
    case state(Z) of
        {deflate, _, _, _, _, _} = State -> State;
        _ -> erlang:error(not_initialized)
    end.

deflateSetDictionary(Z, Dictionary) ->
    {deflate, Stream, Format, _, _, _} = deflating(Z),
    Format =:= gzip andalso erlang:error(stream_error),
    case moonbeam_zlib:set_dictionary(Stream, bytes(Dictionary)) of
        data_error -> erlang:error(stream_error);
        Adler -> Adler
    end.

deflateReset(Z) ->
    {deflate, Stream, Format, _, _, _} = deflating(Z),
    moonbeam_zlib:reset(Stream),
    moonbeam_zlib:set_state(Z, {deflate, Stream, Format, erlang:crc32(<<>>), 0, false}).

deflateParams(Z, Level, Strategy) ->
    {deflate, Stream, _, _, _, _} = deflating(Z),
    moonbeam_zlib:params(Stream, level(Level), strategy(Strategy)).

deflate(Z, Data) -> deflate(Z, Data, none).

deflate(Z, Data, Flush) when Flush =:= none; Flush =:= sync; Flush =:= full; Flush =:= finish ->
    {deflate, Stream, Format, Sum, Size, Written} = deflating(Z),
    Bytes = bytes(Data),
    Out = moonbeam_zlib:deflate(Stream, Bytes, Flush),
    Sum2 = case Format of
               gzip -> erlang:crc32(Sum, Bytes);
               _ -> Sum
           end,
    Size2 = Size + byte_size(Bytes),
    State = case Flush of
                finish -> finished;
                _ -> Written orelse Size2 > 0
            end,
    moonbeam_zlib:set_state(Z, {deflate, Stream, Format, Sum2, Size2, State}),
    case Format of
        gzip ->
            [[<<31, 139, 8, 0, 0:32, 0, 3>> || Written =:= false andalso (Out =/= [] orelse Flush =:= finish)], Out,
             [<<Sum2:32/little, Size2:32/little>> || Flush =:= finish]];
        _ -> Out
    end;
deflate(_, _, _) -> erlang:error(bad_flush_mode).

deflateEnd(Z) ->
    {deflate, Stream, _, _, Size, State} = deflating(Z),
    moonbeam_zlib:close(Stream),
    moonbeam_zlib:set_state(Z, new),
    Size =:= 0 orelse State =:= finished orelse erlang:error(data_error),
    ok.

%% ---- Inflating ----

inflateInit(Z) -> inflateInit(Z, 15).
inflateInit(Z, Bits) -> inflateInit(Z, Bits, cut).

inflateInit(Z, Bits, EndBehaviour) ->
    Format = format(Bits, true),
    lists:member(EndBehaviour, [error, reset, cut]) orelse erlang:error(bad_eos_behavior),
    fresh(Z),
    Stream = moonbeam_zlib:inflater(Format =:= raw orelse Format =:= gzip),
    moonbeam_zlib:set_state(Z, {inflate, Stream, Format, <<>>, first(Format, EndBehaviour)}).

%% The phases: header, body, {trailer, Left}, finished. Members of a gzip file that follow are read as well.
first(gzip, End) -> {header, reset_unless(End)};
first(auto, End) -> {unknown, reset_unless(End)};
first(_, End) -> {body, End}.

reset_unless(cut) -> reset;
reset_unless(End) -> End.

inflating(Z) ->
    case state(Z) of
        {inflate, _, _, _, _} = State -> State;
        _ -> erlang:error(not_initialized)
    end.

inflateSetDictionary(Z, Dictionary) ->
    {inflate, Stream, _, _, _} = inflating(Z),
    case moonbeam_zlib:set_dictionary(Stream, bytes(Dictionary)) of
        data_error -> erlang:error(data_error);
        _ -> ok
    end.

inflateGetDictionary(Z) ->
    _ = inflating(Z),
    erlang:error(enotsup).

inflateReset(Z) ->
    {inflate, Stream, Format, _, {_, End}} = inflating(Z),
    moonbeam_zlib:reset(Stream),
    moonbeam_zlib:set_state(Z, {inflate, Stream, Format, <<>>, first(Format, End)}).

inflate(Z, Data) -> inflate(Z, Data, []).

inflate(Z, Data, Options) ->
    case read(Z, bytes(Data), ?NO_LIMIT) of
        {need_dictionary, Adler, Out} ->
            case proplists:get_value(exception_on_need_dict, Options, true) of
                true -> erlang:error({need_dictionary, Adler});
                false -> {need_dictionary, Adler, Out}
            end;
        {_, Out} -> Out
    end.

safeInflate(Z, Data) ->
    case read(Z, bytes(Data), ?SAFE_CHUNK) of
        {more, Out} -> {continue, Out};
        {_, Out} -> {finished, Out};
        NeedsDictionary -> NeedsDictionary
    end.

inflateChunk(Z) -> inflateChunk(Z, []).
inflateChunk(Z, Data) ->
    case read(Z, bytes(Data), ?SAFE_CHUNK) of
        {more, Out} -> {more, Out};
        {_, Out} -> Out;
        {need_dictionary, Adler, _} -> erlang:error({need_dictionary, Adler})
    end.

inflateEnd(Z) ->
    {inflate, Stream, _, Input, {Phase, _}} = inflating(Z),
    moonbeam_zlib:close(Stream),
    moonbeam_zlib:set_state(Z, new),
    %% A member that was read to its end may be followed by nothing.
    Phase =:= finished orelse Phase =:= header andalso Input =:= <<>> orelse erlang:error(data_error),
    ok.

read(Z, Data, Limit) ->
    {inflate, Stream, Format, Before, Phase} = inflating(Z),
    read(Z, Stream, Format, <<Before/binary, Data/binary>>, Phase, Limit, []).

read(Z, Stream, auto, Input, {unknown, End}, Limit, Out) ->
    case Input of
        <<31, 139, _/binary>> ->
            moonbeam_zlib:close(Stream),
            read(Z, moonbeam_zlib:inflater(true), gzip, Input, {header, End}, Limit, Out);
        <<_, _, _/binary>> -> read(Z, Stream, zlib, Input, {body, End}, Limit, Out);
        _ -> kept(Z, Stream, auto, Input, {unknown, End}, continue, Out)
    end;
read(Z, Stream, gzip, Input, {header, End}, Limit, Out) ->
    case header(Input) of
        {ok, Rest} -> read(Z, Stream, gzip, Rest, {body, End}, Limit, Out);
        more -> kept(Z, Stream, gzip, Input, {header, End}, continue, Out);
        bad when Out =/= [] -> kept(Z, Stream, gzip, <<>>, {finished, End}, finished, Out);
        bad -> erlang:error(data_error)
    end;
read(Z, Stream, Format, Input, {body, End}, Limit, Out) ->
    case moonbeam_zlib:inflate(Stream, Input, Limit) of
        {data_error, _, _} -> erlang:error(data_error);
        {{need_dictionary, Adler}, More, Rest} ->
            kept(Z, Stream, Format, Rest, {body, End}, continue, []),
            {need_dictionary, Adler, Out ++ More};
        {finished, More, Rest} when Format =:= gzip -> read(Z, Stream, gzip, Rest, {trailer, End}, Limit, Out ++ More);
        {finished, More, Rest} when Rest =/= <<>>, End =:= error -> _ = More, erlang:error(data_error);
        {finished, More, Rest} when Rest =/= <<>>, End =:= reset ->
            moonbeam_zlib:reset(Stream),
            read(Z, Stream, Format, Rest, {body, End}, Limit, Out ++ More);
        {finished, More, _} -> kept(Z, Stream, Format, <<>>, {finished, End}, finished, Out ++ More);
        {Status, More, Rest} -> kept(Z, Stream, Format, Rest, {body, End}, Status, Out ++ More)
    end;
read(Z, Stream, gzip, Input, {trailer, End}, Limit, Out) ->
    case Input of
        <<_:64, Rest/binary>> ->
            moonbeam_zlib:reset(Stream),
            case Rest of
                <<>> -> kept(Z, Stream, gzip, <<>>, {finished, End}, finished, Out);
                _ -> read(Z, Stream, gzip, Rest, {header, End}, Limit, Out)
            end;
        _ -> kept(Z, Stream, gzip, Input, {trailer, End}, continue, Out)
    end;
read(Z, Stream, gzip, Input, {finished, End}, Limit, Out) when Input =/= <<>> ->
    read(Z, Stream, gzip, Input, {header, End}, Limit, Out);
read(Z, Stream, Format, _, {finished, End}, _, Out) -> kept(Z, Stream, Format, <<>>, {finished, End}, finished, Out).

kept(Z, Stream, Format, Input, Phase, Status, Out) ->
    moonbeam_zlib:set_state(Z, {inflate, Stream, Format, Input, Phase}),
    {Status, Out}.

%% The optional parts of a gzip header.
header(<<31, 139, 8, Flags, _:48, Rest/binary>>) -> extra(Flags, Rest);
header(Input) when byte_size(Input) < 10 ->
    Size = min(3, byte_size(Input)),
    case binary:part(<<31, 139, 8>>, 0, Size) =:= binary:part(Input, 0, Size) of
        true -> more;
        false -> bad
    end;
header(_) -> bad.

extra(Flags, Rest) when Flags band 4 =:= 0 -> name(Flags, Rest);
extra(Flags, <<Size:16/little, _:Size/binary, Rest/binary>>) -> name(Flags, Rest);
extra(_, _) -> more.

name(Flags, Rest) when Flags band 8 =:= 0 -> comment(Flags, Rest);
name(Flags, Rest) ->
    case binary:split(Rest, <<0>>) of
        [_, After] -> comment(Flags, After);
        _ -> more
    end.

comment(Flags, Rest) when Flags band 16 =:= 0 -> check(Flags, Rest);
comment(Flags, Rest) ->
    case binary:split(Rest, <<0>>) of
        [_, After] -> check(Flags, After);
        _ -> more
    end.

check(Flags, Rest) when Flags band 2 =:= 0 -> {ok, Rest};
check(_, <<_:16, Rest/binary>>) -> {ok, Rest};
check(_, _) -> more.

%% ---- Sizes and sums ----

setBufSize(Z, Size) when is_integer(Size), Size > 0 ->
    _ = state(Z),
    ok.
getBufSize(Z) ->
    _ = state(Z),
    ?SAFE_CHUNK.

crc32(Z) ->
    case state(Z) of
        {deflate, _, _, Sum, _, _} -> Sum;
        _ -> erlang:error(not_initialized)
    end.
crc32(Z, Data) ->
    _ = state(Z),
    erlang:crc32(Data).
crc32(Z, Sum, Data) ->
    _ = state(Z),
    erlang:crc32(Sum, Data).
adler32(Z, Data) ->
    _ = state(Z),
    erlang:adler32(Data).
adler32(Z, Sum, Data) ->
    _ = state(Z),
    erlang:adler32(Sum, Data).
crc32_combine(Z, First, Second, Size) ->
    _ = state(Z),
    erlang:crc32_combine(First, Second, Size).
adler32_combine(Z, First, Second, Size) ->
    _ = state(Z),
    erlang:adler32_combine(First, Second, Size).
