/**
 * From Lua syntax trees to the core IR. {@link dev.moonbeam.lua.compile.LuaCompiler} is the way in:
 * {@code LuaResolver} finds what each name means and which locals change where, {@code LuaLowering}
 * makes the module.
 */
@NullMarked
package dev.moonbeam.lua.compile;

import org.jspecify.annotations.NullMarked;
