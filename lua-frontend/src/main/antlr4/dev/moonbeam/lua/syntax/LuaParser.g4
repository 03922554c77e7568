/*
 * Syntax of Lua 5.4 (manual section 9).
 *
 * Every decision is made by one token, two in table constructors and parameter lists, so prediction is linear on any
 * input and one SLL run suffices. Two ways to that end: an expression is a flat list of operands and operators, which
 * LuaAstBuilder sorts by precedence; and the loop over suffixes is greedy by definition (GreedySuffixes), since the
 * manual says that in "f\n(g)()" the parenthesis always goes on with the call.
 *
 * enter() and leave() count nesting as Lua's own parser does and refuse what is too deep before this one, which is
 * recursive, can overflow.
 */
parser grammar LuaParser;

options {
  tokenVocab = LuaLexer;
  superClass = LuaParserBase;
}

chunk: block EOF;

block: stat* returnStat?;

returnStat: RETURN exprList? SEMICOLON?;

stat
@init { enter(); }
@after { leave(); }
  : SEMICOLON # emptyStat
  | DOUBLE_COLON NAME DOUBLE_COLON # labelStat
  | BREAK # breakStat
  | GOTO NAME # gotoStat
  | DO block END # doStat
  | WHILE expr DO block END # whileStat
  | REPEAT block UNTIL expr # repeatStat
  | IF expr THEN block (ELSEIF expr THEN block)* (ELSE otherwise = block)? END # ifStat
  | FOR NAME
    ( ASSIGN expr COMMA expr (COMMA expr)?
    | (COMMA NAME)* IN exprList
    ) DO block END # forStat
  | FUNCTION NAME (DOT NAME)* (COLON NAME)? functionBody # functionStat
  | LOCAL
    ( FUNCTION NAME functionBody
    | attribName (COMMA attribName { declared(); })* (ASSIGN exprList)?
    ) # localStat
  | suffixedExpr
    ( { requireVariable(); } (COMMA suffixedExpr { requireVariable(); target(); })* ASSIGN exprList
    | { requireCall(); }
    ) # exprStat
  ;

attribName: NAME (LESS NAME GREATER)?;

exprList: expr (COMMA expr)*;

expr
@init { enter(); }
@after { leave(); }
  : (NOT | MINUS | HASH | TILDE)* simpleExpr
    ( ( OR | AND | LESS | GREATER | LESS_EQUAL | GREATER_EQUAL | NOT_EQUAL | EQUAL | PIPE | TILDE | AMPERSAND
      | SHIFT_LEFT | SHIFT_RIGHT | CONCAT | PLUS | MINUS | STAR | SLASH | DOUBLE_SLASH | PERCENT | CARET
      )
      { operator(); }
      (NOT | MINUS | HASH | TILDE)* simpleExpr
    )*
  ;

simpleExpr
  : NUMERAL
  | STRING
  | NIL
  | TRUE
  | FALSE
  | ELLIPSIS
  | tableConstructor
  | FUNCTION functionBody
  | suffixedExpr
  ;

suffixedExpr: (NAME | LEFT_PAREN expr RIGHT_PAREN) suffix*;

suffix
  : DOT NAME
  | LEFT_BRACKET expr RIGHT_BRACKET
  | COLON NAME args
  | args
  ;

args
  : LEFT_PAREN exprList? RIGHT_PAREN
  | tableConstructor
  | STRING
  ;

functionBody: LEFT_PAREN parameters? RIGHT_PAREN block END;

parameters
  : NAME (COMMA NAME)* (COMMA ELLIPSIS)?
  | ELLIPSIS
  ;

tableConstructor
  : LEFT_BRACE (field ((COMMA | SEMICOLON) field)* (COMMA | SEMICOLON)?)? RIGHT_BRACE
  ;

field
  : LEFT_BRACKET expr RIGHT_BRACKET ASSIGN expr
  | NAME ASSIGN expr
  | expr
  ;
