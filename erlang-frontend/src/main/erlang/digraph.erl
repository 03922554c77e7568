%% Directed graphs that are changed in place: OTP's stdlib manual, module digraph. A graph is three ETS tables of its owner:
%% vertices, edges, and for each vertex the edges that leave and enter it.
-module(digraph).

-export([add_edge/3, add_edge/4, add_edge/5, add_vertex/1, add_vertex/2, add_vertex/3, del_edge/2, del_edges/2, del_path/3,
         del_vertex/2, del_vertices/2, delete/1, edge/2, edges/1, edges/2, get_cycle/2, get_path/3, get_short_cycle/2,
         get_short_path/3, in_degree/2, in_edges/2, in_neighbours/2, info/1, new/0, new/1, no_edges/1, no_vertices/1,
         out_degree/2, out_edges/2, out_neighbours/2, vertex/2, vertices/1]).
-export([sink_vertices/1, source_vertices/1]).

-record(digraph, {vtab, etab, ntab, cyclic = true}).

new() -> new([]).

new(Options) ->
    case options(Options, true, protected) of
        {Cyclic, Access} ->
            Neighbours = ets:new(neighbours, [bag, Access]),
            ets:insert(Neighbours, [{'$vid', 0}, {'$eid', 0}]),
            #digraph{vtab = ets:new(vertices, [set, Access]), etab = ets:new(edges, [set, Access]), ntab = Neighbours,
                     cyclic = Cyclic};
        error -> erlang:error(badarg)
    end.

options([cyclic | Rest], _, Access) -> options(Rest, true, Access);
options([acyclic | Rest], _, Access) -> options(Rest, false, Access);
options([protected | Rest], Cyclic, _) -> options(Rest, Cyclic, protected);
options([private | Rest], Cyclic, _) -> options(Rest, Cyclic, private);
options([], Cyclic, Access) -> {Cyclic, Access};
options(_, _, _) -> error.

