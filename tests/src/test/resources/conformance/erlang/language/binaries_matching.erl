<<A, B/binary>> = <<1, 2, 3>>.  % expect: <<1,2,3>>
{A, B}.  % expect: {1,<<2,3>>}
<<C:4, D:4>> = <<16#AB>>.  % expect: <<"«">>
{C, D}.  % expect: {10,11}
<<E:16/little>> = <<1, 2>>.  % expect: <<1,2>>
E.  % expect: 513
<<F:8/signed>> = <<255>>.  % expect: <<"ÿ">>
F.  % expect: -1
<<G/float>> = <<63, 248, 0, 0, 0, 0, 0, 0>>.  % expect: <<63,248,0,0,0,0,0,0>>
G.  % expect: 1.5
<<H:2/binary, _/binary>> = <<"abc">>.  % expect: <<"abc">>
H.  % expect: <<"ab">>
<<L, S:L/binary, R/binary>> = <<2, "abc">>.  % expect: <<2,97,98,99>>
{S, R}.  % expect: {<<"ab">>,<<"c">>}
<<X:16>> = <<1>>.  % expect error: {badmatch,<<1>>}
<<"ab", Rest/binary>> = <<"abc">>.  % expect: <<"abc">>
Rest.  % expect: <<"c">>
<<"ax", _/binary>> = <<"abc">>.  % expect error: {badmatch,<<"abc">>}
<<I/utf8, J/binary>> = <<"éa"/utf8>>.  % expect: <<"éa"/utf8>>
{I, J}.  % expect: {233,<<"a">>}
<<K/utf8>> = <<255>>.  % expect error: {badmatch,<<"ÿ">>}
<<M:3, N/bitstring>> = <<1, 2>>.  % expect: <<1,2>>
{M, N}.  % expect: {0,<<8,2:5>>}
<<O:7/binary-unit:1, _/bits>> = <<255>>.  % expect: <<"ÿ">>
O.  % expect: <<127:7>>
<<P:72>> = <<1:72>>.  % expect: <<0,0,0,0,0,0,0,0,1>>
P.  % expect: 1
<<Q:12/signed-little, _:4>> = <<16#FF, 16#F0>>.  % expect: <<"ÿð">>
Q.  % expect: -1
<<T:4/binary-unit:4, U/binary>> = <<1, 2, 3>>.  % expect: <<1,2,3>>
{T, U}.  % expect: {<<1,2>>,<<3>>}
case <<1, 2, 3>> of <<V, W>> -> {V, W}; <<V, W, Y>> -> {V, W, Y} end.  % expect: {1,2,3}
<<_:8, Z/binary>> = <<>>.  % expect error: {badmatch,<<>>}
<<1:4, AA:4>> = <<16#15>>.  % expect: <<21>>
AA.  % expect: 5
<<BB:32/float>> = <<16#7F800000:32>>.  % expect error: {badmatch,<<127,128,0,0>>}
<<_/binary>> = <<1:3>>.  % expect error: {badmatch,<<1:3>>}
<<CC/utf16>> = <<233/utf16>>.  % expect: <<0,233>>
CC.  % expect: 233
<<DD:8/unsigned-integer, EE/integer>> = <<200, 100>>.  % expect: <<"Èd">>
{DD, EE}.  % expect: {200,100}
