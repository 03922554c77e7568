/** Broken sources for the parsers. See docs/testing.md. */
@NullMarked
package dev.moonbeam.tests.fuzz;

import org.jspecify.annotations.NullMarked;
