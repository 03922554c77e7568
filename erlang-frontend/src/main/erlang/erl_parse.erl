%% Tokens to the abstract format and back: OTP's stdlib manual, module erl_parse; ERTS, "The Abstract Format". The grammar is the
%% compiler's own (moonbeam_syntax:parse/2), which says of each node only the number of its token; annotations are put in here.
-module(erl_parse).

-export([parse_form/1, parse_exprs/1, parse_term/1, format_error/1, abstract/1, abstract/2, normalise/1, tokens/1, tokens/2,
         map_anno/2, fold_anno/3, mapfold_anno/3, new_anno/1, anno_to_term/1, anno_from_term/1, first_anno/1,
         inop_prec/1, preop_prec/1, func_prec/0, max_prec/0, type_inop_prec/1, type_preop_prec/1]).

-export_type([abstract_clause/0, abstract_expr/0, abstract_form/0, abstract_type/0, form_info/0, error_info/0,
              af_clause/0, af_function_decl/0]).

-type abstract_clause() :: term().
-type abstract_expr() :: term().
-type abstract_form() :: term().
-type abstract_type() :: term().
-type af_clause() :: term().
-type af_function_decl() :: term().
-type form_info() :: {eof, erl_anno:location()} | {error, error_info()} | {warning, error_info()}.
-type error_info() :: {erl_anno:location(), module(), term()}.

%% Where a form without tokens is said to be.
-define(NOWHERE, 999999).

%% ---- Parsing ----

parse_form([]) -> syntax_error(?NOWHERE, []);
parse_form(Tokens) -> parse(form, Tokens).

parse_exprs([]) -> syntax_error(0, []);
parse_exprs(Tokens) ->
    case ends(Tokens) of
        true -> parse(expressions, Tokens);
        false ->
            %% What comes before the end may be wrong already.
            case parse(expressions, Tokens) of
                {ok, _} -> unfinished(Tokens);
                Error -> Error
            end
    end.

parse_term(Tokens) ->
    case parse_exprs(Tokens) of
        {ok, [Expr]} ->
            try {ok, normalise(Expr)}
            catch _:_ -> {error, {location(Expr), ?MODULE, "bad term"}}
            end;
        {ok, [_, Second | _]} -> {error, {location(Second), ?MODULE, "bad term"}};
        Error -> Error
    end.

ends(Tokens) -> element(1, lists:last(Tokens)) =:= dot.

location(Node) -> erl_anno:location(first_anno(Node)).

unfinished(Tokens) -> syntax_error(location(lists:last(Tokens)), []).

parse(Kind, Tokens) ->
    case moonbeam_syntax:parse(Kind, Tokens) of
        {ok, Tree} ->
            Annotations = list_to_tuple([element(2, Token) || Token <- Tokens]),
            {ok, map_anno(fun({Number, 0}) when Number > 0 -> element(Number, Annotations);
                             (_) -> erl_anno:new(1)
                          end, Tree)};
        {error, _, "syntax error before: "} -> unfinished(Tokens);
        {error, Number, "syntax error before: " ++ _} ->
            Token = lists:nth(Number, Tokens),
            syntax_error(erl_anno:location(element(2, Token)), shown(Token));
        {error, Number, Message} ->
            {error, {erl_anno:location(element(2, lists:nth(Number, Tokens))), ?MODULE, Message}}
    end.

syntax_error(Location, Shown) -> {error, {Location, ?MODULE, ["syntax error before: ", Shown]}}.

shown(Token) ->
    case erl_anno:text(element(2, Token)) of
        undefined -> lists:flatten(shown_symbol(Token));
        Text -> Text
    end.

shown_symbol({atom, _, Atom}) -> io_lib:write_atom(Atom);
shown_symbol({string, _, String}) -> io_lib:write_string(String);
shown_symbol({char, _, Char}) -> io_lib:write_char(Char);
shown_symbol({var, _, Name}) -> atom_to_list(Name);
shown_symbol({dot, _}) -> "'.'";
shown_symbol({Category, _, Value}) when Category =:= integer; Category =:= float -> io_lib:write(Value);
shown_symbol({_, _, Value}) -> io_lib:format("~tp", [Value]);
shown_symbol({Category, _}) -> io_lib:write(Category).

format_error(Message) ->
    case io_lib:deep_char_list(Message) of
        true -> Message;
        false -> io_lib:write(Message)
    end.

%% ---- Terms ----

