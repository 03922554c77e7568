%% Assertion macros. What each of them raises is documented: {Name, [{module, M}, {line, L}, ...]}. A body is a fun of its
%% own, so that variables bound in an assertion stay inside it.
-ifndef(ASSERT_HRL).
-define(ASSERT_HRL, true).

-ifdef(NODEBUG).
-ifndef(DEBUG).
-ifndef(NOASSERT).
-define(NOASSERT, true).
-endif.
-endif.
-endif.

-ifdef(ASSERT).
-undef(NOASSERT).
-endif.

-ifdef(NOASSERT).

-define(assert(Bool), ok).
-define(assert(Bool, Comment), ok).
-define(assertNot(Bool), ok).
-define(assertNot(Bool, Comment), ok).
-define(assertMatch(Guard, Expr), ok).
-define(assertMatch(Guard, Expr, Comment), ok).
-define(assertNotMatch(Guard, Expr), ok).
-define(assertNotMatch(Guard, Expr, Comment), ok).
-define(assertEqual(Expect, Expr), ok).
-define(assertEqual(Expect, Expr, Comment), ok).
-define(assertNotEqual(Unexpected, Expr), ok).
-define(assertNotEqual(Unexpected, Expr, Comment), ok).
-define(assertException(Class, Term, Expr), ok).
-define(assertException(Class, Term, Expr, Comment), ok).
-define(assertNotException(Class, Term, Expr), ok).
-define(assertNotException(Class, Term, Expr, Comment), ok).

-else.

%% Comment is a list of nothing or {comment, Term}; the texts are made here, where the arguments are still as written.
-define(assertion_failed__(Name, Comment, Info),
        erlang:error({Name, [{module, ?MODULE}, {line, ?LINE}] ++ Comment ++ Info})).
-define(exception_text__(Class, Term), "{ " ++ Class ++ " , " ++ Term ++ " , [...] }").

-define(assert(Bool), ?assert_is__(true, Bool, ??Bool, [])).
-define(assert(Bool, Comment), ?assert_is__(true, Bool, ??Bool, [{comment, Comment}])).
-define(assertNot(Bool), ?assert_is__(false, Bool, ??Bool, [])).
-define(assertNot(Bool, Comment), ?assert_is__(false, Bool, ??Bool, [{comment, Comment}])).
-define(assert_is__(Expected, Bool, Text, Comment),
        begin
            ((fun() ->
                      case (Bool) of
                          Expected -> ok;
                          X__V ->
                              ?assertion_failed__(assert, Comment,
                                                  [{expression, Text},
                                                   {expected, Expected},
                                                   case is_boolean(X__V) of
                                                       true -> {value, X__V};
                                                       false -> {not_boolean, X__V}
                                                   end])
                      end
              end)())
        end).

-define(assertMatch(Guard, Expr), ?assert_match__(Guard, ??Guard, Expr, ??Expr, [])).
-define(assertMatch(Guard, Expr, Comment),
        ?assert_match__(Guard, ??Guard, Expr, ??Expr, [{comment, Comment}])).
-define(assert_match__(Guard, Pattern, Expr, Text, Comment),
        begin
            ((fun() ->
                      case (Expr) of
                          Guard -> ok;
                          X__V ->
                              ?assertion_failed__(assertMatch, Comment,
                                                  [{expression, Text},
                                                   {pattern, Pattern},
                                                   {value, X__V}])
                      end
              end)())
        end).

-define(assertNotMatch(Guard, Expr), ?assert_not_match__(Guard, ??Guard, Expr, ??Expr, [])).
-define(assertNotMatch(Guard, Expr, Comment),
        ?assert_not_match__(Guard, ??Guard, Expr, ??Expr, [{comment, Comment}])).
-define(assert_not_match__(Guard, Pattern, Expr, Text, Comment),
        begin
            ((fun() ->
                      X__V = (Expr),
                      case X__V of
                          Guard ->
                              ?assertion_failed__(assertNotMatch, Comment,
                                                  [{expression, Text},
                                                   {pattern, Pattern},
                                                   {value, X__V}]);
                          _ -> ok
                      end
              end)())
        end).

