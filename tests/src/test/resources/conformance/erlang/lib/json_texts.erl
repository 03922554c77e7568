%% JSON read and written, in pieces and with functions of one's own.
%% oracle: none OTP has it from release 27 on
-module(json_texts).
-export([main/0]).

main() ->
    P = fun(X) -> io:format("~p~n",[X]) end, D = fun(B) -> P(try json:decode(B) catch C:R -> {C,R} end) end,
 [D(B) || B <- [<<"{\"a\": [1, -2.5, 1e3, true, false, null, \"x\\n\\u00e9\\ud83d\\ude00\"], \"b\": {}}">>, <<" [] ">>, <<"">>, <<"[1,">>, <<"[1 2]">>, <<"01">>, <<"-">>, <<"1.">>, <<"tru">>, <<"trux">>, <<"\"\\ud800x\"">>, <<"\"abc">>, <<"\"a\nb\"">>, <<255>>, <<"\"",195>>, <<"\"",195,"\"">>, <<"1e400">>, <<"123456789012345678901234567890">>, <<"{\"a\":1,}">>, <<"{1:2}">>, <<"1 x">>, <<"-0">>, <<"0.1e-2">>, <<"\"\\x\"">>]],
 [P(iolist_to_binary(json:encode(T))) || T <- [#{a => [1,2.5,null,true,<<"x\"\\\n",1,"é"/utf8>>], <<"b">> => #{}, 3 => []}, [], abc, 1.0e100]],
 P(iolist_to_binary(json:encode_binary_escape_all(<<"é😀"/utf8>>))),
    P(try json:encode({1}) catch error:E -> E end),
    P(try json:encode(<<255>>) catch error:E2 -> E2 end),
 {continue,S} = json:decode_start(<<"[1, 2">>, ok, #{}),
    {continue,S2} = json:decode_continue(<<"3, \"a">>, S),
    P(json:decode_continue(<<"b\"] tail">>, S2)),
    {continue,S3} = json:decode_start(<<"12">>,acc,#{}),
    P(json:decode_continue(end_of_input,S3)),
 P(json:decode(<<"{\"k\":[1,null]}">>, [], #{null => nil, object_push => fun(K,V,A) -> [{binary_to_atom(K),V}|A] end, object_finish => fun(A,Old) -> {A,Old} end, array_finish => fun(A,Old) -> {list_to_tuple(lists:reverse(A)),Old} end})),
 io:put_chars(json:format(#{a => [1,2], b => #{c => [#{d => 1}], e => []}})),
    P(try iolist_to_binary(json:encode([{a,1}], fun(L, E3) when is_list(L) -> json:encode_key_value_list(L, E3); (O,E3) -> json:encode_value(O,E3) end)) catch C9:R9 -> {C9,R9} end),
    P(try iolist_to_binary(json:encode_map_checked(#{a=>1,<<"a">>=>2}, fun json:encode_value/2)) catch error:E5 -> E5 end).
%% expect: #{<<"a">> => [1,-2.5,1.0e3,true,false,null,<<120,10,195,169,240,159,152,128>>],
%% expect:   <<"b">> => #{}}
%% expect: []
%% expect: {error,unexpected_end}
%% expect: {error,unexpected_end}
%% expect: {error,{invalid_byte,50}}
%% expect: {error,{invalid_byte,49}}
%% expect: {error,unexpected_end}
%% expect: {error,unexpected_end}
%% expect: {error,unexpected_end}
%% expect: {error,{invalid_byte,120}}
%% expect: {error,{unexpected_sequence,<<"\\ud800">>}}
%% expect: {error,unexpected_end}
%% expect: {error,{invalid_byte,10}}
%% expect: {error,{invalid_byte,255}}
%% expect: {error,unexpected_end}
%% expect: {error,{invalid_byte,34}}
%% expect: {error,{unexpected_sequence,<<"1e400">>}}
%% expect: 123456789012345678901234567890
%% expect: {error,{invalid_byte,125}}
%% expect: {error,{invalid_byte,49}}
%% expect: {error,{invalid_byte,120}}
%% expect: 0
%% expect: 0.001
%% expect: {error,{invalid_byte,120}}
%% expect: <<"{\"3\":[],\"a\":[1,2.5,null,true,\"x\\\"\\\\\\n\\u0001Ã©\"],\"b\":{}}">>
%% expect: <<"[]">>
%% expect: <<"\"abc\"">>
%% expect: <<"1.0e100">>
%% expect: <<"\"\\u00E9\\uD83D\\uDE00\"">>
%% expect: {unsupported_type,{1}}
%% expect: unexpected_end
%% expect: {[1,23,<<"ab">>],ok,<<"tail">>}
%% expect: {12,acc,<<>>}
%% expect: {[{k,{1,nil}}],[],<<>>}
%% expect: {
%% expect:   "a": [1,2],
%% expect:   "b": {
%% expect:     "c": [
%% expect:       {
%% expect:         "d": 1
%% expect:       }
%% expect:     ],
%% expect:     "e": []
%% expect:   }
%% expect: }
%% expect: <<"{\"a\":1}">>
%% expect: {duplicate_key,<<"a">>}
