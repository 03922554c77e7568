package dev.moonbeam.erlang.syntax;

import java.util.List;

/**
 * What parsing gave: the forms that could be understood, and what is to be said about the others.
 *
 * @param script the expressions of a script; empty for a module
 */
public record ParsedSource(
    String file, List<Form> forms, List<Node> script, Diagnostics diagnostics) {}
