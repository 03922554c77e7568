/**
 * Syntax tree to core IR: lint, then lowering. Start at {@link
 * dev.moonbeam.erlang.compile.ErlangLowering}.
 */
@NullMarked
package dev.moonbeam.erlang.compile;

import org.jspecify.annotations.NullMarked;
