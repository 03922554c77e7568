%% Each function takes its own options and no others.
binary:match(<<"abc">>, <<"b">>, [global]).  % expect error: badarg
binary:matches(<<"abc">>, <<"b">>, [trim]).  % expect error: badarg
binary:split(<<"abc">>, <<"b">>, [global, trim, trim_all, {scope, {0, 2}}]).  % expect: [<<"a">>,<<"c">>]
binary:split(<<"abc">>, <<"b">>, [{insert_replaced, 0}]).  % expect error: badarg
binary:replace(<<"abc">>, <<"b">>, <<"x">>, [global, trim]).  % expect error: badarg
binary:replace(<<"abc">>, <<"b">>, <<"x">>, [{insert_replaced, 1}, {scope, {0, 3}}]).  % expect: <<"axbc">>
binary:replace(<<"abc">>, <<"b">>, <<"x">>, [insert_replaced]).  % expect error: badarg
binary:split(<<"abc">>, <<"b">>, [{global, true}]).  % expect error: badarg
