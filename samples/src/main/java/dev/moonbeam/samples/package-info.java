/**
 * Small complete host programs, one to a class, to read and to start from: {@link
 * dev.moonbeam.samples.Embedding} first.
 */
@NullMarked
package dev.moonbeam.samples;

import org.jspecify.annotations.NullMarked;
