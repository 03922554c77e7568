/** Lua and Erlang on one node, and modules replaced while they run. */
@NullMarked
package dev.moonbeam.tests.interop;

import org.jspecify.annotations.NullMarked;
