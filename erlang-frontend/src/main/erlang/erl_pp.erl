%% Program text from abstract forms: OTP's stdlib manual, module erl_pp. Here is what belongs to what; moonbeam_layout breaks lines.
-module(erl_pp).

-export([form/1, form/2, attribute/1, attribute/2, function/1, function/2, guard/1, guard/2, exprs/1, exprs/2, exprs/3, expr/1,
         expr/2, expr/3, expr/4, legalize_vars/1]).

-import(erl_parse, [inop_prec/1, preop_prec/1, func_prec/0, max_prec/0, type_inop_prec/1, type_preop_prec/1]).

%% What the caller asked for: who prints what is no abstract form (hook), how characters and values are written.
-record(style, {hook = none, options = none, encoding = unicode, text = latin1, quoted_types = false, width = 72, step = 4}).

-define(COMMA, {{text, ","}, {text, ","}, true}).
-define(TIGHT_COMMA, {{text, ","}, {text, ","}, false}).
-define(SEMICOLON, {{text, ";"}, {text, ";"}, true}).
-define(SPACE, {[], [], true}).

form(Form) -> form(Form, none).
form(Form, Options) ->
    Style = style(Options),
    draw(form_document(Form, Style), 0, Style).

attribute(Attribute) -> attribute(Attribute, none).
attribute({attribute, _, _, _} = Attribute, Options) -> form(Attribute, Options).

function(Function) -> function(Function, none).
function({function, _, _, _, _} = Function, Options) -> form(Function, Options).

guard(Guard) -> guard(Guard, none).
guard(Guard, Options) ->
    Style = style(Options),
    draw(guard_document(Guard, Style), 0, Style).

exprs(Expressions) -> exprs(Expressions, 0, none).
exprs(Expressions, Options) -> exprs(Expressions, 0, Options).
exprs(Expressions, Indent, Options) ->
    Style = style(Options),
    draw(group([], expressions(Expressions, Style), ?COMMA, []), Indent, Style).

expr(Expression) -> expr(Expression, 0, 0, none).
expr(Expression, Options) -> expr(Expression, 0, 0, Options).
expr(Expression, Indent, Options) -> expr(Expression, Indent, 0, Options).
expr(Expression, Indent, Precedence, Options) ->
    Style = style(Options),
    draw(expression(Expression, Precedence, Style), Indent, Style).

style(Options) when is_list(Options) ->
    Encoding = case proplists:get_value(encoding, Options, epp:default_encoding()) of
                   latin1 -> latin1;
                   utf8 -> unicode;
                   unicode -> unicode
               end,
    #style{hook = proplists:get_value(hook, Options, none), options = Options, encoding = Encoding, text = Encoding,
           quoted_types = proplists:get_bool(quote_singleton_atom_types, Options),
           width = proplists:get_value(linewidth, Options, 72), step = proplists:get_value(indent, Options, 4)};
style(Hook) -> #style{hook = Hook, options = Hook}.

