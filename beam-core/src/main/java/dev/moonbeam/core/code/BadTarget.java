package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Raise;
import dev.moonbeam.core.term.Atom;

/**
 * The error badarg of a call whose module or function, known only at run time, is no atom. Keeps
 * what was called, for languages whose stack traces show it.
 */
public final class BadTarget extends Raise {
  private static final long serialVersionUID = 1L;

  private final transient Object module;
  private final transient Object function;
  private final transient Object[] arguments;

  BadTarget(Object module, Object function, Object[] arguments, boolean trace) {
    super(Atom.ERROR, Atom.of("badarg"), trace);
    this.module = module;
    this.function = function;
    this.arguments = arguments;
  }

  public Object module() {
    return module;
  }

  public Object function() {
    return function;
  }

  public Object[] arguments() {
    return arguments;
  }
}
