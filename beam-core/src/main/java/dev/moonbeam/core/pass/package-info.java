/**
 * The passes over the IR, one class each. Start at {@link dev.moonbeam.core.pass.PassPipeline},
 * which lists them in order; the larger ones are {@link dev.moonbeam.core.pass.Closures}, {@link
 * dev.moonbeam.core.pass.Match} (with its decision trees), {@link dev.moonbeam.core.pass.Fold},
 * {@link dev.moonbeam.core.pass.Specialise} and {@link dev.moonbeam.core.pass.Split}.
 */
@NullMarked
package dev.moonbeam.core.pass;

import org.jspecify.annotations.NullMarked;