draw(Document, Indent, #style{width = Width, step = Step}) -> [moonbeam_layout:draw(Document, Indent, Width, Step)].

%% ---- Documents ----

word(Text) -> {word, Text}.
text(Text) -> {text, Text}.
group(Before, Parts, Between, After) -> {group, Before, Parts, Between, After}.
list(Parts) -> group([], Parts, ?SPACE, []).
ahead(Before, Part) -> group(Before, [Part], ?SPACE, []).
under(Above, Below) -> list([{under, Above, Below}]).
beside(Above, Below) -> list([{beside, Above, Below}]).
ended(Parts) -> list(Parts ++ [text("end")]).

in_parentheses(Own, Wanted, Document) when Own < Wanted -> [text("("), Document, text(")")];
in_parentheses(_, _, Document) -> Document.

%% ---- Terms ----

name(Name, #style{text = latin1}) -> word(io_lib:write_atom_as_latin1(Name));
name(Name, _) -> word(io_lib:write_atom(Name)).

character(Character, #style{text = latin1}) -> text(io_lib:write_char_as_latin1(Character));
character(Character, _) -> text(io_lib:write_char(Character)).

string(String, #style{text = latin1}) -> {string, String, fun io_lib:write_string_as_latin1/1};
string(String, _) -> {string, String, fun io_lib:write_string/1}.

value(Value, #style{text = latin1}) -> text(lists:flatten(io_lib:format("~p", [Value])));
value(Value, _) -> text(lists:flatten(io_lib:format("~tp", [Value]))).

abstract(Term, #style{encoding = Encoding}) -> erl_parse:abstract(Term, [{encoding, Encoding}]).

%% ---- Forms ----

form_document({attribute, _, Name, Value}, Style) -> [attribute_document(Name, Value, Style), text(".\n")];
form_document({function, _, Name, _, Clauses}, Style) ->
    Texts = [clause([name(Name, Style)], Clause, Style) || Clause <- Clauses],
    [{lines, Texts, {text(";"), text(";"), false}}, text(".\n")];
form_document({Kind, _} = Message, #style{encoding = Encoding}) when Kind =:= error; Kind =:= warning ->
    Format = case Encoding of
                 latin1 -> "~p\n";
                 unicode -> "~tp\n"
             end,
    text(lists:flatten(io_lib:format(Format, [Message])));
form_document({eof, _}, _) -> text("\n").

attribute_document(Kind, {Name, Type, Arguments}, Style) when Kind =:= type; Kind =:= opaque ->
    Head = called(name(Name, plain(Style)), expressions(Arguments, plain(Style))),
    ahead(word("-" ++ atom_to_list(Kind) ++ " "), typed(Head, Type, Style));
attribute_document(Kind, {Function, Types}, Style) when Kind =:= spec; Kind =:= callback ->
    Name = case Function of
               {F, _} -> name(F, Style);
               {M, F, _} -> [name(M, Style), text(":"), name(F, Style)]
           end,
    Signatures = {lines, [signature(Type, Style) || Type <- Types], ?SEMICOLON},
    ahead(word("-" ++ atom_to_list(Kind) ++ " "), list([ahead(Name, Signatures)]));
attribute_document(module, {Module, Variables}, Style) ->
    attribute_call(module, [module_name(Module, Style), sequence("[", [word(atom_to_list(V)) || V <- Variables], "]")], Style);
attribute_document(module, Module, Style) -> attribute_call(module, [module_name(Module, Style)], Style);
attribute_document(export, Functions, Style) -> attribute_call(export, [functions(Functions, Style)], Style);
attribute_document(export_type, Types, Style) -> attribute_call(export_type, [functions(Types, Style)], Style);
attribute_document(import, {Module, Functions}, Style) ->
    attribute_call(import, [module_name(Module, Style), functions(Functions, Style)], Style);
attribute_document(import, Name, Style) when is_list(Name) -> attribute_call(import, [module_name(Name, Style)], Style);
attribute_document(optional_callbacks, Functions, Style) ->
    case lists:all(fun({F, A}) -> is_atom(F) andalso is_integer(A); (_) -> false end, Functions) of
        true -> attribute_call(optional_callbacks, [functions(Functions, Style)], Style);
        false -> attribute_value(optional_callbacks, Functions, Style)
    end;
attribute_document(file, {Name, Line}, Style) ->
    attribute_call(file, [string(Name, Style), word(integer_to_list(Line))], Style);
attribute_document(record, {Name, Fields}, Style) ->
    [ahead([word("-record("), name(Name, Style), text(",")], record_fields(Fields, Style)), text(")")];
attribute_document(Name, Value, Style) -> attribute_value(Name, Value, Style).

attribute_value(Name, Value, Style) ->
    attribute_call(Name, [expression(abstract(Value, Style), 0, plain(Style))], Style).

attribute_call(Name, Arguments, Style) -> ahead([text("-"), name(Name, Style)], sequence("(", Arguments, ")")).

%% A name with dots, as packages once had.
module_name(Name, Style) when is_atom(Name) -> name(Name, Style);
module_name(['' | Names], Style) -> text([$. | dotted(Names, Style)]);
module_name(Names, Style) -> text(dotted(Names, Style)).

dotted(Names, _) -> lists:flatten(lists:join($., [io_lib:write_atom(Name) || Name <- Names])).

functions([], _) -> word("[]");
functions(Functions, Style) ->
    Names = [[name(Name, Style), word([$/ | integer_to_list(Arity)])] || {Name, Arity} <- Functions],
    group(text("["), Names, ?TIGHT_COMMA, text("]")).

%% What is said of types and attributes does not go through the caller's hook.
plain(Style) -> Style#style{hook = none}.

sequence(Open, Parts, Close) -> group(text(Open), Parts, ?COMMA, text(Close)).

called(Name, Arguments) -> ahead(Name, sequence("(", Arguments, ")")).

%% ---- Types ----

signature({type, _, bounded_fun, [Type, Constraints]}, Style) ->
    Bounds = group([], [constraint(Constraint, Style) || Constraint <- Constraints], ?COMMA, []),
    under(function_type([], Type, Style), under(word("when"), Bounds));
signature(Type, Style) -> function_type([], Type, Style).

constraint({type, _, constraint, [{atom, _, is_subtype}, [{var, _, _} = Variable, Type]]}, Style) ->
    typed(expression(Variable, 0, plain(Style)), Type, Style);
constraint({type, _, constraint, [Tag, Types]}, Style) -> type_call(Tag, Types, Style).

function_type(Before, {type, _, 'fun', [Arguments, Result]}, Style) ->
    ahead(Before, {under, [type_arguments(Arguments, Style), word(" ->")], type(Result, 0, Style)}).

type_arguments({type, _, any}, _) -> word("(...)");
type_arguments({type, _, product, Types}, Style) -> sequence("(", types(Types, Style), ")").

typed(Document, Type, Style) -> beside([Document, word(" ::")], type(Type, 0, Style)).

types(Types, Style) -> [type(Type, 0, Style) || Type <- Types].

type({ann_type, _, [Variable, Type]}, Wanted, Style) ->
    {Left, Own, Right} = type_inop_prec('::'),
    in_parentheses(Own, Wanted, beside([type(Variable, Left, Style), word(" ::")], type(Type, Right, Style)));
type({paren_type, _, [Type]}, Wanted, Style) -> type(Type, Wanted, Style);
type({type, _, union, Types}, Wanted, Style) ->
    {_, Own, Right} = type_inop_prec('|'),
    Bar = word(" |"),
    in_parentheses(Own, Wanted, group([], [type(Type, Right, Style) || Type <- Types], {Bar, Bar, true}, []));
type({type, _, list, [Type]}, _, Style) -> group(text("["), [type(Type, 0, Style)], ?TIGHT_COMMA, text("]"));
type({type, _, nonempty_list, [Type]}, _, Style) -> sequence("[", [type(Type, 0, Style), word("...")], "]");
type({type, _, nil, []}, _, _) -> word("[]");
type({type, At, map, any}, _, Style) -> type_call({atom, At, map}, [], Style);
type({type, _, map, Pairs}, Wanted, Style) ->
    {Own, _} = type_preop_prec('#'),
    in_parentheses(Own, Wanted, ahead([text("#")], braced([pair_type(Pair, Style) || Pair <- Pairs])));
type({type, At, tuple, any}, _, Style) -> type_call({atom, At, tuple}, [], Style);
type({type, _, tuple, Types}, _, Style) -> braced(types(Types, Style));
type({type, _, record, [{atom, _, Name} | Fields]}, Wanted, Style) ->
    {Own, _} = type_preop_prec('#'),
    Texts = [typed(expression(Field, 0, plain(Style)), Type, Style) || {type, _, field_type, [Field, Type]} <- Fields],
    in_parentheses(Own, Wanted, ahead([record_name(Name, Style)], braced(Texts)));
type({type, _, range, Ends}, Wanted, Style) ->
    {_, Own, Right} = type_inop_prec('..'),
    Dots = word(".."),
    Texts = [expression(End, Right, plain(Style)) || End <- Ends],
    in_parentheses(Own, Wanted, group([], Texts, {Dots, Dots, false}, []));
type({type, _, binary, [Size, Unit]}, _, Style) ->
    Texts = [[word(Prefix), expression(Bits, max_prec(), plain(Style))]
             || {Prefix, Bits} <- [{"_:", Size}, {"_:_*", Unit}], not is_zero(Bits)],
    case Texts of
        [] -> word("<<>>");
        _ -> group(word("<<"), Texts, ?COMMA, word(">>"))
    end;
type({type, _, 'fun', []}, _, _) -> word("fun()");
type({type, _, 'fun', [{type, _, any}, _]} = Type, _, Style) -> fun_type(Type, Style);
type({type, _, 'fun', [{type, _, product, _}, _]} = Type, _, Style) -> fun_type(Type, Style);
type({type, At, Name, Types}, _, Style) -> type_call({atom, At, Name}, Types, Style);
type({user_type, At, Name, Types}, _, Style) -> type_call({atom, At, Name}, Types, Style);
type({remote_type, At, [Module, Name, Types]}, _, Style) -> type_call({remote, At, Module, Name}, Types, Style);
type({atom, _, Name}, _, #style{quoted_types = true, text = latin1}) ->
    word(io_lib:write_string_as_latin1(atom_to_list(Name), $'));
type({atom, _, Name}, _, #style{quoted_types = true}) -> word(io_lib:write_string(atom_to_list(Name), $'));
type(Expression, Wanted, Style) -> expression(Expression, Wanted, plain(Style)).

fun_type(Type, Style) -> [function_type([word("fun"), text("(")], Type, Style), text(")")].

type_call(Name, Types, Style) -> called(expression(Name, 0, plain(Style)), types(Types, Style)).

pair_type({type, _, Kind, [Key, Value]}, Style) ->
    Arrow = case Kind of
                map_field_assoc -> " =>";
                map_field_exact -> " :="
            end,
    beside([type(Key, 0, Style), word(Arrow)], type(Value, 0, Style)).

is_zero({integer, _, 0}) -> true;
is_zero(_) -> false.

%% ---- Clauses and guards ----

%% What a function's or fun's clause is called, its arguments, guard and body.
clause(Name, {clause, _, Arguments, Guard, Body}, Style) ->
    clause(called(Name, expressions(Arguments, Style)), Guard, Body, Style).

clause(Head, Guard, Body, Style) -> {under, [list([guarded(Head, Guard, Style)]), word(" ->")], body(Body, Style)}.

guarded(Head, Guard, Style) -> {under, Head, guard_document(Guard, Style)}.

guard_document([], _) -> [];
guard_document(Guard, Style) -> under(word("when"), alternatives(Guard, ?SEMICOLON, Style)).

alternatives([Tests | _] = Guard, Between, Style) when is_list(Tests) ->
    group([], [group([], expressions(Conjunction, Style), ?COMMA, []) || Conjunction <- Guard], Between, []);
alternatives(Tests, Between, Style) -> alternatives([Tests], Between, Style).

body([Expression], Style) -> expression(Expression, 0, Style);
body(Expressions, Style) -> {lines, expressions(Expressions, Style), ?COMMA}.

clauses(Clauses, Style) -> {lines, [clause_of_case(Clause, Style) || Clause <- Clauses], ?SEMICOLON}.

clause_of_case({clause, _, [Pattern], Guard, Body}, Style) -> clause(expression(Pattern, 0, Style), Guard, Body, Style).

clause_of_if({clause, _, [], [], Body}, Style) -> {under, [word("true"), word(" ->")], body(Body, Style)};
clause_of_if({clause, _, [], Guard, Body}, Style) ->
    Between = {text(";"), text(";"), false},
    {under, [alternatives(Guard, Between, Style), word(" ->")], body(Body, Style)}.

clause_of_catch({clause, _, [{tuple, _, [Class, Reason, Trace]}], Guard, Body}, Style) ->
    Thrown = [expression(Class, 0, Style), text(":"), expression(Reason, 0, Style)],
    Head = case Trace of
               {var, _, '_'} -> Thrown;
               _ -> Thrown ++ [text(":"), expression(Trace, 0, Style)]
           end,
    clause(Head, Guard, Body, Style).

fun_clauses(Clauses, Name, Style) ->
    Texts = [{under, [Name, Head], Body} || Clause <- Clauses, {under, Head, Body} <- [clause([], Clause, Style)]],
    {lines, Texts, ?SEMICOLON}.

%% ---- Expressions ----

expressions(Expressions, Style) -> [expression(Expression, 0, Style) || Expression <- Expressions].

expression({var, _, Number}, _, _) when is_integer(Number) -> word([$_ | integer_to_list(Number)]);
expression({var, _, Name}, _, _) -> word(atom_to_list(Name));
expression({char, _, Character}, _, Style) -> character(Character, Style);
expression({integer, _, Integer}, _, _) -> word(integer_to_list(Integer));
expression({float, _, Float}, _, _) -> word(lists:flatten(io_lib:write(Float)));
expression({atom, _, Name}, _, Style) -> name(Name, Style);
expression({string, _, String}, _, Style) -> string(String, Style);
expression({nil, _}, _, _) -> word("[]");
expression({value, _, Value}, _, Style) -> value(Value, Style);
expression({cons, _, Head, Tail}, _, Style) -> list_cells(Tail, [expression(Head, 0, Style)], Style);
expression({tuple, _, Elements}, _, Style) -> braced(expressions(Elements, Style));
expression({lc, _, Template, Qualifiers}, _, Style) ->
    comprehension("[", expression(Template, 0, Style), Qualifiers, "]", Style);
expression({bc, _, Template, Qualifiers}, _, Style) ->
    comprehension("<<", expression(Template, max_prec(), Style), Qualifiers, ">>", Style);
expression({bin, _, []}, _, _) -> word("<<>>");
expression({bin, _, Segments}, _, Style) ->
    [word("<<"), group([], [segment(Segment, Style) || Segment <- Segments], ?TIGHT_COMMA, []), word(">>")];
expression({map, _, Fields}, Wanted, Style) ->
    {Own, _} = preop_prec('#'),
    in_parentheses(Own, Wanted, ahead(text("#"), map_fields(Fields, Style)));
expression({map, _, Map, Fields}, Wanted, Style) ->
    {Left, Own, _} = inop_prec('#'),
    Before = [expression(Map, Left, Style), gap_before_hash(Map), text("#")],
    in_parentheses(Own, Wanted, ahead(Before, map_fields(Fields, Style)));
expression({record, _, Name, Fields}, Wanted, Style) ->
    {Own, _} = preop_prec('#'),
    in_parentheses(Own, Wanted, ahead(record_name(Name, Style), record_fields(Fields, Style)));
expression({record, _, Record, Name, Fields}, Wanted, Style) ->
    {Left, Own, _} = inop_prec('#'),
    Before = [expression(Record, Left, Style), gap_before_hash(Record), record_name(Name, Style)],
    in_parentheses(Own, Wanted, ahead(Before, record_fields(Fields, Style)));
expression({record_index, _, Name, Field}, Wanted, Style) ->
    {Own, Right} = preop_prec('#'),
    in_parentheses(Own, Wanted, [record_name(Name, Style), text("."), expression(Field, Right, Style)]);
expression({record_field, _, Record, Name, Field}, Wanted, Style) ->
    {Left, Own, Right} = inop_prec('#'),
    Of = [expression(Record, Left, Style), gap_before_hash(Record), record_name(Name, Style), text(".")],
    in_parentheses(Own, Wanted, [Of, expression(Field, Right, Style)]);
expression({record_field, _, {atom, _, ''}, Field}, Wanted, Style) ->
    {_, Own, Right} = inop_prec('.'),
    in_parentheses(Own, Wanted, [text("."), expression(Field, Right, Style)]);
expression({record_field, _, Record, Field}, Wanted, Style) ->
    {Left, Own, Right} = inop_prec('.'),
    in_parentheses(Own, Wanted, [expression(Record, Left, Style), text("."), expression(Field, Right, Style)]);
expression({block, _, Body}, _, Style) -> ended([{under, word("begin"), body(Body, Style)}]);
expression({'if', _, Clauses}, _, Style) ->
    Texts = [clause_of_if(Clause, Style) || Clause <- Clauses],
    ended([{under, word("if"), {lines, Texts, ?SEMICOLON}}]);
expression({'cond', _, Clauses}, _, Style) ->
    Texts = [{under, [expression(Test, 0, Style), word(" ->")], body(Body, Style)} || {clause, _, [], [[Test]], Body} <- Clauses],
    ended([{under, word("cond"), {lines, Texts, ?SEMICOLON}}]);
expression({'case', _, Of, Clauses}, _, Style) ->
    ended([{under, list([{under, word("case"), expression(Of, 0, Style)}, text("of")]), clauses(Clauses, Style)}]);
expression({'receive', _, Clauses}, _, Style) -> ended([{under, word("receive"), clauses(Clauses, Style)}]);
expression({'receive', _, Clauses, Time, Body}, _, Style) ->
    Timeout = under([expression(Time, 0, Style), word(" ->")], body(Body, Style)),
    ended([{under, word("receive"), clauses(Clauses, Style)}, {under, word("after"), Timeout}]);
expression({'try', _, Body, Clauses, Handlers, After}, _, Style) ->
    Trying = {under, word("try"), body(Body, Style)},
    ended([case Clauses of
               [] -> Trying;
               _ -> {under, list([Trying, text("of")]), clauses(Clauses, Style)}
           end]
          ++ [{under, word("catch"), {lines, [clause_of_catch(Handler, Style) || Handler <- Handlers], ?SEMICOLON}}
              || Handlers =/= []]
          ++ [{under, word("after"), body(After, Style)} || After =/= []]);
expression({'maybe', _, Body}, _, Style) -> ended([{under, word("maybe"), body(Body, Style)}]);
expression({'maybe', _, Body, {'else', _, Clauses}}, _, Style) ->
    ended([{under, word("maybe"), body(Body, Style)}, {under, word("else"), clauses(Clauses, Style)}]);
expression({maybe_match, _, Pattern, Expression}, _, Style) ->
    beside([expression(Pattern, 0, Style), word(" ?=")], expression(Expression, 0, Style));
expression({match, _, Pattern, Expression}, Wanted, Style) ->
    {Left, Own, Right} = inop_prec('='),
    Before = [expression(Pattern, Left, Style), word(" =")],
    in_parentheses(Own, Wanted, beside(Before, expression(Expression, Right, Style)));
expression({'catch', _, Expression}, Wanted, Style) ->
    {Own, Right} = preop_prec('catch'),
    in_parentheses(Own, Wanted, under(word("catch"), expression(Expression, Right, Style)));
expression({op, _, Operator, Operand}, Wanted, Style) ->
    {Own, Right} = preop_prec(Operator),
    Symbol = case atom_to_list(Operator) of
                 [_] = Sign -> Sign;
                 Name -> Name ++ " "
             end,
    in_parentheses(Own, Wanted, [text(Symbol), expression(Operand, Right, Style)]);
expression({op, _, Operator, Left, Right}, Wanted, Style) ->
    {LeftWanted, Own, RightWanted} = inop_prec(Operator),
    Parts = [expression(Left, LeftWanted, Style), text(atom_to_list(Operator)), expression(Right, RightWanted, Style)],
    in_parentheses(Own, Wanted, case Operator of
                                    'orelse' -> {lines, Parts, ?SPACE};
                                    'andalso' -> {lines, Parts, ?SPACE};
                                    _ -> list(Parts)
                                end);
expression({remote, _, Module, Name}, Wanted, Style) ->
    {Left, Own, Right} = inop_prec(':'),
    in_parentheses(Own, Wanted, [expression(Module, Left, Style), text(":"), expression(Name, Right, Style)]);
expression({call, At, {remote, _, {atom, _, erlang}, {atom, _, Name} = Short} = Remote, Arguments}, Wanted, Style) ->
    case Name =/= float andalso erl_internal:bif(erlang, Name, length(Arguments)) of
        true -> expression({call, At, Short, Arguments}, Wanted, Style);
        false -> call(Remote, Arguments, Wanted, Style)
    end;
expression({call, _, Function, Arguments}, Wanted, Style) -> call(Function, Arguments, Wanted, Style);
expression({'fun', _, {function, Name, Arity}}, _, Style) ->
    [word("fun "), name(Name, Style), word([$/ | integer_to_list(Arity)])];
expression({'fun', _, {function, Module, Name, Arity}}, _, Style) ->
    [M, N, A] = expressions([Module, Name, Arity], Style),
    [text("fun "), M, text(":"), N, text("/"), A];
expression({'fun', _, {clauses, Clauses}}, _, Style) ->
    ended([ahead(word("fun"), fun_clauses(Clauses, [], Style))]);
expression({'fun', At, What, Info}, Wanted, Style) ->
    {noted, comment(Info, Style), expression({'fun', At, What}, Wanted, Style)};
expression({named_fun, _, Name, Clauses}, _, Style) ->
    ended([ahead([word("fun"), text(" ")], fun_clauses(Clauses, text(atom_to_list(Name)), Style))]);
expression({named_fun, At, Name, Clauses, Info}, Wanted, Style) ->
    {noted, comment(Info, Style), expression({named_fun, At, Name, Clauses}, Wanted, Style)};
expression(Other, _, #style{hook = none}) -> word(lists:flatten(io_lib:format("INVALID-FORM:~w:", [Other])));
expression(Other, Wanted, #style{hook = {Module, Name, Arguments} = Hook}) when Module =/= 'fun' ->
    {hook, fun(Indent) -> apply(Module, Name, [Other, Indent, Wanted, Hook | Arguments]) end};
expression(Other, Wanted, #style{hook = Hook, options = Options}) ->
    {hook, fun(Indent) -> Hook(Other, Indent, Wanted, Options) end}.

call(Function, Arguments, Wanted, Style) ->
    {Inner, Own} = func_prec(),
    in_parentheses(Own, Wanted, called(expression(Function, Inner, Style), expressions(Arguments, Style))).

comment(Info, Style) -> [word("% fun-info: "), value(Info, Style)].

list_cells({cons, _, Head, Tail}, Before, Style) -> list_cells(Tail, [expression(Head, 0, Style) | Before], Style);
list_cells({nil, _}, Before, _) -> sequence("[", lists:reverse(Before), "]");
list_cells(Tail, Before, Style) ->
    Parts = lists:reverse(Before, [expression(Tail, 0, Style)]),
    group(text("["), Parts, {text(","), word(" |"), true}, text("]")).

braced([]) -> word("{}");
braced(Parts) -> sequence("{", Parts, "}").

comprehension(Open, Template, Qualifiers, Close, Style) ->
    Inner = under([Template, word(" ||")], {lines, [qualifier(Qualifier, Style) || Qualifier <- Qualifiers], ?COMMA}),
    list([group(bracket(Open), [{noted, word(" "), [Inner]}], ?SPACE, []), bracket(Close)]).

bracket([_] = Bracket) -> text(Bracket);
bracket(Bracket) -> word(Bracket).

qualifier({generate, _, Pattern, Of}, Style) -> generator(Pattern, " <-", Of, Style);
qualifier({b_generate, _, Pattern, Of}, Style) -> generator(Pattern, " <=", Of, Style);
qualifier(Filter, Style) -> expression(Filter, 0, Style).

generator(Pattern, Arrow, Of, Style) -> under([expression(Pattern, 0, Style), word(Arrow)], expression(Of, 0, Style)).

%% A value alone is the part itself, so that short ones may share lines.
segment({bin_element, _, Value, default, default}, Style) -> expression(Value, max_prec(), Style);
segment({bin_element, At, Value, Size, default}, Style) ->
    [segment({bin_element, At, Value, default, default}, Style), text(":"), expression(Size, max_prec(), Style)];
segment({bin_element, At, Value, Size, Types}, Style) ->
    [segment({bin_element, At, Value, Size, default}, Style), text("/")
     | lists:join(text("-"), [segment_type(Type, Style) || Type <- Types])].

segment_type({Name, Value}, Style) -> [segment_type(Name, Style), text(":"), segment_type(Value, Style)];
segment_type(Term, Style) -> expression(erl_parse:abstract(Term), 0, plain(Style)).

map_fields(Fields, Style) -> braced([map_field(Field, Style) || Field <- Fields]).

map_field({Kind, _, Key, Value}, Style) ->
    Arrow = case Kind of
                map_field_assoc -> " =>";
                map_field_exact -> " :="
            end,
    under([expression(Key, 0, Style), word(Arrow)], expression(Value, 0, Style)).

record_name(Name, Style) -> [text("#"), name(Name, Style)].

record_fields(Fields, Style) -> braced([record_field(Field, Style) || Field <- Fields]).

record_field({record_field, _, Field}, Style) -> expression(Field, 0, Style);
record_field({record_field, _, Field, Value}, Style) -> assigned(Field, fun(Document) -> Document end, Value, Style);
record_field({typed_record_field, {record_field, _, Field, Value}, Type}, Style) ->
    assigned(Field, fun(Document) -> typed(Document, Type, Style) end, Value, Style);
record_field({typed_record_field, Field, Type}, Style) -> typed(record_field(Field, Style), Type, Style).

assigned(Field, Typed, Value, Style) ->
    {Left, _, Right} = inop_prec('='),
    beside([expression(Field, Left, Style), word(" =")], Typed(expression(Value, Right, Style))).

%% A number would otherwise be read as the base of what follows the hash mark, and a fun's arity.
gap_before_hash({integer, _, _}) -> text(" ");
gap_before_hash({'fun', _, {function, _, _}}) -> text(" ");
gap_before_hash({'fun', _, {function, _, _, _}}) -> text(" ");
gap_before_hash(_) -> [].

%% ---- Variables that are none ----

%% Gives variables whose names begin with a small letter, as some transforms make them, names of their own.
legalize_vars({function, At, Name, Arity, Clauses}) ->
    {Legal, Wrong} = lists:partition(fun is_legal/1, variables(Clauses, [])),
    Names = lists:foldl(fun(Variable, Known) -> legalize(Variable, atom_to_list(Variable), Known) end,
                        maps:from_list([{Variable, Variable} || Variable <- Legal]), lists:usort(Wrong)),
    {function, At, Name, Arity, renamed(Clauses, Names)};
legalize_vars(Form) -> erlang:error(badarg, [Form]).

is_legal(Variable) ->
    [First | _] = atom_to_list(Variable),
    First < $a orelse First > $z.

legalize(Variable, Text, Known) ->
    Name = list_to_atom(string:to_upper(Text)),
    case Known of
        #{Name := _} -> legalize(Variable, [$X | Text], Known);
        _ -> Known#{Variable => Name}
    end.

variables([Form | Forms], Found) -> variables(Forms, variables(Form, Found));
variables({var, _, Name}, Found) -> [Name | Found];
variables(Form, Found) when is_tuple(Form) -> variables(tuple_to_list(Form), Found);
variables(_, Found) -> Found.

renamed([Form | Forms], Names) -> [renamed(Form, Names) | renamed(Forms, Names)];
renamed({var, At, Name}, Names) -> {var, At, map_get(Name, Names)};
renamed(Form, Names) when is_tuple(Form) -> list_to_tuple(renamed(tuple_to_list(Form), Names));
renamed(Form, _) -> Form.