normalise({char, _, Char}) -> Char;
normalise({integer, _, Integer}) -> Integer;
normalise({float, _, Float}) -> Float;
normalise({atom, _, Atom}) -> Atom;
normalise({string, _, String}) -> String;
normalise({nil, _}) -> [];
normalise({cons, _, Head, Tail}) -> [normalise(Head) | normalise(Tail)];
normalise({tuple, _, Elements}) -> list_to_tuple([normalise(Element) || Element <- Elements]);
normalise({map, _, Fields} = Map) ->
    maps:from_list([case Field of
                        {map_field_assoc, _, Key, Value} -> {normalise(Key), normalise(Value)};
                        _ -> erlang:error({badarg, Map})
                    end || Field <- Fields]);
normalise({bin, _, _} = Binary) ->
    {value, Value, _} = erl_eval:expr(Binary, erl_eval:new_bindings()),
    Value;
normalise({'fun', _, {function, {atom, _, Module}, {atom, _, Name}, {integer, _, Arity}}}) ->
    fun Module:Name/Arity;
normalise({op, _, Sign, {Type, _, Number}}) when Sign =:= '+' orelse Sign =:= '-',
                                                 Type =:= char orelse Type =:= integer orelse Type =:= float ->
    case Sign of
        '+' -> Number;
        '-' -> -Number
    end;
normalise(Other) -> erlang:error({badarg, Other}).

abstract(Term) -> abstract(Term, erl_anno:new(0), fun is_unicode/1).

abstract(Term, Options) when is_list(Options) ->
    Location = case proplists:get_value(location, Options) of
                   undefined -> proplists:get_value(line, Options, 0);
                   Given -> Given
               end,
    IsChar = case proplists:get_value(encoding, Options, utf8) of
                 none -> fun(_) -> false end;
                 utf8 -> fun is_unicode/1;
                 unicode -> fun is_unicode/1;
                 latin1 -> fun(C) -> is_integer(C) andalso C >= 0 andalso C =< 255 end;
                 Own when is_function(Own, 1) -> fun(C) -> is_unicode(C) andalso Own(C) end;
                 Other -> erlang:error({badarg, Other}, [Term, Options])
             end,
    abstract(Term, erl_anno:new(Location), IsChar);
abstract(Term, Location) -> abstract(Term, erl_anno:new(Location), fun is_unicode/1).

