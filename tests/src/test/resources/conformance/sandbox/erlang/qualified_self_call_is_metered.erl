% policy: untrusted
% limit: reductions=3M,time=30s
-module(qualified_self_call_is_metered).
-export([main/0, f/0]).
main() -> f().
f() -> ?MODULE:f().
% expect kill: reductions
