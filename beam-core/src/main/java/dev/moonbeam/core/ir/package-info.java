/**
 * The core IR: functional, in Core Erlang's words, with join points. Start at {@link
 * dev.moonbeam.core.ir.Expr}.
 */
@NullMarked
package dev.moonbeam.core.ir;

import org.jspecify.annotations.NullMarked;
