%% Of the entries of one key the first decides; lists among the entries are spliced in.
proplists:expand([{foo, [bar, baz]}], [fie, foo, fum]).  % expect: [fie,bar,baz,fum]
proplists:expand([{{foo, true}, [bar, baz]}], [fie, {foo, true}, fum, foo, {foo, false}]).  % expect: [fie,bar,baz,fum]
proplists:expand([{{foo, true}, [bar, baz]}], [{foo, false}, fie, foo, fum]).  % expect: [{foo,false},fie,foo,fum]
proplists:expand([{{foo, false}, [bar]}, {{foo, true}, [baz]}], [foo, {foo, false}]).  % expect: [baz]
proplists:expand([{foo, [bar]}, {bar, [baz]}], [foo, bar]).  % expect: [bar,baz]
proplists:expand([{foo, x}, {{a}, [b]}], [foo, {a}, {a, 1}]).  % expect: [x,b]
proplists:expand([], ["ab", c]).  % expect: [97,98,c]
proplists:expand([{1, [a]}], [1, 2]).  % expect: [1,2]
proplists:expand([{foo, [a]}], a).  % expect error: function_clause
proplists:to_map([b, {b}, {a, 1}, {a, 2}, {c, 1, 2}, {c, 3}, "x", {}]).  % expect: #{a => 1,b => true}
proplists:to_map([{a, no}, b], [{negations, [{b, c}]}, {expand, [{{a, no}, [d]}]}]).  % expect: #{c => false,d => true}
