%% Input, output and the protocol that devices speak: OTP's stdlib manual, module io. What only writes is written in Java; the node's
%% own input and output are no process, so what is asked of them is done here, by the process that asks.
-module(io).

-export([request/1, request/2, requests/1, requests/2, get_line/1, get_line/2, get_chars/2, get_chars/3, get_password/0,
         get_password/1, read/1, read/2, read/3, read/4, fread/2, fread/3, scan_erl_exprs/1, scan_erl_exprs/2,
         scan_erl_exprs/3, scan_erl_exprs/4, scan_erl_form/1, scan_erl_form/2, scan_erl_form/3, scan_erl_form/4,
         parse_erl_exprs/1, parse_erl_exprs/2, parse_erl_exprs/3, parse_erl_exprs/4, parse_erl_form/1, parse_erl_form/2,
         parse_erl_form/3, parse_erl_form/4, setopts/1, setopts/2, getopts/0, getopts/1, columns/0, columns/1, rows/0,
         rows/1]).

-export_type([device/0, format/0, prompt/0, server_no_data/0]).

-type device() :: atom() | pid().
-type format() :: atom() | string() | binary().
-type prompt() :: atom() | unicode:chardata().
-type server_no_data() :: {error, term()} | eof.

%% ---- Requests ----

request(Request) -> request(standard_io, Request).

request(standard_io, Request) -> request(group_leader(), Request);
request(user, Request) -> moonbeam_device:request_standard(converted(Request));
request(standard_error, {put_chars, _, _} = Request) -> written(standard_error, Request);
request(standard_error, {put_chars, _, _, _, _} = Request) -> written(standard_error, Request);
request(standard_error, Request) ->
    case converted(Request) of
        {put_chars, _, _} = Converted -> written(standard_error, Converted);
        {put_chars, _, _, _, _} = Converted -> written(standard_error, Converted);
        getopts -> [{binary, false}, {encoding, unicode}];
        _ -> {error, enotsup}
    end;
request(Device, _) when Device =:= self() -> {error, calling_self};
request(Device, Request) when is_pid(Device) ->
    case moonbeam_io:is_standard(Device) of
        true -> request(user, Request);
        false -> io_protocol:answer(Device, converted(Request))
    end;
request(Name, Request) when is_atom(Name) ->
    case whereis(Name) of
        undefined -> {error, arguments};
        Pid -> request(Pid, Request)
    end;
request(_, _) -> {error, arguments}.

written(Device, {put_chars, _, Chars}) -> io:put_chars(Device, Chars);
written(Device, {put_chars, _, Module, Function, Arguments}) -> io:put_chars(Device, apply(Module, Function, Arguments)).

requests(Requests) -> requests(standard_io, Requests).
requests(Device, Requests) -> request(Device, {requests, [converted(Request) || Request <- Requests]}).

%% The short forms that the functions of this module have for requests.
converted({write, Term}) -> {put_chars, unicode, io_lib, write, [Term]};
converted({format, Format, Arguments}) -> {put_chars, unicode, io_lib, format, [Format, Arguments]};
converted({fwrite, Format, Arguments}) -> {put_chars, unicode, io_lib, fwrite, [Format, Arguments]};
converted(nl) -> {put_chars, unicode, "\n"};
converted({read, Prompt}) -> converted({read, Prompt, 1, []});
converted({read, Prompt, Place}) -> converted({read, Prompt, Place, []});
converted({read, Prompt, Place, Options}) -> {get_until, unicode, Prompt, moonbeam_read, term, [Place, Options]};
converted({fread, Prompt, Format}) -> {get_until, unicode, Prompt, io_lib, fread, [Format]};
converted({requests, Requests}) -> {requests, [converted(Request) || Request <- Requests]};
converted(Request) -> Request.

%% ---- Lines and characters ----

get_line(Prompt) -> get_line(standard_io, Prompt).
get_line(Device, Prompt) -> request(Device, {get_line, unicode, Prompt}).

