/** What sources become on their way to bytecode, kept as text. See docs/testing.md. */
@NullMarked
package dev.moonbeam.tests.golden;

import org.jspecify.annotations.NullMarked;
