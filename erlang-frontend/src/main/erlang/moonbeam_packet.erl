%% Packets in a stream of bytes: what erlang:decode_packet/3 does (erts manual, erlang).
-module(moonbeam_packet).

-export([decode/3]).

-record(limits, {packet = 0, line = 0, delimiter = $\n}).

-define(IS_SPACE(C), (C =:= $\s orelse C =:= $\t)).
%% Longer names of headers are given as they are.
-define(LONGEST_NAME, 50).

decode(Type, Bits, Options) ->
    try
        Limits = limits(Options, #limits{}),
        Whole = whole_bytes(Bits),
        <<Bytes:Whole/binary, _/bits>> = Bits,
        packet(Type, Bytes, Limits)
    catch
        throw:wrong -> erlang:error(badarg, [Type, Bits, Options])
    end.

whole_bytes(Bits) when is_bitstring(Bits) -> bit_size(Bits) div 8;
whole_bytes(_) -> throw(wrong).

limits([{packet_size, Size} | Rest], Limits) when is_integer(Size), Size >= 0 ->
    limits(Rest, Limits#limits{packet = Size});
limits([{line_length, Length} | Rest], Limits) when is_integer(Length), Length >= 0 ->
    limits(Rest, Limits#limits{line = Length});
limits([{line_delimiter, Byte} | Rest], Limits) when is_integer(Byte), Byte >= 0, Byte =< 255 ->
    limits(Rest, Limits#limits{delimiter = Byte});
limits([], Limits) -> Limits;
limits(_, _) -> throw(wrong).

packet(Raw, <<>>, _) when Raw =:= raw; Raw =:= 0 -> {more, undefined};
packet(Raw, Bytes, _) when Raw =:= raw; Raw =:= 0 -> {ok, Bytes, <<>>};
packet(line, Bytes, Limits) -> line(Bytes, Limits);
packet(http, Bytes, Limits) -> http(Bytes, fun binary_to_list/1, Limits);
packet(http_bin, Bytes, Limits) -> http(Bytes, fun(Text) -> Text end, Limits);
packet(httph, Bytes, Limits) -> header(Bytes, fun binary_to_list/1, Limits);
packet(httph_bin, Bytes, Limits) -> header(Bytes, fun(Text) -> Text end, Limits);
packet(Type, Bytes, Limits) ->
    case frame(Type, Bytes) of
        unknown -> throw(wrong);
        more -> {more, undefined};
        invalid -> {error, invalid};
        {Skip, Head, Body} -> framed(Type, Skip, Head, Body, Bytes, Limits)
    end.

%% ---- Packets that say how long they are: {bytes left out, bytes before the body, bytes of the body} ----
%% Those of FastCGI are followed by bytes that belong to nothing.

frame(1, <<Length, _/binary>>) -> {1, 1, Length};
frame(2, <<Length:16, _/binary>>) -> {2, 2, Length};
frame(4, <<Length:32, _/binary>>) -> {4, 4, Length};
frame(sunrm, <<_:1, Length:31, _/binary>>) -> {0, 4, Length};
frame(tpkt, <<3, _, Length:16, _/binary>>) when Length >= 4 -> {0, 4, Length - 4};
frame(tpkt, <<_:4/binary, _/binary>>) -> invalid;
frame(fcgi, <<1, _:3/binary, Length:16, Padding, _, _/binary>>) -> {{padding, Padding}, 8, Length};
frame(fcgi, <<_:8/binary, _/binary>>) -> invalid;
frame(cdr, <<"GIOP", _, _, 0:8, _, Length:32/big, _/binary>>) -> {0, 12, Length};
frame(cdr, <<"GIOP", _, _, Flags, _, Length:4/binary, _/binary>>) ->
    {0, 12, case Flags band 1 of
                1 -> binary:decode_unsigned(Length, little);
                0 -> binary:decode_unsigned(Length)
            end};
frame(cdr, <<_:12/binary, _/binary>>) -> invalid;
frame(asn1, Bytes) -> asn1(Bytes);
frame(ssl_tls, <<_, _, _, Length:16, _/binary>>) -> {0, 5, Length};
frame(Type, _) ->
    case lists:member(Type, [1, 2, 4, sunrm, tpkt, fcgi, cdr, ssl_tls]) of
        true -> more;
        false -> unknown
    end.

%% A tag of one byte or of several, then a length of one byte or of as many as that says (X.690).
asn1(<<_:3, 31:5, Rest/binary>>) -> asn1_tag(Rest, 1);
asn1(<<_, Rest/binary>>) -> asn1_length(Rest, 1);
asn1(<<>>) -> more.

asn1_tag(<<1:1, _:7, Rest/binary>>, At) -> asn1_tag(Rest, At + 1);
asn1_tag(<<_, Rest/binary>>, At) -> asn1_length(Rest, At + 1);
asn1_tag(<<>>, _) -> more.

asn1_length(<<0:1, Length:7, _/binary>>, At) -> {0, At + 1, Length};
asn1_length(<<1:1, Count:7, Rest/binary>>, At) when byte_size(Rest) >= Count ->
    <<Length:Count/unit:8, _/binary>> = Rest,
    {0, At + 1 + Count, Length};
asn1_length(_, _) -> more.

framed(_, _, Head, Body, _, #limits{packet = Most}) when Most > 0, Body > Most; Body > 16#7fffffff - Head -> {error, invalid};
framed(_, _, Head, Body, Bytes, _) when byte_size(Bytes) < Head + Body -> {more, Head + Body};
framed(ssl_tls, _, Head, Body, <<Type, Major, Minor, _/binary>> = Bytes, _) ->
    <<_:Head/binary, Data:Body/binary, Rest/binary>> = Bytes,
    {ok, {ssl_tls, [], Type, {Major, Minor}, Data}, Rest};
framed(fcgi, {padding, Padding}, Head, Body, Bytes, _) ->
    Length = Head + Body,
    case Bytes of
        <<Data:Length/binary, _:Padding/binary, Rest/binary>> -> {ok, Data, Rest};
        _ -> {more, Length + Padding}
    end;
framed(_, Skip, Head, Body, Bytes, _) ->
    Length = Head - Skip + Body,
    <<_:Skip/binary, Data:Length/binary, Rest/binary>> = Bytes,
    {ok, Data, Rest}.

%% ---- Lines ----

line(Bytes, #limits{packet = Packet, line = Line, delimiter = Delimiter}) ->
    {Length, Found} = case binary:match(Bytes, <<Delimiter>>) of
                          {At, 1} -> {At + 1, true};
                          nomatch -> {byte_size(Bytes), false}
                      end,
    if
        Packet > 0, Length > Packet -> {error, invalid};
        Line > 0, Length > Line; Line > 0, Length =:= Line, not Found -> split(Bytes, Line);
        Found -> split(Bytes, Length);
        true -> {more, undefined}
    end.

split(Bytes, Length) ->
    <<First:Length/binary, Rest/binary>> = Bytes,
    {ok, First, Rest}.

%% ---- HTTP: the first line, then one header after the other ----

http(Bytes, Text, Limits) ->
    case line(Bytes, Limits#limits{line = 0, delimiter = $\n}) of
        {ok, Line, Rest} -> {ok, first_line(without_end(Line), Line, Text), Rest};
        Other -> Other
    end.

without_end(Line) ->
    Length = byte_size(Line),
    case binary:longest_common_suffix([Line, <<"\r\n">>]) of
        2 -> binary:part(Line, 0, Length - 2);
        _ -> binary:part(Line, 0, Length - 1)
    end.

first_line(<<"HTTP/", _/binary>> = Response, Line, Text) ->
    case version(Response) of
        {Version, <<Space, Rest/binary>>} when ?IS_SPACE(Space) ->
            {Digits, Phrase} = digits(unindented(Rest)),
            case Phrase of
                <<C, _/binary>> when not ?IS_SPACE(C) -> {http_error, Text(Line)};
                _ -> {http_response, Version, number(Digits), Text(unindented(Phrase))}
            end;
        _ -> {http_error, Text(Line)}
    end;
first_line(Request, Line, Text) ->
    {Method, Rest} = word(Request),
    {Uri, Behind} = word(unindented(Rest)),
    Version = case unindented(Behind) of
                  <<>> -> {{0, 9}, <<>>};
                  Words -> version(Words)
              end,
    case {Method, Uri, Version} of
        {<<_, _/binary>>, <<_, _/binary>>, {Number, _}} -> {http_request, method(Method, Text), uri(Uri, Text), Number};
        _ -> {http_error, Text(Line)}
    end.

word(Bytes) ->
    case binary:match(Bytes, [<<" ">>, <<"\t">>]) of
        {At, 1} -> split_binary(Bytes, At);
        nomatch -> {Bytes, <<>>}
    end.

unindented(<<Space, Rest/binary>>) when ?IS_SPACE(Space) -> unindented(Rest);
unindented(Bytes) -> Bytes.

%% The number, and what is behind it.
version(<<"HTTP/", Bytes/binary>>) ->
    case digits(Bytes) of
        {[_ | _] = Major, <<$., Rest/binary>>} ->
            case digits(Rest) of
                {[_ | _] = Minor, Behind} -> {{number(Major), number(Minor)}, Behind};
                _ -> none
            end;
        _ -> none
    end;
version(_) -> none.

digits(Bytes) -> digits(Bytes, []).

digits(<<C, Rest/binary>>, Digits) when C >= $0, C =< $9 -> digits(Rest, [C | Digits]);
digits(Rest, Digits) -> {lists:reverse(Digits), Rest}.

number([]) -> 0;
number(Digits) -> list_to_integer(Digits).

method(Method, Text) ->
    case lists:member(Method, [<<"OPTIONS">>, <<"GET">>, <<"HEAD">>, <<"POST">>, <<"PUT">>, <<"DELETE">>, <<"TRACE">>]) of
        true -> binary_to_atom(Method);
        false -> Text(Method)
    end.

uri(<<"*">>, _) -> '*';
uri(<<$/, _/binary>> = Path, Text) -> {abs_path, Text(Path)};
uri(Uri, Text) ->
    case binary:split(Uri, <<":">>) of
        [<<_:4/binary>> = Scheme, <<"//", Rest/binary>>] -> absolute(http, Scheme, Rest, Text);
        [<<_:5/binary>> = Scheme, <<"//", Rest/binary>>] -> absolute(https, Scheme, Rest, Text);
        [Scheme, Rest] -> {scheme, Text(Scheme), Text(Rest)};
        [Path] -> {abs_path, Text(Path)}
    end.

absolute(Scheme, Given, Rest, Text) ->
    case string:lowercase(Given) =:= atom_to_binary(Scheme) of
        true -> absolute(Scheme, Rest, Text);
        false -> {scheme, Text(Given), Text(<<"//", Rest/binary>>)}
    end.

absolute(Scheme, Rest, Text) ->
    {Authority, Path} = case binary:match(Rest, <<"/">>) of
                            {At, 1} -> split_binary(Rest, At);
                            nomatch -> {Rest, <<"/">>}
                        end,
    {Host, Port} = case binary:split(Authority, <<":">>) of
                       [Name, Digits] -> {Name, port(Digits)};
                       [Name] -> {Name, undefined}
                   end,
    {absoluteURI, Scheme, Text(Host), Port, Text(Path)}.

port(Digits) ->
    try binary_to_integer(Digits) of
        Port when Port >= 0 -> Port;
        _ -> undefined
    catch error:badarg -> undefined
    end.

%% A header goes on in lines that are indented, so its end is known by what begins behind it.
header(<<"\r\n", Rest/binary>>, _, _) -> {ok, http_eoh, Rest};
header(<<"\n", Rest/binary>>, _, _) -> {ok, http_eoh, Rest};
header(Bytes, Text, #limits{packet = Packet}) ->
    case header_end(Bytes, 0) of
        none when Packet > 0, byte_size(Bytes) > Packet -> {error, invalid};
        none -> {more, undefined};
        Length when Packet > 0, Length > Packet -> {error, invalid};
        Length ->
            {Line, Rest} = split_binary(Bytes, Length),
            {ok, field(without_end(Line), Line, Text), Rest}
    end.

header_end(Bytes, From) ->
    case binary:match(Bytes, <<"\n">>, [{scope, {From, byte_size(Bytes) - From}}]) of
        {At, 1} when At + 1 =:= byte_size(Bytes) -> none;
        {At, 1} ->
            case binary:at(Bytes, At + 1) of
                Space when ?IS_SPACE(Space) -> header_end(Bytes, At + 1);
                _ -> At + 1
            end;
        nomatch -> none
    end.

field(Bytes, Line, Text) ->
    case binary:split(Bytes, <<":">>) of
        [<<_, _/binary>> = Name, Value] ->
            case lists:all(fun is_token/1, binary_to_list(Name)) of
                true ->
                    {Number, Shown} = known(Name, Text),
                    {http_header, Number, Shown, Text(Name), Text(unindented(Value))};
                false -> {http_error, Text(Line)}
            end;
        _ -> {http_error, Text(Line)}
    end.

%% RFC 2616, section 2.2.
is_token(C) -> C > 32 andalso C < 127 andalso not lists:member(C, "()<>@,;:\\\"/[]?={}").

known(Name, Text) when byte_size(Name) =< ?LONGEST_NAME ->
    Capitalised = list_to_binary(capitalised(binary_to_list(Name), true)),
    case index(Capitalised, names(), 1) of
        0 -> {0, Text(Capitalised)};
        Number -> {Number, binary_to_atom(Capitalised)}
    end;
known(Name, Text) -> {0, Text(Name)}.

capitalised([C | Rest], true) when C >= $a, C =< $z -> [C - 32 | capitalised(Rest, false)];
capitalised([C | Rest], true) -> [C | capitalised(Rest, false)];
capitalised([$- | Rest], false) -> [$- | capitalised(Rest, true)];
capitalised([C | Rest], false) when C >= $A, C =< $Z -> [C + 32 | capitalised(Rest, false)];
capitalised([C | Rest], false) -> [C | capitalised(Rest, false)];
capitalised([], _) -> [].

index(Name, [Name | _], At) -> At;
index(Name, [_ | Rest], At) -> index(Name, Rest, At + 1);
index(_, [], _) -> 0.

names() ->
    [<<"Cache-Control">>, <<"Connection">>, <<"Date">>, <<"Pragma">>, <<"Transfer-Encoding">>, <<"Upgrade">>, <<"Via">>,
     <<"Accept">>, <<"Accept-Charset">>, <<"Accept-Encoding">>, <<"Accept-Language">>, <<"Authorization">>, <<"From">>,
     <<"Host">>, <<"If-Modified-Since">>, <<"If-Match">>, <<"If-None-Match">>, <<"If-Range">>, <<"If-Unmodified-Since">>,
     <<"Max-Forwards">>, <<"Proxy-Authorization">>, <<"Range">>, <<"Referer">>, <<"User-Agent">>, <<"Age">>, <<"Location">>,
     <<"Proxy-Authenticate">>, <<"Public">>, <<"Retry-After">>, <<"Server">>, <<"Vary">>, <<"Warning">>,
     <<"Www-Authenticate">>, <<"Allow">>, <<"Content-Base">>, <<"Content-Encoding">>, <<"Content-Language">>,
     <<"Content-Length">>, <<"Content-Location">>, <<"Content-Md5">>, <<"Content-Range">>, <<"Content-Type">>, <<"Etag">>,
     <<"Expires">>, <<"Last-Modified">>, <<"Accept-Ranges">>, <<"Set-Cookie">>, <<"Set-Cookie2">>, <<"X-Forwarded-For">>,
     <<"Cookie">>, <<"Keep-Alive">>, <<"Proxy-Connection">>].
