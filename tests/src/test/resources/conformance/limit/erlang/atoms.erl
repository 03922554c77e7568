% limit: atoms=100
(fun F(N) -> catch list_to_atom("made_up_" ++ integer_to_list(N)), F(N + 1) end)(0).  % expect kill: atoms
