#{}.  % expect: #{}
#{a => 1, b => 2}.  % expect: #{a => 1,b => 2}
#{b => 2, a => 1}.  % expect: #{a => 1,b => 2}
#{a => 1, a => 2}.  % expect: #{a => 2}
M = #{x => 1, "k" => 2, 3 => c}.  % expect: #{3 => c,x => 1,"k" => 2}
M#{x := 10}.  % expect: #{3 => c,x => 10,"k" => 2}
M#{y => 5}.  % expect: #{3 => c,x => 1,y => 5,"k" => 2}
M#{z := 1}.  % expect error: {badkey,z}
atom#{a => 1}.  % expect error: {badmap,atom}
(5)#{a := 1}.  % expect error: {badmap,5}
#{x := X} = M.  % expect: #{3 => c,x => 1,"k" => 2}
X.  % expect: 1
#{{a, b} => #{nested => true}}.  % expect: #{{a,b} => #{nested => true}}
map_size(M).  % expect: 3
maps:get("k", M).  % expect: 2
map_get(nope, M).  % expect error: {badkey,nope}
map_get(a, b).  % expect error: {badmap,b}
is_map_key(x, M).  % expect: true
#{1 => a, 1.0 => b}.  % expect: #{1 => a,1.0 => b}
K = key, #{K := V} = #{key => found}.  % expect: #{key => found}
V.  % expect: found
#{a => 1}#{b => 2}#{a := 3}.  % expect: #{a => 3,b => 2}
maps:keys(maps:from_list([{I, I} || I <- lists:seq(1, 10)])).  % expect: [1,2,3,4,5,6,7,8,9,10]
maps:to_list(#{c => 1, a => 2, b => 3}).  % expect: [{a,2},{b,3},{c,1}]
#{a => 1} =:= #{a => 1}.  % expect: true
#{a := 1, b := 2} = #{a => 1, b => 2, c => 3}.  % expect: #{a => 1,b => 2,c => 3}
is_map(#{}).  % expect: true
