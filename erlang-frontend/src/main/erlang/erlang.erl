%% The functions of this module are written in Java, in the classes *Bifs, but for what takes packets apart.
-module(erlang).

-export([decode_packet/3]).

decode_packet(Type, Bits, Options) -> moonbeam_packet:decode(Type, Bits, Options).
