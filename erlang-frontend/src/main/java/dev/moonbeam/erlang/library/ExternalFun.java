package dev.moonbeam.erlang.library;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.Cons;
import dev.moonbeam.core.term.TermPrinter;
import dev.moonbeam.erlang.runtime.Errors;

/**
 * {@code fun Module:Function/Arity} made at run time, and what a process starts with that is spawned by name: looks for
 * current code at each call. Two of the same names are equal.
 */
final class ExternalFun extends Fun {
  private final Atom module;
  private final Atom function;
  private final int arity;

  ExternalFun(Atom module, Atom function, int arity) {
    this.module = module;
    this.function = function;
    this.arity = arity;
  }

  Atom module() {
    return module;
  }

  Atom function() {
    return function;
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  public String displayName() {
    StringBuilder text = new StringBuilder();
    TermPrinter.appendAtom(text, module, true);
    TermPrinter.appendAtom(text.append(':'), function, true);
    return text.append('/').append(arity).toString();
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    if (arguments.length != arity) {
      throw Errors.badarity(process, this, Cons.list(arguments));
    }
    Fun target = process.node().code().function(module, function, arity);
    if (target == null) {
      throw Errors.undef(process, module, function, Cons.list(arguments));
    }
    return target.callN(process, arguments);
  }

  @Override
  public int compareSameKind(Object other) {
    if (!(other instanceof ExternalFun that)) {
      return super.compareSameKind(other);
    }
    int order = module.compareSameKind(that.module);
    order = order != 0 ? order : function.compareSameKind(that.function);
    return order != 0 ? order : Integer.compare(arity, that.arity);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExternalFun that && compareSameKind(that) == 0;
  }

  @Override
  public int hashCode() {
    return termHash();
  }

  @Override
  public int termHash() {
    return module.termHash() * 31 + function.termHash() + arity;
  }

  @Override
  public String toString() {
    return "fun " + displayName();
  }
}
