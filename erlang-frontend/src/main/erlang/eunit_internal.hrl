%% What a description of tests is made into: see eunit_data.

%% A test. The description, line and limit (in milliseconds) may be undefined.
-record(test, {run :: fun(() -> term()),
               source :: {module(), atom(), arity()},
               desc,
               line = 0,
               timeout}).

%% Tests with something in common. With a context, tests is a fun from what its setup gave to the tests.
-record(group, {tests, desc, order, timeout, spawn, context}).

-record(context, {setup, cleanup, process = spawn}).
