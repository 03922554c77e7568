% policy: untrusted
% limit: reductions=30M,time=30s
binary_to_term(iolist_to_binary([131, 108, <<100000:32>>, [[119, 6, io_lib:format("a~5..0b", [N - 1])] || N <- lists:seq(1, 100000)], 106])).  % expect kill: atoms
