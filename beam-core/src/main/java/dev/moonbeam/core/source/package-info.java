/** Source texts, positions in them and what is said about them. */
@NullMarked
package dev.moonbeam.core.source;

import org.jspecify.annotations.NullMarked;
