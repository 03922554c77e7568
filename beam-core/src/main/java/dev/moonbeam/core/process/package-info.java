/**
 * Processes, mailboxes, signals, scheduling, and what generated code and builtins need at run time.
 * Start at {@link dev.moonbeam.core.process.Process}.
 */
@NullMarked
package dev.moonbeam.core.process;

import org.jspecify.annotations.NullMarked;
