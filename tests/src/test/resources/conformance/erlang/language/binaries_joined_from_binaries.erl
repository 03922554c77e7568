A = <<"first ">>, B = <<"second">>, Sub = binary:part(<<"a long text">>, 2, 4), ok.  % expect: ok
<<A/binary, B/binary>>.  % expect: <<"first second">>
{<<A/binary, B/binary>>, <<A/binary, B/binary, A/binary>>, <<A/binary, Sub/binary, $!>>}.  % expect: {<<"first second">>,<<"first secondfirst ">>,<<"first long!">>}
<<A/binary, B/binary, 1:3, Sub/binary, 5:5>>.  % expect: <<102,105,114,115,116,32,115,101,99,111,110,100,45,141,237,204,229>>
<<A/binary, B/binary, 1:4>>.  % expect: <<102,105,114,115,116,32,115,101,99,111,110,100,1:4>>
{<<A/binary, <<>>/binary>>, <<(<<>>)/binary, A/binary>>, <<(<<>>)/binary, (<<>>)/binary>>}.  % expect: {<<"first ">>,<<"first ">>,<<>>}
{<<A/binary, A/binary>>, <<A/binary, A/binary, A/binary, A/binary>>}.  % expect: {<<"first first ">>,<<"first first first first ">>}
{<<A/binary, B:3/binary>>, <<A/binary, B:3/binary, B/binary>>, <<A:2/binary, B/binary>>}.  % expect: {<<"first sec">>,<<"first secsecond">>,<<"fisecond">>}
<<A/binary, (<<1:3>>)/bits>>.  % expect: <<102,105,114,115,116,32,1:3>>
<<A/binary, B/binary, (<<1:3>>)/bits, A/binary>>.  % expect: <<102,105,114,115,116,32,115,101,99,111,110,100,44,205,46,78,110,132,0:3>>
<<A/binary, (<<1:3>>)/binary>>.  % expect error: badarg
<<A/binary, B/binary, (an_atom)/binary>>.  % expect error: badarg
%% Two that go on from the same binary do not see one another.
C = <<A/binary, B/binary>>, {<<C/binary, A/binary>>, <<C/binary, B/binary>>, C}.  % expect: {<<"first secondfirst ">>,<<"first secondsecond">>,<<"first second">>}
Grown = lists:foldl(fun(N, Acc) -> <<Acc/binary, (integer_to_binary(N))/binary>> end, <<>>, lists:seq(1, 5000)), {byte_size(Grown), erlang:crc32(Grown)}.  % expect: {18893,2453473993}
Blocks = lists:foldl(fun(N, Acc) -> <<Acc/binary, (binary:copy(<<N>>, 1000))/binary>> end, <<>>, lists:seq(1, 200)), {byte_size(Blocks), erlang:crc32(Blocks)}.  % expect: {200000,164976830}
