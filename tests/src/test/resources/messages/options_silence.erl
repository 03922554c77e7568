-module(options_silence).
-compile([nowarn_unused_vars, nowarn_unused_function, {nowarn_unused_function, [{x, 0}]}, nowarn_export_all, export_all, nowarn_shadow_vars]).
a(X) -> fun(X) -> 1 end.
b() -> 1.
