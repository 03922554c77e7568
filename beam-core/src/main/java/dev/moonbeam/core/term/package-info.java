/**
 * The values both languages share. Start at {@link dev.moonbeam.core.term.Term} and {@link
 * dev.moonbeam.core.term.TermOrder}.
 */
@NullMarked
package dev.moonbeam.core.term;

import org.jspecify.annotations.NullMarked;
