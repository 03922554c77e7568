%% Keys made of passwords. The first three are test vectors of RFC 6070.
%% oracle: none where OTP comes without its library for cryptography there is nothing to ask
-module(crypto_keys_of_passwords).
-export([main/0]).

main() ->
    show(sha, <<"password">>, <<"salt">>, 1, 20),  % expect: 0c60c80f961f0e71f3a9b524af6012062fe037a6
    show(sha, <<"password">>, <<"salt">>, 2, 20),  % expect: ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957
    show(sha, <<"passwordPASSWORDpassword">>, ["saltSALT", <<"saltSALTsaltSALT">>, "saltSALTsalt"], 4096, 25),  % expect: 3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038
    show(sha256, <<"">>, <<"x">>, 3, 1),  % expect: 46
    show(sha512, <<"p">>, <<"">>, 2, 100),  % expect: 1edb4296e4d3ea8628e6742b963832c237e25073aba41f07460073823e1e242b7085fec1241abb4347d48909aa188ee03d131b856b50b410b4fa14f3e5c47c073133c483a662eebc0b0b56fa599e35e09e8d904e9f5b8a2909f590545ce8dd5e845a54c9
    [io:format("~p~n", [try crypto:pbkdf2_hmac(D, <<"p">>, <<"s">>, N, L) catch error:R -> R end]) ||
        {D, N, L} <- [{md2, 1, 1}, {sha, 0, 1}, {sha, 1, 0}, {sha, 1 bsl 70, 1}, {sha, 1, 1 bsl 70}]].
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg

show(Digest, Password, Salt, Rounds, Length) ->
    io:format("~s~n", [binary:encode_hex(crypto:pbkdf2_hmac(Digest, Password, Salt, Rounds, Length), lowercase)]).
