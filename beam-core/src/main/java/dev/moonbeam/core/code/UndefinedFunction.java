package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;

/**
 * Error {@code undef}: a call of a function that does not exist. It stands on top of the stack
 * trace, with arguments.
 */
public final class UndefinedFunction extends Raise {
  private static final long serialVersionUID = 1L;
  private static final Atom UNDEF = Atom.of("undef");

  private final String module;
  private final String function;
  private final transient Object[] arguments;

  UndefinedFunction(Process process, String module, String function, Object[] arguments) {
    super(Atom.ERROR, UNDEF, process.traces);
    this.module = module;
    this.function = function;
    this.arguments = arguments;
  }

  public String module() {
    return module;
  }

  public String function() {
    return function;
  }

  public Object[] arguments() {
    return arguments;
  }
}
