/**
 * From IR to class files. Start at {@link dev.moonbeam.core.codegen.ModuleCompiler}; {@code
 * FunctionWriter} writes one function and hands control flow, calls, primitives and switches to the
 * writers named so.
 */
@NullMarked
package dev.moonbeam.core.codegen;

import org.jspecify.annotations.NullMarked;
