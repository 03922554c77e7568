/**
 * Compiled and loaded modules, and the code server with two versions of each. Start at {@link
 * dev.moonbeam.core.code.CodeServer}.
 */
@NullMarked
package dev.moonbeam.core.code;

import org.jspecify.annotations.NullMarked;
