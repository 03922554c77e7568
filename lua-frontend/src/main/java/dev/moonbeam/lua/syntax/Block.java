package dev.moonbeam.lua.syntax;

import java.util.List;

/**
 * A block (manual section 3.3.1): a scope and its statements.
 *
 * @param endLine line at which Lua is when it leaves the block: for a function's, that of the token
 *     behind its end
 * @param lastLine line of its last token
 */
public record Block(List<LuaStatement> statements, int endLine, int lastLine) {}
