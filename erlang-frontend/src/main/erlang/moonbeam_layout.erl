%% Lays program text out on lines of a given width, for erl_pp. A document says what belongs together; where lines break follows from
%% the width alone. Documents are:
%%
%%   [Document]                                one right behind the other
%%   {word, Text}                              text that shares a line with other words of a group, if there is room
%%   {text, Text}                              text
%%   {string, Characters, Write}               a string literal, which may be cut; Write makes a literal of characters
%%   {group, Before, Parts, Between, After}    on one line if there is room for all, otherwise each part on its own
%%   {lines, Parts, Between}                   each part on its own line
%%   {noted, Comment, Document}                a comment that needs a line of its own
%%   {hook, Draw}                              text that somebody else makes, who is told the column
%%
%% A part of a group or of lines is a document, {under, A, B} (B goes below A and further in), or {beside, A, B} (the same, but B
%% stays on the line of an A that is narrower than a step). Between is {Text, LastText, Spaced}: what follows each part, what the last
%% but one, and whether parts on one line have a space between them.
%%
%% A column below zero means that there are no lines: all goes on one.
-module(moonbeam_layout).

-export([draw/4]).

%% A piece is {Text, Extent}: its width, or {ends, Column} where it has several lines.
-record(page, {width, step}).

draw(Document, Column, Width, Step) ->
    {Text, _} = draw(Document, Column, #page{width = Width, step = Step}),
    Text.

draw(Documents, At, Page) when is_list(Documents) -> row(Documents, [], At, Page);
draw({word, Text}, _, _) -> {Text, string:length(Text)};
draw({text, Text}, _, _) -> {Text, string:length(Text)};
draw({string, Characters, Write}, At, _) when At < 0; Characters =:= [] ->
    Text = lists:flatten(Write(Characters)),
    {Text, string:length(Text)};
draw({string, Characters, Write}, At, #page{width = Width} = Page) ->
    draw({group, [], cut(Characters, max(Width - At, 5), Write), {[], [], true}, []}, At, Page);
draw({group, Before, Parts, Between, After}, At, Page) -> group(Before, Parts, Between, After, At, Page);
draw({lines, Parts, Between}, At, Page) when At < 0 -> group([], Parts, Between, [], At, Page);
draw({lines, Parts, Between}, At, Page) ->
    Pairs = pairs(Parts, Between, [], At, Page),
    case visible(Pairs) of
        [] -> {[], 0};
        Pieces ->
            Stacked = [Piece || {_, Extent} = Piece <- [stack(Pair, At, Page) || Pair <- Pairs], Extent =/= 0],
            {lists:join(line_break(At), texts(Stacked)), ending(element(2, lists:last(Pieces)), At)}
    end;
draw({noted, _, Document}, At, Page) when At < 0 -> draw(Document, At, Page);
draw({noted, Comment, Document}, At, Page) -> draw({lines, [Comment, Document], {[], [], false}}, At, Page);
draw({hook, Draw}, At, _) ->
    Text = Draw(At),
    {Text, drawn_extent(lists:flatten(Text), At)}.

drawn_extent(Text, At) when At < 0 -> string:length(Text);
drawn_extent(Text, _) ->
    case string:split(Text, "\n", trailing) of
        [_, Last] -> {ends, string:length(Last)};
        [_] -> string:length(Text)
    end.

%% ---- One behind the other ----

row(Documents, Drawn, At, Page) ->
    {Pieces, _} = lists:mapfoldl(fun(Document, Column) ->
                                         Piece = draw(Document, Column, Page),
                                         {Piece, past(Piece, Column)}
                                 end, lists:foldl(fun past/2, At, Drawn), Documents),
    All = Drawn ++ Pieces,
    {texts(All), extent(All)}.

%% The column behind a piece that begins at a column.
past({_, {ends, Column}}, _) -> Column;
past(_, At) when At < 0 -> At;
past({_, Width}, At) -> At + Width.

extent(Pieces) ->
    lists:foldl(fun({_, {ends, _} = End}, _) -> End;
                   ({_, Width}, {ends, Column}) -> {ends, Column + Width};
                   ({_, Width}, Sum) -> Sum + Width
                end, 0, Pieces).

texts(Pieces) -> [Text || {Text, _} <- Pieces].

visible(Pairs) -> [Piece || {First, Second} <- Pairs, {_, Extent} = Piece <- [First, Second], Extent =/= 0].

%% ---- Groups ----

group(Before, Parts, {_, _, Spaced} = Between, After, At, #page{width = Width} = Page) ->
    {Head, _} = Opening = draw(Before, At, Page),
    Inner = past(Opening, At),
    Pairs = pairs(Parts, Between, After, Inner, Page),
    Pieces = visible(Pairs),
    Gaps = case Spaced of
               true -> max(0, length(Pieces) - 1);
               false -> 0
           end,
    case extent([Opening | Pieces]) of
        Size when is_integer(Size), At < 0 orelse At + Size + Gaps =< Width ->
            {[Head | separated(texts(Pieces), Gaps)], Size + Gaps};
        _ ->
            {Text, Extent} = fill([stack(Pair, Inner, Page) || Pair <- Pairs], Parts, max(Inner, 0), Gaps, Page),
            {[Head, Text], ending(Extent, max(At, 0))}
    end.

separated(Texts, 0) -> Texts;
separated(Texts, _) -> lists:join($\s, Texts).

ending({ends, _} = End, _) -> End;
ending(Width, At) -> {ends, At + Width}.

%% Each part as the piece on its first line and the one to go below that.
pairs([], _, After, At, Page) -> [{draw(After, At, Page), {[], 0}}];
pairs([Part], _, After, At, Page) -> [pair(Part, After, At, Page)];
pairs([Part, Last], {_, LastText, _}, After, At, Page) -> [pair(Part, LastText, At, Page), pair(Last, After, At, Page)];
pairs([Part | Parts], {Text, _, _} = Between, After, At, Page) ->
    [pair(Part, Text, At, Page) | pairs(Parts, Between, After, At, Page)].

pair({under, Above, Below}, Tail, At, Page) -> {draw(Above, At, Page), draw([Below, Tail], further(At, Page), Page)};
pair({beside, Above, Below}, Tail, At, #page{step = Step} = Page) ->
    case draw(Above, At, Page) of
        {_, Width} = Piece when is_integer(Width), Width < Step ->
            {row([{text, " "}, Below, Tail], [Piece], At, Page), {[], 0}};
        Piece -> {Piece, draw([Below, Tail], further(At, Page), Page)}
    end;
pair(Part, Tail, At, Page) -> {draw([Part, Tail], At, Page), {[], 0}}.

further(At, _) when At < 0 -> At;
further(At, #page{step = Step}) -> At + Step.

stack({First, {_, 0}}, _, _) -> First;
stack({{Above, _} = First, {Below, _} = Second}, At, Page) ->
    {[Above, line_break(further(max(At, 0), Page)), Below], extent([First, Second])}.

line_break(At) -> [$\n | lists:duplicate(At, $\s)].

%% Parts below one another, but words side by side as long as there is room. How far the last line goes is known only if that is
%% of words; a group that ends otherwise counts as if it ended where it began.
fill([Piece], [], _, _, _) -> Piece;
fill([{Text, Width} | Pieces], [Part | Parts], At, Gaps, #page{width = Limit} = Page) ->
    Column = case is_word(Part) of
                 true -> At + Width;
                 false -> Limit + 1
             end,
    fill(Pieces, Parts, At, Column, Gaps, Width, [Text], Page).

fill([{Text, Width} | Pieces], [Part | Parts], At, Column, Gaps, Size, Done, #page{width = Limit} = Page) ->
    case is_word(Part) of
        true when Column + Width + 1 =< Limit, Gaps > 0 ->
            fill(Pieces, Parts, At, Column + Width + 1, Gaps, Size + Width + 1, [Text, $\s | Done], Page);
        true when Column + Width + 1 =< Limit ->
            fill(Pieces, Parts, At, Column + Width + 1, Gaps, Size + Width + 1, [Text | Done], Page);
        true -> fill(Pieces, Parts, At, At + Width, Gaps, Width + 1, [Text, line_break(At) | Done], Page);
        false -> fill(Pieces, Parts, At, Limit + 1, Gaps, 0, [Text, line_break(At) | Done], Page)
    end;
fill([], [], _, _, _, Size, Done, _) -> {lists:reverse(Done), Size}.

is_word({word, _}) -> true;
is_word(_) -> false.

%% ---- Strings ----

%% As many literals as it takes for each to be no wider than Width, or no longer than five characters.
cut(Characters, Width, Write) -> cut(Characters, Width, Write, [], 0, 2).

cut(Characters, Width, Write, Taken, Count, Size) ->
    case string:next_grapheme(Characters) of
        [] -> [literal(Taken, Write)];
        [Next | Rest] ->
            case string:length(Write(characters([Next]))) - 2 of
                More when Count < Width, Size + More =< Width; Count < 5 ->
                    cut(Rest, Width, Write, [Next | Taken], Count + 1, Size + More);
                _ -> [literal(Taken, Write) | cut(Characters, Width, Write)]
            end
    end.

literal(Taken, Write) -> {word, lists:flatten(Write(characters(lists:reverse(Taken))))}.

characters(Clusters) -> lists:flatten(Clusters).
