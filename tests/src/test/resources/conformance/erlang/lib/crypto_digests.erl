% oracle: none crypto is an application of its own, which need not be installed
crypto:hash(sha256, <<"abc">>).  % expect: <<186,120,22,191,143,1,207,234,65,65,64,222,93,174,34,35,176,3,97,163,150,23,122,156,180,16,255,97,242,0,21,173>>
crypto:hash(md5, ["a", <<"bc">>]) =:= erlang:md5("abc").  % expect: true
[byte_size(crypto:hash(T, "")) || T <- [md5, sha, sha224, sha256, sha384, sha512, sha3_256]].  % expect: [16,20,28,32,48,64,32]
crypto:mac(hmac, sha256, <<"key">>, "The quick brown fox jumps over the lazy dog").  % expect: <<247,188,131,244,48,83,132,36,177,50,152,230,170,111,177,67,239,77,89,161,73,70,23,89,151,71,157,188,45,26,60,216>>
crypto:mac(hmac, sha, "", "").  % expect: <<251,219,29,27,24,170,108,8,50,75,125,100,183,31,183,99,112,105,14,29>>
crypto:macN(hmac, sha256, <<"key">>, "data", 4).  % expect: <<"P1þ=">>
crypto:hash_final(crypto:hash_update(crypto:hash_update(crypto:hash_init(sha), "ab"), "c")) =:= crypto:hash(sha, "abc").  % expect: true
byte_size(crypto:strong_rand_bytes(16)).  % expect: 16
crypto:exor(<<1, 2>>, <<3, 3>>).  % expect: <<2,1>>
crypto:bytes_to_integer(<<1, 0>>).  % expect: 256