is_unicode(C) ->
    is_integer(C) andalso (C >= 0 andalso C < 16#D800 orelse C > 16#DFFF andalso C =< 16#10FFFF andalso
                           C =/= 16#FFFE andalso C =/= 16#FFFF).

abstract(Term, A, _) when is_integer(Term) -> {integer, A, Term};
abstract(Term, A, _) when is_float(Term) -> {float, A, Term};
abstract(Term, A, _) when is_atom(Term) -> {atom, A, Term};
abstract([], A, _) -> {nil, A};
abstract(Term, A, _) when is_bitstring(Term) -> {bin, A, [segment(Part, A) || Part <- parts(Term)]};
abstract(Term, A, IsChar) when is_tuple(Term) ->
    {tuple, A, [abstract(Element, A, IsChar) || Element <- tuple_to_list(Term)]};
abstract(Term, A, IsChar) when is_map(Term) ->
    {map, A, [{map_field_assoc, A, abstract(Key, A, IsChar), abstract(Value, A, IsChar)}
              || {Key, Value} <- lists:sort(maps:to_list(Term))]};
abstract([_ | _] = Term, A, IsChar) ->
    case is_string(Term, IsChar) of
        true -> {string, A, Term};
        false ->
            [Head | Tail] = Term,
            {cons, A, abstract(Head, A, IsChar), abstract(Tail, A, IsChar)}
    end;
abstract(Term, A, IsChar) when is_function(Term) ->
    case erlang:fun_info(Term, type) of
        {type, external} ->
            [Module, Name, Arity] = [element(2, erlang:fun_info(Term, Item)) || Item <- [module, name, arity]],
            {'fun', A, {function, abstract(Module, A, IsChar), abstract(Name, A, IsChar), abstract(Arity, A, IsChar)}};
        Local -> erlang:error({case_clause, Local})
    end;
abstract(Term, A, IsChar) -> erlang:error(function_clause, [Term, A, IsChar]).

is_string([C | Rest], IsChar) -> is_integer(C) andalso IsChar(C) andalso is_string(Rest, IsChar);
is_string(Rest, _) -> Rest =:= [].

parts(<<Byte, Rest/bits>>) -> [Byte | parts(Rest)];
parts(<<>>) -> [];
parts(Bits) ->
    Size = bit_size(Bits),
    <<Value:Size>> = Bits,
    [{Value, Size}].

segment({Value, Size}, A) -> {bin_element, A, {integer, A, Value}, {integer, A, Size}, default};
segment(Byte, A) -> {bin_element, A, {integer, A, Byte}, default, default}.

tokens(Tree) -> tokens(Tree, []).

tokens({Tag, _, _} = Literal, More) when Tag =:= char; Tag =:= integer; Tag =:= float; Tag =:= atom; Tag =:= var;
                                         Tag =:= string ->
    [Literal | More];
tokens({nil, A}, More) -> [{'[', A}, {']', A} | More];
tokens({cons, A, Head, Tail}, More) -> [{'[', A} | tokens(Head, rest(Tail, More))];
tokens({tuple, A, []}, More) -> [{'{', A}, {'}', A} | More];
tokens({tuple, A, Elements}, More) -> [{'{', A} | listed(Elements, More)];
tokens({map, A, []}, More) -> [{'#', A}, {'{', A}, {'}', A} | More];
tokens({map, A, Fields}, More) -> [{'#', A}, {'{', A} | listed(Fields, More)];
tokens({map_field_assoc, A, Key, Value}, More) -> tokens(Key, [{'=>', A} | tokens(Value, More)]).

rest({nil, A}, More) -> [{']', A} | More];
rest({cons, A, Head, Tail}, More) -> [{',', A} | tokens(Head, rest(Tail, More))];
rest(Tail, More) ->
    A = first_anno(Tail),
    [{'|', A} | tokens(Tail, [{']', A} | More])].

listed([Last], More) -> tokens(Last, [{'}', element(2, Last)} | More]);
listed([Each | Rest], More) -> tokens(Each, [{',', element(2, Each)} | listed(Rest, More)]).

%% ---- Annotations ----

map_anno(Fun, Tree) -> element(1, mapfold_anno(fun(A, ok) -> {Fun(A), ok} end, ok, Tree)).

fold_anno(Fun, Acc, Tree) -> element(2, mapfold_anno(fun(A, Found) -> {A, Fun(A, Found)} end, Acc, Tree)).

mapfold_anno(Fun, Acc, Tree) -> walk(Tree, Acc, Fun).

%% What stands where a tree can, and is none.
walk({attribute, A, Name, Value}, Acc, Fun) ->
    {A2, Acc2} = Fun(A, Acc),
    {Value2, Acc3} = attribute(Name, Value, Acc2, Fun),
    {{attribute, A2, Name, Value2}, Acc3};
walk({'fun', A, {function, Name, Arity}}, Acc, Fun) ->
    {A2, Acc2} = Fun(A, Acc),
    {{'fun', A2, {function, Name, Arity}}, Acc2};
walk({'fun', A, {function, Module, Name, Arity}}, Acc, Fun) ->
    {A2, Acc2} = Fun(A, Acc),
    {[M, N, Y], Acc3} = walk([Module, Name, Arity], Acc2, Fun),
    {{'fun', A2, {function, M, N, Y}}, Acc3};
walk({bin_element, A, Value, Size, Types}, Acc, Fun) ->
    {A2, Acc2} = Fun(A, Acc),
    {Value2, Acc3} = walk(Value, Acc2, Fun),
    {Size2, Acc4} = walk(Size, Acc3, Fun),
    {{bin_element, A2, Value2, Size2, Types}, Acc4};
walk({Tag, A, Value}, Acc, Fun) when Tag =:= atom; Tag =:= integer; Tag =:= float; Tag =:= char; Tag =:= string;
                                     Tag =:= var ->
    {A2, Acc2} = Fun(A, Acc),
    {{Tag, A2, Value}, Acc2};
walk({clauses, Clauses}, Acc, Fun) ->
    {Clauses2, Acc2} = walk(Clauses, Acc, Fun),
    {{clauses, Clauses2}, Acc2};
walk({typed_record_field, Field, Type}, Acc, Fun) ->
    {[Field2, Type2], Acc2} = walk([Field, Type], Acc, Fun),
    {{typed_record_field, Field2, Type2}, Acc2};
walk({Tag, _} = Other, Acc, _) when Tag =:= eof; Tag =:= error; Tag =:= warning -> {Other, Acc};
walk(Node, Acc, Fun) when is_tuple(Node), tuple_size(Node) > 1 ->
    [Tag, A | Rest] = tuple_to_list(Node),
    {A2, Acc2} = Fun(A, Acc),
    {Rest2, Acc3} = walk(Rest, Acc2, Fun),
    {list_to_tuple([Tag, A2 | Rest2]), Acc3};
walk([Node | Rest], Acc, Fun) ->
    {Node2, Acc2} = walk(Node, Acc, Fun),
    {Rest2, Acc3} = walk(Rest, Acc2, Fun),
    {[Node2 | Rest2], Acc3};
walk(Other, Acc, _) -> {Other, Acc}.

attribute(record, {Name, Fields}, Acc, Fun) ->
    {Fields2, Acc2} = walk(Fields, Acc, Fun),
    {{Name, Fields2}, Acc2};
attribute(Kind, {Name, Types}, Acc, Fun) when Kind =:= spec; Kind =:= callback ->
    {Types2, Acc2} = walk(Types, Acc, Fun),
    {{Name, Types2}, Acc2};
attribute(Kind, {Name, Type, Parameters}, Acc, Fun) when Kind =:= type; Kind =:= opaque; Kind =:= nominal ->
    {[Type2, Parameters2], Acc2} = walk([Type, Parameters], Acc, Fun),
    {{Name, Type2, Parameters2}, Acc2};
attribute(_, Value, Acc, _) -> {Value, Acc}.

new_anno(Tree) -> map_anno(fun erl_anno:new/1, Tree).
anno_to_term(Tree) -> map_anno(fun erl_anno:to_term/1, Tree).
anno_from_term(Tree) -> map_anno(fun erl_anno:from_term/1, Tree).

%% The least of a tree's places: where its text begins.
first_anno(Tree) ->
    fold_anno(fun(A, none) -> A;
                 (A, First) ->
                      case erl_anno:location(A) < erl_anno:location(First) of
                          true -> A;
                          false -> First
                      end
              end, none, Tree).

%% ---- Precedences: left operand, operator, right operand. For those who print expressions. ----

inop_prec('=') -> {150, 100, 100};
inop_prec('!') -> {150, 100, 100};
inop_prec('orelse') -> {160, 150, 150};
inop_prec('andalso') -> {200, 160, 160};
inop_prec(Op) when Op =:= '=='; Op =:= '/='; Op =:= '=<'; Op =:= '<'; Op =:= '>='; Op =:= '>'; Op =:= '=:='; Op =:= '=/=' ->
    {300, 200, 300};
inop_prec(Op) when Op =:= '++'; Op =:= '--' -> {400, 300, 300};
inop_prec(Op) when Op =:= '+'; Op =:= '-'; Op =:= 'bor'; Op =:= 'bxor'; Op =:= 'bsl'; Op =:= 'bsr'; Op =:= 'or';
                   Op =:= 'xor' ->
    {400, 400, 500};
inop_prec(Op) when Op =:= '*'; Op =:= '/'; Op =:= 'div'; Op =:= 'rem'; Op =:= 'band'; Op =:= 'and' -> {500, 500, 600};
inop_prec('#') -> {800, 700, 800};
inop_prec(':') -> {900, 800, 900};
inop_prec('.') -> {900, 900, 1000}.

preop_prec('catch') -> {0, 100};
preop_prec(Op) when Op =:= '+'; Op =:= '-'; Op =:= 'bnot'; Op =:= 'not' -> {600, 700};
preop_prec('#') -> {700, 800}.

func_prec() -> {800, 700}.

max_prec() -> 900.

type_inop_prec('=') -> {150, 100, 100};
type_inop_prec('::') -> {150, 150, 160};
type_inop_prec('|') -> {180, 170, 170};
type_inop_prec('..') -> {300, 200, 300};
type_inop_prec(Op) when Op =:= '+'; Op =:= '-'; Op =:= 'bor'; Op =:= 'bxor'; Op =:= 'bsl'; Op =:= 'bsr' ->
    {400, 400, 500};
type_inop_prec(Op) when Op =:= '*'; Op =:= '/'; Op =:= 'div'; Op =:= 'rem'; Op =:= 'band' -> {500, 500, 600};
type_inop_prec('#') -> {800, 700, 800}.

type_preop_prec(Op) when Op =:= '+'; Op =:= '-'; Op =:= 'bnot' -> {600, 700};
type_preop_prec('#') -> {700, 800}.
