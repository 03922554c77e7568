/**
 * From Lua source to a syntax tree. {@link dev.moonbeam.lua.syntax.LuaSyntax} is the way in: lexer
 * and parser are generated from the grammars {@code LuaLexer.g4} and {@code LuaParser.g4}, {@code
 * LuaAstBuilder} makes the tree.
 */
@NullMarked
package dev.moonbeam.lua.syntax;

import org.jspecify.annotations.NullMarked;
