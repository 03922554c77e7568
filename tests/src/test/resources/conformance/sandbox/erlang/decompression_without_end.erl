%% policy: standard
%% limit: memory=64M
%% A few kilobytes that inflate to hundreds of megabytes: what comes out is charged as it comes.
-module(decompression_without_end).
-export([main/0]).
main() ->
    Z = zlib:open(),
    zlib:deflateInit(Z, best_compression),
    Small = iolist_to_binary([zlib:deflate(Z, <<0:8000000>>) || _ <- lists:seq(1, 200)] ++ [zlib:deflate(Z, [], finish)]),
    byte_size(zlib:uncompress(Small)).
%% expect kill: memory
