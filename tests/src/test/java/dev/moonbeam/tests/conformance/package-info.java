/**
 * Runs the conformance scripts: tiny Lua and Erlang programs with their expected output in
 * comments. Start at {@link dev.moonbeam.tests.conformance.Script} for the directives, {@link
 * dev.moonbeam.tests.conformance.ConformanceTest} for the runs. See docs/testing.md.
 */
@NullMarked
package dev.moonbeam.tests.conformance;

import org.jspecify.annotations.NullMarked;
