re:compile("(a").  % expect: {error,{"missing )",2}}
re:compile("a)").  % expect: {error,{"unmatched parentheses",1}}
re:compile("[a").  % expect: {error,{"missing terminating ] for character class",2}}
re:compile("*a").  % expect: {error,{"nothing to repeat",0}}
re:compile("a**").  % expect: {error,{"nothing to repeat",2}}
re:compile("a{2}{3}").  % expect: {error,{"nothing to repeat",6}}
re:compile("a{3,1}").  % expect: {error,{"numbers out of order in {} quantifier",5}}
re:compile("a{70000}").  % expect: {error,{"number too big in {} quantifier",7}}
re:compile("\\").  % expect: {error,{"\\ at end of pattern",1}}
re:compile("a\\cé").  % expect: {error,{"\\c must be followed by an ASCII character",3}}
re:compile("(?<n>a)(?<n>b)").  % expect: {error,{"two named subpatterns have the same name",11}}
re:compile("(?<n>a)(?<n>b)", [dupnames, {newline, cr}]) =/= error.  % expect: true
re:compile("(?z)").  % expect: {error,{"unrecognized character after (? or (?-",2}}
re:compile("(?<1a>b)").  % expect: {error,{"group name must start with a non-digit",3}}
re:compile("(?<a").  % expect: {error,{"syntax error in subpattern name (missing terminator)",4}}
re:compile("(?P!a)").  % expect: {error,{"unrecognized character after (?P",3}}
re:compile("\\2(a)").  % expect: {error,{"reference to non-existent subpattern",5}}
re:compile("\\k<n>").  % expect: {error,{"reference to non-existent subpattern",4}}
re:compile("(?5)").  % expect: {error,{"reference to non-existent subpattern",3}}
re:compile("(?R)").  % expect: {error,{"recursive call could loop indefinitely",3}}
re:compile("(?<=a*)b").  % expect: {error,{"lookbehind assertion is not fixed length",6}}
re:compile("(a)(?(1)a|b|c)").  % expect: {error,{"conditional group contains more than two branches",13}}
re:compile("(?(0)a)").  % expect: {error,{"invalid condition (?(0)",5}}
re:compile("(?(?a)b)").  % expect: {error,{"assertion expected after (?( or (?(?C)",3}}
re:compile("[b-a]").  % expect: {error,{"range out of order in character class",3}}
re:compile("[a-\\d]").  % expect: {error,{"invalid range in character class",4}}
re:compile("[[:nope:]]").  % expect: {error,{"unknown POSIX class name",3}}
re:compile("[:alpha:]").  % expect: {error,{"POSIX named classes are supported only within a class",0}}
re:compile("\\x{100}").  % expect: {error,{"character value in \\x{} or \\o{} is too large",6}}
re:compile("\\x{110000}", [unicode]).  % expect: {error,{"character value in \\x{} or \\o{} is too large",9}}
re:compile("\\x{zz}").  % expect: {error,{"non-hex character in \\x{} (closing brace missing?)",3}}
re:compile("\\o{9}").  % expect: {error,{"non-octal character in \\o{} (closing brace missing?)",3}}
re:compile("\\p{Nope}").  % expect: {error,{"unknown property name after \\P or \\p",7}}
re:compile("\\g{0}").  % expect: {error,{"a numbered reference must not be zero",4}}
re:compile("\\u").  % expect: {error,{"PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u",1}}
re:compile("(?#a").  % expect: {error,{"missing ) after comment",4}}
re:compile("(*NOPE)").  % expect: {error,{"(*VERB) not recognized or malformed",6}}
re:compile("a", [nope]).  % expect error: badarg
re:compile([1024]).  % expect error: badarg
re:compile("a", [{newline, lf}, {newline, any}]).  % expect: {error,{"inconsistent NEWLINE options",0}}
