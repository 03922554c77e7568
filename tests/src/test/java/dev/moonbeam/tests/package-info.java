/** Tests of the whole, from source text to output. See docs/testing.md. */
@NullMarked
package dev.moonbeam.tests;

import org.jspecify.annotations.NullMarked;
