/** The command line. Start at {@link dev.moonbeam.cli.CommandLine}. */
@NullMarked
package dev.moonbeam.cli;

import org.jspecify.annotations.NullMarked;
