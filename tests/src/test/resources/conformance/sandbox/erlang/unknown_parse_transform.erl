% policy: untrusted
-module(unknown_parse_transform).
-compile({parse_transform, evil}).
-export([main/0]).
main() -> ok.
% expect error: unknown_parse_transform.erl: undefined parse transform 'evil'
