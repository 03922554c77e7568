%% What a module includes to have EUnit tests: the test and assertion macros, and the export of its tests. TEST, NOTEST,
%% EUNIT_NOAUTO, NOASSERT, DEBUG and NODEBUG, defined before, mean what EUnit's user's guide says.
-ifndef(EUNIT_HRL).
-define(EUNIT_HRL, true).

-ifdef(TEST).
-undef(NOTEST).
-endif.

-ifdef(DEBUG).
-undef(NODEBUG).
-endif.

-ifdef(NOTEST).
-undef(EUNIT).
-else.
-ifndef(ASSERT).
-define(ASSERT, true).
-endif.
-ifndef(TEST).
-define(TEST, true).
-endif.
-ifndef(EUNIT).
-define(EUNIT, true).
-endif.
-endif.

-include_lib("stdlib/include/assert.hrl").

-ifndef(EUNIT_NOAUTO).
-ifdef(NOTEST).
-compile({parse_transform, eunit_striptests}).
-else.
-compile({parse_transform, eunit_autoexport}).
-endif.
-endif.

%% Small helpers.

-ifndef(LET).
-define(LET(Var, Arg, Expr), begin ((fun(Var) -> (Expr) end)(Arg)) end).
-endif.

-ifndef(IF).
-define(IF(Cond, Then, Else), begin (case (Cond) of true -> (Then); false -> (Else) end) end).
-endif.

-ifndef(MATCHES).
-define(MATCHES(Pattern, Expr), begin (case (Expr) of Pattern -> true; _ -> false end) end).
-endif.

-ifndef(UNDER_EUNIT).
-define(UNDER_EUNIT, (eunit_proc:is_running_test())).
-endif.

-ifndef(capturedOutput).
-define(capturedOutput,
        (case ?UNDER_EUNIT of
             true -> eunit_proc:get_output();
             false -> ""
         end)).
-endif.

%% Tests: a fun with the line it stands in.

-define(_test(Expr), {?LINE, fun() -> (Expr) end}).
-define(_assert(Bool), ?_test(?assert(Bool))).
-define(_assertNot(Bool), ?_test(?assertNot(Bool))).
-define(_assertMatch(Guard, Expr), ?_test(?assertMatch(Guard, Expr))).
-define(_assertNotMatch(Guard, Expr), ?_test(?assertNotMatch(Guard, Expr))).
-define(_assertEqual(Expect, Expr), ?_test(?assertEqual(Expect, Expr))).
-define(_assertNotEqual(Unexpected, Expr), ?_test(?assertNotEqual(Unexpected, Expr))).
-define(_assertException(Class, Term, Expr), ?_test(?assertException(Class, Term, Expr))).
-define(_assertNotException(Class, Term, Expr), ?_test(?assertNotException(Class, Term, Expr))).
-define(_assertError(Term, Expr), ?_test(?assertError(Term, Expr))).
-define(_assertExit(Term, Expr), ?_test(?assertExit(Term, Expr))).
-define(_assertThrow(Term, Expr), ?_test(?assertThrow(Term, Expr))).

%% Text on the console while tests run, past the capture of their output.

-ifdef(NODEBUG).
-define(debugMsg(Text), ok).
-define(debugHere, ok).
-define(debugFmt(Format, Args), ok).
-define(debugVal(Expr), (Expr)).
-define(debugVal(Expr, Depth), (Expr)).
-define(debugTime(Text, Expr), (Expr)).
-else.
-define(debugMsg(Text),
        begin
            io:fwrite(user, <<"~ts:~w:~w: ~ts\n">>, [?FILE, ?LINE, self(), Text]),
            ok
        end).
-define(debugHere, (?debugMsg("<-"))).
-define(debugFmt(Format, Args), (?debugMsg(io_lib:format((Format), (Args))))).
-ifndef(EUNIT_DEBUG_VAL_DEPTH).
-define(EUNIT_DEBUG_VAL_DEPTH, 15).
-endif.
-define(debugVal(Expr), ?debug_val__(Expr, ??Expr, ?EUNIT_DEBUG_VAL_DEPTH)).
-define(debugVal(Expr, Depth), ?debug_val__(Expr, ??Expr, Depth)).
-define(debug_val__(Expr, Text, Depth),
        begin
            ((fun(X__V) ->
                      ?debugFmt(<<"~ts = ~tP">>, [Text, X__V, Depth]),
                      X__V
              end)(Expr))
        end).
-define(debugTime(Text, Expr),
        begin
            ((fun() ->
                      X__T0 = erlang:monotonic_time(millisecond),
                      X__V = (Expr),
                      X__T1 = erlang:monotonic_time(millisecond),
                      ?debugFmt(<<"~ts: ~.3f s">>, [(Text), (X__T1 - X__T0) / 1000]),
                      X__V
              end)())
        end).
-endif.

-endif. % EUNIT_HRL
