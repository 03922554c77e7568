% policy: untrusted
% limit: reductions=5M,time=30s
logger:add_primary_filter(f, {fun F(E, A) -> F(E, A) end, []}), logger:error("x").  % expect kill: reductions
