$a.  % expect: 97
$\n.  % expect: 10
$\\.  % expect: 92
$\x41.  % expect: 65
$\x{1F319}.  % expect: 127769
$\101.  % expect: 65
$\^a.  % expect: 1
$\s.  % expect: 32
$".  % expect: 34
$'.  % expect: 39
$ .  % expect: 32
