// Tokens of Erlang (OTP 27). The preprocessor works on what comes out of here, so this knows no macros
// but their punctuation. Reserved words are told apart from atoms by their token type; `maybe` and
// `else` stay atoms here, because older code uses them as such (see FormReader).
lexer grammar ErlangLexer;

options {
  superClass = LiteralScanner;
}

tokens {
  CLASS_COLON,
  MAYBE,
  ELSE
}

AFTER : 'after';
AND : 'and';
ANDALSO : 'andalso';
BAND : 'band';
BEGIN : 'begin';
BNOT : 'bnot';
BOR : 'bor';
BSL : 'bsl';
BSR : 'bsr';
BXOR : 'bxor';
CASE : 'case';
CATCH : 'catch';
COND : 'cond';
DIV : 'div';
END : 'end';
FUN : 'fun';
IF : 'if';
LET : 'let';
NOT : 'not';
OF : 'of';
OR : 'or';
ORELSE : 'orelse';
RECEIVE : 'receive';
REM : 'rem';
TRY : 'try';
WHEN : 'when';
XOR : 'xor';

LPAREN : '(';
RPAREN : ')';
LBRACKET : '[';
RBRACKET : ']';
LBRACE : '{';
RBRACE : '}';
LBIN : '<<';
RBIN : '>>';
COMMA : ',';
SEMICOLON : ';';
COLON : ':';
ARROW : '->';
LARROW : '<-';
BINARROW : '<=';
FATARROW : '=>';
ASSOC : ':=';
DOUBLE_COLON : '::';
DOUBLE_BAR : '||';
BAR : '|';
HASH : '#';
STRINGIFY : '??';
QUESTION : '?';
MAYBE_MATCH : '?=';
MATCH : '=';
SEND : '!';
EQ : '==';
NE : '/=';
LE : '=<';
LT : '<';
GE : '>=';
GT : '>';
EXACT_EQ : '=:=';
EXACT_NE : '=/=';
PLUSPLUS : '++';
MINUSMINUS : '--';
PLUS : '+';
MINUS : '-';
STAR : '*';
SLASH : '/';
ELLIPSIS : '...';
DOTDOT : '..';

// A full stop ends a form when white space, a comment or the end of the file follows it.
DOT : '.' ( [\u0000-\u0020\u0080-\u00a0] | '%' ~[\n]* | EOF );
PERIOD : '.';

FLOAT : DIGITS '.' DIGITS ( [eE] [+-]? DIGITS )?;
INTEGER : DIGITS ( '#' ALNUM+ ( '_' ALNUM+ )* )?;

CHAR : '$' ( ESCAPE | ~[\\] );

// Three or more quotes at the end of a line open a string that runs to a line with as many quotes.
TRIPLE_STRING : '"""' '"'* [ \t]* '\r'? '\n' { tripleQuoted(); };
STRING : '"' ( ESCAPE | ~[\\"] )* '"';
SIGIL : '~' ALPHA* ( '"""' '"'* [ \t]* '\r'? '\n' | [([{<|/'"`#] ) { sigil(); };

ATOM : LOWER NAME_CHAR*;
QUOTED_ATOM : '\'' ( ESCAPE | ~[\\'] )* '\'';
VAR : UPPER NAME_CHAR*;

COMMENT : '%' ~[\n]* -> skip;
SPACE : [\u0000-\u0020\u0080-\u00a0\ufeff]+ -> skip;

UNTERMINATED : '"' ( ESCAPE | ~[\\"] )* EOF;
UNTERMINATED_ATOM : '\'' ( ESCAPE | ~[\\'] )* EOF;
ILLEGAL : .;

fragment ESCAPE
  : '\\' ( 'x' HEX HEX | 'x{' HEX* '}' | [0-7] ( [0-7] [0-7]? )? | '^' . | . )
  ;
fragment DIGITS : [0-9]+ ( '_' [0-9]+ )*;
fragment ALNUM : [0-9a-zA-Z];
fragment ALPHA : [a-zA-Z];
fragment HEX : [0-9a-fA-F];
fragment LOWER : [a-z\u00df-\u00f6\u00f8-\u00ff];
fragment UPPER : [A-Z_\u00c0-\u00d6\u00d8-\u00de];
fragment NAME_CHAR : [a-zA-Z0-9_@\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff];
