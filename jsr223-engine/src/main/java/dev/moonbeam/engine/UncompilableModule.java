package dev.moonbeam.engine;

import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Binary;
import dev.moonbeam.core.term.Tuple;

/**
 * Error {@code {not_compiled, Module, Text}}: a call needs a module of the module path whose source
 * does not compile. The caller may catch it; where nobody does, the host gets what the compiler
 * said.
 */
final class UncompilableModule extends Raise {
  private static final long serialVersionUID = 1L;
  private static final Atom NOT_COMPILED = Atom.of("not_compiled");

  private final ScriptFailure failure;

  UncompilableModule(String module, ScriptFailure failure) {
    super(
        Atom.ERROR,
        new Tuple(
            NOT_COMPILED, Atom.of(module), Binary.of(String.valueOf(failure.report()).strip())),
        true);
    this.failure = failure;
  }

  /** Of kind COMPILE, with the diagnostics. */
  ScriptFailure failure() {
    return failure;
  }
}
