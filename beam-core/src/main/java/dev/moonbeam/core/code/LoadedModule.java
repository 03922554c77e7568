package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Fun;

/** One version of a module on one node: its class loader and its functions. */
public interface LoadedModule {
  CompiledModule compiled();

  /**
   * A function as a value.
   *
   * @param captured values for its captured parameters
   * @throws IllegalArgumentException when there is no such function
   */
  Fun function(String name, int arity, Object... captured);

  /**
   * Defines and verifies every class now, which otherwise happens when it is first used.
   *
   * @throws LinkageError when one is not as it should be, which is a defect of the compiler
   */
  void verify();
}
