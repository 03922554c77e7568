/**
 * Lua 5.4. {@link dev.moonbeam.lua.LuaLanguage} is what the core finds; {@code syntax} reads
 * source, {@code compile} lowers it to the core IR, {@code runtime} has tables, operators and
 * state, {@code library} the standard library.
 */
@NullMarked
package dev.moonbeam.lua;

import org.jspecify.annotations.NullMarked;
