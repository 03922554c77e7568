-module(checksums_in_parts).
-export([main/0]).

%% MD5 of data that comes in parts, and checksums of parts put together.

main() ->
  Sizes = [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000],
  io:format("~p~n", [[in_parts(binary:copy(<<"ab">>, N)) || N <- Sizes]]),
  Start = erlang:md5_update(erlang:md5_init(), ["some", <<" data">>]),
  io:format("~p~n", [erlang:md5_final(erlang:md5_update(Start, ".")) =:= erlang:md5("some data.")]),
  ok.

in_parts(Data) ->
  Half = byte_size(Data) div 2,
  <<First:Half/binary, Second/binary>> = Data,
  Context = erlang:md5_update(erlang:md5_update(erlang:md5_init(), First), Second),
  Crc = erlang:crc32_combine(erlang:crc32(First), erlang:crc32(Second), byte_size(Second)),
  Adler = erlang:adler32_combine(erlang:adler32(First), erlang:adler32(Second), byte_size(Second)),
  {erlang:md5_final(Context) =:= erlang:md5(Data), Crc =:= erlang:crc32(Data), Adler =:= erlang:adler32(Data)}.
%% expect: [{true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true},
%% expect:  {true,true,true}]
%% expect: true
