/**
 * Regular expressions as PCRE 8 defines them (pcrepattern), for module {@code re}: {@link
 * dev.moonbeam.erlang.regex.RegexParser} reads a pattern into {@link
 * dev.moonbeam.erlang.regex.RegexNode}s, {@link dev.moonbeam.erlang.regex.RegexCompiler} makes
 * instructions of them, and {@link dev.moonbeam.erlang.regex.RegexMatcher} runs these over bytes by
 * backtracking with a stack of its own. Every step is paid for by the process, so a pattern that
 * takes exponential time ends with the script's limits.
 */
@NullMarked
package dev.moonbeam.erlang.regex;

import org.jspecify.annotations.NullMarked;
