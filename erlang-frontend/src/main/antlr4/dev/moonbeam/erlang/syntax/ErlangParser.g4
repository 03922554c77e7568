// Erlang (OTP 27), one form at a time. Every decision is LL(1) or LL(2). Operators are parsed as flat
// lists; ExpressionBuilder gives them their precedence. Patterns and guards are expressions here.
parser grammar ErlangParser;

options {
  tokenVocab = ErlangLexer;
}

// ---- Forms -------------------------------------------------------------------------------------

functionForm : functionClause ( SEMICOLON functionClause )* DOT;

functionClause : atom arguments ( WHEN guard )? ARROW exprs;

attribute : MINUS atom ( LPAREN expr ( COMMA expr )+ RPAREN | expr ( COMMA expr )* ) DOT;

recordForm : MINUS atom LPAREN atom COMMA LBRACE ( recordFieldDecl ( COMMA recordFieldDecl )* )? RBRACE RPAREN DOT;

recordFieldDecl : atom ( MATCH expr )? ( DOUBLE_COLON topType )?;

typeForm : MINUS atom ( LPAREN typeDef RPAREN | typeDef ) DOT;

// What is refused where a type is defined, for the message.
badTypeForm : MINUS atom ( LPAREN expr DOUBLE_COLON topType RPAREN | expr ( DOUBLE_COLON topType )? ) DOT;

typeDef : atom LPAREN ( VAR ( COMMA VAR )* )? RPAREN DOUBLE_COLON topType;

specForm : MINUS atom ( LPAREN spec RPAREN | spec ) DOT;

spec : atom ( COLON atom )? specClause ( SEMICOLON specClause )*;

specClause : LPAREN topTypes? RPAREN ARROW topType ( WHEN constraint ( COMMA constraint )* )?;

constraint : atom LPAREN topTypes RPAREN | VAR DOUBLE_COLON topType;

// A script: expressions as typed at the shell's prompt.
script : ( exprs ( DOT | EOF ) )* EOF;

// What -if, -elif, -error and -warning hold: one expression, as it turns out to be.
condition : expr ( COMMA expr )* DOT;

// ---- Types -------------------------------------------------------------------------------------

topTypes : topType ( COMMA topType )*;

topType : ( VAR DOUBLE_COLON )? unionType;

unionType : rangeType ( BAR topType )?;

rangeType : arithType ( DOTDOT arithType )?;

arithType : typePrefix* type ( typeOperator typePrefix* type )*;

typePrefix : PLUS | MINUS | BNOT | NOT;

typeOperator : PLUS | MINUS | STAR | SLASH | DIV | REM | BAND | BOR | BXOR | BSL | BSR | AND | OR | XOR;

type
  : LPAREN topType RPAREN                                                   # parenType
  | VAR                                                                     # varType
  | atom LPAREN topTypes? RPAREN                                            # namedType
  | atom COLON atom LPAREN topTypes? RPAREN                                 # remoteType
  | atom                                                                    # atomType
  | INTEGER                                                                 # integerType
  | CHAR                                                                    # charType
  | LBRACKET ( topType ( COMMA ELLIPSIS )? )? RBRACKET                      # listType
  | LBRACE topTypes? RBRACE                                                 # tupleType
  | HASH LBRACE ( mapPairType ( COMMA mapPairType )* )? RBRACE              # mapType
  | HASH atom LBRACE ( fieldType ( COMMA fieldType )* )? RBRACE             # recordType
  | LBIN ( binaryTypeElement ( COMMA binaryTypeElement )? )? RBIN           # binaryType
  | FUN LPAREN ( LPAREN ( ELLIPSIS | topTypes )? RPAREN ARROW topType )? RPAREN # funType
  ;

mapPairType : topType ( FATARROW | ASSOC ) topType;

fieldType : atom DOUBLE_COLON topType;

binaryTypeElement : VAR COLON ( VAR STAR type | type );

// ---- Expressions -------------------------------------------------------------------------------

exprs : expr ( COMMA expr )*;

expr : prefix* primary ( operator prefix* primary )*;

prefix : CATCH | PLUS | MINUS | BNOT | NOT;

operator
  : MATCH | SEND | ORELSE | ANDALSO
  | EQ | NE | LE | LT | GE | GT | EXACT_EQ | EXACT_NE
  | PLUSPLUS | MINUSMINUS
  | PLUS | MINUS | BOR | BXOR | BSL | BSR | OR | XOR
  | STAR | SLASH | DIV | REM | BAND | AND
  ;

// A call's function and a record or map expression's operand are expressions of the highest
// precedence, as in the reference manual: f()() and f()#r.x need parentheses.
primary
  : max ( COLON max arguments? | arguments | hashSuffix+ )?
  | hashSuffix+
  ;

hashSuffix
  : HASH atom LBRACE ( recordField ( COMMA recordField )* )? RBRACE
  | HASH atom PERIOD atom
  | HASH LBRACE ( mapField ( DOUBLE_BAR qualifiers | ( COMMA mapField )* ) )? RBRACE
  ;

recordField : ( atom | VAR ) MATCH expr;

mapField : expr ( FATARROW | ASSOC ) expr;

arguments : LPAREN ( expr ( COMMA expr )* )? RPAREN;

max
  : VAR
  | atom
  | INTEGER
  | FLOAT
  | CHAR
  | strings
  | list
  | binary
  | tuple
  | LPAREN expr RPAREN
  | BEGIN exprs END
  | IF ifClause ( SEMICOLON ifClause )* END
  | CASE expr OF clauses END
  | receive
  | tryExpr
  | maybeExpr
  | funExpr
  ;

atom : ATOM | QUOTED_ATOM;

strings : ( STRING | TRIPLE_STRING | SIGIL )+;

list : LBRACKET ( expr ( DOUBLE_BAR qualifiers | ( COMMA expr )* ( BAR expr )? ) )? RBRACKET;

tuple : LBRACE ( expr ( COMMA expr )* )? RBRACE;

binary : LBIN ( binElement ( DOUBLE_BAR qualifiers | ( COMMA binElement )* ) )? RBIN;

binElement : prefix? max ( COLON max )? ( SLASH binType ( MINUS binType )* )?;

binType : atom ( COLON INTEGER )?;

qualifiers : qualifier ( COMMA qualifier )*;

qualifier : expr ( ( LARROW | BINARROW ) expr | ASSOC expr LARROW expr )?;

clauses : clause ( SEMICOLON clause )*;

clause : expr ( WHEN guard )? ARROW exprs;

ifClause : guard ARROW exprs;

guard : exprs ( SEMICOLON exprs )*;

receive
  : RECEIVE ( clauses ( AFTER expr ARROW exprs )? | AFTER expr ARROW exprs ) END
  ;

tryExpr
  : TRY exprs ( OF clauses )? ( CATCH tryClauses ( AFTER exprs )? | AFTER exprs ) END
  ;

tryClauses : tryClause ( SEMICOLON tryClause )*;

// The colons here are told from those of remote calls before parsing (see FormReader).
tryClause
  : ( ( atom | VAR ) CLASS_COLON )? expr ( CLASS_COLON VAR )? ( WHEN guard )? ARROW exprs
  ;

maybeExpr : MAYBE maybeStep ( COMMA maybeStep )* ( ELSE clauses )? END;

maybeStep : expr ( MAYBE_MATCH expr )?;

funExpr
  : FUN atom SLASH INTEGER
  | FUN funName COLON funName SLASH ( INTEGER | VAR )
  | FUN funClause ( SEMICOLON funClause )* END
  ;

funName : atom | VAR;

funClause : VAR? arguments ( WHEN guard )? ARROW exprs;