get_chars(Prompt, Count) -> get_chars(standard_io, Prompt, Count).
get_chars(Device, Prompt, Count) when is_integer(Count), Count >= 0 ->
    request(Device, {get_chars, unicode, Prompt, Count}).

get_password() -> get_password(standard_io).
get_password(Device) -> request(Device, {get_password, unicode}).

%% ---- Terms, tokens and forms ----

read(Prompt) -> read(standard_io, Prompt).
read(Device, Prompt) -> term(request(Device, {read, Prompt, 1, []})).
read(Device, Prompt, Place) -> read(Device, Prompt, Place, []).
read(Device, Prompt, Place, Options) ->
    case request(Device, {read, Prompt, Place, Options}) of
        {ok, Tokens, End} -> with_end(erl_parse:parse_term(Tokens), End);
        {error, Reason} -> {error, Reason};
        Other -> Other
    end.

term({ok, Tokens, _}) -> erl_parse:parse_term(Tokens);
term({error, Error, _}) -> {error, Error};
term({error, Reason}) -> {error, Reason};
term({eof, _}) -> eof;
term(Other) -> Other.

with_end({ok, Value}, End) -> {ok, Value, End};
with_end({error, Error}, End) -> {error, Error, End}.

fread(Prompt, Format) -> fread(standard_io, Prompt, Format).
fread(Device, Prompt, Format) -> request(Device, {fread, Prompt, Format}).

scan_erl_exprs(Prompt) -> scan_erl_exprs(standard_io, Prompt).
scan_erl_exprs(Device, Prompt) -> scan_erl_exprs(Device, Prompt, 1).
scan_erl_exprs(Device, Prompt, Place) -> scan_erl_exprs(Device, Prompt, Place, []).
scan_erl_exprs(Device, Prompt, Place, Options) ->
    request(Device, {get_until, unicode, Prompt, moonbeam_read, tokens, [Place, Options]}).

scan_erl_form(Prompt) -> scan_erl_exprs(Prompt).
scan_erl_form(Device, Prompt) -> scan_erl_exprs(Device, Prompt).
scan_erl_form(Device, Prompt, Place) -> scan_erl_exprs(Device, Prompt, Place).
scan_erl_form(Device, Prompt, Place, Options) -> scan_erl_exprs(Device, Prompt, Place, Options).

parse_erl_exprs(Prompt) -> parse_erl_exprs(standard_io, Prompt).
parse_erl_exprs(Device, Prompt) -> parse_erl_exprs(Device, Prompt, 1).
parse_erl_exprs(Device, Prompt, Place) -> parse_erl_exprs(Device, Prompt, Place, []).
parse_erl_exprs(Device, Prompt, Place, Options) ->
    parsed(scan_erl_exprs(Device, Prompt, Place, Options), fun erl_parse:parse_exprs/1).

parse_erl_form(Prompt) -> parse_erl_form(standard_io, Prompt).
parse_erl_form(Device, Prompt) -> parse_erl_form(Device, Prompt, 1).
parse_erl_form(Device, Prompt, Place) -> parse_erl_form(Device, Prompt, Place, []).
parse_erl_form(Device, Prompt, Place, Options) ->
    parsed(scan_erl_form(Device, Prompt, Place, Options), fun erl_parse:parse_form/1).

parsed({ok, Tokens, End}, Parse) -> with_end(Parse(Tokens), End);
parsed(Other, _) -> Other.

%% ---- Options ----

setopts(Options) -> setopts(standard_io, Options).
setopts(Device, Options) -> request(Device, {setopts, Options}).

getopts() -> getopts(standard_io).
getopts(Device) -> request(Device, getopts).

columns() -> columns(standard_io).
columns(Device) -> geometry(Device, columns).
rows() -> rows(standard_io).
rows(Device) -> geometry(Device, rows).

geometry(Device, What) ->
    case request(Device, {get_geometry, What}) of
        Count when is_integer(Count), Count > 0 -> {ok, Count};
        _ -> {error, enotsup}
    end.
