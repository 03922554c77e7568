/**
 * What compiled Erlang code calls at run time: operators, bit syntax, exceptions and stack traces.
 * Start at {@link dev.moonbeam.erlang.runtime.Operators} and {@link
 * dev.moonbeam.erlang.runtime.Errors}.
 */
@NullMarked
package dev.moonbeam.erlang.runtime;

import org.jspecify.annotations.NullMarked;
