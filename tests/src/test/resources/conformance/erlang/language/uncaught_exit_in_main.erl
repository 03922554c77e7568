-module(uncaught_exit_in_main).
-export([main/0]).
main() -> exit(shutdown).
%% expect error: exit:shutdown
