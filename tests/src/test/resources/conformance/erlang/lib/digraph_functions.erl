G = digraph:new(), [digraph:add_vertex(G, V) || V <- [a, b, c, d]].  % expect: [a,b,c,d]
[digraph:add_edge(G, {F, T}, F, T, []) || {F, T} <- [{a, b}, {b, c}, {c, a}, {c, d}]].  % expect: [{a,b},{b,c},{c,a},{c,d}]
lists:sort(digraph:vertices(G)).  % expect: [a,b,c,d]
{digraph:no_vertices(G), digraph:no_edges(G)}.  % expect: {4,4}
digraph:edge(G, {a, b}).  % expect: {{a,b},a,b,[]}
{digraph:out_neighbours(G, c), digraph:in_neighbours(G, a), digraph:in_degree(G, d)}.  % expect: {[d,a],[c],1}
digraph:get_path(G, a, d).  % expect: [a,b,c,d]
digraph:get_short_path(G, a, d).  % expect: [a,b,c,d]
digraph:get_cycle(G, a).  % expect: [a,b,c,a]
digraph:get_short_cycle(G, d).  % expect: false
digraph:add_edge(G, a, nowhere).  % expect: {error,{bad_vertex,nowhere}}
digraph:del_edge(G, {b, c}).  % expect: true
digraph:get_path(G, a, d).  % expect: false
digraph:vertex(G, z).  % expect: false
A = digraph:new([acyclic]), digraph:add_vertex(A, x), digraph:add_vertex(A, y), digraph:add_edge(A, e, x, y, l).  % expect: e
digraph:add_edge(A, y, x).  % expect: {error,{bad_edge,[x,y]}}
digraph:del_vertex(G, c), lists:sort(digraph:edges(G)).  % expect: [{a,b}]
digraph:new([nonsense]).  % expect error: badarg
