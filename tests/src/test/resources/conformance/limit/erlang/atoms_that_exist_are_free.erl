% limit: atoms=10
length([list_to_atom("lists") || _ <- lists:seq(1, 100)]).  % expect: 100
