-module(export_all).
-compile(export_all).
a() -> b().
b() -> 1.
