%% An array is the term that it is in OTP.
array:new().  % expect: {array,0,10,undefined,10}
array:new([{size, 30}, {default, 0}, {fixed, false}]).  % expect: {array,30,100,0,100}
array:new(3, fixed).  % expect: {array,3,0,undefined,10}
A = array:set(12, x, array:set(0, y, array:new())).  % expect: {array,13,100,undefined,{{y,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined},{undefined,undefined,x,undefined,undefined,undefined,undefined,undefined,undefined,undefined},10,10,10,10,10,10,10,10,10}}
array:from_list(lists:seq(1, 12)).  % expect: {array,12,100,undefined,{{1,2,3,4,5,6,7,8,9,10},{11,12,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined},10,10,10,10,10,10,10,10,10}}
array:from_list([], none).  % expect: {array,0,10,none,10}
array:from_orddict([{1, a}, {25, b}], none).  % expect: {array,26,100,none,{{none,a,none,none,none,none,none,none,none,none},10,{none,none,none,none,none,b,none,none,none,none},10,10,10,10,10,10,10,10}}
array:size(A).  % expect: 13
array:sparse_size(array:set(40, undefined, A)).  % expect: 13
array:sparse_to_orddict(A).  % expect: [{0,y},{12,x}]
array:to_list(A).  % expect: [y,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,x]
array:get(7, A).  % expect: undefined
array:get(100, A).  % expect: undefined
array:get(100, array:fix(A)).  % expect error: badarg
array:set(13, z, array:fix(A)).  % expect error: badarg
array:is_fix(array:relax(array:fix(A))).  % expect: false
%% What was beyond the end is there again when the array grows.
array:to_orddict(array:resize(14, array:resize(2, A))).  % expect: [{0,y},{1,undefined},{2,undefined},{3,undefined},{4,undefined},{5,undefined},{6,undefined},{7,undefined},{8,undefined},{9,undefined},{10,undefined},{11,undefined},{12,x},{13,undefined}]
array:resize(array:set(5, undefined, A)).  % expect: {array,13,100,undefined,{{y,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined},{undefined,undefined,x,undefined,undefined,undefined,undefined,undefined,undefined,undefined},10,10,10,10,10,10,10,10,10}}
array:resize(a, A).  % expect error: badarg
array:reset(12, A).  % expect: {array,13,100,undefined,{{y,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined},{undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined},10,10,10,10,10,10,10,10,10}}
array:reset(13, array:fix(A)).  % expect error: badarg
array:map(fun(I, V) -> {I, V} end, array:from_list([a, b, c])).  % expect: {array,3,10,undefined,{{0,a},{1,b},{2,c},undefined,undefined,undefined,undefined,undefined,undefined,undefined}}
array:sparse_map(fun(I, _) -> I end, A).  % expect: {array,13,100,undefined,{{0,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined,undefined},{undefined,undefined,12,undefined,undefined,undefined,undefined,undefined,undefined,undefined},10,10,10,10,10,10,10,10,10}}
array:foldl(fun(I, V, Acc) -> [{I, V} | Acc] end, [], array:from_list([a, b, c])).  % expect: [{2,c},{1,b},{0,a}]
array:foldr(fun(I, V, Acc) -> [{I, V} | Acc] end, [], array:from_list(lists:seq(1, 11))).  % expect: [{0,1},{1,2},{2,3},{3,4},{4,5},{5,6},{6,7},{7,8},{8,9},{9,10},{10,11}]
array:sparse_foldl(fun(I, _, Acc) -> [I | Acc] end, [], array:set(1000, z, A)).  % expect: [1000,12,0]
array:sparse_foldr(fun(I, _, Acc) -> [I | Acc] end, [], array:set(1000, z, A)).  % expect: [0,12,1000]
array:foldl(none, [], A).  % expect error: badarg
array:is_array({array, 1, a, b, c}).  % expect: false
array:default(array:new({default, 4})).  % expect: 4
array:from_list([1 | 2]).  % expect error: badarg
array:from_orddict([{2, a}, {1, b}]).  % expect error: {badarg,[{1,b}]}
array:new([{size, -1}]).  % expect error: badarg
array:size(none).  % expect error: badarg
[array:get(I, array:from_list(lists:seq(0, 12345))) || I <- [0, 9, 10, 99, 100, 9999, 10000, 12345]].  % expect: [0,9,10,99,100,9999,10000,12345]
