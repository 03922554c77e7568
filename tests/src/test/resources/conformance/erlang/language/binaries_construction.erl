<<1, 2, 3>>.  % expect: <<1,2,3>>
<<"abc">>.  % expect: <<"abc">>
<<"abc", 0>>.  % expect: <<97,98,99,0>>
<<1:16>>.  % expect: <<0,1>>
<<1:16/little>>.  % expect: <<1,0>>
<<-1:8>>.  % expect: <<"ÿ">>
<<300:8>>.  % expect: <<",">>
<<1:1>>.  % expect: <<1:1>>
<<5:3, 1:1>>.  % expect: <<11:4>>
<<1.5/float>>.  % expect: <<63,248,0,0,0,0,0,0>>
<<1.5:32/float>>.  % expect: <<63,192,0,0>>
<<1.5:32/float-little>>.  % expect: <<0,0,192,63>>
<<1:64/float>>.  % expect: <<63,240,0,0,0,0,0,0>>
<<(<<1, 2>>)/binary, 3>>.  % expect: <<1,2,3>>
<<(<<1, 2, 3>>):2/binary>>.  % expect: <<1,2>>
<<(<<1:4>>)/bits, 2:4>>.  % expect: <<18>>
<<"é"/utf8>>.  % expect: <<"é"/utf8>>
<<233/utf8, 8364/utf8, 127769/utf8>>.  % expect: <<195,169,226,130,172,240,159,140,153>>
<<233/utf16>>.  % expect: <<0,233>>
<<127769/utf16-little>>.  % expect: <<60,216,25,223>>
<<233/utf32>>.  % expect: <<0,0,0,233>>
<<16#D800/utf8>>.  % expect error: badarg
<<a>>.  % expect error: badarg
<<1:a>>.  % expect error: badarg
<<(<<1>>):2/binary>>.  % expect error: badarg
<<1:(-1)>>.  % expect error: badarg
<<(<<1:3>>)/binary>>.  % expect error: badarg
<<1.0:16/float>>.  % expect: <<60,0>>
<<>>.  % expect: <<>>
<<0:0>>.  % expect: <<>>
<<7:4/unit:2>>.  % expect: <<7>>
<<1:2/integer-unit:8>>.  % expect: <<0,1>>
<<1, 2:4>>.  % expect: <<1,2:4>>
bit_size(<<1:13>>).  % expect: 13
byte_size(<<1:13>>).  % expect: 2
<<255:4>>.  % expect: <<15:4>>
<<16#FFFFFFFFFFFFFFFFFF:72>>.  % expect: <<"ÿÿÿÿÿÿÿÿÿ">>
<<(1 bsl 70):80>>.  % expect: <<0,64,0,0,0,0,0,0,0,0>>
