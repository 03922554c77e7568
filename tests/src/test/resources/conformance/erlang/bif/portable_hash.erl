% The values of phash2 are the same in every release: programs store what they put by them.
erlang:phash2(a).  % expect: 97
erlang:phash2('hello world').  % expect: 18131988
erlang:phash2([]).  % expect: 113427502
erlang:phash2("abcde").  % expect: 71169904
erlang:phash2([x, 1, 1000]).  % expect: 95094981
erlang:phash2({a, 1, "abc", <<"x">>, 1.5, #{a => 1}}).  % expect: 45102713
erlang:phash2(-1).  % expect: 44071773
erlang:phash2(1 bsl 40).  % expect: 13893919
erlang:phash2(1 bsl 100).  % expect: 126219984
erlang:phash2(-2.5e10).  % expect: 48924558
erlang:phash2(<<"a binary of more than twelve bytes">>).  % expect: 112480470
erlang:phash2(<<1:3>>).  % expect: 73037028
erlang:phash2(#{a => 1, b => [1]}).  % expect: 128400529
erlang:phash2({}, 1000).  % expect: 996
erlang:phash2(x, 0).  % expect error: badarg
