% limit: reductions=100000
[X || X <- lists:seq(1, 1000), Y <- lists:seq(1, 1000), X < Y].  % expect kill: reductions
