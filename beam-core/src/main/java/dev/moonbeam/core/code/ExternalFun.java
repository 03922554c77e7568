package dev.moonbeam.core.code;

import dev.moonbeam.core.process.Fun;
import dev.moonbeam.core.process.Process;
import dev.moonbeam.core.term.Atom;
import dev.moonbeam.core.term.TermPrinter;

/**
 * {@code fun module:function/arity}: calls whatever code is current when it is called. Equal by
 * name, on any node.
 */
public final class ExternalFun extends Fun {
  /** Replaced by the shared one when the function has come into being. */
  private volatile Export export;

  private final NodeCodeServer server;

  ExternalFun(NodeCodeServer server, Export export) {
    this.server = server;
    this.export = export;
  }

  public String module() {
    return export.module;
  }

  public String function() {
    return export.function;
  }

  @Override
  public int arity() {
    return export.arity;
  }

  @Override
  public String displayName() {
    return "fun "
        + TermPrinter.print(Atom.of(export.module))
        + ":"
        + TermPrinter.print(Atom.of(export.function))
        + "/"
        + export.arity;
  }

  @Override
  public Object call0(Process process) {
    Fun target = export.target();
    return target != null && export.arity == 0
        ? target.call0(process)
        : callN(process, NO_ARGUMENTS);
  }

  @Override
  public Object call1(Process process, Object a) {
    Fun target = export.target();
    return target != null && export.arity == 1
        ? target.call1(process, a)
        : callN(process, new Object[] {a});
  }

  @Override
  public Object call2(Process process, Object a, Object b) {
    Fun target = export.target();
    return target != null && export.arity == 2
        ? target.call2(process, a, b)
        : callN(process, new Object[] {a, b});
  }

  @Override
  public Object call3(Process process, Object a, Object b, Object c) {
    Fun target = export.target();
    return target != null && export.arity == 3
        ? target.call3(process, a, b, c)
        : callN(process, new Object[] {a, b, c});
  }

  @Override
  public Object callN(Process process, Object[] arguments) {
    if (arguments.length != export.arity) {
      return badArity(process, arguments);
    }
    Fun target = export.target();
    if (target != null) {
      return target.callN(process, arguments);
    }
    Object result = export.resolve(process, arguments);
    if (!export.registered) {
      export = server.known(export.module, export.function, export.arity);
    }
    return result;
  }

  @Override
  public int compareSameKind(Object other) {
    if (!(other instanceof ExternalFun fun)) {
      return super.compareSameKind(other);
    }
    int order = module().compareTo(fun.module());
    if (order == 0) {
      order = function().compareTo(fun.function());
    }
    return order != 0 ? order : Integer.compare(arity(), fun.arity());
  }

  @Override
  public int termHash() {
    return (module().hashCode() * 31 + function().hashCode()) * 31 + export.arity;
  }

  /** As Erlang prints it: {@code fun lists:map/2}. */
  @Override
  public String toString() {
    return displayName();
  }
}
