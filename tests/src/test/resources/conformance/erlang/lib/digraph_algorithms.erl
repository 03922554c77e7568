% What digraph_utils says of graphs.
Graph = fun(Vertices, Edges) -> G = digraph:new(), [digraph:add_vertex(G, V) || V <- Vertices], [digraph:add_edge(G, A, B) || {A, B} <- Edges], G end, ok.  % expect: ok
Sets = fun(Components) -> lists:sort([lists:sort(C) || C <- Components]) end, ok.  % expect: ok
A = Graph([a, b, c, d, e, f], [{a, b}, {b, c}, {c, a}, {c, d}, {e, e}]), ok.  % expect: ok
Sets(digraph_utils:components(A)).  % expect: [[a,b,c,d],[e],[f]]
Sets(digraph_utils:strong_components(A)).  % expect: [[a,b,c],[d],[e],[f]]
Sets(digraph_utils:cyclic_strong_components(A)).  % expect: [[a,b,c],[e]]
digraph_utils:loop_vertices(A).  % expect: [e]
digraph_utils:is_acyclic(A).  % expect: false
digraph_utils:topsort(A).  % expect: false
lists:sort(digraph_utils:reachable([b], A)).  % expect: [a,b,c,d]
lists:sort(digraph_utils:reachable_neighbours([d, e], A)).  % expect: [e]
lists:sort(digraph_utils:reaching([d], A)).  % expect: [a,b,c,d]
lists:sort(digraph_utils:reaching_neighbours([d], A)).  % expect: [a,b,c]
C = digraph_utils:condensation(A), Sets(digraph:vertices(C)).  % expect: [[a,b,c],[d],[e],[f]]
lists:sort([{lists:sort(X), lists:sort(Y)} || E <- digraph:edges(C), {_, X, Y, _} <- [digraph:edge(C, E)]]).  % expect: [{[a,b,c],[d]}]
length(digraph_utils:preorder(A)).  % expect: 6
T = Graph([1, 2, 3, 4], [{1, 2}, {2, 3}, {3, 4}]), ok.  % expect: ok
digraph_utils:topsort(T).  % expect: [1,2,3,4]
digraph_utils:preorder(T).  % expect: [1,2,3,4]
digraph_utils:postorder(T).  % expect: [4,3,2,1]
[digraph_utils:F(T) || F <- [is_tree, is_acyclic, is_arborescence, arborescence_root]].  % expect: [true,true,true,{yes,1}]
[digraph_utils:F(A) || F <- [is_tree, is_arborescence, arborescence_root]].  % expect: [false,true,{yes,f}]
S = digraph_utils:subgraph(T, [1, 2, 4]), {lists:sort(digraph:vertices(S)), length(digraph:edges(S))}.  % expect: {[1,2,4],1}
proplists:get_value(cyclicity, digraph:info(digraph_utils:subgraph(T, [1], [{type, [acyclic]}]))).  % expect: acyclic
digraph_utils:subgraph(T, [1], [{type, x}]).  % expect error: badarg
