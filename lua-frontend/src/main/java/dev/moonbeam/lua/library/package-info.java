/**
 * Lua's standard library (manual, chapter 6), one class a library table, functions declared with
 * {@code @Builtin}. Start at {@link dev.moonbeam.lua.library.LuaLibrary}, which puts it into a
 * state.
 */
@NullMarked
package dev.moonbeam.lua.library;

import org.jspecify.annotations.NullMarked;
