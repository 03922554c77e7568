package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;

/**
 * What {@code erlang:hibernate/3} waits in: until there is a message, which stays in the mailbox;
 * then the process goes on in the function. A waiting process is only heap here, so there is
 * nothing to be made smaller.
 */
final class Hibernation extends Fun {
  private final Atom module;
  private final Atom function;
  private final Object[] arguments;

  Hibernation(Atom module, Atom function, Object[] arguments) {
    this.module = module;
    this.function = function;
    this.arguments = arguments;
  }

  @Override
  public int arity() {
    return 0;
  }

  @Override
  public String displayName() {
    return "hibernate/3";
  }

  @Override
  public Object callN(Process process, Object[] none) {
    return process.nextMessage() == null
        ? process.await(this, Long.MAX_VALUE)
        : process.node().code().linker().tailCall(process, module, function, arguments);
  }
}
