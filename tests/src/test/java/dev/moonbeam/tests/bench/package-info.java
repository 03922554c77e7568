/**
 * Benchmarks: whole programs against lua5.4, luajit, LuaJ and erl in one session ({@link
 * dev.moonbeam.tests.bench.Compare}). See docs/benchmarks.md.
 */
@NullMarked
package dev.moonbeam.tests.bench;

import org.jspecify.annotations.NullMarked;
