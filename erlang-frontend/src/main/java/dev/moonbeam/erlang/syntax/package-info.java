/**
 * Erlang source to syntax tree: lexer, preprocessor, parser, builder. Start at {@link
 * dev.moonbeam.erlang.syntax.ErlangSource}.
 */
@NullMarked
package dev.moonbeam.erlang.syntax;

import org.jspecify.annotations.NullMarked;
