/**
 * What Lua code needs while it runs: tables, cells, metatables, the meaning of operators and calls,
 * errors, and the state of a computation. Start at {@link dev.moonbeam.lua.runtime.LuaPrimitives},
 * which names every operation that the lowering may use, and at {@link
 * dev.moonbeam.lua.runtime.LuaTable}.
 *
 * <p>Inside this package an absent value is Java null; Lua's nil is the atom {@code nil} wherever a
 * script can see it.
 */
@NullMarked
package dev.moonbeam.lua.runtime;

import org.jspecify.annotations.NullMarked;
