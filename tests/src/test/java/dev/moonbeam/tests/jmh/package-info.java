/**
 * Microbenchmarks for JMH: single paths of the engine, where the programs of {@code bench} are too
 * coarse to tell what changed. Run by {@code mvn -Pjmh -Dquickly verify}; the normal build runs
 * each method once.
 */
@NullMarked
package dev.moonbeam.tests.jmh;

import org.jspecify.annotations.NullMarked;
