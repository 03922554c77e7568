case "prefix-rest" of "prefix-" ++ R -> R end.  % expect: "rest"
case "other" of "prefix" ++ _ -> yes; _ -> no end.  % expect: no
F = fun("a" ++ T) -> {a, T}; ([$b | T]) -> {b, T}; (_) -> none end.  % expect: #Fun<...>
[F("ax"), F("bx"), F("cx"), F("")].  % expect: [{a,"x"},{b,"x"},none,none]
