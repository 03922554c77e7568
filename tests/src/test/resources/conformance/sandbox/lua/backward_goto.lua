-- policy: untrusted
-- limit: reductions=3M
::a:: goto a
-- expect kill: reductions
