/** The passes over the IR, in order, and the pipeline that runs, prints and lints them. */
@NullMarked
package dev.moonbeam.core.pass;

import org.jspecify.annotations.NullMarked;
