/**
 * Compiled scripts, kept so that no source is compiled twice. Start at {@link
 * dev.moonbeam.cache.ScriptCache}.
 */
@NullMarked
package dev.moonbeam.cache;

import org.jspecify.annotations.NullMarked;
