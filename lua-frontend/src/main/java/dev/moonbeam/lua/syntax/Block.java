package dev.moonbeam.lua.syntax;

import java.util.List;

/**
 * A block (manual section 3.3.1): a scope and its statements.
 *
 * @param endLine line of the token that ends it
 */
public record Block(List<LuaStatement> statements, int endLine) {}
