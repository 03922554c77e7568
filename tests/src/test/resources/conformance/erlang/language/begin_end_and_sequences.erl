begin 1, 2, 3 end.  % expect: 3
begin X = 1, X + 1 end.  % expect: 2
X.  % expect: 1
(begin a end).  % expect: a
Y = begin Z = 2, Z * 2 end.  % expect: 4
{Y, Z}.  % expect: {4,2}
