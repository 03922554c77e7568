%% Algorithms on directed graphs: OTP's stdlib manual, module digraph_utils. Whatever asks for a walk over the graph goes through
%% walk/4, whose stack is a list: a graph may be as deep as it is large.
-module(digraph_utils).

-export([arborescence_root/1, components/1, condensation/1, cyclic_strong_components/1, is_acyclic/1, is_arborescence/1, is_tree/1,
         loop_vertices/1, postorder/1, preorder/1, reachable/2, reachable_neighbours/2, reaching/2, reaching_neighbours/2,
         strong_components/1, subgraph/2, subgraph/3, topsort/1]).

%% ---- Walks ----

%% The trees of a depth-first forest, each in preorder, that grow from the roots in turn; Next gives a vertex's neighbours.
forest(Roots, Next) ->
    {Trees, _} = lists:foldl(fun(Root, {Trees, Seen}) ->
                                     case walk([Root], Next, Seen, []) of
                                         {[], Seen} -> {Trees, Seen};
                                         {Tree, NowSeen} -> {[lists:reverse(Tree) | Trees], NowSeen}
                                     end
                             end, {[], #{}}, Roots),
    lists:reverse(Trees).

%% What is reached from vertices that were not seen before, last first.
walk([Vertex | Waiting], Next, Seen, Found) when is_map_key(Vertex, Seen) -> walk(Waiting, Next, Seen, Found);
walk([Vertex | Waiting], Next, Seen, Found) ->
    walk(Next(Vertex) ++ Waiting, Next, Seen#{Vertex => seen}, [Vertex | Found]);
walk([], _, Seen, Found) -> {Found, Seen}.

leaving(Graph) -> fun(Vertex) -> digraph:out_neighbours(Graph, Vertex) end.
entering(Graph) -> fun(Vertex) -> digraph:in_neighbours(Graph, Vertex) end.
touching(Graph) -> fun(Vertex) -> digraph:in_neighbours(Graph, Vertex) ++ digraph:out_neighbours(Graph, Vertex) end.

%% The vertices whose walk ended last come first.
reverse_postorder(Graph) -> reverse_postorder([{enter, Vertex} || Vertex <- roots(Graph)], Graph, #{}, []).

reverse_postorder([{leave, Vertex} | Waiting], Graph, Seen, Left) -> reverse_postorder(Waiting, Graph, Seen, [Vertex | Left]);
reverse_postorder([{enter, Vertex} | Waiting], Graph, Seen, Left) when is_map_key(Vertex, Seen) ->
    reverse_postorder(Waiting, Graph, Seen, Left);
reverse_postorder([{enter, Vertex} | Waiting], Graph, Seen, Left) ->
    Inner = [{enter, Neighbour} || Neighbour <- digraph:out_neighbours(Graph, Vertex)],
    reverse_postorder(Inner ++ [{leave, Vertex} | Waiting], Graph, Seen#{Vertex => seen}, Left);
reverse_postorder([], _, _, Left) -> Left.

%% Vertices that nothing enters come first, so that trees begin at their roots.
roots(Graph) ->
    {Roots, Others} = lists:partition(fun(Vertex) -> digraph:in_degree(Graph, Vertex) =:= 0 end, digraph:vertices(Graph)),
    Roots ++ Others.

preorder(Graph) -> lists:append(forest(roots(Graph), leaving(Graph))).

postorder(Graph) -> lists:reverse(reverse_postorder(Graph)).

%% ---- Components ----

components(Graph) -> forest(digraph:vertices(Graph), touching(Graph)).

strong_components(Graph) -> forest(reverse_postorder(Graph), entering(Graph)).

cyclic_strong_components(Graph) ->
    [Component || Component <- strong_components(Graph), case Component of
                                                             [Single] -> has_loop(Single, Graph);
                                                             _ -> true
                                                         end].

loop_vertices(Graph) -> [Vertex || Vertex <- digraph:vertices(Graph), has_loop(Vertex, Graph)].

has_loop(Vertex, Graph) -> lists:member(Vertex, digraph:out_neighbours(Graph, Vertex)).

condensation(Graph) ->
    Components = strong_components(Graph),
    Of = maps:from_list([{Vertex, Component} || Component <- Components, Vertex <- Component]),
    Condensed = digraph:new(),
    [digraph:add_vertex(Condensed, Component) || Component <- Components],
    [digraph:add_edge(Condensed, Component, Target)
     || Component <- Components,
        Target <- lists:usort([map_get(Neighbour, Of) || Vertex <- Component,
                                                         Neighbour <- digraph:out_neighbours(Graph, Vertex)]),
        Target =/= Component],
    Condensed.

%% ---- Reachability ----

reachable(Vertices, Graph) when is_list(Vertices) -> reached(Vertices, leaving(Graph)).

reaching(Vertices, Graph) when is_list(Vertices) -> reached(Vertices, entering(Graph)).

reached(Vertices, Next) ->
    {Found, _} = walk(Vertices, Next, #{}, []),
    Found.

%% By way of one edge at least.
reachable_neighbours(Vertices, Graph) when is_list(Vertices) -> reached(lists:flatmap(leaving(Graph), Vertices), leaving(Graph)).

reaching_neighbours(Vertices, Graph) when is_list(Vertices) -> reached(lists:flatmap(entering(Graph), Vertices), entering(Graph)).

%% ---- Shapes ----

topsort(Graph) ->
    Order = reverse_postorder(Graph),
    case length(forest(Order, entering(Graph))) =:= digraph:no_vertices(Graph) of
        true -> Order;
        false -> false
    end.

is_acyclic(Graph) -> loop_vertices(Graph) =:= [] andalso topsort(Graph) =/= false.

is_tree(Graph) -> has_edges_of_tree(Graph) andalso length(components(Graph)) =:= 1.

is_arborescence(Graph) -> arborescence_root(Graph) =/= no.

arborescence_root(Graph) ->
    case has_edges_of_tree(Graph) andalso lists:keysort(2, [{V, digraph:in_degree(Graph, V)} || V <- digraph:vertices(Graph)]) of
        [{Root, 0} | Others] ->
            case lists:all(fun({_, Degree}) -> Degree =:= 1 end, Others) of
                true -> {yes, Root};
                false -> no
            end;
        _ -> no
    end.

has_edges_of_tree(Graph) -> digraph:no_edges(Graph) =:= digraph:no_vertices(Graph) - 1.

%% ---- Parts of a graph ----

subgraph(Graph, Vertices) -> part(Graph, Vertices, inherit, true).

subgraph(Graph, Vertices, Options) ->
    case is_list(Options) andalso
         lists:all(fun({type, Type}) -> Type =:= inherit orelse is_list(Type);
                      ({keep_labels, Keep}) -> is_boolean(Keep);
                      (_) -> false
                   end, Options) of
        true ->
            part(Graph, Vertices, proplists:get_value(type, Options, inherit), proplists:get_value(keep_labels, Options, true));
        false -> erlang:error(badarg)
    end.

part(Graph, Vertices, inherit, KeepLabels) ->
    Info = digraph:info(Graph),
    part(Graph, Vertices, [proplists:get_value(Key, Info) || Key <- [cyclicity, protection]], KeepLabels);
part(Graph, Vertices, Type, KeepLabels) ->
    Part = digraph:new(Type),
    Label = fun(Given) when KeepLabels -> Given; (_) -> [] end,
    Kept = [digraph:add_vertex(Part, Vertex, Label(Given))
            || {Vertex, Given} <- [digraph:vertex(Graph, Vertex) || Vertex <- Vertices]],
    [digraph:add_edge(Part, Edge, From, To, Label(Given))
     || Vertex <- lists:usort(Kept),
        {Edge, From, To, Given} <- [digraph:edge(Graph, Edge) || Edge <- digraph:out_edges(Graph, Vertex)],
        digraph:vertex(Part, To) =/= false],
    Part.
