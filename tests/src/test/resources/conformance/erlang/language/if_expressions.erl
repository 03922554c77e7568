if true -> yes end.  % expect: yes
if false -> no; true -> else end.  % expect: else
if false -> no end.  % expect error: if_clause
if 1 + a -> no; true -> guard_failed end.  % expect: guard_failed
X = 7.  % expect: 7
if X > 10 -> big; X > 5 -> medium; true -> small end.  % expect: medium
if X > 5, X < 8 -> inside; true -> outside end.  % expect: inside
if X < 5; X =:= 7 -> either; true -> neither end.  % expect: either
if hd([]) =:= a -> never; true -> safe end.  % expect: safe
