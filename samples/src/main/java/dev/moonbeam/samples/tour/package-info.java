/**
 * {@code moonbeam demo}: what Moonbeam can do, in a minute. Start at {@link
 * dev.moonbeam.samples.tour.Tour}.
 */
@NullMarked
package dev.moonbeam.samples.tour;

import org.jspecify.annotations.NullMarked;