delete(#digraph{vtab = V, etab = E, ntab = N}) ->
    ets:delete(V),
    ets:delete(E),
    ets:delete(N).

info(#digraph{vtab = V, etab = E, ntab = N, cyclic = Cyclic}) ->
    Memory = ets:info(V, memory) + ets:info(E, memory) + ets:info(N, memory),
    Kind = case Cyclic of
               true -> cyclic;
               false -> acyclic
           end,
    [{cyclicity, Kind}, {memory, Memory}, {protection, ets:info(V, protection)}].

%% A number that no vertex or edge made without a name has had.
fresh(#digraph{ntab = N}, Counter) ->
    [{Counter, Last}] = ets:lookup(N, Counter),
    ets:delete(N, Counter),
    ets:insert(N, {Counter, Last + 1}),
    Last.

%% ---- Vertices ----

add_vertex(Graph) -> add_vertex(Graph, ['$v' | fresh(Graph, '$vid')]).

add_vertex(Graph, Vertex) -> add_vertex(Graph, Vertex, []).

add_vertex(#digraph{vtab = V}, Vertex, Label) ->
    ets:insert(V, {Vertex, Label}),
    Vertex.

vertex(#digraph{vtab = V}, Vertex) ->
    case ets:lookup(V, Vertex) of
        [] -> false;
        [Known] -> Known
    end.

vertices(#digraph{vtab = V}) -> ets:select(V, [{{'$1', '_'}, [], ['$1']}]).

no_vertices(#digraph{vtab = V}) -> ets:info(V, size).

source_vertices(Graph) -> [Vertex || Vertex <- vertices(Graph), in_degree(Graph, Vertex) =:= 0].

sink_vertices(Graph) -> [Vertex || Vertex <- vertices(Graph), out_degree(Graph, Vertex) =:= 0].

del_vertex(#digraph{vtab = V} = Graph, Vertex) ->
    del_edges(Graph, edges(Graph, Vertex)),
    ets:delete(V, Vertex),
    true.

del_vertices(Graph, Vertices) ->
    lists:foreach(fun(Vertex) -> del_vertex(Graph, Vertex) end, Vertices),
    true.

%% ---- Edges ----

add_edge(Graph, From, To) -> add_edge(Graph, From, To, []).

add_edge(Graph, From, To, Label) -> add_edge(Graph, ['$e' | fresh(Graph, '$eid')], From, To, Label).

add_edge(#digraph{vtab = V, cyclic = Cyclic} = Graph, Edge, From, To, Label) ->
    case {ets:member(V, From), ets:member(V, To)} of
        {false, _} -> {error, {bad_vertex, From}};
        {_, false} -> {error, {bad_vertex, To}};
        _ ->
            case is_taken(Graph, Edge, From, To) of
                true -> {error, {bad_edge, [From, To]}};
                false when Cyclic -> insert_edge(Graph, Edge, From, To, Label);
                false when From =:= To -> {error, {bad_edge, [From, To]}};
                false ->
                    case get_path(Graph, To, From) of
                        false -> insert_edge(Graph, Edge, From, To, Label);
                        Path -> {error, {bad_edge, Path}}
                    end
            end
    end.

%% An edge keeps its ends.
is_taken(#digraph{etab = E}, Edge, From, To) ->
    case ets:lookup(E, Edge) of
        [{_, From, To, _}] -> false;
        [] -> false;
        _ -> true
    end.

insert_edge(#digraph{etab = E, ntab = N}, Edge, From, To, Label) ->
    ets:insert(N, [{{in, To}, Edge}, {{out, From}, Edge}]),
    ets:insert(E, {Edge, From, To, Label}),
    Edge.

edge(#digraph{etab = E}, Edge) ->
    case ets:lookup(E, Edge) of
        [] -> false;
        [Known] -> Known
    end.

edges(#digraph{etab = E}) -> ets:select(E, [{{'$1', '_', '_', '_'}, [], ['$1']}]).

%% A loop is there twice.
edges(Graph, Vertex) -> out_edges(Graph, Vertex) ++ in_edges(Graph, Vertex).

no_edges(#digraph{etab = E}) -> ets:info(E, size).

in_edges(#digraph{ntab = N}, Vertex) -> [Edge || {_, Edge} <- ets:lookup(N, {in, Vertex})].

out_edges(#digraph{ntab = N}, Vertex) -> [Edge || {_, Edge} <- ets:lookup(N, {out, Vertex})].

in_degree(#digraph{ntab = N}, Vertex) -> length(ets:lookup(N, {in, Vertex})).

out_degree(#digraph{ntab = N}, Vertex) -> length(ets:lookup(N, {out, Vertex})).

%% The newest first.
in_neighbours(#digraph{etab = E, ntab = N}, Vertex) ->
    [ets:lookup_element(E, Edge, 2) || {_, Edge} <- lists:reverse(ets:lookup(N, {in, Vertex}))].

out_neighbours(#digraph{etab = E, ntab = N}, Vertex) ->
    [ets:lookup_element(E, Edge, 3) || {_, Edge} <- lists:reverse(ets:lookup(N, {out, Vertex}))].

del_edge(#digraph{etab = E, ntab = N}, Edge) ->
    case ets:lookup(E, Edge) of
        [{_, From, To, _}] ->
            ets:delete_object(N, {{out, From}, Edge}),
            ets:delete_object(N, {{in, To}, Edge}),
            ets:delete(E, Edge);
        [] -> true
    end.

del_edges(Graph, Edges) ->
    lists:foreach(fun(Edge) -> del_edge(Graph, Edge) end, Edges),
    true.

%% ---- Paths ----

del_path(Graph, From, To) ->
    case get_path(Graph, From, To) of
        false -> true;
        Path ->
            del_steps(Graph, Path),
            del_path(Graph, From, To)
    end.

del_steps(Graph, [From | [To | _] = Rest]) ->
    del_edges(Graph, [Edge || Edge <- out_edges(Graph, From), element(3, edge(Graph, Edge)) =:= To]),
    del_steps(Graph, Rest);
del_steps(_, [_]) -> true.

%% A path found by going deeper first, along the edges in the order of out_neighbours/2.
get_path(Graph, From, To) -> deeper(Graph, [{From, [From]}], To, #{}).

deeper(Graph, [{Vertex, Path} | Rest], To, Seen) ->
    Next = out_neighbours(Graph, Vertex),
    case lists:member(To, Next) of
        true -> lists:reverse([To | Path]);
        false ->
            New = [V || V <- Next, V =/= Vertex, not is_map_key(V, Seen)],
            deeper(Graph, [{V, [V | Path]} || V <- New] ++ unseen(Rest, Vertex), To, Seen#{Vertex => true})
    end;
deeper(_, [], _, _) -> false.

unseen(Waiting, Vertex) -> [Entry || {V, _} = Entry <- Waiting, V =/= Vertex].

get_cycle(Graph, Vertex) ->
    case [Path || V <- out_neighbours(Graph, Vertex), V =/= Vertex, (Path = path_or_end(Graph, V, Vertex)) =/= false] of
        [Path | _] -> [Vertex | Path];
        [] ->
            case lists:member(Vertex, out_neighbours(Graph, Vertex)) of
                true -> [Vertex];
                false -> false
            end
    end.

path_or_end(Graph, From, To) -> get_path(Graph, From, To).

%% One of the shortest, found by going wider first.
get_short_path(Graph, From, To) -> wider(Graph, [From], [], To, #{}, From).

get_short_cycle(Graph, Vertex) -> get_short_path(Graph, Vertex, Vertex).

%% Each vertex reached is kept with where it was reached from.
wider(Graph, [Vertex | Rest], Later, To, Origins, From) ->
    Next = out_neighbours(Graph, Vertex),
    case lists:member(To, Next) of
        true -> way_back(Vertex, From, Origins, [To]);
        false ->
            New = lists:uniq([V || V <- Next, V =/= From, not is_map_key(V, Origins)]),
            Reached = lists:foldl(fun(V, Known) -> Known#{V => Vertex} end, Origins, New),
            wider(Graph, Rest, lists:reverse(New, Later), To, Reached, From)
    end;
wider(_, [], [], _, _, _) -> false;
wider(Graph, [], Later, To, Origins, From) -> wider(Graph, lists:reverse(Later), [], To, Origins, From).

way_back(From, From, _, Path) -> [From | Path];
way_back(Vertex, From, Origins, Path) -> way_back(maps:get(Vertex, Origins), From, Origins, [Vertex | Path]).