-define(assertEqual(Expect, Expr), ?assert_equal__(Expect, Expr, ??Expr, [])).
-define(assertEqual(Expect, Expr, Comment),
        ?assert_equal__(Expect, Expr, ??Expr, [{comment, Comment}])).
-define(assert_equal__(Expect, Expr, Text, Comment),
        begin
            ((fun() ->
                      X__X = (Expect),
                      case (Expr) of
                          X__X -> ok;
                          X__V ->
                              ?assertion_failed__(assertEqual, Comment,
                                                  [{expression, Text},
                                                   {expected, X__X},
                                                   {value, X__V}])
                      end
              end)())
        end).

-define(assertNotEqual(Unexpected, Expr), ?assert_not_equal__(Unexpected, Expr, ??Expr, [])).
-define(assertNotEqual(Unexpected, Expr, Comment),
        ?assert_not_equal__(Unexpected, Expr, ??Expr, [{comment, Comment}])).
-define(assert_not_equal__(Unexpected, Expr, Text, Comment),
        begin
            ((fun() ->
                      X__X = (Unexpected),
                      case (Expr) of
                          X__X ->
                              ?assertion_failed__(assertNotEqual, Comment,
                                                  [{expression, Text},
                                                   {value, X__X}]);
                          _ -> ok
                      end
              end)())
        end).

-define(assertException(Class, Term, Expr),
        ?assert_exception__(Class, Term, Expr, ??Expr, ?exception_text__(??Class, ??Term), [])).
-define(assertException(Class, Term, Expr, Comment),
        ?assert_exception__(Class, Term, Expr, ??Expr, ?exception_text__(??Class, ??Term),
                            [{comment, Comment}])).
-define(assert_exception__(Class, Term, Expr, Text, Pattern, Comment),
        begin
            ((fun() ->
                      try (Expr) of
                          X__V ->
                              ?assertion_failed__(assertException, Comment,
                                                  [{expression, Text},
                                                   {pattern, Pattern},
                                                   {unexpected_success, X__V}])
                      catch
                          Class:Term -> ok;
                          X__C:X__T:X__S ->
                              ?assertion_failed__(assertException, Comment,
                                                  [{expression, Text},
                                                   {pattern, Pattern},
                                                   {unexpected_exception, {X__C, X__T, X__S}}])
                      end
              end)())
        end).

-define(assertNotException(Class, Term, Expr),
        ?assert_not_exception__(Class, Term, Expr, ??Expr, ?exception_text__(??Class, ??Term),
                                [])).
-define(assertNotException(Class, Term, Expr, Comment),
        ?assert_not_exception__(Class, Term, Expr, ??Expr, ?exception_text__(??Class, ??Term),
                                [{comment, Comment}])).
%% Class and Term may be patterns with variables of their own: a clause of each, so that the second sees the first's.
-define(assert_not_exception__(Class, Term, Expr, Text, Pattern, Comment),
        begin
            ((fun() ->
                      try (Expr) of
                          _ -> ok
                      catch
                          X__C:X__T:X__S ->
                              case X__C of
                                  Class ->
                                      case X__T of
                                          Term ->
                                              ?assertion_failed__(
                                                 assertNotException, Comment,
                                                 [{expression, Text},
                                                  {pattern, Pattern},
                                                  {unexpected_exception,
                                                   {X__C, X__T, X__S}}]);
                                          _ -> ok
                                      end;
                                  _ -> ok
                              end
                      end
              end)())
        end).

-endif. % NOASSERT

-define(assertError(Term, Expr), ?assertException(error, Term, Expr)).
-define(assertError(Term, Expr, Comment), ?assertException(error, Term, Expr, Comment)).
-define(assertExit(Term, Expr), ?assertException(exit, Term, Expr)).
-define(assertExit(Term, Expr, Comment), ?assertException(exit, Term, Expr, Comment)).
-define(assertThrow(Term, Expr), ?assertException(throw, Term, Expr)).
-define(assertThrow(Term, Expr, Comment), ?assertException(throw, Term, Expr, Comment)).

-endif. % ASSERT_HRL
