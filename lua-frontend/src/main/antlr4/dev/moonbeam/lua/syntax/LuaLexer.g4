/*
 * Tokens of Lua 5.4 (manual section 3.1).
 *
 * The rules find where a token starts; what follows the opening of a string, a long bracket or a comment is scanned by
 * LuaLexerBase, in one linear pass that also decodes escapes and words errors as Lua does. A rule never fails: what is
 * not a token becomes one of type LEXICAL_ERROR or UNEXPECTED, which the parser meets in its turn.
 */
lexer grammar LuaLexer;

options { superClass = LuaLexerBase; }

tokens { LEXICAL_ERROR }

AND: 'and';
BREAK: 'break';
DO: 'do';
ELSE: 'else';
ELSEIF: 'elseif';
END: 'end';
FALSE: 'false';
FOR: 'for';
FUNCTION: 'function';
GOTO: 'goto';
IF: 'if';
IN: 'in';
LOCAL: 'local';
NIL: 'nil';
NOT: 'not';
OR: 'or';
REPEAT: 'repeat';
RETURN: 'return';
THEN: 'then';
TRUE: 'true';
UNTIL: 'until';
WHILE: 'while';

PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
CARET: '^';
HASH: '#';
AMPERSAND: '&';
TILDE: '~';
PIPE: '|';
SHIFT_LEFT: '<<';
SHIFT_RIGHT: '>>';
DOUBLE_SLASH: '//';
EQUAL: '==';
NOT_EQUAL: '~=';
LESS_EQUAL: '<=';
GREATER_EQUAL: '>=';
LESS: '<';
GREATER: '>';
ASSIGN: '=';
LEFT_PAREN: '(';
RIGHT_PAREN: ')';
LEFT_BRACE: '{';
RIGHT_BRACE: '}';
LEFT_BRACKET: '[';
RIGHT_BRACKET: ']';
DOUBLE_COLON: '::';
SEMICOLON: ';';
COLON: ':';
COMMA: ',';
DOT: '.';
CONCAT: '..';
ELLIPSIS: '...';

NAME: [a-zA-Z_] [a-zA-Z_0-9]*;

// As Lua reads a numeral: everything that looks like one, judged afterwards ("malformed number near '3x'").
NUMERAL
  : ( '0' [xX] ( [pP] [+-]? | [0-9a-fA-F.] )* [a-zA-Z_]?
    | '.'? [0-9] ( [eE] [+-]? | [0-9a-fA-F.] )* [a-zA-Z_]?
    ) { numeral(); }
  ;

STRING
  : ["'] { shortString(); }
  | '[' '='* '[' { longString(); }
  ;

BAD_LONG_BRACKET: '[' '='+ { badLongBracket(); };

COMMENT: '--' { comment(); };

SPACE: [ \t\r\n\u000B\f]+ -> skip;

UNEXPECTED: . ;
