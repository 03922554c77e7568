/**
 * Whole programs, compared byte by byte with the real {@code lua5.4} and {@code erl}. See
 * docs/testing.md.
 */
@NullMarked
package dev.moonbeam.tests.program;

import org.jspecify.annotations.NullMarked;
