-- policy: untrusted
-- limit: reductions=3M,time=30s
::a:: goto a
-- expect kill: reductions
