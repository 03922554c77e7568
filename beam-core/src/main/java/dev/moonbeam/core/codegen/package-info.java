/** From IR to class files. */
@NullMarked
package dev.moonbeam.core.codegen;

import org.jspecify.annotations.NullMarked;
