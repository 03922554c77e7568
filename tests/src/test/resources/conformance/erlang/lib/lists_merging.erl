%% Merging in both directions, and what becomes of equal elements, in order and not.
lists:merge([1, 3], [2.0, 3.0]).  % expect: [1,2.0,3,3.0]
lists:umerge([1, 2.0], [1.0, 2, 3]).  % expect: [1,2.0,3]
lists:umerge([1, 1], [1, 1]).  % expect: [1,1,1]
lists:umerge([1], [1, 1]).  % expect: [1,1]
lists:umerge([3, 1], [2, 2, 1]).  % expect: [2,2,1,3,1]
lists:umerge3([a, c], [b, c], [a, d]).  % expect: [a,b,c,d]
lists:ukeymerge(1, [{1, a}, {2, b}], [{1.0, c}, {2, d}, {3, e}]).  % expect: [{1,a},{2,b},{3,e}]
lists:ukeymerge(2, [{a, 1}, {b, 1}], [{c, 1}, {d, 1}]).  % expect: [{a,1},{b,1},{d,1}]
F = fun({A, _}, {B, _}) -> A =< B end.  % expect: #Fun<...>
lists:umerge(F, [{1, a}, {1, b}, {1, c}], [{1, d}, {1, e}]).  % expect: [{1,a},{1,b},{1,c},{1,e}]
lists:usort(F, [{2, a}, {1, b}, {2, c}, {1, d}]).  % expect: [{1,b},{2,a}]
lists:rmerge([3, 1], [3.0, 2]).  % expect: [3.0,3,2,1]
lists:rmerge(F, [{2, a}, {1, b}], [{2, c}, {1, d}]).  % expect: [{2,c},{2,a},{1,d},{1,b}]
lists:rmerge3([5, 3], [4, 1], [6, 0]).  % expect: [6,5,4,3,1,0]
lists:rumerge([3, 2, 1], [3.0, 2.5, 1]).  % expect: [3,2.5,2,1]
lists:rumerge([2, 2, 1], [2, 2, 1]).  % expect: [2,2,2,1]
lists:rumerge(F, [{2, a}, {1, b}], [{2, c}, {2, d}, {1, e}]).  % expect: [{2,c},{2,a},{1,b}]
lists:rumerge3([3, 1], [3, 2], [2, 0]).  % expect: [3,2,1,0]
lists:rkeymerge(1, [{c, 1}, {a, 2}], [{c, 3}, {b, 4}]).  % expect: [{c,3},{c,1},{b,4},{a,2}]
lists:rukeymerge(1, [{c, 1}, {a, 2}], [{c, 3}, {b, 4}, {a, 5}]).  % expect: [{c,1},{b,4},{a,2}]
%% Sequences beyond 64 bits, and sub-lists of what is no proper list.
lists:seq(1 bsl 70, (1 bsl 70) + 2).  % expect: [1180591620717411303424,1180591620717411303425,1180591620717411303426]
lists:seq((1 bsl 63) - 2, (1 bsl 63) + 2, 2).  % expect: [9223372036854775806,9223372036854775808,9223372036854775810]
lists:seq(-(1 bsl 64), -(1 bsl 64) - 6, -3).  % expect: [-18446744073709551616,-18446744073709551619,-18446744073709551622]
lists:seq(1 bsl 70, 1 bsl 70, 0).  % expect: [1180591620717411303424]
lists:seq(9223372036854775806, 9223372036854775807).  % expect: [9223372036854775806,9223372036854775807]
lists:seq(5, 4).  % expect: []
lists:seq(5, 3).  % expect error: function_clause
lists:seq(5, 3, 1).  % expect error: badarg
lists:seq(1, 2, a).  % expect error: badarg
lists:sublist([1, 2 | a], 2).  % expect: [1,2]
lists:sublist([1, 2 | a], 3).  % expect error: function_clause
lists:sublist([1, 2], 3, x).  % expect error: function_clause
lists:sublist([1, 2], 2, x).  % expect error: function_clause
lists:sublist([1, 2 | a], 2, 2).  % expect error: function_clause
lists:sublist([1, 2 | a], 3, 0).  % expect error: function_clause
lists:sublist(a, 1, 0).  % expect error: function_clause
lists:zipwith(none, [], []).  % expect error: function_clause
