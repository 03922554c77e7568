% policy: untrusted
% limit: reductions=1M,time=30s
crypto:pbkdf2_hmac(sha256, <<"p">>, <<"s">>, 1 bsl 60, 32).  % expect kill: reductions
