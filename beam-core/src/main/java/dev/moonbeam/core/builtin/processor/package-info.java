/** The annotation processor of the builtins; runs in javac, not in a product. */
@NullMarked
package dev.moonbeam.core.builtin.processor;

import org.jspecify.annotations.NullMarked;
