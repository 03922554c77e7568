/**
 * Functions written in Java, declared by annotation. Start at {@link
 * dev.moonbeam.core.builtin.Builtin}.
 */
@NullMarked
package dev.moonbeam.core.builtin;

import org.jspecify.annotations.NullMarked;
