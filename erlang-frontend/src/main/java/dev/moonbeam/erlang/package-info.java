/** Erlang for the core: start at {@link dev.moonbeam.erlang.ErlangLanguage}. */
@NullMarked
package dev.moonbeam.erlang;

import org.jspecify.annotations.NullMarked;
