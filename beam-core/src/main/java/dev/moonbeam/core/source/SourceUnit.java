package dev.moonbeam.core.source;

/**
 * A source text and the name by which messages and stack traces call it.
 *
 * @param name a file name as the user gave it, or a chunk name such as {@code [string "x = 1"]}
 * @param text the source; positions count its lines from 1 and its columns (UTF-16 units) from 1
 */
public record SourceUnit(String name, String text) {}
