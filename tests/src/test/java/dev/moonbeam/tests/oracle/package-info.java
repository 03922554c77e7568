/**
 * The real {@code lua5.4} and {@code erl}, asked what a program prints. Start at {@link
 * dev.moonbeam.tests.oracle.Oracles}.
 */
@NullMarked
package dev.moonbeam.tests.oracle;

import org.jspecify.annotations.NullMarked;
