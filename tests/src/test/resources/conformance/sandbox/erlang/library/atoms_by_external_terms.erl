% policy: untrusted
% limit: reductions=30M,time=30s
(fun F(N, As) ->
     S = integer_to_binary(N),
     F(N + 1, [binary_to_term(<<131, 119, (byte_size(S)), S/binary>>) | As])
 end)(0, []).  % expect kill: atoms
