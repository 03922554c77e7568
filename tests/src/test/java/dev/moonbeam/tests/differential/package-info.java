/**
 * Random programs with fixed seeds, run by Moonbeam and by the real implementations. See
 * docs/testing.md.
 */
@NullMarked
package dev.moonbeam.tests.differential;

import org.jspecify.annotations.NullMarked;
