% What a compiled module says of itself.
Parse = fun(Text) -> {ok, Tokens, _} = erl_scan:string(Text), {ok, F} = erl_parse:parse_form(Tokens), F end, ok.  % expect: ok
Forms = [Parse(T) || T <- ["-module(bl).", "-export([f/1]).", "-author(me).", "-vsn(\"1.0\").", "f(X) -> g(X).", "g(X) -> X."]], ok.  % expect: ok
{ok, bl, Binary} = compile:forms(Forms, [debug_info]), is_binary(Binary).  % expect: true
beam_lib:chunks(Binary, [exports]).  % expect: {ok,{bl,[{exports,[{f,1},{module_info,0},{module_info,1}]}]}}
beam_lib:chunks(Binary, [locals]).  % expect: {ok,{bl,[{locals,[{g,1}]}]}}
beam_lib:chunks(Binary, [attributes]).  % expect: {ok,{bl,[{attributes,[{author,[me]},{vsn,"1.0"}]}]}}
{ok, {bl, [{abstract_code, {raw_abstract_v1, Code}}]}} = beam_lib:chunks(Binary, [abstract_code]), [element(3, F) || F <- Code, element(1, F) =:= function].  % expect: [f,g]
beam_lib:version(Binary).  % expect: {ok,{bl,"1.0"}}
{ok, {bl, Digest}} = beam_lib:md5(Binary), byte_size(Digest).  % expect: 16
beam_lib:cmp(Binary, Binary).  % expect: ok
beam_lib:chunks(Binary, ["Foo "], [allow_missing_chunks]).  % expect: {ok,{bl,[{"Foo ",missing_chunk}]}}
element(1, element(3, beam_lib:chunks(Binary, ["Foo "]))).  % expect: missing_chunk
element(1, element(3, beam_lib:chunks(Binary, [no_such_chunk]))).  % expect: unknown_chunk
beam_lib:chunks(<<"abc">>, [exports]).  % expect: {error,beam_lib,{not_a_beam_file,<<"abc">>}}
beam_lib:chunks("no_such_file", [exports]).  % expect: {error,beam_lib,{file_error,"no_such_file.beam",enoent}}
lists:flatten(beam_lib:format_error({file_error, "no_such_file.beam", enoent})).  % expect: "\"no_such_file.beam\": \"no such file or directory\"\n"
